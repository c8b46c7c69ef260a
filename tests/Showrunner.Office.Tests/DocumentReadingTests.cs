using System.Xml.Linq;
using Showrunner.Office.Tests.Samples;

namespace Showrunner.Office.Tests;

/// <summary>The document as another program reads it.</summary>
public sealed class DocumentReadingTests
{
    private static readonly XNamespace Words = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static readonly byte[] Document = Files.Of(WeeklyDocument.Spec);
    private static readonly XDocument Body = FileParts.Xml(Document, "word/document.xml");

    [Fact]
    public void The_same_specification_gives_the_same_bytes() => Assert.Equal(Document, Files.Of(WeeklyDocument.Spec));

    [Fact]
    public void Another_program_shows_headings_tables_and_footnotes()
    {
        using var folder = new Folder();
        var pdf = folder.Put("review.pdf", Tools.LibreOffice(Document, "review.docx", "pdf"));
        var text = Tools.Run("pdftotext", "poppler-utils", "-layout", pdf, "-");
        Assert.Contains("Three creators bring half of the GMV", text, StringComparison.Ordinal);
        Assert.Contains("Nguyễn Thị Phương Thảo", text, StringComparison.Ordinal);
        Assert.Contains("Figure 2: GMV per creator", text, StringComparison.Ordinal);
        Assert.Contains(WeeklyReview.Terms[0].Meaning[..40], text, StringComparison.Ordinal);
        Assert.Matches(@"\s1\s*/\s*\d", text);
    }

    [Fact]
    public void Long_headings_of_many_columns_stand_whole()
    {
        string[] heads = ["Produktunterkategorien", "Nettoumsatz", "Bestellungen", "Rücksendequote", "Verkaufte Artikel", "Durchschnittlicher Bestellwert", "Aktive Creators"];
        var table = new Table([.. heads.Select((name, i) => new Column(name, i == 0 ? CellFormat.Text : CellFormat.Money("IDR")))],
            Enumerable.Range(1, 5).Select(i => (IReadOnlyList<object?>)["Heim und Garten, Leuchten und Möbel für Garten und Balkon", .. Enumerable.Range(1, 6).Select(n => (object?)(n * i * 12_345_678m))]));
        var spec = new DocumentSpec(WeeklyDocument.Spec.Stamp, new TablePassage("Woche", table)) { Culture = System.Globalization.CultureInfo.GetCultureInfo("de-DE"), Definitions = [.. heads.Select(h => new Definition(h, "Was das heißt."))] };
        var body = FileParts.Xml(Files.Of(spec), "word/document.xml");
        var size = double.Parse(body.Descendants(Words + "tc").First().Descendants(Words + "sz").First().Attribute(Words + "val")!.Value, System.Globalization.CultureInfo.InvariantCulture) / 2;
        var columns = body.Descendants(Words + "gridCol").Select(c => (double)c.Attribute(Words + "w")! / 20).ToList();
        Assert.InRange(columns.Sum(), 300, 482); // what A4 leaves
        Assert.All(heads.Zip(columns), c => Assert.All(c.First.Split(' '), word => Assert.InRange(TextWidth.Points(word, size, true) + 14 + size / 2, 0, c.Second)));
    }

    [Fact]
    public void The_contents_lead_to_the_headings()
    {
        var marks = Body.Descendants(Words + "bookmarkStart").ToDictionary(b => (string)b.Attribute(Words + "name")!, b => b.Parent!.Value);
        var entries = Body.Descendants(Words + "hyperlink").Select(h => (Mark: (string)h.Attribute(Words + "anchor")!, Text: h.Value)).ToList();
        Assert.Equal(["GMV grew by a sixth, and refunds with it", "11.11 doubled the day", "Every day", "Three creators bring half of the GMV"], entries.Select(e => e.Text));
        Assert.All(entries, e => Assert.Equal(e.Text, marks[e.Mark]));
    }

    [Fact]
    public void Headings_of_tables_are_repeated_and_every_row_is_kept()
    {
        var tables = Body.Descendants(Words + "tbl").Where(t => t.Descendants(Words + "tblHeader").Any()).ToList();
        Assert.Equal(2, tables.Count);
        Assert.Equal(30, tables[0].Elements(Words + "tr").Count()); // head, 28 days, total
        Assert.Equal("Total", tables[0].Elements(Words + "tr").Last().Elements(Words + "tc").First().Value);
    }

    [Fact]
    public void Charts_say_in_words_what_they_show_and_hold_their_figures()
    {
        var charts = Body.Descendants().Where(e => e.Name.LocalName == "docPr").ToList();
        Assert.Equal(2, charts.Count);
        Assert.All(charts, c => Assert.True(((string)c.Attribute("descr")!).Length > 10));
        Assert.Equal(2, FileParts.Names(Document).Count(n => n.StartsWith("word/embeddings/", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_term_is_explained_once_where_it_stands_first()
    {
        var notes = FileParts.Xml(Document, "word/footnotes.xml").Descendants(Words + "footnote").Where(n => n.Attribute(Words + "type") is null).Select(n => n.Value.Trim()).ToList();
        Assert.Equal(notes.Distinct(), notes);
        Assert.Equal(Body.Descendants(Words + "footnoteReference").Count(), notes.Count);
        Assert.Contains(WeeklyReview.Terms[0].Meaning, notes);
    }
}
