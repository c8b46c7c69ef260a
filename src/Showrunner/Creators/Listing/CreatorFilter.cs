using System.Globalization;
using Showrunner.Platform;

namespace Showrunner.Creators.Listing;

/// <summary>A filter with a lowest and a highest value: ?nameFrom= and ?nameTo=.</summary>
/// <param name="Name">In the address; also the end of its text key.</param>
/// <param name="Unit">Money is typed in whole units of the market's currency, rates in per cent.</param>
/// <param name="Low">SQL of the lower end of what is known.</param>
/// <param name="High">SQL of its upper end.</param>
public sealed record RangeFilter(string Name, MeasureUnit Unit, string Low, string High)
{
    internal static RangeFilter Of(string name, CreatorMeasure measure) => new(name, measure.Unit, "c." + measure.Low, "c." + measure.High);
    internal static RangeFilter Exact(string name, MeasureUnit unit, string sql) => new(name, unit, sql, sql);
}

/// <summary>What the address asks of creators, name by name. What it does not know, it leaves to others.</summary>
public sealed class CreatorFilter
{
    public const string Keyword = "q", Growing = "growing", Quiet = "quiet", Waiting = "waiting", Age = "age", Segment = "segment", Tag = "tag", List = "list",
        Stage = "stage", Owner = "owner", Agency = "agency", None = "none", Me = "me";

    public static readonly IReadOnlyList<RangeFilter> Ranges =
    [
        RangeFilter.Exact("gmv", MeasureUnit.Money, "coalesce(s.gmv, 0)"), RangeFilter.Exact("units", MeasureUnit.Count, "coalesce(s.items, 0)"),
        RangeFilter.Exact("followers", MeasureUnit.Count, "c.followers"), RangeFilter.Of("gmv30", CreatorMeasure.Gmv), RangeFilter.Of("units30", CreatorMeasure.Units),
        RangeFilter.Of("views", CreatorMeasure.VideoViews), RangeFilter.Of("viewers", CreatorMeasure.LiveViewers), RangeFilter.Of("engagement", CreatorMeasure.Engagement),
        RangeFilter.Of("commission", CreatorMeasure.Commission), RangeFilter.Of("post", CreatorMeasure.PostRate), RangeFilter.Of("female", CreatorMeasure.Female),
    ];

    /// <summary>Texts of the creator's own row: any of the values.</summary>
    public static readonly IReadOnlyList<string> Texts = ["category", "level", "language", "region"];

    /// <summary>Each filter with the address's names that set it.</summary>
    public static readonly IReadOnlyList<(string Key, IReadOnlyList<string> Names)> Keys =
    [
        .. new[] { Keyword, Segment, Stage, Owner, Tag, List, Agency, Age, Growing, Quiet, Waiting }.Concat(Texts).Select(name => (name, (IReadOnlyList<string>)[name])),
        .. Ranges.Select(range => (range.Name, (IReadOnlyList<string>)[range.Name + "From", range.Name + "To"])),
    ];

    public static readonly IReadOnlySet<string> Names = Keys.SelectMany(key => key.Names).ToHashSet();

    private const int Longest = 200, Most = 100;
    public IReadOnlyList<(string Name, string Value)> Values { get; }
    public static readonly CreatorFilter All = new([]);

    private CreatorFilter(IReadOnlyList<(string, string)> values) => Values = values;

    public static CreatorFilter Of(IEnumerable<(string Name, string Value)> pairs) => new([.. pairs
        .Where(pair => Names.Contains(pair.Name)).Select(pair => (pair.Name, Clean(pair.Value))).Where(pair => pair.Item2.Length > 0).Distinct().Take(Most)]);

    /// <summary>From the part of an address after the question mark.</summary>
    public static CreatorFilter Parse(string? query) => Of(Pairs(query));

    internal static IEnumerable<(string Name, string Value)> Pairs(string? query) =>
        Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query).SelectMany(pair => pair.Value.Select(value => (pair.Key, value ?? "")));

    public bool IsEmpty => Values.Count == 0;
    public string? One(string name) => Values.FirstOrDefault(pair => pair.Name == name).Value;
    public IReadOnlyList<string> Every(string name) => [.. Values.Where(pair => pair.Name == name).Select(pair => pair.Value)];
    public override string ToString() => string.Join('&', Values.Select(pair => $"{pair.Name}={Uri.EscapeDataString(pair.Value)}"));

    /// <summary>A number as people type it: 10,000 or 10.000 or 2.5; k and m stand for thousands and millions.</summary>
    internal long? Number(string name, decimal scale)
    {
        if (One(name) is not { } typed) return null;
        var text = typed.Replace(" ", "", StringComparison.Ordinal).TrimEnd('%').ToLowerInvariant();
        var times = text.Length == 0 ? 1 : text[^1] switch { 'k' => 1_000m, 'm' => 1_000_000m, _ => 1 };
        if (times > 1) text = text[..^1];
        var parts = text.Split('.', ',');
        if (parts.Length > 1 && parts[0].Length is > 0 and <= 3 && parts[0] != "0" && parts[1..].All(p => p.Length == 3)) text = string.Concat(parts);
        if (!decimal.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) || number > 1_000_000_000_000_000)
            throw new Refused("filter_not_a_number", typed);
        var scaled = number * times * scale;
        return scaled > long.MaxValue ? throw new Refused("filter_not_a_number", typed) : (long)scaled;
    }

    private static string Clean(string value)
    {
        var text = value.Replace("\0", "", StringComparison.Ordinal).Trim();
        return text.Length <= Longest ? text : text[..Longest];
    }
}
