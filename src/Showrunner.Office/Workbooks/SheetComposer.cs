namespace Showrunner.Office;

/// <summary>Writes one sheet of the specification, on as many sheets of the file as its rows need.</summary>
internal sealed class SheetComposer
{
    private readonly Book book;
    private readonly SheetSpec spec;
    private readonly string name;
    private readonly bool first;
    private readonly List<SheetPage> pages = [];
    private readonly List<BlockWriter> writers;

    public SheetComposer(Book book, SheetSpec spec, string name, bool first)
    {
        this.book = book;
        this.spec = spec;
        this.name = name;
        this.first = first;
        writers = [.. spec.Blocks.Select(Writer)];
    }

    public ColumnWidths Widths { get; } = new();

    public SheetPage Page { get; private set; } = null!;

    public Book Book => book;

    private int TopRows => (spec.Title is null ? 0 : 1) + (spec.Subtitle is null ? 0 : 1) + (spec.Title is null && spec.Subtitle is null ? 0 : 1);

    public List<SheetPage> Write()
    {
        // Tables say how wide columns are; paragraphs run across what is there.
        foreach (var writer in writers.OrderBy(w => w is ParagraphsWriter)) writer.Measure(this);
        OpenPage(continued: false);
        for (var i = 0; i < writers.Count; i++)
        {
            if (i > 0) Page.SkipTo(Page.Row + 1);
            writers[i].Write(this);
        }
        Page.Close();
        foreach (var writer in writers) writer.Dispose();
        return pages;
    }

    /// <summary>Closes the full page and goes on with the same head on another.</summary>
    public void NextPage()
    {
        Page.Close();
        OpenPage(continued: true);
    }

    private void OpenPage(bool continued)
    {
        var table = writers.Count > 0 ? writers[0] as TableWriter : null;
        var frame = new SheetFrame(
            spec.TabColour, spec.Gridlines, first && !continued,
            table is null ? 0 : TopRows + table.HeadRows, table?.FrozenColumns ?? 0, Widths.All);
        Page = new SheetPage(book, continued ? book.Names.Take(name) : name, frame);
        Page.Tail.Foot = string.Join("  ·  ", new[] { spec.Title, spec.Subtitle }.OfType<string>());
        pages.Add(Page);
        if (spec.Title is { } title) Line(title, CellLook.Title, 26);
        if (spec.Subtitle is { } subtitle) Line(subtitle, CellLook.Subtitle, SheetPage.RowHeight);
        Page.SkipTo(TopRows);
    }

    public void Line(string text, CellLook look, double? height = null)
    {
        Page.StartRow(height);
        Page.Cell(0, text, look);
        Page.EndRow();
    }

    /// <summary>A paragraph across the columns, as high as it needs.</summary>
    public void Paragraph(string text, CellLook look, int columns)
    {
        var last = Math.Max(columns, 1) - 1;
        var width = Enumerable.Range(0, Math.Min(last + 1, Widths.Count)).Sum(Widths.Points);
        var height = TextLines.Height(text, Math.Max(width, 120), look.Size) + 4;
        Line(text, look, Math.Clamp(height, SheetPage.RowHeight - 2, 400));
        if (last > 0) Page.Tail.Merge(CellAddress.Range(0, Page.Row, last, Page.Row));
    }

    private BlockWriter Writer(Block block) => block switch
    {
        TableBlock table => new TableWriter(table, table.Name ?? (First(table) ? spec.Name : null), FirstFilter(table)),
        FiguresBlock figures => new FiguresWriter(figures),
        TextBlock text => new ParagraphsWriter(text),
        PivotBlock pivot => new PivotWriter(pivot),
        _ => throw new ArgumentException($"A sheet cannot hold a {block.GetType().Name}."),
    };

    private bool First(TableBlock table) => ReferenceEquals(spec.Blocks.OfType<TableBlock>().First(), table);

    private bool FirstFilter(TableBlock table) =>
        table.Filter && ReferenceEquals(spec.Blocks.OfType<TableBlock>().First(t => t.Filter), table);
}
