using Showrunner.Metrics;

namespace Showrunner.Reports.Weekly;

/// <summary>Asks the pipeline for everything at one moment of the ledger.</summary>
internal sealed class ReadWeekly(RunMetricQuery run, ReportWords words)
{
    private const int Tries = 5;

    public async Task<WeeklyFigures> Head(ReportQuestion question, CancellationToken cancel) => new(question, await run.Handle(Query(question,
        [.. WeeklyFigures.Sales, .. WeeklyFigures.Rest, "order_lines", .. WeeklyFigures.ChannelTotals.Select(c => c.Metric)]), cancel));

    public async Task<WeeklyFigures> All(ReportQuestion question, CancellationToken cancel)
    {
        for (var left = Tries; ; left--)
        {
            var head = await Head(question, cancel);
            if (head.Empty || head.Basis is not { } basis) return head;
            var days = basis == Family.Lines ? await run.Handle(Query(question, WeeklyFigures.ByDay) with { Grain = "day", Basis = basis }, cancel) : null;
            var channels = basis == Family.Lines ? await By("channel") : null;
            var (creators, products) = (await By("creator"), await By("product"));
            // A load in between would make the parts disagree: read again.
            if (left > 1 && new[] { days, channels, creators, products }.Any(t => t is not null && t.Freshness != head.Head.Freshness)) continue;
            return head with
            {
                Days = days,
                Creators = Groups(creators),
                Products = Groups(products),
                Channels = channels is null ? FromTotals(head) : [.. Groups(channels).Select(g => g with { Label = words.Channel(g.Key) })],
            };

            Task<MetricTable> By(string dimension) =>
                run.Handle(Query(question, WeeklyFigures.ByGroup) with { By = [dimension], Sort = "-gmv", Basis = basis }, cancel);
        }
    }

    private static MetricQuery Query(ReportQuestion question, IReadOnlyList<string> metrics) =>
        new(question.Market.Rules, metrics, question.Range) { Compare = question.Compare };

    private List<Group> Groups(MetricTable table) =>
        [.. table.Rows.Select(r => new Group(r.Keys[0], r.Labels[0].Length > 0 ? r.Labels[0] : words.Say("dimension.none"), r.Values, r.Before))
            .OrderByDescending(g => g.Gmv).ThenByDescending(g => g.Before).ThenBy(g => g.Key, StringComparer.Ordinal)];

    /// <summary>Channels as the totals name them; what they leave over has no channel.</summary>
    private List<Group> FromTotals(WeeklyFigures figures)
    {
        var head = figures.Head;
        var named = WeeklyFigures.ChannelTotals.Where(c => head[c.Metric] is not null || head.Before(c.Metric) is not null)
            .Select(c => Channel(c.Channel, head[c.Metric], head.Before(c.Metric))).ToList();
        var rest = Channel("unknown", figures.Gmv - named.Sum(g => g.Gmv), head.Before("gmv") is null ? null : figures.GmvBefore - named.Sum(g => g.Before));
        if (rest.Gmv != 0 || rest.Before != 0) named.Add(rest);
        return [.. named.OrderByDescending(g => g.Gmv)];
    }

    private Group Channel(string code, decimal? now, decimal? before) =>
        new(code, words.Channel(code), [now, null, null, null, null], [before, null, null, null, null]);
}
