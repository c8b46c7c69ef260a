using System.Globalization;

namespace Showrunner.Office;

/// <summary>Writes the cells of a pivot table as they stand when it is first opened, and hands its parts to the book.</summary>
internal sealed class PivotWriter(PivotBlock block) : BlockWriter(block)
{
    private const int MostAcross = 250;

    private readonly PivotData data = new(block);

    private PivotField Side => data.Fields[data.Row];

    private PivotField? Top => data.Across is { } across ? data.Fields[across] : null;

    private int Along => Top?.Items.Count ?? block.Values.Count;

    private bool SumsAcross => Top is not null && data.HasTotals;

    protected override int Columns => 1 + Along + (SumsAcross ? 1 : 0);

    public override void Measure(SheetComposer sheet)
    {
        if (Columns > MostAcross) throw new ArgumentException($"A pivot table may be {MostAcross} columns wide, this one has {Columns}.");
        sheet.Widths.Fit(0, Side.Name, bold: true, extraPixels: 24);
        foreach (var filter in data.Filters) sheet.Widths.Fit(0, data.Fields[filter].Name, extraPixels: 24);
        if (Top is not null) sheet.Widths.Fit(0, block.Values[0].Caption, bold: true, extraPixels: 12);
        foreach (var item in Side.Items.Take(400)) sheet.Widths.Fit(0, Shown(item, Side.Format));
        for (var i = 0; i < Along; i++)
        {
            sheet.Widths.Fit(1 + i, Heading(i), bold: true, extraPixels: 24);
            var value = Top is null ? i : 0;
            var widest = Enumerable.Range(-1, Side.Items.Count + 1).Take(400).Select(r => data.Of(r, Top is null ? 0 : i, value)).MaxBy(f => Math.Abs(f ?? 0));
            sheet.Widths.Fit(1 + i, CellText.Of(widest, Format(value), CultureInfo.InvariantCulture), bold: true, extraPixels: 12);
        }
        if (SumsAcross) sheet.Widths.Fit(1 + Along, CellText.Of(data.Of(-1, -1, 0), Format(0), CultureInfo.InvariantCulture), bold: true, extraPixels: 18);
    }

    protected override void WriteBody(SheetComposer sheet)
    {
        var page = sheet.Page;
        foreach (var filter in data.Filters)
        {
            page.StartRow();
            page.Cell(0, data.Fields[filter].Name, CellLook.Head(CellFormat.Text, filtered: false));
            page.Cell(1, block.AllCaption, CellLook.Cell(new Column("", CellFormat.Text)));
            page.EndRow();
        }
        if (data.Filters.Count > 0) page.SkipTo(page.Row + 1);
        var first = page.Row + 1;
        WriteHead(page);
        for (var row = 0; row < Side.Items.Count; row++) WriteRow(page, Side.Items[row], row, total: false);
        if (data.HasTotals) WriteRow(page, block.TotalCaption, -1, total: true);
        new PivotParts(sheet.Book, block, data, page.Path, CellAddress.Range(0, first, Columns - 1, page.Row)).Write();
    }

    private void WriteHead(SheetPage page)
    {
        if (Top is not null)
        {
            page.StartRow(20);
            page.Cell(0, block.Values[0].Caption, CellLook.Head(CellFormat.Text, filtered: false));
            page.Cell(1, Top.Name, CellLook.Head(CellFormat.Text, filtered: false));
            for (var i = 2; i < Columns; i++) page.Cell(i, null, CellLook.Head(CellFormat.Text, filtered: false));
            page.EndRow();
        }
        page.StartRow(20);
        page.Cell(0, Side.Name, CellLook.Head(CellFormat.Text, filtered: true));
        for (var i = 0; i < Along; i++) page.Cell(1 + i, Top is null ? Heading(i) : Top.Items[i], Dated(CellLook.Head(CellFormat.Integer, filtered: false), Top?.Format));
        if (SumsAcross) page.Cell(1 + Along, block.TotalCaption, CellLook.Head(CellFormat.Integer, filtered: false));
        page.EndRow();
    }

    private void WriteRow(SheetPage page, object item, int row, bool total)
    {
        page.StartRow(total ? 20 : null);
        page.Cell(0, item, Dated(Look(new Column("", CellFormat.Text), total), item is DateOnly ? Side.Format : null));
        for (var i = 0; i < Along; i++) page.Cell(1 + i, data.Of(row, Top is null ? 0 : i, Top is null ? i : 0), Look(new Column("", Format(Top is null ? i : 0)), total));
        if (SumsAcross) page.Cell(1 + Along, data.Of(row, -1, 0), Look(new Column("", Format(0)), total: true));
        page.EndRow();
    }

    private static CellLook Look(Column column, bool total) => total ? CellLook.TotalOf(column) : CellLook.Cell(column);

    private static CellLook Dated(CellLook look, CellFormat? format) => format is { IsDate: true } ? look with { Code = format.Code } : look;

    private CellFormat Format(int value) => data.Fields[data.Values[value]].Format;

    private string Heading(int along) => Top is null ? block.Values[along].Caption : Shown(Top.Items[along], Top.Format);

    private static string Shown(object item, CellFormat format) => item is string text ? text : CellText.Of(item, format, CultureInfo.InvariantCulture);
}
