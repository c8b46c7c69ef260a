using Showrunner.Office;

namespace Showrunner.Reports.Told;

/// <summary>Takes one scorecard after the other.</summary>
internal abstract class BookWriter : IDisposable
{
    public abstract void Add(ReportSubject subject, ReportContent card);
    public abstract void Finish();
    public abstract void Dispose();

    /// <summary>"@lina: GMV rose by …".</summary>
    protected static string Headline(ReportSubject subject, ReportContent card) => $"{subject.Name}: {card.Sections[0].Headline}";
}

/// <summary>A page each, found by its place in the contents.</summary>
internal sealed class BookOfPages(Stream output, ReportContent frame, IReadOnlyList<ReportSubject> subjects) : BookWriter
{
    private readonly PdfBook _book = new(output, RenderDocument.Spec(frame) with { Definitions = [] }, [.. subjects.Select(s => new HeadingPassage(s.Name)), new HeadingPassage(frame.Sections[0].Headline)]);

    public override void Add(ReportSubject subject, ReportContent card)
    {
        var (figures, trend, goods) = (card.Sections[0], card.Sections[1], card.Sections[2]);
        List<Passage> page = [new HeadingPassage(subject.Name) { StartsPage = true }, new TextPassage(figures.Headline)];
        if (figures.Figures.Any(f => f.Value is not null)) page.Add(new FiguresPassage([.. figures.Figures.Select(f => f.Card)]));
        if (trend.Table is { Charts.Count: > 0 } drawn) page.Add(new ChartPassage(drawn.Charts[0].Title, drawn.Table, drawn.Charts[0]) { Height = 165 });
        if (goods.Table is { } listed) page.Add(new TablePassage(goods.Headline, listed.Narrow) { MostRows = listed.SlideRows });
        _book.Add(page);
    }

    public override void Finish()
    {
        var terms = frame.Sections[0];
        _book.Add([new HeadingPassage(terms.Headline) { StartsPage = true }, .. terms.Terms.Select(t => new TextPassage($"{t.Name}: {t.Meaning} ({t.Formula} · {t.Unit} · {t.Source})"))]);
        _book.Finish();
    }

    public override void Dispose() { /* a PDF holds nothing open */ }
}

/// <summary>A slide each.</summary>
internal sealed class BookOfSlides : BookWriter
{
    private readonly DeckBook _deck;

    public BookOfSlides(Stream output, ReportContent frame, IReadOnlyList<ReportSubject> subjects)
    {
        _deck = new DeckBook(output, new DeckSpec(new Stamp(frame.Title, frame.Made)) { Culture = frame.Words.Culture, Template = frame.Look?.Deck, Footer = $"{frame.What} · {frame.AsOf}" });
        _deck.Add(new TitleSlide(frame.Title, $"{frame.What} · {frame.Words.Say("report.book.creators", subjects.Count)}", frame.AsOf));
    }

    public override void Add(ReportSubject subject, ReportContent card) => _deck.Add(new FiguresSlide(Headline(subject, card), [.. card.Sections[0].Figures.Take(8).Select(f => f.Card)])
    {
        Notes = string.Join("\n", card.Sections.Skip(1).Select(s => s.Headline)),
    });

    public override void Finish() => _deck.Finish();

    public override void Dispose() => _deck.Dispose();
}

/// <summary>A row each, and the days and products of all on sheets of their own: for filters and pivot tables.</summary>
internal sealed class BookOfRows(Stream output, ReportContent frame) : BookWriter
{
    private readonly Pile _cards = new(), _days = new(), _goods = new();
    private long _rank;

    public override void Add(ReportSubject subject, ReportContent card)
    {
        var words = frame.Words;
        (Column, object?) creator = (new Column(words.Say("dimension.creator"), CellFormat.Text, 24), subject.Name);
        var figures = card.Sections[0].Figures;
        _cards.Add([(new Column(words.Say("report.book.rank"), CellFormat.Integer), ++_rank), creator, .. figures.SelectMany(f => f.Code != "gmv" ? [Cell(f.Label, f.Value)] : new[] { Cell(f.Label, f.Value), Cell(words.Before("gmv"), f.Before) }.Take(card.Question.Compare == "none" ? 1 : 2))]);
        foreach (var (pile, table) in new[] { (_days, card.Sections[1].Table), (_goods, card.Sections[2].Table) })
            foreach (var row in table?.Table.Rows ?? [])
                pile.Add([creator, .. row.Select((cell, at) => (table!.Table.Columns[at] with { Total = null }, cell))]);

        (Column, object?) Cell(string name, object? value) => (new Column(name, figures.First(f => f.Label == name || words.Before(f.Code) == name).Format), value);
    }

    public override void Finish()
    {
        var words = frame.Words;
        List<SheetSpec> sheets = [Sheet(words.Say("dimension.creator.many"), words.Say("report.book.creators", _rank), "creators", _cards)];
        if (!_days.IsEmpty) sheets.Add(Sheet(words.Say("report.sheet.trend"), words.Say("report.sheet.trend"), "days", _days));
        if (!_goods.IsEmpty) sheets.Add(Sheet(words.Say("dimension.product.many"), words.Say("dimension.product.many"), "products", _goods));
        sheets.Add(new SheetSpec(frame.Sections[0].Sheet, RenderWorkbook.Terms(frame.Sections[0].Terms, words)) { Title = frame.Sections[0].Headline, Subtitle = $"{frame.What} · {frame.AsOf}" });
        WorkbookWriter.Write(output, new WorkbookSpec(new Stamp(frame.Title, frame.Made), [.. sheets]) { Culture = words.Culture });
    }

    public override void Dispose() { /* written at once at the end */ }

    private SheetSpec Sheet(string name, string title, string block, Pile pile) => new(name, new TableBlock(pile.Table) { Name = block }) { Title = title, Subtitle = $"{frame.What} · {frame.AsOf}" };

    /// <summary>Rows whose columns are not all the same: what a creator has nothing of stays empty.</summary>
    private sealed class Pile
    {
        private readonly List<Column> _columns = [];
        private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
        private readonly List<object?[]> _rows = [];

        public bool IsEmpty => _rows.Count == 0;
        public Table Table => new(_columns, _rows.Select(row => (IReadOnlyList<object?>)(row.Length == _columns.Count ? row : [.. row, .. new object?[_columns.Count - row.Length]])));

        public void Add(IEnumerable<(Column Column, object? Cell)> cells)
        {
            var row = new object?[_columns.Count + 16];
            foreach (var (column, cell) in cells)
            {
                if (!_places.TryGetValue(column.Name, out var at)) { _places[column.Name] = at = _columns.Count; _columns.Add(column); }
                if (at >= row.Length) Array.Resize(ref row, at + 16);
                row[at] = cell;
            }
            Array.Resize(ref row, _columns.Count);
            _rows.Add(row);
        }
    }
}
