using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Showrunner.Markets;

/// <summary>Puts the markets that come with the program into the database; rows that are there stay as they are.</summary>
public static class SeedMarkets
{
    public sealed class Entry
    {
        public string Code { get; set; } = "";
        public string Currency { get; set; } = "";
        public int MinorUnits { get; set; }
        public int DisplayDecimals { get; set; }
        public string TimeZone { get; set; } = "";
        public string Culture { get; set; } = "";
        public string Languages { get; set; } = "";
        public Dictionary<string, string> Names { get; set; } = [];
    }

    public static async Task Handle(AppDb db, CancellationToken cancel)
    {
        var known = await db.Markets.Select(m => m.Code).ToListAsync(cancel);
        if (known.Count > 0) return;
        foreach (var entry in Read().Where(e => !known.Contains(e.Code)))
            db.Markets.Add(new Market
            {
                Code = entry.Code,
                Names = JsonSerializer.Serialize(entry.Names),
                Currency = entry.Currency,
                MinorUnits = entry.MinorUnits,
                DisplayDecimals = entry.DisplayDecimals,
                TimeZone = entry.TimeZone,
                Culture = entry.Culture,
                Languages = entry.Languages,
            });
        await db.SaveChangesAsync(cancel);
    }

    public static List<Entry> Read()
    {
        using var stream = typeof(SeedMarkets).Assembly.GetManifestResourceStream("Showrunner.Markets.markets.yaml")!;
        using var reader = new StreamReader(stream);
        return new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build().Deserialize<List<Entry>>(reader);
    }
}
