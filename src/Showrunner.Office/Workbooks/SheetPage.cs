using System.Globalization;
using System.Xml;

namespace Showrunner.Office;

/// <summary>One sheet of the file while it is written, from the first row to the last.</summary>
internal sealed class SheetPage
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    public const string RelationSpace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";

    /// <summary>Height of a row without its own, in points.</summary>
    public const double RowHeight = 16.5;

    private readonly Book book;
    private readonly Stream part;
    private readonly XmlWriter xml;
    private readonly RowBytes rows;
    private readonly CellWriter cells;
    private readonly SheetTail tail;

    public SheetPage(Book book, string name, SheetFrame frame)
    {
        this.book = book;
        Name = name;
        Number = book.NextPage();
        Path = $"xl/worksheets/sheet{Number.ToString(CultureInfo.InvariantCulture)}.xml";
        part = book.Parts.Open(Path, ContentType);
        xml = Parts.Xml(part);
        rows = new RowBytes(part);
        cells = new CellWriter(rows);
        tail = new SheetTail(book, Path, Number);
        frame.Write(xml);
        xml.WriteStartElement("sheetData", Main);
        // Closes the start tag: what follows is written beside the XML writer.
        xml.WriteString("");
        xml.Flush();
    }

    public string Name { get; }

    public int Number { get; }

    public string Path { get; }

    /// <summary>The row being written, or the last one written.</summary>
    public int Row { get; private set; }

    public SheetTail Tail => tail;

    /// <summary>Range under the filter buttons; null without.</summary>
    public string? Filter { get; set; }

    /// <summary>Row repeated at the top of every printed page; null without.</summary>
    public int? Repeated { get; set; }

    /// <summary>Finds another cell of the row being written by its column's name; null outside tables.</summary>
    public Func<string, string>? InRow { get; set; }

    public void SkipTo(int row) => Row = Math.Max(Row, row);

    public void StartRow(double? height = null)
    {
        Row++;
        cells.StartRow(Row, height);
    }

    public void EndRow() => cells.EndRow();

    public void Cell(int column, object? value, CellLook look)
    {
        if (value is Formula formula)
        {
            Formula(column, book.Text(formula, Address), formula.Value, look);
            return;
        }
        if (value is string text && CleanText.LooksLikeFormula(text)) look = look with { Quoted = true };
        if (value is Link link && tail.Link(CellAddress.Of(column, Row), link)) look = look with { Colour = Palette.Subject, Underlined = true };
        Cell(column, value, book.Styles.Of(look));
    }

    public void Cell(int column, object? value, int style) => cells.Write(column, value, style);

    public void Formula(int column, string formula, object? value, CellLook look) =>
        cells.Write(column, formula, value, book.Styles.Of(look));

    private string Address(CellReference reference)
    {
        if (reference.Table.Length > 0) return book.Address(reference);
        return InRow is { } find ? find(reference.Column) : throw new ArgumentException($"A formula refers to \"{reference.Column}\" of its own row, but does not stand in a table.", nameof(reference));
    }

    public void Close()
    {
        rows.End();
        xml.WriteEndElement();
        tail.Write(xml, Filter);
        xml.WriteEndElement();
        xml.Dispose();
        part.Dispose();
        tail.WriteParts();
    }
}
