using Showrunner.Platform;

namespace Showrunner.Metrics;

/// <summary>Which family answers a metric: the first that knows anything about the market in the period.</summary>
internal sealed class Sources(IMetricEngine engine, long marketId)
{
    private readonly Dictionary<(Family, string, DayRange), bool> _knows = [];
    private readonly Dictionary<(DayRange, string), IReadOnlyList<DayRange>> _periods = [];

    public async Task<Family?> Choose(Metric metric, MetricQuery query, CancellationToken cancel)
    {
        if (query.Basis is { } asked && metric.Families.Contains(asked)) return asked;
        if (metric.Families is [not Family.Lines]) return metric.Families[0];
        foreach (var family in metric.Families)
            if (CanGroup(family, query) && await Knows(family, metric, query, query.Range, cancel)) return family;
        // Nothing in the period itself: the comparison period may still decide what kind of figures the market has.
        if (query.Range.ComparedWith(query.Compare) is { } earlier)
            foreach (var family in metric.Families)
                if (CanGroup(family, query) && await Knows(family, metric, query, earlier, cancel)) return family;
        // Between the first and the last order line, no line means nothing sold; outside, nothing is known.
        if (metric.Families.Contains(Family.Lines) && CanGroup(Family.Lines, query) && await Lines(cancel) is { } days && days.From <= query.Range.To && query.Range.From <= days.To) return Family.Lines;
        return null;
    }

    private async Task<DayRange?> Lines(CancellationToken cancel)
    {
        if (_askedLines) return _lines;
        _askedLines = true;
        var rows = await engine.Rows($"SELECT min(day), max(day) FROM order_line WHERE market_id = {marketId}", [], cancel);
        return _lines = rows[0] is [DateOnly first, DateOnly last] ? new DayRange(first, last) : null;
    }

    private bool _askedLines;
    private DayRange? _lines;

    private static bool CanGroup(Family family, MetricQuery query) =>
        query.By.Concat(query.Where.Select(f => f.Dimension)).All(d => Dimension.Find(d)!.Sql.ContainsKey(family));

    private async Task<bool> Knows(Family family, Metric metric, MetricQuery query, DayRange range, CancellationToken cancel)
    {
        // A list of videos says nothing about LIVEs, and the other way round.
        var kind = family != Family.Content ? "" : metric.Code == "lives" ? "live" : "video";
        if (_knows.TryGetValue((family, kind, range), out var known)) return known;
        if (family == Family.Totals) return _knows[(family, kind, range)] = (await TotalPeriods(range, query, cancel)).Count > 0;
        var table = family == Family.Lines ? "order_line" : "content_stat";
        if ((await engine.Rows($"SELECT 1 FROM {table} WHERE market_id = {marketId} LIMIT 1", [], cancel)).Count == 0) return false;
        var rows = await engine.Rows($"SELECT 1 FROM {table} WHERE market_id = {marketId} AND day BETWEEN DATE '{range.From:yyyy-MM-dd}' AND DATE '{range.To:yyyy-MM-dd}' {(kind.Length > 0 ? $" AND kind = '{kind}'" : "")} LIMIT 1", [], cancel);
        return _knows[(family, kind, range)] = rows.Count > 0;
    }

    /// <summary>The periods with totals inside the range, longest first, none overlapping another: each sale is counted once.</summary>
    public async Task<IReadOnlyList<DayRange>> TotalPeriods(DayRange range, MetricQuery query, CancellationToken cancel)
    {
        var subject = query.By.Concat(query.Where.Select(f => f.Dimension)).Any(d => d is "product" or "category") ? "product" : "creator";
        if (_periods.TryGetValue((range, subject), out var known)) return known;
        if ((await engine.Rows($"SELECT 1 FROM period_total WHERE market_id = {marketId} LIMIT 1", [], cancel)).Count == 0) return [];
        var rows = await engine.Rows($"""
            SELECT DISTINCT period_from, period_to FROM period_total
            WHERE market_id = {marketId} AND subject = '{subject}' AND period_from >= DATE '{range.From:yyyy-MM-dd}' AND period_to <= DATE '{range.To:yyyy-MM-dd}' AND measure = 'gmv'
            """, [], cancel);
        var chosen = new List<DayRange>();
        foreach (var period in rows.Select(r => new DayRange((DateOnly)r[0]!, (DateOnly)r[1]!)).OrderByDescending(p => p.Days).ThenBy(p => p.From))
            if (!chosen.Any(c => c.From <= period.To && period.From <= c.To)) chosen.Add(period);
        return _periods[(range, subject)] = [.. chosen.OrderBy(p => p.From)];
    }
}
