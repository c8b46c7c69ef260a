using Showrunner.Metrics;
using Showrunner.Office;

namespace Showrunner.Reports.Told;

/// <summary>Figures by day, week or month, as the length of the period asks; the first is drawn and told about.</summary>
public sealed record Course(string Code, string Sheet, params IReadOnlyList<string> Shown) : Part(Code, Sheet)
{
    private const int MostDays = 45, MostDaysByWeek = 190;

    internal override IReadOnlyList<string> Metrics => Shown;

    internal override MetricQuery Ask(ReportQuestion question) => base.Ask(question) with { Grain = Grain(question) };

    private static string Grain(ReportQuestion question) => question.Range.Days switch { <= MostDays => "day", <= MostDaysByWeek => "week", _ => "month" };

    internal override Section Tell(MetricTable answer, Telling on)
    {
        var (words, grain) = (on.Words, answer.Query.Grain);
        var shown = Enumerable.Range(0, answer.Metrics.Count).Where(at => answer.Sources[at] is Family.Lines or Family.Content).ToList();
        if (!shown.Contains(0) || answer.Rows.Count == 0)
            return new Section(words.Say(Sheet), words.Say("report.noDays")) { Code = Code, Sentences = [words.Say(answer.FromTotals ? "report.noDays.totals" : "report.told.unknown", words.Label(Shown[0]))] };
        var compared = on.Compares(answer, 0) && grain == "day";
        var heading = words.Say(grain switch { "month" => "chart.month", "week" => "chart.week", _ => "chart.day" });
        var (lead, before) = (words.Label(Shown[0]), words.Before(Shown[0]));
        List<Column> columns = [new Column(heading, grain == "month" ? CellFormat.Text : CellFormat.ShortDate, Width: 13, Total: Total.Label(words.Say("table.total")))];
        foreach (var at in shown)
        {
            columns.Add(new Column(words.Label(answer.Metrics[at].Code), on.Format(answer.Metrics[at]), Total: Telling.AddsUp(answer, at) ? Total.Sum : null));
            if (at == 0 && compared) columns.Add(new Column(before, on.Format(answer.Metrics[0]), Total: Telling.AddsUp(answer, 0) ? Total.Sum : null));
        }
        var headline = Headline(answer, on, grain);
        List<ChartSeries> drawn = compared ? [new ChartSeries(before, SeriesRole.Comparison), new ChartSeries(lead)] : [new ChartSeries(lead)];
        return new Section(words.Say(Sheet), headline)
        {
            Code = Code,
            Table = new ContentTable(Code, new Table(columns, [.. answer.Rows.Select(row => Row(row, shown, compared, answer, on))]),
                new ChartSpec(grain == "day" ? ChartKind.Line : ChartKind.Column, words.Say("report.told.course", lead, words.Say("report.told.per." + grain)), heading, drawn) { Description = headline }),
            Sentences = [.. Since(answer, on, grain)],
            Notes = shown.Any(at => !Telling.AddsUp(answer, at) && !answer.Metrics[at].IsRatio)
                ? [words.Say("report.told.notSums", string.Join(", ", shown.Where(at => !Telling.AddsUp(answer, at)).Select(at => words.Label(answer.Metrics[at].Code))))] : [],
        };
    }

    private static IReadOnlyList<object?> Row(MetricRow row, List<int> shown, bool compared, MetricTable answer, Telling on)
    {
        List<object?> cells = [answer.Query.Grain == "month" ? on.Words.Formats.Month(row.Bucket!.Value) : row.Bucket];
        foreach (var at in shown)
        {
            cells.Add(on.Words.Major(answer.Metrics[at], row.Values[at]));
            if (at == 0 && compared) cells.Add(on.Words.Major(answer.Metrics[0], row.Before[0]));
        }
        return cells;
    }

    private static string Headline(MetricTable answer, Telling on, string grain)
    {
        var known = answer.Rows.Where(r => r.Values[0] is not null).ToList();
        var metric = answer.Metrics[0];
        if (known.Count == 0) return on.Words.Say("report.told.unknown", on.Words.Label(metric.Code));
        var (high, low) = (known.MaxBy(r => r.Values[0])!, known.MinBy(r => r.Values[0])!);
        return known.Count == 1
            ? on.Words.Say("report.told.one", on.Words.Label(metric.Code), Bucket(high, on, grain), on.Short(metric, high.Values[0]))
            : on.Words.Say("report.told.highLow", on.Words.Label(metric.Code), Bucket(high, on, grain), on.Short(metric, high.Values[0]), Bucket(low, on, grain), on.Short(metric, low.Values[0]));
    }

    /// <summary>On how many days it was above or below those before, and since when without a break.</summary>
    private static IEnumerable<string> Since(MetricTable answer, Telling on, string grain)
    {
        if (grain != "day" || !on.Compares(answer, 0)) yield break;
        var signs = answer.Rows.Select(r => Math.Sign((r.Values[0] ?? 0) - (r.Before[0] ?? 0))).ToList();
        var side = Math.Sign(answer.Rows.Sum(r => (r.Values[0] ?? 0) - (r.Before[0] ?? 0)));
        if (side == 0 || signs.Count < 3) yield break;
        var said = on.Words.Say(side > 0 ? "report.told.above" : "report.told.below", on.Words.Label(answer.Metrics[0].Code), signs.Count(s => s == side), signs.Count);
        var run = signs.AsEnumerable().Reverse().TakeWhile(s => s == side).Count();
        yield return run >= 2 && run < signs.Count ? on.Words.Say("report.told.since", said, on.Words.Formats.Weekday(answer.Rows[^run].Bucket!.Value)) : said;
    }

    private static string Bucket(MetricRow row, Telling on, string grain) => grain switch
    {
        "month" => on.Words.Formats.Month(row.Bucket!.Value),
        "week" => on.Words.Say("report.told.weekOf", on.Words.Formats.DayMonth(row.Bucket!.Value)),
        _ => on.Words.Formats.Weekday(row.Bucket!.Value),
    };
}
