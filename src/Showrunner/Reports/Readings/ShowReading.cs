using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Markets;
using Showrunner.Metrics;
using Showrunner.Metrics.Dictionary;
using Showrunner.Platform;

namespace Showrunner.Reports.Readings;

/// <summary>A figure by its short code: what it said then, and what the ledger says now.</summary>
public static class ShowReading
{
    /// <param name="Code">K7QM-2X9T</param>
    /// <param name="Market">Code of the market.</param>
    /// <param name="Metric">Code of the dictionary.</param>
    /// <param name="From">First market day.</param>
    /// <param name="To">Last market day.</param>
    /// <param name="Dimension">creator, shop, category or empty.</param>
    /// <param name="SubjectName">As it was called then.</param>
    /// <param name="Where">Filters beside it.</param>
    /// <param name="Then">Major units or a fraction; null is unknown.</param>
    /// <param name="AsOf">When it was read.</param>
    /// <param name="Change">The ledger change it includes.</param>
    /// <param name="Now">The same question asked now.</param>
    /// <param name="NowChange">The ledger change that includes.</param>
    public sealed record Response(
        string Code, string Market, string Metric, DateOnly From, DateOnly To, string Dimension, long? SubjectId, string SubjectName, IReadOnlyList<MetricFilter> Where,
        decimal? Then, DateTimeOffset AsOf, long Change, decimal? Now, long NowChange);

    public static async Task<Response> Handle(string code, AppDb db, RunMetricQuery run, Actor actor, CancellationToken cancel)
    {
        actor.Needs(ReportsRoom.Make);
        var wanted = FigureReading.Read(code);
        var reading = await db.FigureReadings.AsNoTracking().FirstOrDefaultAsync(r => r.Code == wanted, cancel);
        if (reading is null || !actor.SeesMarket(reading.MarketId)) throw new Refused("not_found");
        var market = await db.Markets.AsNoTracking().SingleAsync(m => m.Id == reading.MarketId, cancel);
        var metric = MetricDictionary.Find(reading.Metric) ?? throw new Refused("metric_unknown", reading.Metric);
        var subject = reading.SubjectId is { } id ? await FindSubject.Again(reading.Dimension, id, reading.SubjectName, db, cancel) : null;
        var table = await run.Handle(new MetricQuery(market.Rules, [reading.Metric], new DayRange(reading.FromDay, reading.ToDay)) { Where = [.. FigureQuestion.Read(reading.Conditions), .. subject is null ? Array.Empty<MetricFilter>() : [subject.Filter]] }, cancel);
        var now = metric.Unit == Unit.Money ? table[reading.Metric] / market.Rules.MinorPerMajor : table[reading.Metric];
        return new Response(reading.Shown, market.Code, reading.Metric, reading.FromDay, reading.ToDay, reading.Dimension, reading.SubjectId, reading.SubjectName, FigureQuestion.Read(reading.Conditions),
            reading.Number, reading.AsOf, reading.Change, now, table.Freshness);
    }
}
