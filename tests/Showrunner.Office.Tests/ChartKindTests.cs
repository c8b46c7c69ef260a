using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using System.Xml.Linq;
using Showrunner.Office.Tests.Samples;

namespace Showrunner.Office.Tests;

/// <summary>Pies, second axes and scatter charts, in every kind of file and with awkward data.</summary>
public sealed class ChartKindTests
{
    private static readonly Stamp Stamp = new("Charts", WeeklyReview.AsOf);

    private static Table Sales(int rows, decimal step = 1) => new(
        [new Column("Day", CellFormat.Text), new Column("GMV", WeeklyReview.Rupiah), new Column("Refund rate", CellFormat.Percent()), new Column("Orders", CellFormat.Integer)],
        Enumerable.Range(1, rows).Select(i => (IReadOnlyList<object?>)[$"Shop {i}", step * (40_000_000m + i % 5 * 9_000_000m), step * (0.02m + i % 4 * 0.011m), (int)step * (120 + i * 17 % 90)]));

    private static ChartSpec[] Charts =>
    [
        new(ChartKind.Pie, "Who sold how much of it", "Day", new ChartSeries("GMV")) { Points = 4 },
        new(ChartKind.Column, "Refunds do not follow GMV", "Day", new ChartSeries("GMV"), new ChartSeries("Refund rate", SeriesRole.Group, 5) { SecondAxis = true }),
        new(ChartKind.Line, "Orders and rate", "Day", new ChartSeries("Orders"), new ChartSeries("Refund rate", SeriesRole.Group, 1) { SecondAxis = true }) { SecondTitle = "Rate", SecondFormat = CellFormat.Percent(2) },
        new(ChartKind.Scatter, "More orders, more GMV", "Orders", new ChartSeries("GMV")) { Label = "Day" },
    ];

    [Theory, InlineData(12, 1, "many"), InlineData(1, 1, "one"), InlineData(5, 0, "zeros"), InlineData(0, 1, "none")]
    public void Every_kind_is_a_valid_chart_in_workbook_deck_and_document(int rows, int step, string name)
    {
        var table = Sales(rows, step);
        var book = Files.Of(new WorkbookSpec(Stamp, new SheetSpec("Data", new TableBlock(table, Charts))));
        var deck = Files.Of(new DeckSpec(Stamp, [.. Charts.Select(c => new ChartSlide(c.Title, table, c))]));
        var document = Files.Of(new DocumentSpec(Stamp, [.. Charts.Select(c => new ChartPassage(c.Title, table, c))]));
        Files.Keep($"charts-{name}.xlsx", book);
        Files.Keep($"charts-{name}.pptx", deck);
        Files.Keep($"charts-{name}.docx", document);
        using var sheets = SpreadsheetDocument.Open(new MemoryStream(book), false);
        using var slides = PresentationDocument.Open(new MemoryStream(deck), false);
        using var pages = WordprocessingDocument.Open(new MemoryStream(document), false);
        OpenXmlPackage[] all = [sheets, slides, pages];
        Assert.Equal([], all.SelectMany(d => new OpenXmlValidator(FileFormatVersions.Office2019).Validate(d)).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}"));
        Assert.Equal(rows == 0 ? 0 : 4, FileParts.Names(book).Count(n => n.StartsWith("xl/charts/chart", StringComparison.Ordinal)));
        Assert.Equal(4, FileParts.Names(deck).Count(n => n.StartsWith("ppt/charts/chart", StringComparison.Ordinal)));
    }

    [Fact]
    public void LibreOffice_keeps_slices_second_axis_and_points()
    {
        var again = Tools.LibreOffice(Files.Of(new WorkbookSpec(Stamp, new SheetSpec("Data", new TableBlock(Sales(12), Charts)))), "charts.xlsx", "xlsx");
        var charts = FileParts.Names(again).Where(n => n.StartsWith("xl/charts/chart", StringComparison.Ordinal)).Select(n => FileParts.Xml(again, n)).ToList();
        Assert.Contains(charts, c => c.Descendants(FileParts.Charts + "pieChart").Any() && c.Descendants(FileParts.Charts + "val").Descendants(FileParts.Charts + "pt").Count() == 4);
        Assert.Equal(2, charts.Count(c => c.Descendants(FileParts.Charts + "valAx").Count(a => a.Element(FileParts.Charts + "axPos")?.Attribute("val")?.Value is "l" or "r") == 2 && c.Descendants(FileParts.Charts + "catAx").Any()));
        Assert.Contains(charts, c => c.Descendants(FileParts.Charts + "xVal").Descendants(FileParts.Charts + "pt").Count() == 12);
    }

    [Fact]
    public void As_many_series_as_a_spreadsheet_draws_are_drawn_and_more_are_refused_with_what_to_do()
    {
        Assert.Contains(FileParts.Names(Files.Of(Many(255))), n => n.StartsWith("xl/charts/", StringComparison.Ordinal));
        Assert.Contains("has 2000 series, and a spreadsheet draws at most 255: draw the largest", Refusal(() => Files.Of(Many(2_000))), StringComparison.Ordinal);

        static WorkbookSpec Many(int count) => new(Stamp, new SheetSpec("Data", new TableBlock(
            new Table([new Column("Day", CellFormat.Text), .. Enumerable.Range(0, count).Select(i => new Column($"S{i}", CellFormat.Integer))], [["a", .. Enumerable.Range(0, count).Select(i => (object?)i)], ["b", .. Enumerable.Range(0, count).Select(i => (object?)(2 * i))]]),
            new ChartSpec(ChartKind.Line, "Many", "Day", [.. Enumerable.Range(0, count).Select(i => new ChartSeries($"S{i}", SeriesRole.Group))]))));
    }

    [Fact]
    public void What_cannot_be_drawn_is_refused_with_what_to_do()
    {
        Assert.Contains("name at least one column", Of(new ChartSpec(ChartKind.Line, "?", "Day")), StringComparison.Ordinal);
        Assert.Contains("below zero: draw bars", Of(new ChartSpec(ChartKind.Pie, "?", "Day", new ChartSeries("GMV")), -1), StringComparison.Ordinal);
        Assert.Contains("pie of several series", Of(new ChartSpec(ChartKind.Pie, "?", "Day", new ChartSeries("GMV"), new ChartSeries("Orders"))), StringComparison.Ordinal);
        Assert.Contains("name a number column", Of(new ChartSpec(ChartKind.Scatter, "?", "Day", new ChartSeries("GMV"))), StringComparison.Ordinal);
        Assert.Contains("leave at least one on the first", Of(new ChartSpec(ChartKind.Line, "?", "Day", new ChartSeries("GMV") { SecondAxis = true })), StringComparison.Ordinal);
        Assert.Contains("only lines and upright columns", Of(new ChartSpec(ChartKind.Bar, "?", "Day", new ChartSeries("GMV"), new ChartSeries("Orders") { SecondAxis = true })), StringComparison.Ordinal);

        static string Of(ChartSpec chart, decimal step = 1) => Refusal(() => Files.Of(new WorkbookSpec(Stamp, new SheetSpec("Data", new TableBlock(Sales(3, step), chart)))));
    }

    private static string Refusal(Action write) => Assert.Throws<ArgumentException>(write).Message;
}
