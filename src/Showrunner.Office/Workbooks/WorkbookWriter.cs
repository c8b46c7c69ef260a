using System.Globalization;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Showrunner.Office;

/// <summary>Writes workbooks (XLSX). The same specification gives the same bytes.</summary>
public static class WorkbookWriter
{
    private const string WorkbookPath = "xl/workbook.xml";
    private const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    /// <summary>Writes the workbook and leaves the stream open. Rows are read once, in order, and not kept.</summary>
    /// <param name="output">A writable stream; it need not seek.</param>
    /// <param name="spec">What to write.</param>
    /// <exception cref="ArgumentException">
    /// No sheet; a row of another length than its table; a cell of a kind not listed at <see cref="Table"/>;
    /// a chart, total or formula that names a column or table that is not there.
    /// </exception>
    public static void Write(Stream output, WorkbookSpec spec) => Write(output, spec, CellAddress.MostRows);

    internal static void Write(Stream output, WorkbookSpec spec, int mostRows)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(spec);
        if (spec.Sheets.Count == 0) throw new ArgumentException("A workbook needs at least one sheet.", nameof(spec));
        using var parts = new Parts(output);
        parts.Relate("", Relations.Document, WorkbookPath);
        var book = new Book(parts, spec.Culture, spec.Lookups, mostRows);
        var sheets = spec.Sheets.ToList();
        if (spec.Cover is { } cover) sheets.Insert(0, new SheetSpec(cover.Name));
        var names = sheets.Select(s => book.Names.Take(s.Name)).ToList();
        if (spec.Cover is not null) sheets[0] = spec.Cover.Sheet([.. names.Zip(sheets).Skip(1)]);
        var pages = new List<SheetPage>[sheets.Count];
        // From the last to the first, so that a summary in front can refer to the tables behind it.
        for (var i = sheets.Count - 1; i >= 0; i--)
            pages[i] = new SheetComposer(book, sheets[i], names[i], first: i == 0).Write();
        book.Finish();
        WriteWorkbook(parts, [.. pages.SelectMany(p => p)], book);
        parts.Relate(WorkbookPath, Relations.Styles, "xl/styles.xml");
        parts.Write("xl/styles.xml", CellStyles.ContentType, book.Styles.Sheet());
        parts.Relate(WorkbookPath, Relations.Theme, "xl/theme/theme1.xml");
        parts.Write("xl/theme/theme1.xml", Theme.ContentType, Theme.Xml);
        spec.Stamp.Write(parts, "Showrunner");
        parts.Finish();
    }

    private static void WriteWorkbook(Parts parts, IReadOnlyList<SheetPage> pages, Book book)
    {
        var sheets = new Sheets();
        var names = new DefinedNames();
        for (var i = 0; i < pages.Count; i++)
        {
            var page = pages[i];
            sheets.Append(new Sheet { Name = page.Name, SheetId = (uint)i + 1, Id = parts.Relate(WorkbookPath, Relations.Worksheet, page.Path) });
            var sheet = SheetNames.Quoted(page.Name);
            if (page.Filter is { } filter)
                names.Append(new DefinedName(sheet + "!" + Absolute(filter)) { Name = "_xlnm._FilterDatabase", LocalSheetId = (uint)i, Hidden = true });
            if (page.Repeated is { } row)
                names.Append(new DefinedName(string.Create(CultureInfo.InvariantCulture, $"{sheet}!${row}:${row}")) { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)i });
        }
        names.Append(book.Ranges.All);
        var workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(new BookViews(new WorkbookView { ActiveTab = 0, TabRatio = 800 }), sheets);
        workbook.AddNamespaceDeclaration("r", SheetPage.RelationSpace);
        if (names.HasChildren) workbook.Append(names);
        workbook.Append(new CalculationProperties { CalculationId = 191_029 });
        if (book.Pivots.Count > 0)
            workbook.Append(new PivotCaches(book.Pivots.Select((path, i) => new PivotCache { CacheId = (uint)i + 1, Id = parts.Relate(WorkbookPath, Relations.PivotCache, path) })));
        parts.Write(WorkbookPath, ContentType, workbook);
    }

    private static string Absolute(string range) => string.Join(':', range.Split(':').Select(cell =>
    {
        var digits = cell.AsSpan().IndexOfAnyInRange('0', '9');
        return $"${cell[..digits]}${cell[digits..]}";
    }));
}
