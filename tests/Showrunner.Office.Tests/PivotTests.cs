using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace Showrunner.Office.Tests;

/// <summary>Pivot tables as the format, LibreOffice and an independent reader see them.</summary>
public sealed class PivotTests
{
    private static readonly DateTimeOffset Made = new(2026, 3, 9, 8, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly March = new(2026, 3, 1), April = new(2026, 4, 1);

    /// <summary>Names that look like formulas, a name twice in other capitals, an unknown figure.</summary>
    private static readonly Table Sales = new(
        [
            new Column("Shop", CellFormat.Text, Total: Total.Label("Total")), new Column("Channel", CellFormat.Text), new Column("Month", CellFormat.Date),
            new Column("GMV", CellFormat.Money("EUR"), Total: Total.Sum), new Column("Refund rate", CellFormat.Percent(), Total: Total.Figure(0.04)),
        ],
        [
            ["=Shop", "LIVE", March, 100.5m, 0.1m], ["=Shop", "Video", March, 50m, null], ["+62 Fashion", "LIVE", March, 7m, 0m],
            ["@mira", "LIVE", April, 20m, 0.2m], ["@MIRA", "Video", April, null, 0.3m],
        ]);

    private static byte[] Book(PivotBlock pivot) => Files.Of(new WorkbookSpec(new Stamp("Pivot", Made),
        new SheetSpec("Data", new TableBlock(Sales) { Name = "data" }) { Title = "Sales", Subtitle = "Germany" }, new SheetSpec("Pivot", pivot) { Title = "Turn it" }, new SheetSpec("Terms", new TextBlock("GMV"))));

    private static readonly byte[] Crossed = Book(new PivotBlock("data", Sales, "Shop", new PivotValue("GMV", "Sum of GMV")) { Across = "Channel", Filters = ["Month"], TotalCaption = "Gesamt", AllCaption = "(Alle)" });
    private static readonly byte[] Plain = Book(new PivotBlock("data", Sales, "Month", new PivotValue("GMV", "Sum of GMV")));
    private static readonly byte[] Beside = Book(new PivotBlock("data", Sales, "Shop", new PivotValue("GMV", "Sum of GMV"), new PivotValue("Refund rate", "Sum of rates")));
    private static readonly byte[] Singles = Book(new PivotBlock("data", Sales, "Shop", new PivotValue("Refund rate", "Refund rate (single)", PivotFunction.Single)) { Across = "Channel" });

    public static TheoryData<string> Kinds => ["crossed", "plain", "beside", "singles"];

    private static byte[] File(string kind) => kind switch { "crossed" => Crossed, "plain" => Plain, "beside" => Beside, _ => Singles };

    [Theory, MemberData(nameof(Kinds))]
    public void A_pivot_table_follows_the_file_format(string kind)
    {
        Files.Keep($"pivot-{kind}.xlsx", File(kind));
        using var document = SpreadsheetDocument.Open(new MemoryStream(File(kind)), false);
        Assert.Equal([], new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}"));
        var part = document.WorkbookPart!.WorksheetParts.SelectMany(s => s.PivotTableParts).Single();
        Assert.Equal(5, part.PivotTableCacheDefinitionPart!.PivotTableCacheRecordsPart!.PivotCacheRecords!.Count());
    }

    [Theory, MemberData(nameof(Kinds))]
    public void LibreOffice_opens_it_as_a_pivot_table_and_finds_the_same_figures(string kind)
    {
        var again = Tools.LibreOffice(File(kind), "pivot.xlsx", "xlsx");
        Assert.Contains(FileParts.Names(again), n => n.StartsWith("xl/pivotTables/", StringComparison.Ordinal));
        var (written, calculated) = (Numbers(File(kind)), Numbers(again));
        Assert.NotEmpty(written);
        Assert.Equal(written, calculated);

        static List<double> Numbers(byte[] file) => [.. Tools.Cells(file, values: true)["Pivot"].Where(c => c.Value[1].GetString() == "n").Select(c => Math.Round(c.Value[0].GetDouble(), 6)).Order()];
    }

    [Fact]
    public void Another_reader_finds_source_records_and_fields()
    {
        const string script = """
            import sys, json, openpyxl
            sheet = openpyxl.load_workbook(sys.argv[1])["Pivot"]
            pivot = sheet._pivots[0]
            source = pivot.cache.cacheSource.worksheetSource
            print(json.dumps([source.sheet, source.ref, len(pivot.cache.records.r), [f.name for f in pivot.dataFields], [f.name for f in pivot.cache.cacheFields], pivot.location.ref, len(pivot.rowItems), len(pivot.pageFields)]))
            """;
        using var folder = new Folder();
        var answer = Tools.Run("/usr/bin/python3", "python3-openpyxl", "-c", script, folder.Put("book.xlsx", Crossed)).Trim();
        Assert.Equal("""["Data", "A4:E9", 5, ["Sum of GMV"], ["Shop", "Channel", "Month", "GMV", "Refund rate"], "A5:D10", 4, 1]""", answer);
    }

    [Fact]
    public void Its_cells_show_the_figures_before_anything_is_refreshed()
    {
        var cells = Tools.Cells(Crossed, values: true)["Pivot"];
        Assert.Equal(["(Alle)", "Sum of GMV", "Channel", "Shop", "LIVE", "Video", "Gesamt"], new[] { "B3", "A5", "B5", "A6", "B6", "C6", "D6" }.Select(c => cells[c][0].GetString()!));
        Assert.Equal([100.5, 50, 150.5], new[] { "B7", "C7", "D7" }.Select(c => cells[c][0].GetDouble()));
        Assert.Equal([127.5, 50, 177.5], new[] { "B10", "C10", "D10" }.Select(c => cells[c][0].GetDouble()));
        Assert.Equal("#,##0.00 \"€\"", cells["B7"][2].GetString());
    }

    [Fact]
    public void Text_that_looks_like_a_formula_stays_text()
    {
        var formulas = Tools.Cells(Crossed, values: false)["Pivot"];
        Assert.Equal(("=Shop", "s"), (formulas["A7"][0].GetString(), formulas["A7"][1].GetString()));
        Assert.All(FileParts.Names(Crossed).Where(n => n.StartsWith("xl/worksheets/sheet2", StringComparison.Ordinal)), n => Assert.Empty(FileParts.Xml(Crossed, n).Descendants(FileParts.Main + "f")));
    }

    /// <summary>A spreadsheet takes texts that differ in capitals only for one item, and calls a file with both broken.</summary>
    [Fact]
    public void Texts_that_differ_in_capitals_are_one_item() =>
        Assert.Equal(3, FileParts.Xml(Crossed, "xl/pivotCache/pivotCacheDefinition1.xml").Descendants(FileParts.Main + "cacheField").First().Descendants(FileParts.Main + "s").Count());

    [Fact]
    public void What_does_not_add_up_has_no_totals()
    {
        var cells = Tools.Cells(Singles, values: true)["Pivot"];
        Assert.DoesNotContain(cells.Values, c => c[0].ToString() == "Total");
        Assert.Equal([0.1, 0, 0.2, 0.3], cells.Values.Where(c => c[1].GetString() == "n").Select(c => c[0].GetDouble()));
    }

    [Fact]
    public void A_total_known_from_elsewhere_is_written_as_it_is() => Assert.Equal(0.04, Tools.Cells(Crossed, values: true)["Data"]["E10"][0].GetDouble());

    [Fact]
    public void A_caption_that_is_a_columns_name_is_refused() =>
        Assert.Throws<ArgumentException>(() => Book(new PivotBlock("data", Sales, "Shop", new PivotValue("GMV", "gmv"))));

    [Fact]
    public void A_source_that_is_not_there_is_refused() =>
        Assert.Throws<ArgumentException>(() => Book(new PivotBlock("other", Sales, "Shop", new PivotValue("GMV", "Sum of GMV"))));
}
