using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Imports.Mapping;
using Showrunner.Imports.Reading;
using Showrunner.Markets;
using Showrunner.Platform;

namespace Showrunner.Imports;

/// <summary>A stored file as something to read: what it is, and its rows as drafts.</summary>
internal static class OpenFile
{
    public sealed record Opened(Import Import, Market Market, Recognition Recognition, OrderMapping? Mapping, string Path);

    public static async Task<Opened> Handle(Import import, AppDb db, DataPlace place, CancellationToken cancel)
    {
        var market = await db.Markets.SingleAsync(m => m.Id == import.MarketId, cancel);
        var yaml = import.Mapping.Length == 0 ? null : await db.SavedMappings.Where(m => m.Name == import.Mapping).Select(m => m.Yaml).SingleOrDefaultAsync(cancel);
        if (import.Mapping.Length > 0 && yaml is null) throw new Refused("mapping_unknown", import.Mapping);
        var mapping = yaml is null ? null : OrderMappingFile.Parse(yaml, import.Mapping);
        if (import.Kind == OrderMapping.Kind && mapping is null) throw new Refused("mapping_needed");
        mapping?.CheckMarket(market.Rules);
        var path = System.IO.Path.Combine(place.Folder, import.StoredPath);
        if (!File.Exists(path)) throw new Refused("file_gone", import.FileName);
        var kind = import.Kind is "" or OrderMapping.Kind ? null : import.Kind;
        return new Opened(import, market, Recogniser.Recognise(path, import.FileName, kind, mapping), mapping, path);
    }

    /// <summary>Refuses when the file is of no kind or needs a period that nobody gave.</summary>
    public static FactReader Read(Opened opened, DateTimeOffset now)
    {
        var import = opened.Import;
        var options = new ReadOptions
        {
            Now = now,
            Mapping = opened.Mapping,
            Period = import.PeriodFrom is { } from && import.PeriodTo is { } to ? (from, to) : null,
        };
        return FactReader.Open(opened.Path, opened.Recognition, opened.Market.Rules, options);
    }
}
