namespace Showrunner.Office;

/// <summary>A first sheet that says what the workbook is, by what it was filtered, as of when, and leads to its sheets.</summary>
/// <param name="Name">Shown on the tab.</param>
/// <param name="Title">What the workbook is called.</param>
/// <param name="What">What it shows, in a sentence or two.</param>
/// <param name="AsOf">The moment its figures are of, written out with its zone.</param>
public sealed record CoverSheet(string Name, string Title, string What, string AsOf)
{
    /// <summary>What was chosen, one line each: market, period, comparison.</summary>
    public IReadOnlyList<(string Label, string Value)> Filters { get; init; } = [];

    public IReadOnlyList<Definition> Definitions { get; init; } = [];

    /// <summary>Headings of the lists, in the reader's language: filter, value, sheet, what it shows, term, meaning.</summary>
    public IReadOnlyList<string> Headings { get; init; } = ["Filter", "Value", "Sheet", "What it shows", "Term", "Meaning"];

    /// <param name="sheets">The other sheets, with the names they have in the file.</param>
    internal SheetSpec Sheet(IReadOnlyList<(string Name, SheetSpec Sheet)> sheets)
    {
        var blocks = new List<Block> { new TextBlock(What) };
        if (Filters.Count > 0) blocks.Add(List(0, Filters.Select(f => (IReadOnlyList<object?>)[f.Label, f.Value])));
        blocks.Add(List(2, sheets.Select(s => (IReadOnlyList<object?>)[Link.ToSheet(s.Name, s.Sheet.Name), s.Sheet.Title ?? ""])));
        if (Definitions.Count > 0) blocks.Add(List(4, Definitions.Select(d => (IReadOnlyList<object?>)[d.Term, d.Meaning])));
        return new SheetSpec(Name, blocks) { Title = Title, Subtitle = AsOf, TabColour = Palette.Subject };
    }

    private TableBlock List(int heading, IEnumerable<IReadOnlyList<object?>> rows) =>
        new(new Table([new Column(Heading(heading), CellFormat.Text, Width: 30), new Column(Heading(heading + 1), CellFormat.Text, Width: 90) { Wrap = true }], rows)) { Filter = false };

    private string Heading(int place) => place < Headings.Count ? Headings[place] : "";
}
