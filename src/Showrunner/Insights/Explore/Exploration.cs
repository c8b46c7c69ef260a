using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Showrunner.Markets;
using Showrunner.Metrics;
using Showrunner.Platform;

namespace Showrunner.Insights.Explore;

/// <summary>A question as an address holds it: names as people type them, codes for the rest.</summary>
public sealed record Exploration(IReadOnlyList<string> Metrics)
{
    public const string Auto = "auto", Time = "time";
    public const int UsualTop = 50, MostTop = 1000;
    public static readonly IReadOnlyList<string> Charts = [Auto, "line", "bar", "stack", "heat", "scatter", "table"];
    public static readonly IReadOnlyList<string> Grains = ["none", "day", "week", "month"];
    public static readonly IReadOnlyList<int> Tops = [10, 25, UsualTop, 100, 200];
    private static readonly IReadOnlyList<string> Own = ["m", "by", "grain", "sort", "top", "chart", "draw", .. Dimension.All.Select(d => d.Code)];
    private static readonly Exploration First = new(["gmv", "orders"]) { Grain = "day" };

    /// <summary>Up to two dimensions.</summary>
    public IReadOnlyList<string> By { get; init; } = [];
    public IReadOnlyList<MetricFilter> Where { get; init; } = [];
    public string Grain { get; init; } = "none";
    /// <summary>A metric, a dimension or time; a leading minus puts the largest first.</summary>
    public string? Sort { get; init; }
    /// <summary>Groups in the answer.</summary>
    public int Top { get; init; } = UsualTop;
    public string Chart { get; init; } = Auto;
    /// <summary>The metric that the chart draws; the first where none is said.</summary>
    public string? Draw { get; init; }
    /// <summary>A period of its own, by name or by days; otherwise that of whoever looks.</summary>
    public string? Preset { get; init; }
    public DayRange? Days { get; init; }

    public static Exploration Read(IEnumerable<(string Name, string Value)> address)
    {
        var asked = address.Select(p => (p.Name, Value: p.Value.Trim())).Where(p => p.Value.Length > 0).ToLookup(p => p.Name, p => p.Value);
        var days = Day(asked["from"]) is { } from && Day(asked["to"]) is { } to && from <= to ? new DayRange(from, to) : (DayRange?)null;
        var question = Own.Any(asked.Contains) ? new Exploration([.. asked["m"].Distinct()])
        {
            By = [.. asked["by"].Distinct()],
            Where = [.. Dimension.All.Where(d => asked.Contains(d.Code)).Select(d => new MetricFilter(d.Code, [.. asked[d.Code].Distinct()]))],
            Grain = asked["grain"].FirstOrDefault() ?? "none",
            Sort = asked["sort"].FirstOrDefault(),
            Top = int.TryParse(asked["top"].FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var top) ? Math.Clamp(top, 1, MostTop) : UsualTop,
            Chart = asked["chart"].FirstOrDefault(Charts.Contains) ?? Auto,
            Draw = asked["draw"].FirstOrDefault(),
        } : First;
        return question with { Preset = days is null ? asked["preset"].FirstOrDefault() : null, Days = days };
    }

    public static Exploration Parse(string query) =>
        Read(QueryHelpers.ParseQuery(query).SelectMany(pair => pair.Value.Select(value => (pair.Key, value ?? ""))));

    /// <summary>Read again, these give the same question.</summary>
    public IEnumerable<(string Name, string Value)> Address()
    {
        foreach (var code in Metrics) yield return ("m", code);
        foreach (var code in By) yield return ("by", code);
        foreach (var filter in Where)
            foreach (var value in filter.Values) yield return (filter.Dimension, value);
        if (Grain != "none") yield return ("grain", Grain);
        if (Sort is not null) yield return ("sort", Sort);
        if (Top != UsualTop) yield return ("top", Top.ToString(CultureInfo.InvariantCulture));
        if (Chart != Auto) yield return ("chart", Chart);
        if (Draw is not null) yield return ("draw", Draw);
        if (Preset is not null) yield return ("preset", Preset);
        if (Days is not { } days) yield break;
        yield return ("from", days.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        yield return ("to", days.To.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    public string Query => string.Join('&', Address().Select(pair => $"{Uri.EscapeDataString(pair.Name)}={Uri.EscapeDataString(pair.Value)}"));

    /// <summary>The explorer's page with this question; its own period takes the place of the viewer's.</summary>
    public string Link(Web.Viewer viewer) => viewer.Link("/explore",
    [
        .. Address().Select(pair => (pair.Name, (string?)pair.Value)),
        .. Preset is not null ? new (string, string?)[] { ("from", null), ("to", null) } : Days is not null ? [("preset", null)] : [],
    ]);

    public Exploration WithoutPeriod => this with { Preset = null, Days = null };

    internal MetricQuery Ask(MarketRules market, DayRange range, string compare) => new(market, Metrics, range) { By = By, Where = Where, Grain = Grain, Compare = compare };

    private static DateOnly? Day(IEnumerable<string> asked) =>
        DateOnly.TryParseExact(asked.FirstOrDefault(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
