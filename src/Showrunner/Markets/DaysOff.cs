using System.Collections.Frozen;
using System.Globalization;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Showrunner.Markets;

/// <summary>Days on which a market does not work: weekends, and the public holidays of the list that comes with the program.</summary>
public static class DaysOff
{
    public sealed class Entry
    {
        public string Code { get; set; } = "";
        public string Source { get; set; } = "";
        public List<string> Days { get; set; } = [];
    }

    private static readonly FrozenDictionary<string, (string Source, FrozenSet<DateOnly> Days)> Known = Read().ToFrozenDictionary(
        e => e.Code, e => (e.Source, e.Days.Select(d => DateOnly.ParseExact(d, "yyyy-MM-dd", CultureInfo.InvariantCulture)).ToFrozenSet()));

    public static bool IsOff(string market, DateOnly day) =>
        day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || Known.TryGetValue(market, out var holidays) && holidays.Days.Contains(day);

    /// <summary>The public holidays that are listed, in order; none where only weekends are known.</summary>
    public static IReadOnlyList<DateOnly> Holidays(string market) => Known.TryGetValue(market, out var holidays) ? [.. holidays.Days.Order()] : [];

    /// <summary>The last year whose holidays are listed; null where only weekends are known.</summary>
    public static int? KnownUntil(string market) => Known.TryGetValue(market, out var holidays) ? holidays.Days.Max().Year : null;

    private static List<Entry> Read()
    {
        using var stream = typeof(DaysOff).Assembly.GetManifestResourceStream("Showrunner.Markets.daysoff.yaml")!;
        using var reader = new StreamReader(stream);
        return new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build().Deserialize<List<Entry>>(reader);
    }
}
