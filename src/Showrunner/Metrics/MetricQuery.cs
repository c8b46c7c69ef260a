using System.Globalization;
using Showrunner.Markets;
using Showrunner.Metrics.Dictionary;
using Showrunner.Platform;

namespace Showrunner.Metrics;

/// <summary>One value of a dimension; several values of one dimension mean any of them.</summary>
public sealed record MetricFilter(string Dimension, IReadOnlyList<string> Values)
{
    /// <summary>For dimensions whose values are row numbers.</summary>
    public static MetricFilter Rows(string dimension, params IEnumerable<long> ids) => new(dimension, [.. ids.Select(id => id.ToString(CultureInfo.InvariantCulture))]);
}

/// <summary>A question for figures. Everything that shows a figure asks through this, so that one figure is the same everywhere.</summary>
/// <param name="Market">Whose days and money.</param>
/// <param name="Metrics">Codes of the dictionary.</param>
/// <param name="Range">Market days, both included.</param>
public sealed record MetricQuery(MarketRules Market, IReadOnlyList<string> Metrics, DayRange Range)
{
    /// <summary>Up to two dimensions (see <see cref="Dimension"/>).</summary>
    public IReadOnlyList<string> By { get; init; } = [];
    public IReadOnlyList<MetricFilter> Where { get; init; } = [];
    /// <summary>previous, year or none.</summary>
    public string Compare { get; init; } = "none";
    /// <summary>day, week, month or none.</summary>
    public string Grain { get; init; } = "none";
    /// <summary>The weekday that weeks begin with.</summary>
    public DayOfWeek WeekFrom { get; init; } = DayOfWeek.Monday;
    /// <summary>A metric's code, with a leading minus for the largest first.</summary>
    public string? Sort { get; init; }
    public int? Top { get; init; }
    /// <summary>Where sales figures come from: lines or totals; null chooses what the market has for the period.</summary>
    public Family? Basis { get; init; }

    /// <summary>Refuses with a sentence when a word is not in the dictionary.</summary>
    internal void Check()
    {
        if (Metrics.Count == 0) throw new Refused("metrics_missing");
        foreach (var code in Metrics)
            if (MetricDictionary.Find(code) is null) throw new Refused("metric_unknown", code);
        if (By.Count > 2) throw new Refused("too_many_dimensions", By.Count);
        foreach (var code in By.Concat(Where.Select(f => f.Dimension)))
            if (Dimension.Find(code) is null) throw new Refused("dimension_unknown", code, string.Join(", ", Dimension.All.Select(d => d.Code)));
        if (Range.To < Range.From) throw new Refused("period_backwards", Range.From, Range.To);
        if (Grain is not ("none" or "day" or "week" or "month")) throw new Refused("grain_unknown", Grain);
        if (Compare is not ("none" or "previous" or "year")) throw new Refused("compare_unknown", Compare);
        if (Sort is { } sort && !Metrics.Contains(sort.TrimStart('-')) && !By.Contains(sort.TrimStart('-'))) throw new Refused("sort_unknown", sort);
        if (Top is < 1 or > 1_000_000) throw new Refused("top_out_of_range", Top);
    }
}

/// <summary>What figures can be split and filtered by. Expressions are SQL that both engines run.</summary>
public sealed record Dimension(string Code, IReadOnlyDictionary<Family, string> Sql, bool NeedsProduct = false)
{
    public static readonly IReadOnlyList<Dimension> All =
    [
        Everywhere("creator", "f.creator_id"),
        Everywhere("product", "f.product_id", goods: true),
        Everywhere("shop", "f.shop_id", content: false, goods: true),
        new("category", Each("coalesce(p.product_category, 0)"), NeedsProduct: true),
        new("agency", new Dictionary<Family, string> { [Family.Lines] = "coalesce(c.creator_agency, 0)" }),
        new("campaign", new Dictionary<Family, string> { [Family.Lines] = "coalesce(f.campaign_id, 0)" }),
        new("channel", new Dictionary<Family, string> { [Family.Lines] = "f.channel", [Family.Content] = "f.kind" }),
        new("status", new Dictionary<Family, string> { [Family.Lines] = "f.status" }),
        new("content", new Dictionary<Family, string> { [Family.Lines] = "f.content_no", [Family.Content] = "f.content_no" }),
    ];

    public static Dimension? Find(string code) => All.FirstOrDefault(d => d.Code == code);

    /// <summary>Its values are row numbers of a table, not texts.</summary>
    public bool IsRow => Code is "creator" or "product" or "shop" or "category" or "agency" or "campaign";

    /// <summary>Of the creator who sold, as bound today.</summary>
    public bool NeedsCreator => Code == "agency";

    private static Dimension Everywhere(string code, string sql, bool content = true, bool goods = false)
    {
        var by = new Dictionary<Family, string> { [Family.Lines] = sql, [Family.Totals] = sql };
        if (content) by[Family.Content] = sql;
        if (goods) by[Family.Goods] = sql;
        return new Dimension(code, by);
    }

    private static Dictionary<Family, string> Each(string sql) => new() { [Family.Lines] = sql, [Family.Totals] = sql, [Family.Content] = sql, [Family.Goods] = sql };
}
