using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Showrunner.Office.Tests.Samples;

namespace Showrunner.Office.Tests;

/// <summary>Names, lookups and sums across sheets, and the cover that leads to them.</summary>
public sealed class LinkedSheetsTests
{
    private static readonly Stamp Stamp = new("Linked", WeeklyReview.AsOf);

    private static readonly Table Orders = new(
        [new Column("Shop", CellFormat.Text, Total: Total.Label("Total")), new Column("Channel", CellFormat.Text), new Column("GMV", CellFormat.Integer, Total: Total.Sum)],
        Enumerable.Range(0, 25).Select(i => (IReadOnlyList<object?>)[i % 3 == 0 ? "=Shop" : ">5", i % 2 == 0 ? "LIVE" : "Video", i]));

    private static readonly Table Owners = new([new Column("Shop", CellFormat.Text), new Column("Owner", CellFormat.Text)], Enumerable.Range(0, 30).Select(i => (IReadOnlyList<object?>)[i == 28 ? ">5" : $"shop {i}", $"owner {i}"]));

    private static Table Shops => new(
        [new Column("Shop", CellFormat.Text), new Column("LIVE", CellFormat.Integer), new Column("All", CellFormat.Integer), new Column("Owner", CellFormat.Text)],
        new[] { "=Shop", ">5" }.Select(shop => (IReadOnlyList<object?>)
        [
            shop,
            Formula.SumIfs(Sum(shop, "LIVE"), CellReference.Cells("Orders: all", "GMV"), (CellReference.Cells("Orders: all", "Shop"), CellReference.InRow("Shop")), (CellReference.Cells("Orders: all", "Channel"), "LIVE")),
            Formula.SumIfs(Sum(shop, null), CellReference.Cells("Orders: all", "GMV"), (CellReference.Cells("Orders: all", "Shop"), shop)),
            Formula.Lookup(shop == ">5" ? "owner 28" : null, CellReference.InRow("Shop"), CellReference.Cells("Owners", "Shop"), CellReference.Cells("Owners", "Owner")),
        ]));

    private static double Sum(string shop, string? channel) => Orders.Rows.Where(r => (string)r[0]! == shop && (channel is null || (string)r[1]! == channel)).Sum(r => (int)r[2]!);

    private static WorkbookSpec Book => new(Stamp,
        new SheetSpec("Shops", new FiguresBlock(new KeyFigure("GMV, all", 300, CellFormat.Integer)) { Name = "Q1" }, new TableBlock(Shops) { Name = "Shops" }) { Title = "What each shop sold" },
        new SheetSpec("Orders: all", new TableBlock(Orders)) { Title = "Every order" }, new SheetSpec("Owners", new TableBlock(Owners)))
    {
        Cover = new CoverSheet("About", "Shops in March", "GMV of every shop by channel.", "As of 29 Nov 2026, 09:00 WIB")
        {
            Filters = [("Market", "Indonesia"), ("Period", "=1–28 Nov 2026")],
            Definitions = [new Definition("GMV", "Value of all paid orders.")],
        },
    };

    [Fact]
    public void Lookups_and_sums_over_tables_on_several_sheets_are_what_a_spreadsheet_calculates()
    {
        var file = Files.Of(Book, mostRows: 20);
        var (written, calculated) = (Tools.Cells(file, values: true)["Shops"], Tools.Cells(Tools.LibreOffice(FileParts.WithoutFormulaValues(file), "linked.xlsx", "xlsx"), values: true)["Shops"]);
        foreach (var address in new[] { "B7", "B8", "C7", "C8" }) Assert.Equal(written[address][0].GetDouble(), calculated[address][0].GetDouble());
        Assert.Equal("owner 28", calculated["D8"][0].GetString());
        Assert.Equal(Sum(">5", null), written["C8"][0].GetDouble());
        var formulas = Tools.Cells(Files.Of(Book with { Lookups = LookupForm.XLookup }), values: false)["Shops"];
        Assert.Equal("=_xlfn.XLOOKUP($A7,'Owners'!$A$2:$A$31,'Owners'!$B$2:$B$31,\"\")", formulas["D7"][0].GetString());
    }

    [Fact]
    public void Tables_and_figures_have_names_and_the_cover_leads_to_every_sheet()
    {
        var file = Files.Of(Book);
        Files.Keep("linked.xlsx", file);
        using var document = SpreadsheetDocument.Open(new MemoryStream(file), false);
        Assert.Equal([], new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}"));
        var names = FileParts.Xml(file, "xl/workbook.xml").Descendants(FileParts.Main + "definedName").Where(n => n.Attribute("localSheetId") is null).ToDictionary(n => (string)n.Attribute("name")!, n => n.Value);
        Assert.Equal("'Orders  all'!$A$3:$C$28", names["Orders__all"]);
        Assert.Equal("'Shops'!$B$4", names["Q1_GMV__all"]);
        var links = FileParts.Xml(file, "xl/worksheets/sheet4.xml").Descendants(FileParts.Main + "hyperlink").Select(l => (string)l.Attribute("location")!);
        Assert.Equal(["'Shops'!A1", "'Orders  all'!A1", "'Owners'!A1"], links);
        Assert.Equal("=1–28 Nov 2026", Tools.Cells(file, values: true)["About"].Values.Single(c => c[0].ToString().StartsWith("=1", StringComparison.Ordinal))[0].GetString());
    }
}
