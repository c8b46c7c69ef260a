using Showrunner.Metrics;

namespace Showrunner.Reports.Told;

/// <summary>Headline figures. The first leads: the sentence is about it.</summary>
public sealed record Cards(string Code, string Sheet, string Heading, params IReadOnlyList<string> Shown) : Part(Code, Sheet)
{
    internal override IReadOnlyList<string> Metrics => Shown;

    internal override Section Tell(MetricTable answer, Telling on)
    {
        var known = Enumerable.Range(0, answer.Metrics.Count).Where(at => answer.Sources[at] is not null).ToList();
        var unknown = answer.Metrics.Where((_, at) => answer.Sources[at] is null).Select(m => on.Words.Label(m.Code)).ToList();
        var row = answer.Rows[0];
        List<string> notes = unknown.Count == 0 ? [] : [on.Words.Say("report.told.notKnown", string.Join(", ", unknown))];
        if (answer.TotalPeriods.Count > 0) notes.Add(on.Words.Say("report.fromTotals", string.Join("; ", answer.TotalPeriods.Select(p => on.Words.Formats.Days(p)))));
        if (answer.Compared is { } before && known.Count > 0 && !known.Any(at => on.Compares(answer, at))) notes.Add(on.Words.Say("report.nothingBefore", on.Words.Formats.Days(before)));
        return new Section(on.Words.Say(Sheet), on.Movement(answer.Metrics[0], row.Values[0], on.Before(answer, row, 0)))
        {
            Code = Code,
            Heading = on.Words.Say(Heading),
            Figures = [.. known.Select(at => on.Figure(answer, at))],
            Sentences = [.. Drivers(answer, on)],
            Notes = notes,
        };
    }

    /// <summary>More orders or larger ones.</summary>
    private static IEnumerable<string> Drivers(MetricTable answer, Telling on)
    {
        var (orders, aov) = (Place("orders"), Place("aov"));
        if (orders < 0 || aov < 0) yield break;
        var row = answer.Rows[0];
        if (row.Values[orders] is not { } count || on.Before(answer, row, orders) is not { } countBefore || row.Values[aov] is not { } each || on.Before(answer, row, aov) is not { } eachBefore || countBefore <= 0 || eachBefore <= 0) yield break;
        yield return on.Words.Say("report.drivers", count, on.Words.Percent(count, countBefore)!, on.Words.Money(each), on.Words.Percent(each, eachBefore)!);

        int Place(string code) => answer.Metrics.ToList().FindIndex(m => m.Code == code);
    }
}
