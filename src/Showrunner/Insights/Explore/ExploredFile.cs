using Showrunner.Markets;
using Showrunner.Metrics;
using Showrunner.Office;
using Showrunner.Platform;
using Showrunner.Reports;
using Showrunner.Reports.Templates;

namespace Showrunner.Insights.Explore;

/// <summary>An answer of one market as a file, in one language.</summary>
public sealed class ExploredFile(Market market, string language, Texts texts, ExploreWords words, CompanyLook look)
{
    private const string Source = "data";
    private const int MostRowsOnSlide = 14, MostRowsInDocument = 40;
    private readonly ReportWords _report = new(texts, market, language);

    /// <summary>Data, pivot table, chart and definitions of one answer.</summary>
    public void Workbook(Stream to, Explored explored)
    {
        var table = ExploredTable.Of(explored, _report, words);
        List<SheetSpec> sheets = [Sheet(words.Say["explore.sheet.data"], words.Question(explored.Asked), explored, new TableBlock(table) { Name = Source, Empty = words.Say["chart.empty"], Notes = [.. words.Notes(explored)] }) with { TabColour = Palette.Subject }];
        if (ExploredPivot.Of(explored, Source, table, words) is { } pivot)
            sheets.Add(Sheet(words.Say["explore.sheet.pivot"], words.Question(explored.Asked), explored, pivot));
        if (ExploredChart.Of(explored, Drawing.Of(explored, words), _report, words) is { } drawn)
            sheets.Add(Sheet(words.Say["explore.sheet.chart"], drawn.Chart.Title, explored, new TableBlock(drawn.Table, drawn.Chart) { Name = "drawn", Filter = false }));
        sheets.Add(Definitions(explored.Table.Metrics.Select(m => m.Code), explored));
        Write(to, words.Question(explored.Asked), explored.Open.AsOf, sheets);
    }

    /// <summary>A slide with a native chart.</summary>
    public void Deck(Stream to, Explored explored)
    {
        var (title, open) = (words.Question(explored.Asked), explored.Open);
        DeckWriter.Write(to, new DeckSpec(new Stamp(title, open.AsOf), Slide(explored)) { Culture = _report.Culture, Template = look.Deck, Footer = $"{market.Name(language)} · {words.Formats.Days(explored.Range)} · {AsOf(open)}" });
    }

    /// <summary>Its chart, its rows and its notes, for Word or as a PDF; figures are explained in footnotes.</summary>
    public DocumentSpec Document(Explored explored)
    {
        var (title, open) = (words.Question(explored.Asked), explored.Open);
        return new DocumentSpec(new Stamp(title, open.AsOf), [.. Passages(explored)])
        {
            Culture = _report.Culture,
            Template = look.Document,
            Subtitle = $"{market.Name(language)} · {words.Formats.Days(explored.Range)}",
            AsOf = AsOf(open),
            Footer = AsOf(open),
            Words = RenderDocument.Words(_report),
            Definitions = [.. explored.Table.Metrics.Select(m => _report.Define(m.Code)).Select(t => new Definition(t.Name, $"{t.Meaning} ({t.Formula} · {t.Unit} · {t.Source})"))],
        };
    }

    private IEnumerable<Passage> Passages(Explored explored)
    {
        var drawing = Drawing.Of(explored, words);
        yield return new HeadingPassage(drawing.Title);
        yield return new TextPassage(What(explored)) { IsNote = true };
        if (ExploredChart.Of(explored, drawing, _report, words) is { } drawn) yield return new ChartPassage(drawing.Title, drawn.Table, drawn.Chart);
        if (drawing.Kind == "figures") yield return new FiguresPassage([.. explored.Table.Metrics.Select((m, i) => Figure(explored, m, i))]);
        else if (drawing.Kind == "heat") yield return new TablePassage(drawing.Title, ExploredChart.Wide(explored, drawing, _report, words).Table);
        else if (explored.HasGroups) yield return new TablePassage(words.Question(explored.Asked), ExploredTable.Of(explored, _report, words, compared: false)) { MostRows = MostRowsInDocument };
        if (words.Notes(explored).ToList() is { Count: > 0 } notes) yield return new TextPassage(notes) { IsNote = true };
    }

    private Slide Slide(Explored explored)
    {
        var drawing = Drawing.Of(explored, words);
        var headline = drawing.Title;
        var notes = string.Join("\n", [What(explored), .. words.Notes(explored), .. explored.Table.Metrics.Select(m => _report.Define(m.Code)).Select(t => $"{t.Name}: {t.Meaning}")]);
        if (ExploredChart.Of(explored, drawing, _report, words) is { } drawn) return new ChartSlide(headline, drawn.Table, drawn.Chart) { Notes = notes };
        return drawing.Kind switch
        {
            "figures" => new FiguresSlide(headline, [.. explored.Table.Metrics.Select((m, i) => Figure(explored, m, i))]) { Notes = notes },
            "heat" => new TableSlide(headline, ExploredChart.Wide(explored, drawing, _report, words).Table) { Notes = notes },
            _ => new TableSlide(headline, ExploredTable.Of(explored, _report, words, compared: false)) { MostRows = MostRowsOnSlide, Notes = notes },
        };
    }

    private Figure Figure(Explored explored, Metric metric, int at)
    {
        var (now, before) = (explored.Whole.Rows[0].Values[at], explored.Before(explored.Whole.Rows[0], at));
        var change = words.Formats.Difference(now, before, Units.Of(metric));
        return new Figure(words.Metric(metric.Code), words.Short(metric, now), before is null ? null : change.Percent.Length > 0 ? $"{change.Percent} ({change.Absolute})" : change.Absolute,
            change.Mood(Units.UpIsGood(metric)) switch { "good" => Mood.Good, "bad" => Mood.Bad, _ => Mood.Neutral });
    }

    private SheetSpec Sheet(string name, string title, Explored explored, Block block) => new(name, block) { Title = title, Subtitle = $"{What(explored)} · {AsOf(explored.Open)}" };

    private SheetSpec Definitions(IEnumerable<string> codes, Explored any) =>
        Sheet(words.Say["explore.sheet.definitions"], words.Say["explore.sheet.definitions"], any, RenderWorkbook.Terms(codes.Select(_report.Define), _report));

    private string What(Explored explored) => string.Join(" · ", new[]
    {
        market.Name(language), words.Formats.Days(explored.Range), explored.Table.Compared is { } before ? words.Say["explore.against.period", words.Formats.Days(before)] : null, market.Currency,
        explored.Asked.Where.Count == 0 ? null : string.Join(", ", explored.Asked.Where.Select(f => $"{words.Dimension(f.Dimension)}: {string.Join(", ", f.Values.Select(v => words.Group(f.Dimension, v, v.TrimStart('@'))))}")),
    }.OfType<string>());

    private string AsOf(OpenMarket open) => $"{words.Say["frame.asOf", words.Formats.When(open.AsOf)]} · {words.Say["frame.changeNo", open.Change]}";

    private void Write(Stream to, string title, DateTimeOffset made, List<SheetSpec> sheets) =>
        WorkbookWriter.Write(to, new WorkbookSpec(new Stamp(title, made), [.. sheets]) { Culture = _report.Culture });
}
