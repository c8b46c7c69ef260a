using Showrunner.Markets;
using Showrunner.Metrics;
using Showrunner.Office;
using Showrunner.Platform;
using Showrunner.Reports;

namespace Showrunner.Insights.Explore;

/// <summary>Answers of one market as a workbook or a deck, in one language.</summary>
public sealed class ExploredFile(Market market, string language, Texts texts, ExploreWords words)
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

    /// <summary>A sheet for each named answer, and what their figures mean.</summary>
    public void Workbook(Stream to, string title, OpenMarket open, IReadOnlyList<(string Name, Explored? Answer, string? Refusal)> answers)
    {
        List<SheetSpec> sheets = [.. answers.Select((a, i) => a.Answer is { } explored
            ? Sheet(a.Name, a.Name, explored, Block(explored, $"{Source} {i}"))
            : new SheetSpec(a.Name, new TextBlock(a.Refusal ?? "")) { Title = a.Name })];
        var codes = answers.Where(a => a.Answer is not null).SelectMany(a => a.Answer!.Table.Metrics).Select(m => m.Code).Distinct().ToList();
        if (answers.FirstOrDefault(a => a.Answer is not null).Answer is { } any) sheets.Add(Definitions(codes, any));
        Write(to, title, open.AsOf, sheets);
    }

    /// <summary>A slide with a native chart for each named answer.</summary>
    /// <param name="to">Where it is written.</param>
    /// <param name="title">Name of the deck.</param>
    /// <param name="days">The period that most of it is about.</param>
    /// <param name="open">The market.</param>
    /// <param name="answers">Name, answer, or why there is none.</param>
    public void Deck(Stream to, string title, DayRange days, OpenMarket open, IReadOnlyList<(string Name, Explored? Answer, string? Refusal)> answers)
    {
        var what = $"{market.Name(language)} · {words.Formats.Days(days)}";
        var slides = answers.Select(a => a.Answer is { } explored ? Slide(a.Name, explored) : new TextSlide(a.Name, a.Refusal ?? ""));
        if (answers.Count > 1) slides = slides.Prepend(new TitleSlide(title, what, AsOf(open)));
        DeckWriter.Write(to, new DeckSpec(new Stamp(title, open.AsOf), [.. slides]) { Culture = _report.Culture, Footer = $"{what} · {AsOf(open)}" });
    }

    /// <summary>A part with its chart, its rows and its notes for each named answer, for Word or as a PDF; figures are explained in footnotes.</summary>
    /// <param name="title">Name of the document.</param>
    /// <param name="days">The period that most of it is about.</param>
    /// <param name="open">The market.</param>
    /// <param name="answers">Name, answer, or why there is none.</param>
    public DocumentSpec Document(string title, DayRange days, OpenMarket open, IReadOnlyList<(string Name, Explored? Answer, string? Refusal)> answers)
    {
        var codes = answers.Where(a => a.Answer is not null).SelectMany(a => a.Answer!.Table.Metrics).Select(m => m.Code).Distinct();
        return new DocumentSpec(new Stamp(title, open.AsOf), [.. answers.SelectMany(a => Passages(a.Name, a.Answer, a.Refusal))])
        {
            Culture = _report.Culture,
            Subtitle = $"{market.Name(language)} · {words.Formats.Days(days)}",
            AsOf = AsOf(open),
            Footer = AsOf(open),
            Words = RenderDocument.Words(_report),
            Definitions = [.. codes.Select(_report.Define).Select(t => new Definition(t.Name, $"{t.Meaning} ({t.Formula} · {t.Unit} · {t.Source})"))],
        };
    }

    private IEnumerable<Passage> Passages(string name, Explored? explored, string? refusal)
    {
        if (explored is null)
        {
            yield return new HeadingPassage(name);
            yield return new TextPassage(refusal ?? "");
            yield break;
        }
        var drawing = Drawing.Of(explored, words);
        yield return new HeadingPassage(name.Length == 0 ? drawing.Title : name);
        yield return new TextPassage(What(explored)) { IsNote = true };
        if (ExploredChart.Of(explored, drawing, _report, words) is { } drawn) yield return new ChartPassage(drawing.Title, drawn.Table, drawn.Chart);
        if (drawing.Kind == "figures") yield return new FiguresPassage([.. explored.Table.Metrics.Select((m, i) => Figure(explored, m, i))]);
        else if (drawing.Kind == "heat") yield return new TablePassage(drawing.Title, ExploredChart.Wide(explored, drawing, _report, words).Table);
        else if (explored.HasGroups) yield return new TablePassage(words.Question(explored.Asked), ExploredTable.Of(explored, _report, words, compared: false)) { MostRows = MostRowsInDocument };
        if (words.Notes(explored).ToList() is { Count: > 0 } notes) yield return new TextPassage(notes) { IsNote = true };
    }

    private Block Block(Explored explored, string name)
    {
        var charts = ExploredChart.Of(explored, Drawing.Of(explored, words), _report, words);
        // A chart reads the columns of its own table: it can stand beside the rows only where these are the same.
        return charts is { } drawn && !explored.HasGroups
            ? new TableBlock(drawn.Table, drawn.Chart) { Name = name, Notes = [.. words.Notes(explored)] }
            : new TableBlock(ExploredTable.Of(explored, _report, words)) { Name = name, Empty = words.Say["chart.empty"], Notes = [.. words.Notes(explored)] };
    }

    private Slide Slide(string name, Explored explored)
    {
        var drawing = Drawing.Of(explored, words);
        var headline = name.Length == 0 ? drawing.Title : drawing.Kind == "table" ? name : $"{name}: {drawing.Title}";
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
