using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Showrunner.Office.Tests.Samples;

namespace Showrunner.Office.Tests;

/// <summary>Shades, signs, choices and sparklines in the columns of a table.</summary>
public sealed class ColumnLooksTests
{
    private static readonly Stamp Stamp = new("Columns", WeeklyReview.AsOf);

    private static readonly Table Levels = new([new Column("Level", CellFormat.Text)], [["Gold"], ["Silver, plated"], ["New"]]);

    private static readonly Table Weeks = new(
        [.. Enumerable.Range(1, 8).Select(w => new Column($"W{w}", CellFormat.Integer))],
        Enumerable.Range(0, 6).Select(r => (IReadOnlyList<object?>)[.. Enumerable.Range(0, 8).Select(w => (object?)((r + 2) * w * (w % 3 - 1) + 20))]));

    private static Table Creators(string? weeks = "Weeks") => new(
        [
            new Column("Creator", CellFormat.Text, Total: Total.Label("Total")), new Column("GMV", CellFormat.Money("EUR"), Total: Total.Sum) { Scale = true },
            new Column("Conversion", CellFormat.Percent()) { Scale = true, Better = Better.Higher }, new Column("Refunds", CellFormat.Percent()) { Icons = true, Better = Better.Lower },
            new Column("Status", CellFormat.Text, Width: 14) { Choices = Choices.Of("open", "said \"yes\"", "declined") }, new Column("Level", CellFormat.Text, Width: 14) { Choices = Choices.From("Levels", "Level") },
            new Column("Course", CellFormat.Text, Width: 18) { Spark = weeks is null ? new Spark("GMV", "Refunds") : new Spark("W1", "W8") { Table = weeks } },
            new Column("Ups and downs", CellFormat.Text, Width: 18) { Spark = weeks is null ? new Spark("GMV", "Refunds", SparkKind.Column) : new Spark("W1", "W8", SparkKind.Column) { Table = weeks } },
        ],
        Enumerable.Range(0, 6).Select(i => (IReadOnlyList<object?>)[$"Creator {i}", 1000m * (i + 1), 0.02 * (6 - i), 0.01 * i, "open", "New", null, null]));

    private static WorkbookSpec Book(Table table) => new(Stamp,
        new SheetSpec("Creators", new TableBlock(table)) { Title = "Whom to ask?" }, new SheetSpec("Weeks, all", new TableBlock(Weeks) { Name = "Weeks" }), new SheetSpec("Levels", new TableBlock(Levels)));

    [Fact]
    public void They_follow_the_file_format_and_survive_LibreOffice()
    {
        var file = Files.Of(Book(Creators()));
        Files.Keep("columns.xlsx", file);
        using var document = SpreadsheetDocument.Open(new MemoryStream(file), false);
        Assert.Equal([], new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}"));
        var sheet = FileParts.Xml(file, "xl/worksheets/sheet3.xml");
        Assert.Equal(12, sheet.Descendants().Count(e => e.Name.LocalName == "sparkline"));
        Assert.Contains("'Weeks, all'!A2:H2", sheet.ToString(), StringComparison.Ordinal);
        var again = FileParts.Xml(Tools.LibreOffice(file, "columns.xlsx", "xlsx"), "xl/worksheets/sheet1.xml");
        Assert.Equal(12, again.Descendants().Count(e => e.Name.LocalName == "sparkline"));
        Assert.Equal(2, again.Descendants(FileParts.Main + "colorScale").Count());
        Assert.Single(again.Descendants(FileParts.Main + "iconSet"));
        var rules = again.Descendants(FileParts.Main + "dataValidation").Select(v => v.Element(FileParts.Main + "formula1")!.Value).ToList();
        Assert.Contains(rules, r => r.Contains("declined", StringComparison.Ordinal));
        Assert.Contains("\"open,said \"\"yes\"\",declined\"", sheet.Descendants(FileParts.Main + "formula1").Select(f => f.Value));
        Assert.Contains(rules, r => r.Replace("'", "", StringComparison.Ordinal) == "Levels!$A$2:$A$4");
    }

    [Fact]
    public void Sparklines_of_a_split_table_stay_with_their_rows()
    {
        var file = Files.Of(new WorkbookSpec(Stamp, new SheetSpec("Data", new TableBlock(Creators(null))), new SheetSpec("Levels", new TableBlock(Levels))), mostRows: 4);
        var second = FileParts.Xml(file, "xl/worksheets/sheet3.xml").Descendants().Where(e => e.Name.LocalName == "sparkline").Select(e => e.Value).ToList();
        Assert.Equal("'Data (2)'!B2:D2G2", second[0]);
        Assert.Equal(6, second.Count);
    }

    [Fact]
    public void What_cannot_be_chosen_or_drawn_is_refused_with_what_to_do()
    {
        Assert.Contains("write the choices into a named table", Assert.Throws<ArgumentException>(() => Choices.Of("a,b")).Message, StringComparison.Ordinal);
        Assert.Contains("256 characters", Assert.Throws<ArgumentException>(() => Choices.Of(new string('x', 256))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Choices.Of());
        Assert.Contains("give both the same rows", Assert.Throws<ArgumentException>(() => Files.Of(Book(Long()))).Message, StringComparison.Ordinal);

        static Table Long() => new([new Column("Course", CellFormat.Text) { Spark = new Spark("W1", "W8") { Table = "Weeks" } }], Enumerable.Repeat<IReadOnlyList<object?>>([null], 7));
    }
}
