using Showrunner.Metrics;
using Showrunner.Platform;

namespace Showrunner.Reports.Weekly;

/// <summary>Everything the weekly review says, as the pipeline answered it at one moment of the ledger.</summary>
internal sealed record WeeklyFigures(ReportQuestion Question, MetricTable Head)
{
    public static readonly IReadOnlyList<string> Sales = ["gmv", "net_sales", "orders", "items", "aov", "active_creators"];
    public static readonly IReadOnlyList<string> Rest = ["refunds", "refund_rate", "est_earnings", "settled_earnings", "videos", "lives"];
    public static readonly IReadOnlyList<string> ByDay = ["gmv", "net_sales", "orders", "items", "refunds", "est_earnings", "settled_earnings"];
    public static readonly IReadOnlyList<string> ByGroup = ["gmv", "orders", "items", "refund_rate", "est_earnings"];
    /// <summary>Totals know channels as figures of their own.</summary>
    public static readonly IReadOnlyList<(string Metric, string Channel)> ChannelTotals =
        [("gmv_live", "live"), ("gmv_video", "video"), ("gmv_product_card", "product_card")];

    public MetricTable? Days { get; init; }
    public IReadOnlyList<Group> Channels { get; init; } = [];
    public IReadOnlyList<Group> Creators { get; init; } = [];
    public IReadOnlyList<Group> Products { get; init; } = [];

    public Family? Basis => Head.Sources[Head.Index("gmv")];
    public bool FromTotals => Basis == Family.Totals;
    public decimal Gmv => Head["gmv"] ?? 0;
    public decimal GmvBefore => Head.Before("gmv") ?? 0;

    /// <summary>A period before the first file is unknown, not nothing: it is not compared with.</summary>
    public bool Compared => Question.Compare != "none" &&
        (Basis == Family.Lines ? Head.Before("order_lines") > 0 : Head.Before("gmv") is not null);

    public DayRange? Before => Question.Range.ComparedWith(Question.Compare);

    public bool Empty => (Basis == Family.Lines ? Head["order_lines"] is null or 0 : Head["gmv"] is null)
        && Head["videos"] is null or 0 && Head["lives"] is null or 0;
}

/// <summary>A channel, creator or product with its figures in the order of <see cref="WeeklyFigures.ByGroup"/>.</summary>
internal sealed record Group(string Key, string Label, decimal?[] Values, decimal?[] BeforeValues)
{
    public decimal Gmv => Values[0] ?? 0;
    public decimal Before => BeforeValues[0] ?? 0;
    public decimal Change => Gmv - Before;
    /// <summary>Sales that no creator or product is named for.</summary>
    public bool IsNobody => Key == "0";
}
