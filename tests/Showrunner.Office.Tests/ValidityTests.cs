using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Showrunner.Office.Tests.Samples;

namespace Showrunner.Office.Tests;

public sealed class ValidityTests
{
    [Fact]
    public void A_workbook_follows_the_file_format()
    {
        var file = Files.Of(WeeklyReview.Workbook);
        Files.Keep("review.xlsx", file);
        using var document = SpreadsheetDocument.Open(new MemoryStream(file), false);
        Assert.Equal([], Faults(document));
    }

    [Fact]
    public void A_deck_follows_the_file_format()
    {
        var file = Files.Of(WeeklyDeck.Spec);
        Files.Keep("deck.pptx", file);
        using var document = PresentationDocument.Open(new MemoryStream(file), false);
        Assert.Equal([], Faults(document));
    }

    [Fact]
    public void A_document_follows_the_file_format()
    {
        var file = Files.Of(WeeklyDocument.Spec);
        Files.Keep("review.docx", file);
        using var document = WordprocessingDocument.Open(new MemoryStream(file), false);
        Assert.Equal([], Faults(document));
    }

    [Fact]
    public void Odd_documents_follow_the_file_format_too()
    {
        var words = string.Join(' ', Enumerable.Repeat("Donaudampfschifffahrtsgesellschaft <&> 👗\u0001\uD800", 60));
        var columns = Enumerable.Range(0, 14).Select(i => new Column($"Column {i}", i == 0 ? CellFormat.Text : CellFormat.Money("IDR"), Total: i == 1 ? Total.Sum : null)).ToList();
        var wide = new Table(columns, Enumerable.Range(0, 90).Select(i => (IReadOnlyList<object?>)[i == 3 ? words : "row", .. Enumerable.Range(0, 13).Select(n => n == i % 13 ? null : (object?)(i * 1e9m))]));
        var spec = new DocumentSpec(
            new Stamp(words, WeeklyReview.AsOf), new HeadingPassage(words), new HeadingPassage(""), new HeadingPassage("Third", 3), new TextPassage(words, "", "=1+1"), new BulletsPassage(words),
            new FiguresPassage(), new FiguresPassage(new Figure(words, words, "+" + words, Mood.Bad, words)), new TablePassage(words, wide), new TablePassage("None", new Table(columns, [])),
            new ChartPassage(words, new Table(columns, []), new ChartSpec(ChartKind.Column, words, "Column 0", new ChartSeries("Column 1"))))
        {
            Subtitle = words,
            Footer = words,
            Definitions = [new Definition("Column 2", words)],
        };
        var file = Files.Of(spec);
        Files.Keep("odd.docx", file);
        using var document = WordprocessingDocument.Open(new MemoryStream(file), false);
        Assert.Equal([], Faults(document));
        Assert.Throws<ArgumentException>(() => Files.Of(new DocumentSpec(spec.Stamp)));
        Assert.Throws<ArgumentException>(() => Files.Of(new DocumentSpec(spec.Stamp, new HeadingPassage("Too deep", 4))));
    }

    [Fact]
    public void Odd_workbooks_follow_the_file_format_too()
    {
        var table = new Table(
            [
                new Column("Name", CellFormat.Text), new Column("Plan", CellFormat.Number(1), Total: Total.Average), new Column("Done", CellFormat.Number(1), Total: Total.Sum) { Bar = true },
                new Column("When", CellFormat.DateTime), new Column("Page", CellFormat.Text),
            ],
            [["a", -3.5, 2, new DateTime(2026, 11, 1, 8, 30, 0), Link.ToSheet("see", "Odd & even")], ["b", null, null, null, null], [null, 1m, double.NaN, new DateOnly(1899, 1, 1), true]]);
        var chart = new ChartSpec(ChartKind.Column, "Done & <planned>", "Name", new ChartSeries("Done"), new ChartSeries("Plan", SeriesRole.Comparison) { AsLine = true })
        {
            Place = ChartPlace.Below,
            CategoryTitle = "Who",
            ValueTitle = "How much",
        };
        var none = new Table(table.Columns, []);
        var spec = new WorkbookSpec(
            new Stamp("Odd", WeeklyReview.AsOf),
            new SheetSpec("Front", new FiguresBlock(new KeyFigure("Done", new Formula("{0}*2", 4, CellReference.TotalOf("Odd & even", "Done")), CellFormat.Integer, 0))) { Title = "Front" },
            new SheetSpec("Odd & even", new TableBlock(table, chart, chart with { Kind = ChartKind.Bar, Place = ChartPlace.Beside }) { Notes = ["A note.", "Another."], Heading = "Heading" }, new TableBlock(table), new TextBlock("Text")),
            new SheetSpec("Nothing", new TableBlock(none, chart)), new SheetSpec("Empty"));
        var file = Files.Of(spec);
        Files.Keep("odd-book.xlsx", file);
        using var document = SpreadsheetDocument.Open(new MemoryStream(file), false);
        Assert.Equal([], Faults(document));
        var front = Tools.Cells(Tools.LibreOffice(FileParts.WithoutFormulaValues(file), "odd.xlsx", "xlsx"), values: true)["Front"];
        Assert.Equal(4, front["B4"][0].GetDouble());
    }

    [Fact]
    public void Odd_decks_follow_the_file_format_too()
    {
        var words = string.Join(' ', Enumerable.Repeat("Donaudampfschifffahrtsgesellschaft", 60));
        var table = new Table([new Column("Name", CellFormat.Text), new Column("Value", CellFormat.Money("VND"))], Enumerable.Range(0, 70).Select(i => (IReadOnlyList<object?>)[i == 3 ? words : $"row {i}", i % 5 == 0 ? null : i * 1e9]));
        var chart = new ChartSpec(ChartKind.Column, "Values", "Name", new ChartSeries("Value"), new ChartSeries("Value", SeriesRole.Comparison) { AsLine = true }) { Points = 6 };
        var spec = new DeckSpec(
            new Stamp("Odd", WeeklyReview.AsOf),
            new TitleSlide(words, words, words),
            new FiguresSlide("Nine", [.. Enumerable.Range(0, 9).Select(_ => new Figure(words, words, words, Mood.Bad, words))]),
            new FiguresSlide("None"),
            new ChartSlide(words, table, chart) { Points = [words, words] },
            new ChartSlide("No rows", new Table(table.Columns, []), chart),
            new TableSlide("Seventy rows", table), new TableSlide("Two", table) { MostRows = 2 },
            new TextSlide("Much text", [.. Enumerable.Repeat(words, 4)]),
            new DefinitionsSlide("Long", [.. Enumerable.Range(0, 9).Select(i => new Definition($"Term {i}", words[..700]))]))
        {
            Footer = words,
        };
        var file = Files.Of(spec);
        Files.Keep("odd.pptx", file);
        using var document = PresentationDocument.Open(new MemoryStream(file), false);
        Assert.Equal([], Faults(document));
    }

    private static IEnumerable<string> Faults(OpenXmlPackage document) =>
        new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}");
}
