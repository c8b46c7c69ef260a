using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Showrunner.Office.Tests.Samples;

namespace Showrunner.Office.Tests;

/// <summary>Tables that a spreadsheet program knows as tables: one click puts a slicer beside them.</summary>
public sealed class SheetTableTests
{
    private const string Script = """
        import sys, json, warnings, openpyxl
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(sys.argv[1])
        out = []
        for sheet in book.worksheets:
            for name in sheet.tables:
                table = sheet.tables[name]
                head = [c.value for c in sheet[table.ref][0]]
                out.append([sheet.title, name, table.ref, head, [c.name for c in table.tableColumns], table.autoFilter.ref, sheet.auto_filter.ref])
        print(json.dumps(out))
        """;

    private static List<JsonElement[]> Read(byte[] file)
    {
        using var folder = new Folder();
        return JsonSerializer.Deserialize<List<JsonElement[]>>(Tools.Run("/usr/bin/python3", "python3-openpyxl", "-c", Script, folder.Put("book.xlsx", file)).Trim())!;
    }

    [Fact]
    public void Headings_and_columns_say_the_same_and_each_table_has_one_filter()
    {
        var tables = Read(Files.Of(WeeklyReview.Workbook));
        Assert.Contains("Trend", tables.Select(t => t[0].GetString()));
        Assert.Contains("Creators", tables.Select(t => t[0].GetString()));
        Assert.Equal(tables.Count, tables.Select(t => t[1].GetString()).Distinct().Count());
        foreach (var table in tables)
        {
            Assert.Equal(table[3].ToString(), table[4].ToString());
            Assert.Equal(table[2].GetString(), table[5].GetString());
            Assert.Equal(JsonValueKind.Null, table[6].ValueKind);
        }
        // The totals stand below the table, not in it: 28 days and the headings.
        Assert.Equal("A4:F32", tables.Single(t => t[0].GetString() == "Trend")[2].GetString());
    }

    [Fact]
    public void A_table_that_goes_on_over_sheets_is_one_on_each()
    {
        var file = Files.Of(new WorkbookSpec(new Stamp("Long", DateTimeOffset.UnixEpoch), new SheetSpec("Rows", new TableBlock(new Table([new Column("Name", CellFormat.Text), new Column("Value", CellFormat.Integer)], Enumerable.Range(0, 50).Select(i => (IReadOnlyList<object?>)[$"row {i}", (long)i]))))), mostRows: 21);
        var tables = Read(file);
        Assert.True(tables.Count >= 3);
        Assert.Equal(50, tables.Sum(t => int.Parse(t[2].GetString()!.Split(':')[1][1..], System.Globalization.CultureInfo.InvariantCulture) - int.Parse(t[2].GetString()!.Split(':')[0][1..], System.Globalization.CultureInfo.InvariantCulture)));
        using var document = SpreadsheetDocument.Open(new MemoryStream(file), false);
        Assert.Equal([], new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(document).Select(f => f.Description));
    }

    [Theory]
    [InlineData("Same", "same")]
    [InlineData("Two\nlines", "Other")]
    [InlineData("", "Other")]
    public void Headings_that_no_table_may_have_keep_their_plain_filter(string first, string second)
    {
        var file = Files.Of(new WorkbookSpec(new Stamp("Odd", DateTimeOffset.UnixEpoch), new SheetSpec("Rows", new TableBlock(new Table([new Column(first, CellFormat.Text), new Column(second, CellFormat.Integer)], [["a", 1L]])))));
        Assert.Empty(Read(file));
        using var document = SpreadsheetDocument.Open(new MemoryStream(file), false);
        Assert.Equal([], new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(document).Select(f => f.Description));
        Assert.Single(document.WorkbookPart!.WorksheetParts.Single().Worksheet!.Elements<DocumentFormat.OpenXml.Spreadsheet.AutoFilter>());
    }
}
