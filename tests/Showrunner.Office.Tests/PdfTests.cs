using System.Globalization;
using System.Text.RegularExpressions;
using Showrunner.Office.Tests.Samples;

namespace Showrunner.Office.Tests;

/// <summary>PDFs as another program reads them.</summary>
public sealed class PdfTests
{
    private const string Boxes = "Boxes are letters that are not here.";
    private static readonly byte[] Review = Of(WeeklyDocument.Spec);

    private static byte[] Of(DocumentSpec spec)
    {
        using var stream = new MemoryStream();
        PdfWriter.Write(stream, spec);
        return stream.ToArray();
    }

    private static string Poppler(string program, byte[] file, params string[] arguments)
    {
        using var folder = new Folder();
        var path = folder.Put("file.pdf", file);
        return Tools.Run(program, "poppler-utils", [.. arguments, path, .. program == "pdftotext" ? ["-"] : Array.Empty<string>()]);
    }

    [Fact]
    public void Another_program_reads_figures_headings_rows_footnotes_and_page_numbers()
    {
        Files.Keep("review.pdf", Review);
        var text = Poppler("pdftotext", Review, "-layout");
        Assert.Contains("Three creators bring half of the GMV", text, StringComparison.Ordinal);
        Assert.Contains("Đặng Quốc Bảo và Nguyễn Thị Phương Thảo", text, StringComparison.Ordinal);
        Assert.Contains("Figure 2: GMV per creator", text, StringComparison.Ordinal);
        Assert.Contains("Table 1: Every day of the month", text, StringComparison.Ordinal);
        Assert.Contains("↑ +16.1% against October", text, StringComparison.Ordinal);
        Assert.Contains(WeeklyReview.Terms[0].Meaning[..40], text, StringComparison.Ordinal);
        Assert.Matches(@"Nov 28\s+Rp", text.Replace("28 Nov", "Nov 28", StringComparison.Ordinal));
        Assert.Matches(@"Total\s+Rp", text);
        Assert.Matches(@"\s1 ?/ ?4\s", text);
        var info = Poppler("pdfinfo", Review);
        Assert.Contains("Weekly review Indonesia", info, StringComparison.Ordinal);
        Assert.Contains("letter", info, StringComparison.Ordinal);
        Assert.All(Regex.Matches(Poppler("pdffonts", Review), @"Carlito.*").Select(m => m.Value), font => Assert.Matches(@"yes yes yes", font));
    }

    [Fact]
    public void The_same_specification_gives_the_same_bytes_also_side_by_side()
    {
        var made = new byte[4][];
        Parallel.For(0, made.Length, i => made[i] = Of(WeeklyDocument.Spec));
        Assert.All(made, file => Assert.Equal(Review, file));
    }

    [Fact]
    public void Bookmarks_and_contents_lead_to_the_headings()
    {
        var text = System.Text.Encoding.Latin1.GetString(Review);
        Assert.Equal(5, Regex.Count(text, @"<</Title <FEFF[0-9A-F]+>/Parent[^\n]*/Dest\[\d+ 0 R/XYZ null \d"));
        Assert.Equal(4, Regex.Count(text, @"/Subtype/Link[^\n]*/Dest\[\d+ 0 R/XYZ null \d"));
        Assert.Contains("en-US", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Thirty_pages_are_set_with_headings_on_every_page()
    {
        var rows = Enumerable.Range(0, 1_250).Select(i => (IReadOnlyList<object?>)[$"Row {i}", i * 1_000_000m, i % 7 == 0 ? null : (object?)(i / 1250m)]);
        var table = new Table([new Column("Creator", CellFormat.Text, Total: Total.Label("Total")), new Column("GMV", CellFormat.Money("IDR"), Total: Total.Sum), new Column("Share", CellFormat.Percent())], rows);
        var spec = new DocumentSpec(new Stamp("Long", WeeklyReview.AsOf), new HeadingPassage("All"), new TablePassage("All rows", table)) { Culture = CultureInfo.GetCultureInfo("id-ID") };
        var file = Of(spec);
        var info = Poppler("pdfinfo", file);
        Assert.Contains("(A4)", info, StringComparison.Ordinal);
        var pages = int.Parse(Regex.Match(info, @"Pages:\s+(\d+)").Groups[1].Value, CultureInfo.InvariantCulture);
        Assert.InRange(pages, 28, 45);
        var text = Poppler("pdftotext", file, "-layout");
        Assert.Equal(pages, Regex.Count(text, @"Creator\s+GMV\s+Share"));
        Assert.Equal(1_250, Regex.Count(text, @"Row \d+"));
        Assert.Contains("Rp 1.249.000.000", text, StringComparison.Ordinal);
    }

    [Fact]
    public void It_says_at_its_end_that_boxes_stand_for_letters_the_fonts_lack()
    {
        string Text(string paragraph) => Poppler("pdftotext", Of(new DocumentSpec(WeeklyDocument.Spec.Stamp, new TextPassage(paragraph)) { Words = new DocumentWords("", "Figure", "Table", Boxes) }));
        Assert.Matches("(?s)Sari □ Dewi.*" + Boxes, Text("Sari 👩🏽‍🍳 Dewi"));
        Assert.DoesNotContain(Boxes, Text("Sari Dewi, Nguyễn, Größe ₫ €"), StringComparison.Ordinal);
    }

    [Fact]
    public void Odd_documents_are_set_too()
    {
        var words = string.Join(' ', Enumerable.Repeat("Donaudampfschifffahrtsgesellschaft <&> 👗 مرحبا 你好 สวัสดี\u0001\uD800", 60));
        var columns = Enumerable.Range(0, 14).Select(i => new Column($"Column {i}", i == 0 ? CellFormat.Text : CellFormat.Money("IDR"), Total: i == 1 ? Total.Sum : null)).ToList();
        var wide = new Table(columns, Enumerable.Range(0, 90).Select(i => (IReadOnlyList<object?>)[i == 3 ? words : "row", .. Enumerable.Range(0, 13).Select(n => n == i % 13 ? null : (object?)((i - 40) * 1e9m))]));
        ChartSeries[] all = [new("Column 1"), new("Column 2", SeriesRole.Comparison), new("Column 3", SeriesRole.Group) { AsLine = true }];
        var spec = new DocumentSpec(
            new Stamp(words, WeeklyReview.AsOf), new HeadingPassage(words), new HeadingPassage(""), new HeadingPassage("Third", 3), new TextPassage(words, "", "=1+1"), new BulletsPassage(words),
            new FiguresPassage(), new FiguresPassage(new Figure(words, words, "+" + words[..300], Mood.Bad, words[..400])), new TablePassage(words, wide), new TablePassage("None", new Table(columns, [])),
            new ChartPassage(words, new Table(columns, []), new ChartSpec(ChartKind.Column, words, "Column 0", new ChartSeries("Column 1"))),
            new ChartPassage("Lines", wide, new ChartSpec(ChartKind.Line, "L", "Column 0", all) { ValueTitle = words, CategoryTitle = words }), new ChartPassage("Columns", wide, new ChartSpec(ChartKind.Column, "C", "Column 0", all) { Points = 5 }),
            new ChartPassage("Stacks", wide, new ChartSpec(ChartKind.StackedColumn, "S", "Column 0", all)), new ChartPassage("Bars", wide, new ChartSpec(ChartKind.Bar, "B", "Column 0", all)),
            new ChartPassage("One", wide, new ChartSpec(ChartKind.Line, "O", "Column 0", all) { Points = 1 }))
        {
            Subtitle = words,
            Footer = words,
            Culture = CultureInfo.GetCultureInfo("de-DE"),
            Definitions = [new Definition("Column 2", words)],
        };
        var file = Of(spec);
        Files.Keep("odd.pdf", file);
        Assert.Contains("□", Poppler("pdftotext", file), StringComparison.Ordinal);
        Assert.DoesNotContain(Boxes, Poppler("pdftotext", file), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Of(new DocumentSpec(spec.Stamp)));
        Assert.Throws<ArgumentException>(() => Of(new DocumentSpec(spec.Stamp, new HeadingPassage("Too deep", 4))));
        Assert.Throws<ArgumentException>(() => Of(new DocumentSpec(spec.Stamp, new ChartPassage("x", wide, new ChartSpec(ChartKind.Bar, "B", "Nowhere", all)))));
    }
}
