using Showrunner.Metrics;
using Showrunner.Platform;

namespace Showrunner.Insights;

/// <summary>Asks the pipeline for everything that stands on a board, in as few questions as it takes.</summary>
public static class ReadBoard
{
    private const int MostDaysByDay = 92;
    public static readonly IReadOnlyList<string> OfMarket =
        ["gmv", "net_sales", "orders", "items", "aov", "refunds", "refund_rate", "est_earnings", "settled_earnings", "active_creators", "videos", "lives"];
    public static readonly IReadOnlyList<string> OfCreator =
        ["gmv", "net_sales", "orders", "items", "aov", "refunds", "refund_rate", "est_earnings", "settled_earnings", "active_products", "videos", "lives"];
    public static readonly IReadOnlyList<string> OfProduct =
        ["gmv", "net_sales", "orders", "items", "aov", "refunds", "refund_rate", "est_earnings", "settled_earnings", "active_creators", "customers", "videos", "gross_margin", "margin_rate", "cost_coverage", "days_of_cover"];
    public static readonly IReadOnlyList<string> OfShop =
        ["gmv", "net_sales", "orders", "items", "aov", "refunds", "refund_rate", "est_earnings", "settled_earnings", "active_creators", "active_products", "customers", "gross_margin", "margin_rate", "cost_coverage"];
    /// <summary>Bound creators are asked for line by line: lists of videos do not know agencies.</summary>
    public static readonly IReadOnlyList<string> OfAgency =
        ["gmv", "net_sales", "orders", "items", "aov", "refunds", "refund_rate", "est_earnings", "settled_earnings", "active_creators", "active_products", "customers"];

    private static readonly string[] Channels = ["live", "video", "product_card"];

    public static async Task<Board> Handle(OpenMarket open, IReadOnlyList<string> codes, DayRange range, string compare, IReadOnlyList<MetricFilter> where, CancellationToken cancel)
    {
        var whole = new MetricQuery(open.Rules, codes, range) { Where = where, Compare = compare };
        var head = await open.Ask(whole, cancel);
        var basis = head.Sources[head.Index("gmv")];
        // Lines know what was settled; of totals only the commission itself is known.
        if (basis == Family.Totals && codes.Contains("settled_earnings"))
            head = await open.Ask(whole = whole with { Metrics = [.. codes.Select(c => c == "settled_earnings" ? "settled_commission" : c)] }, cancel);
        var grain = range.Days > MostDaysByDay ? "week" : "day";
        var trend = basis == Family.Lines ? await open.Ask(whole with { Grain = grain }, cancel) : null;
        // A figure that only totals know has no days.
        if (trend is not null) trend = trend with { Rows = [.. trend.Rows.Where(r => r.Bucket is not null)] };
        var figures = whole.Metrics.Select((code, at) => Figure(head, trend, code, at, basis, open.Extent)).ToList();
        return new Board(open.Market.Code, range, head.Compared, Name(basis) ?? "none", grain, figures, [.. (trend?.Rows ?? []).Select(r => r.Bucket!.Value)],
            trend is not null && IsFair(Family.Lines, head.Compared, open.Extent) ? [.. trend.Rows.Select(r => r.Before[0])] : [],
            basis switch { Family.Lines => await OfLines(open, whole, grain, trend!, cancel), Family.Totals => await OfTotals(open, whole, cancel), _ => [] },
            basis == Family.Totals ? await Check(open, whole, cancel) : null, head.TotalPeriods, open.Extent, open.Change, open.AsOf);
    }

    private static BoardFigure Figure(MetricTable head, MetricTable? trend, string code, int at, Family? basis, MarketExtent extent)
    {
        var family = head.Sources[at];
        // A market without lines in the period has not sold nothing: nothing is known.
        if (family == Family.Lines && basis != Family.Lines) return new(code, null, null, [], null);
        var fair = IsFair(family, head.Compared, extent);
        IReadOnlyList<decimal?> spark = trend is not null && trend.Sources[at] is Family.Lines or Family.Content ? [.. trend.Rows.Select(r => r.Values[at])] : [];
        return new(code, head[code], fair ? head.Before(code) : null, spark, Name(family));
    }

    /// <summary>Days before the first that is known would count as days without sales.</summary>
    internal static bool IsFair(Family? family, DayRange? compared, MarketExtent extent) => compared is { } before && family switch
    {
        Family.Lines => extent.Lines is { } lines && lines.From <= before.From,
        Family.Content => extent.Contents is { } contents && contents.From <= before.From,
        _ => true,
    };

    private static async Task<List<ChannelFigure>> OfLines(OpenMarket open, MetricQuery whole, string grain, MetricTable trend, CancellationToken cancel)
    {
        var split = await open.Ask(whole with { Metrics = ["gmv"], By = ["channel"], Grain = grain }, cancel);
        var fair = IsFair(Family.Lines, split.Compared, open.Extent);
        var all = split.Rows.Sum(r => r.Values[0]);
        return [.. from rows in split.Rows.GroupBy(r => r.Keys[0])
                   let gmv = rows.Sum(r => r.Values[0]) ?? 0
                   let before = rows.Sum(r => r.Before[0]) ?? 0
                   where gmv != 0 || before != 0
                   let byBucket = rows.ToDictionary(r => r.Bucket!.Value, r => r.Values[0])
                   orderby Ledger.Channel.All.ToList().IndexOf(rows.Key)
                   select new ChannelFigure(rows.Key, gmv, fair ? before : null, Share(gmv, all), [.. trend.Rows.Select(r => byBucket.GetValueOrDefault(r.Bucket!.Value) ?? 0)])];
    }

    private static async Task<List<ChannelFigure>> OfTotals(OpenMarket open, MetricQuery whole, CancellationToken cancel)
    {
        var split = await open.Ask(Split(whole), cancel);
        return [.. Channels.Select(channel => "gmv_" + channel).Where(code => split[code] is not null)
            .Select(code => new ChannelFigure(code[4..], split[code], split.Before(code), Share(split[code], split["gmv"]), []))];
    }

    private static async Task<SplitCheck?> Check(OpenMarket open, MetricQuery whole, CancellationToken cancel)
    {
        var split = await open.Ask(Split(whole), cancel);
        var parts = Channels.Select(channel => split["gmv_" + channel]).ToList();
        return parts.Any(p => p is null) || split["gmv"] is not { } gmv ? null : new SplitCheck(parts.Sum() ?? 0, gmv);
    }

    private static MetricQuery Split(MetricQuery whole) => whole with { Metrics = ["gmv", .. Channels.Select(channel => "gmv_" + channel)] };

    internal static double? Share(decimal? part, decimal? whole) => part is { } p && whole is > 0 and { } w ? (double)(p / w) : null;
    private static string? Name(Family? family) => family?.ToString().ToLowerInvariant();
}
