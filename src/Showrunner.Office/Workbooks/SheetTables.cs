using System.Globalization;
using System.Xml;

namespace Showrunner.Office;

/// <summary>The tables of a sheet as the spreadsheet knows them: with filters, ready for slicers, growing as rows are added (ECMA-376 Part 1, 18.5).</summary>
internal sealed class SheetTables(Book book, string path)
{
    private const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml";
    private const int LongestName = 255;

    private readonly List<(int Number, string Range, IReadOnlyList<string> Columns)> tables = [];

    /// <summary>Takes the range with its headings in.</summary>
    /// <param name="range">Headings and rows, no totals.</param>
    /// <param name="names">The headings.</param>
    /// <returns>False where the format does not allow such headings: empty, over several lines, too long, or the same but for case.</returns>
    public bool Take(string range, IReadOnlyList<string> names)
    {
        var columns = names.Select(CleanText.Of).ToList();
        if (columns.Any(c => c.Length is 0 or > LongestName || c.Any(char.IsControl) || c.Contains("_x", StringComparison.Ordinal)) || columns.Distinct(StringComparer.OrdinalIgnoreCase).Count() < columns.Count) return false;
        tables.Add((book.NextTable(), range, columns));
        return true;
    }

    /// <summary>Names the tables in the sheet's part.</summary>
    public void Refer(XmlWriter xml)
    {
        if (tables.Count == 0) return;
        xml.WriteStartElement("tableParts");
        xml.WriteAttributeString("count", tables.Count.ToString(CultureInfo.InvariantCulture));
        foreach (var (number, _, _) in tables)
        {
            xml.WriteStartElement("tablePart");
            xml.WriteAttributeString("id", SheetPage.RelationSpace, book.Parts.Relate(path, Relations.Table, Path(number)));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    /// <summary>Writes their own parts, once the sheet's is closed.</summary>
    public void Write()
    {
        foreach (var (number, range, columns) in tables)
        {
            using var part = book.Parts.Open(Path(number), ContentType);
            using var xml = Parts.Xml(part);
            var id = number.ToString(CultureInfo.InvariantCulture);
            xml.WriteStartElement("table", SheetPage.Main);
            foreach (var (name, value) in new[] { ("id", id), ("name", "Table" + id), ("displayName", "Table" + id), ("ref", range), ("totalsRowShown", "0") }) xml.WriteAttributeString(name, value);
            SheetFrame.Empty(xml, "autoFilter", ("ref", range));
            xml.WriteStartElement("tableColumns");
            xml.WriteAttributeString("count", columns.Count.ToString(CultureInfo.InvariantCulture));
            for (var i = 0; i < columns.Count; i++) SheetFrame.Empty(xml, "tableColumn", ("id", (i + 1).ToString(CultureInfo.InvariantCulture)), ("name", columns[i]));
            xml.WriteEndElement();
            SheetFrame.Empty(xml, "tableStyleInfo", ("showFirstColumn", "0"), ("showLastColumn", "0"), ("showRowStripes", "0"), ("showColumnStripes", "0"));
            xml.WriteEndElement();
        }
    }

    private static string Path(int number) => FormattableString.Invariant($"xl/tables/table{number}.xml");
}
