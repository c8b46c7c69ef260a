using Showrunner.Metrics;
using Showrunner.Office;
using Showrunner.Reports.Weekly;

namespace Showrunner.Reports.Told;

/// <summary>Groups of a dimension by the first figure, with who rose and fell most.</summary>
public sealed record Ranking(string Code, string Sheet, string By, params IReadOnlyList<string> Shown) : Part(Code, Sheet)
{
    private const int Drawn = 10;

    /// <summary>Rows in the file; all groups count for the sentences.</summary>
    public int Most { get; init; } = 20;

    internal override IReadOnlyList<string> Metrics => Shown;

    internal override MetricQuery Ask(ReportQuestion question) => base.Ask(question) with { By = [By], Sort = "-" + Shown[0] };

    internal override Section Tell(MetricTable answer, Telling on)
    {
        var words = on.Words;
        var (sheet, metric) = (words.Say(Sheet), answer.Metrics[0]);
        var shown = Enumerable.Range(0, answer.Metrics.Count).Where(at => answer.Sources[at] is not null && answer.Rows.Any(r => r.Values[at] is not null and not 0)).ToList();
        var rows = answer.Rows.Where(r => !IsNobody(r) && r.Values[0] is not null and not 0).ToList();
        if (rows.Count == 0 || !shown.Contains(0))
            return new Section(sheet, words.Say("report.told.none", words.Label(metric.Code), words.Many(By))) { Code = Code, Sentences = [words.Say("report.noneSold.text")] };
        var sums = Telling.AddsUp(answer, 0);
        var whole = sums ? answer.Rows.Sum(r => r.Values[0]) : null;
        var compared = By != "content" && on.Compares(answer, 0);
        var top = rows.Take(Most).ToList();
        var heading = words.Say("dimension." + By);
        var table = Table(top, shown, heading, whole, compared, answer, on);
        var headline = Headline(rows, top, whole, metric, on);
        var drawnAsBars = By is not "product" and not "content";
        List<ChartSeries> series = compared ? [new ChartSeries(words.Before(metric.Code), SeriesRole.Comparison), new ChartSeries(words.Label(metric.Code))] : [new ChartSeries(words.Label(metric.Code))];
        return new Section(sheet, headline)
        {
            Code = Code,
            Table = new ContentTable(Code, table, drawnAsBars
                ? [new ChartSpec(ChartKind.Bar, words.Say("report.told.by", words.Label(metric.Code), heading), heading, series) { Points = Drawn, Height = 460, Description = headline }] : [])
            {
                SlideColumns = drawnAsBars ? [] : [.. table.Columns.Take(compared ? 6 : 5).Select(c => c.Name)],
                SlideRows = drawnAsBars ? null : Drawn,
            },
            Sentences = compared ? [.. Movers(answer, sums, on)] : [],
            Notes = answer.Rows.FirstOrDefault(IsNobody) is { } nobody && nobody.Values[0] is { } rest && rest != 0 ? [words.Say("report.told.nobody", on.Short(metric, rest), heading)] : [],
        };
    }

    /// <summary>Figures that no creator, product or campaign is named for.</summary>
    private static bool IsNobody(MetricRow row) => row.Keys[0] == "0";

    private Table Table(List<MetricRow> top, List<int> shown, string heading, decimal? whole, bool compared, MetricTable answer, Telling on)
    {
        var words = on.Words;
        List<Column> columns = [new Column(heading, CellFormat.Text, By is "product" or "content" ? 46 : null, Total.Label(words.Say("report.topTotal", top.Count))) { Wrap = By == "product" }];
        foreach (var at in shown)
        {
            var metric = answer.Metrics[at];
            columns.Add(new Column(words.Label(metric.Code), on.Format(metric), Total: Telling.AddsUp(answer, at) ? Total.Sum : null) { Bar = at == 0 });
            if (at > 0) continue;
            if (compared)
            {
                columns.Add(new Column(words.Before(metric.Code), on.Format(metric), Total: Telling.AddsUp(answer, 0) ? Total.Sum : null));
                if (metric.Unit != Unit.Rate) columns.Add(new Column(words.Say("report.change"), CellFormat.Change()) { Better = Telling.Better(metric) });
            }
            if (whole is > 0) columns.Add(new Column(words.Say("report.told.share", words.Label(metric.Code)), CellFormat.Percent(), Total: Total.Sum));
        }
        return new Table(columns, [.. top.Select(Row)]);

        IReadOnlyList<object?> Row(MetricRow row)
        {
            List<object?> cells = [on.Group(By, row.Keys[0], row.Labels[0])];
            foreach (var at in shown)
            {
                var metric = answer.Metrics[at];
                cells.Add(words.Major(metric, row.Values[at]));
                if (at > 0) continue;
                if (compared)
                {
                    cells.Add(words.Major(metric, row.Before[0]));
                    if (metric.Unit != Unit.Rate) cells.Add(Rank.Share(row.Values[0] - row.Before[0], row.Before[0]));
                }
                if (whole is > 0) cells.Add(row.Values[0] / whole);
            }
            return cells;
        }
    }

    private string Headline(List<MetricRow> rows, List<MetricRow> top, decimal? whole, Metric metric, Telling on)
    {
        var (leader, value) = (Name(top[0], on), on.Short(metric, top[0].Values[0]));
        return whole is > 0
            ? on.Words.Say("report.told.leads", leader, on.Words.Formats.Rate((double)(top[0].Values[0]!.Value / whole.Value)), on.Words.Label(metric.Code), value, rows.Count, on.Words.Many(By))
            : on.Words.Say("report.told.highest", on.Words.Label(metric.Code), leader, value, rows.Count, on.Words.Many(By));
    }

    /// <summary>Who rose and fell most, how much of the whole change that explains, and who is new or gone.</summary>
    private IEnumerable<string> Movers(MetricTable answer, bool sums, Telling on)
    {
        var metric = answer.Metrics[0];
        var groups = answer.Rows.Where(r => !IsNobody(r)).Select(r => (Row: r, Now: r.Values[0] ?? 0, Before: r.Before[0] ?? 0)).ToList();
        if (metric.IsRatio) yield break;
        var total = sums ? answer.Rows.Sum(r => (r.Values[0] ?? 0) - (r.Before[0] ?? 0)) : 0;
        var (up, down) = (groups.MaxBy(g => g.Now - g.Before), groups.MinBy(g => g.Now - g.Before));
        foreach (var group in total >= 0 ? new[] { up, down } : [down, up])
        {
            var change = group.Now - group.Before;
            if (change == 0 || (group == up && change < 0) || (group == down && change > 0)) continue;
            var said = group.Before == 0
                ? on.Words.Say("report.told.new", Name(group.Row, on), on.Short(metric, group.Now))
                : on.Words.Say(change > 0 ? "report.rose" : "report.fell", Name(group.Row, on), on.Short(metric, Math.Abs(change)), on.Words.Percent(group.Now, group.Before)!, on.Short(metric, group.Now));
            var explains = total != 0 && Math.Sign(change) == Math.Sign(total) && Math.Abs(change) <= Math.Abs(total);
            yield return explains ? on.Words.Say("report.explains", said, on.Words.Formats.Rate((double)(change / total), 0)) : said;
        }
        var (fresh, gone) = (groups.Count(g => g.Before == 0 && g.Now > 0), groups.Count(g => g.Before > 0 && g.Now == 0));
        if (fresh + gone > 0) yield return on.Words.Say("report.told.turnover", fresh, gone, on.Words.Label(metric.Code), on.Words.Many(By));
    }

    private string Name(MetricRow row, Telling on) => RankSection.Short(on.Group(By, row.Keys[0], row.Labels[0]));
}
