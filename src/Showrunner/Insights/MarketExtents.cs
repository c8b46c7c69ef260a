using System.Collections.Frozen;
using Showrunner.Ledger.Columns;
using Showrunner.Platform;

namespace Showrunner.Insights;

/// <summary>What a market has figures for.</summary>
/// <param name="Lines">First and last day of order lines.</param>
/// <param name="Contents">First and last day of videos and LIVEs.</param>
/// <param name="TotalPeriods">Periods for which there are totals, newest last.</param>
public sealed record MarketExtent(DayRange? Lines, DayRange? Contents, IReadOnlyList<DayRange> TotalPeriods)
{
    public static readonly MarketExtent Nothing = new(null, null, []);
    public bool IsEmpty => Lines is null && Contents is null && TotalPeriods.Count == 0;
    public DateOnly? LastDay => Lines?.To ?? Contents?.To ?? (TotalPeriods.Count > 0 ? TotalPeriods.Max(p => p.To) : null);
}

/// <summary>The extents of all markets as the columns know them, read once per change of the ledger.</summary>
public sealed class MarketExtents(LedgerColumns columns)
{
    private sealed record Known(long Change, FrozenDictionary<long, MarketExtent> Markets);
    private Known? _known;

    public MarketExtent Of(long marketId)
    {
        var known = _known;
        if (known is null || known.Change != columns.Applied) _known = known = Read();
        return known?.Markets.GetValueOrDefault(marketId) ?? MarketExtent.Nothing;
    }

    private Known? Read()
    {
        using var connection = columns.Connect();
        var change = columns.Applied;
        if (change < 0) return null; // Nothing was copied from the truth yet; the first board does it.
        var lines = Spans("SELECT market_id, min(day), max(day) FROM order_line GROUP BY market_id").ToDictionary(s => s.Market, s => s.Days);
        var contents = Spans("SELECT market_id, min(day), max(day) FROM content_stat GROUP BY market_id").ToDictionary(s => s.Market, s => s.Days);
        var totals = Spans("SELECT DISTINCT market_id, period_from, period_to FROM period_total WHERE measure = 'gmv' AND subject = 'creator' ORDER BY 2, 3").ToLookup(s => s.Market, s => s.Days);
        var markets = lines.Keys.Union(contents.Keys).Union(totals.Select(t => t.Key));
        return new Known(change, markets.ToFrozenDictionary(id => id, id => new MarketExtent(
            lines.TryGetValue(id, out var days) ? days : null, contents.TryGetValue(id, out var posted) ? posted : null, [.. totals[id]])));

        List<(long Market, DayRange Days)> Spans(string sql)
        {
            var spans = new List<(long, DayRange)>();
            using var rows = connection.Query(sql);
            while (rows.Read()) spans.Add((rows.GetInt64(0), new DayRange(rows.GetDate(1), rows.GetDate(2))));
            return spans;
        }
    }
}
