using System.Globalization;

namespace Showrunner.Office;

/// <summary>Headline figures as rows whose change is a live formula.</summary>
internal sealed class FiguresWriter(FiguresBlock block) : BlockWriter(block)
{
    private static readonly CellFormat PointsFormat = CellFormat.Change(1);
    private string PointsCode => string.Format(CultureInfo.InvariantCulture, "+0.0\"\u00A0{0}\";\"−\"0.0\"\u00A0{0}\";\"±0\u00A0{0}\"", block.PointsUnit.Replace("\"", "", StringComparison.Ordinal));

    private bool Noted => block.Figures.Any(f => f.Note is not null);

    protected override int Columns => Noted ? 5 : 4;

    public override void Measure(SheetComposer sheet)
    {
        for (var i = 0; i < Columns; i++) sheet.Widths.Fit(i, Heading(i), bold: true, extraPixels: 9);
        foreach (var figure in block.Figures)
        {
            sheet.Widths.Fit(0, figure.Label);
            sheet.Widths.Fit(1, CellText.Of(figure.Value, figure.Format, CultureInfo.InvariantCulture), 12, bold: true, extraPixels: 12);
            sheet.Widths.Fit(2, CellText.Of(figure.Before, figure.Format, CultureInfo.InvariantCulture), extraPixels: 12);
            if (figure.Note is { } note) sheet.Widths.Fit(4, note);
        }
    }

    protected override void WriteBody(SheetComposer sheet)
    {
        var page = sheet.Page;
        page.StartRow(20);
        for (var i = 0; i < Columns; i++)
            page.Cell(i, Heading(i), CellLook.Head(i is 1 or 2 or 3 ? CellFormat.Integer : CellFormat.Text, filtered: false));
        page.EndRow();
        if (block.Name is { } name) Keep(sheet.Book, name, page.Name, page.Row + 1);
        foreach (var figure in block.Figures) Write(page, figure);
    }

    private void Keep(Book book, string name, string sheet, int first)
    {
        var rows = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var figure in block.Figures)
        {
            if (!rows.TryAdd(figure.Label, first + rows.Count)) throw new ArgumentException($"Two figures are named \"{figure.Label}\".");
            book.Ranges.Add($"{name}_{figure.Label}", CellAddress.Fixed(sheet, 1, rows[figure.Label], rows[figure.Label]));
        }
        book.Keep(name, reference => rows.TryGetValue(reference.Column, out var row)
            ? CellAddress.Fixed(sheet, reference.OfTotal ? 2 : 1, row, row)
            : throw new ArgumentException($"There is no figure \"{reference.Column}\" in \"{name}\"."));
    }

    private void Write(SheetPage page, KeyFigure figure)
    {
        var number = CellLook.Cell(new Column("", figure.Format)) with { Side = Side.Right, Indent = 1 };
        var label = CellLook.Cell(new Column("", CellFormat.Text));
        page.StartRow(20);
        page.Cell(0, figure.Label, label);
        page.Cell(1, figure.Value ?? CellText.Unknown, number with { Bold = true, Size = 12 });
        page.Cell(2, figure.Before ?? CellText.Unknown, number with { Colour = Palette.Muted });
        WriteChange(page, figure, number);
        if (Noted) page.Cell(4, figure.Note, label with { Code = "General", Colour = Palette.Muted });
        page.EndRow();
    }

    private void WriteChange(SheetPage page, KeyFigure figure, CellLook look)
    {
        var now = ChartColumn.Number(figure.Value);
        var before = ChartColumn.Number(figure.Before);
        if (figure.Change == Change.None || now is null || before is null)
        {
            page.Cell(3, figure.Change == Change.None ? null : CellText.Unknown, look with { Code = "General" });
            return;
        }
        var (here, there) = (CellAddress.Of(1, page.Row), CellAddress.Of(2, page.Row));
        if (figure.Change == Change.Points)
            page.Formula(3, $"({here}-{there})*100", (now - before) * 100, look with { Code = PointsCode });
        else
            page.Formula(3, $"IFERROR({here}/{there}-1,\"\")", before == 0 ? null : now / before - 1, look with { Code = PointsFormat.Code });
        if (figure.Better != Better.Neither) page.Tail.Change(CellAddress.Of(3, page.Row), figure.Better);
    }

    private string Heading(int column) => column < block.Headings.Count ? block.Headings[column] : "";
}
