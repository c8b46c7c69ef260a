using System.Globalization;
using Showrunner.Creators.Work;
using Showrunner.Platform;

namespace Showrunner.Creators.Listing;

/// <summary>What a filter's conditions are measured against.</summary>
/// <param name="MarketId">Whose creators.</param>
/// <param name="MinorPerMajor">Money is typed in whole units.</param>
/// <param name="Now">Days are counted back from here.</param>
/// <param name="PersonId">Who "me" is.</param>
/// <param name="Segments">All of the market's, by their row.</param>
internal sealed record FilterPlace(long MarketId, long MinorPerMajor, DateTimeOffset Now, long? PersonId, IReadOnlyDictionary<long, Segment> Segments)
{
    /// <summary>A keyword that finds nobody is taken for a slip of the hand.</summary>
    public bool Tolerant { get; init; }

    /// <summary>What creators are called, where it is known already.</summary>
    public CreatorTexts? Texts { get; init; }
}

/// <summary>
/// A filter as SQL over the columns: <c>c</c> is the creator, <c>s</c> what was sold in the period and <c>b</c> in the one before.
/// A value known as a range fits when some of the range does.
/// </summary>
internal sealed class CreatorConditions(FilterPlace place)
{
    private readonly List<string> _parameters = [];
    private readonly HashSet<long> _within = [];
    public IReadOnlyList<string> Parameters => _parameters;

    /// <summary>Each filter that is set, by its key.</summary>
    public IReadOnlyList<(string Key, string Sql)> Of(CreatorFilter filter) =>
        [.. CreatorFilter.Keys.Where(key => key.Names.Any(name => filter.One(name) is not null)).Select(key => (key.Key, One(key.Key, filter))).Where(part => part.Item2.Length > 0)];

    private string One(string key, CreatorFilter filter) => key switch
    {
        CreatorFilter.Keyword => Keyword(filter.One(key)!),
        CreatorFilter.Segment => AnyOf(filter.Every(key), value => "(" + Segment(Row(value)) + ")"),
        CreatorFilter.Stage => $"c.stage IN ({string.Join(", ", filter.Every(key).Select(value => value == CreatorFilter.None ? "''" : Place(value)))})",
        CreatorFilter.Owner => AnyOf(filter.Every(key), Owner),
        CreatorFilter.Agency => $"c.agency_id IN ({string.Join(", ", filter.Every(key).Select(value => Text(value == CreatorFilter.None ? 0 : Row(value))))})",
        CreatorFilter.Tag or CreatorFilter.List => AnyOf(filter.Every(key), value => $"contains(c.labels, ',{Text(Row(value))},')"),
        CreatorFilter.Age => AnyOf(filter.Every(key), MainAge),
        CreatorFilter.Growing => "s.gmv > b.gmv AND b.gmv > 0 AND CAST(s.gmv AS DOUBLE) / b.gmv >= (SELECT quantile_cont(CAST(n.gmv AS DOUBLE) / e.gmv, 0.9) FROM sold n JOIN earlier e USING (creator_id) WHERE n.gmv > 0 AND e.gmv > 0)",
        CreatorFilter.Quiet => $"(c.last_contacted_at IS NULL OR c.last_contacted_at < {DaysAgo(filter, key)})",
        CreatorFilter.Waiting => $"c.stage <> '' AND c.stage_since < {DaysAgo(filter, key)}",
        _ when CreatorFilter.Texts.Contains(key) => AnyOf(filter.Every(key), value => TextIs(key, Place(value))),
        _ => Between(CreatorFilter.Ranges.First(range => range.Name == key), filter),
    };

    private string Keyword(string typed) =>
        place.Texts?.Find(typed, place.Tolerant) ?? (place.Tolerant ? KeywordSql.Almost(typed, Place) : KeywordSql.Contains(typed, Place));

    private string Between(RangeFilter range, CreatorFilter filter)
    {
        var scale = range.Unit switch { MeasureUnit.Money => place.MinorPerMajor, MeasureUnit.Rate => 10_000m, _ => 1m };
        var (from, to) = (filter.Number(range.Name + "From", scale), filter.Number(range.Name + "To", scale));
        if (from > to) throw new Refused("filter_backwards", filter.One(range.Name + "From"), filter.One(range.Name + "To"));
        return string.Join(" AND ", new[] { from is { } low ? $"{range.High} >= {Text(low)}" : null, to is { } high ? $"{range.Low} <= {Text(high)}" : null }.Where(part => part is not null));
    }

    /// <summary>The band of the audience that is larger than each of the others.</summary>
    private static string MainAge(string code)
    {
        var age = CreatorMeasure.Ages.FirstOrDefault(a => a.Code == code) ?? throw new Refused("filter_unknown_value", code);
        return $"c.{age.Low} >= greatest({string.Join(", ", CreatorMeasure.Ages.Where(a => a != age).Select(a => "c." + a.Low))})";
    }

    /// <summary>Stands for the filter that the segment keeps, in the period of the question.</summary>
    private string Segment(long id)
    {
        if (!place.Segments.TryGetValue(id, out var segment)) throw new Refused("segment_missing");
        if (!_within.Add(id)) throw new Refused("segment_circle", segment.Name);
        var parts = Of(segment.Filter);
        _within.Remove(id);
        return parts.Count == 0 ? "1 = 1" : string.Join(" AND ", parts.Select(part => $"({part.Sql})"));
    }

    private string Owner(string value) => value switch
    {
        CreatorFilter.None => "c.owner_id IS NULL",
        CreatorFilter.Me => place.PersonId is { } me ? $"c.owner_id = {Text(me)}" : "1 = 0",
        _ => $"c.owner_id = {Text(Row(value))}",
    };

    /// <summary>A category holds those below it.</summary>
    private static string TextIs(string column, string here) => column == "category" ? $"(c.category = {here} OR starts_with(c.category, {here} || '/'))" : $"c.{column} = {here}";

    private string DaysAgo(CreatorFilter filter, string key)
    {
        var days = Math.Min(filter.Number(key, 1) ?? 0, 36_500);
        return $"TIMESTAMP '{place.Now.UtcDateTime.AddDays(-days):yyyy-MM-dd HH:mm:ss}'";
    }

    private static string AnyOf(IReadOnlyList<string> values, Func<string, string> one) =>
        values.Count == 1 ? one(values[0]) : "(" + string.Join(" OR ", values.Select(value => $"({one(value)})")) + ")";

    private static long Row(string value) => long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : throw new Refused("filter_unknown_value", value);

    private string Place(string value)
    {
        _parameters.Add(value);
        return $"CAST(${Text(_parameters.Count)} AS VARCHAR)";
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
