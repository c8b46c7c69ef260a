using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Showrunner.Office.Tests.Samples;
using WordParagraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;

namespace Showrunner.Office.Tests;

/// <summary>Documents in a company's own look, and templates that are none.</summary>
public sealed class DocumentTemplateTests
{
    /// <summary>As a German Word writes it: other ids of styles, a header with a field split over runs, text around the place of the report, lists and a Letter page on its side.</summary>
    private static byte[] Company(string place = "{{content}}", bool control = false, bool notes = false)
    {
        using var stream = new MemoryStream();
        using (var file = WordprocessingDocument.Create(stream, DocumentFormat.OpenXml.WordprocessingDocumentType.Document))
        {
            var main = file.AddMainDocumentPart();
            Style Heading(string id, string name, string colour) => new(new StyleName { Val = name }, new BasedOn { Val = "Standard" }, new StyleRunProperties(new RunFonts { Ascii = "Georgia" }, new Color { Val = colour })) { Type = StyleValues.Paragraph, StyleId = id };
            main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles(
                new Style(new StyleName { Val = "Normal" }) { Type = StyleValues.Paragraph, StyleId = "Standard", Default = true },
                Heading("Titel", "Title", "B00020"), Heading("berschrift1", "heading 1", "B00020"), Heading("Beschriftung", "caption", "777777"),
                Heading("Note", "Firmenhinweis", "123456")); // an id that one of ours has as well
            main.AddNewPart<NumberingDefinitionsPart>().Numbering = new Numbering(
                new AbstractNum(new Level(new StartNumberingValue { Val = 1 }, new NumberingFormat { Val = NumberFormatValues.Decimal }, new LevelText { Val = "%1." }) { LevelIndex = 0 }) { AbstractNumberId = 4 },
                new NumberingInstance(new AbstractNumId { Val = 4 }) { NumberID = 7 });
            var header = main.AddNewPart<HeaderPart>();
            header.Header = new Header(new WordParagraph(new Run(new Text("ACME · {{ti") { Space = DocumentFormat.OpenXml.SpaceProcessingModeValues.Preserve }), new Run(new Text("tle}} · {{as_of}}"))));
            if (notes) main.AddNewPart<FootnotesPart>().Footnotes = new Footnotes(
                new Footnote(new WordParagraph(new Run(new SeparatorMark()))) { Id = -1, Type = FootnoteEndnoteValues.Separator }, new Footnote(new WordParagraph(new Run(new ContinuationSeparatorMark()))) { Id = 0, Type = FootnoteEndnoteValues.ContinuationSeparator });
            var text = new Body(new WordParagraph(new BookmarkStart { Id = "1", Name = "anfang" }, new Run(new Text("Vertraulich")), new BookmarkEnd { Id = "1" }));
            if (control) text.Append(new SdtBlock(new SdtProperties(new Tag { Val = "content" }), new SdtContentBlock(new WordParagraph(new Run(new Text("hier"))))));
            else if (place.Length > 0) text.Append(new WordParagraph(new Run(new Text(place[..3])), new Run(new Text(place[3..]))));
            text.Append(new WordParagraph(new Run(new Text("ACME GmbH, Berlin"))), new SectionProperties(
                new HeaderReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(header) },
                new PageSize { Width = 15840, Height = 12240, Orient = PageOrientationValues.Landscape }, new PageMargin { Left = 1440, Right = 1440, Top = 1440, Bottom = 1440, Header = 720, Footer = 720, Gutter = 0 }));
            main.Document = new Document(text);
        }
        return stream.ToArray();
    }

    public static TheoryData<bool, bool> Kinds => new() { { false, false }, { true, false }, { false, true } };

    [Theory, MemberData(nameof(Kinds))]
    public void A_report_stands_in_the_companys_document(bool control, bool notes)
    {
        var template = DocumentTemplate.Read(new MemoryStream(Company(control: control, notes: notes)));
        Assert.True(template.HasPlace);
        Assert.Equal(["Titel", "berschrift1", "Beschriftung"], template.Headings);
        var spec = WeeklyDocument.Spec with { Template = template };
        var file = Files.Of(spec);
        Files.Keep($"template{(control ? "-control" : notes ? "-notes" : "")}.docx", file);
        Assert.Equal(file, Files.Of(spec));
        using var document = WordprocessingDocument.Open(new MemoryStream(file), false);
        Assert.Equal([], new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(document).Select(f => $"{f.Part?.Uri} {f.Path?.XPath}: {f.Description}"));
        var body = document.MainDocumentPart!.Document!.Body!;
        var paragraphs = body.Elements<WordParagraph>().ToList();
        Assert.Equal("Vertraulich", paragraphs[0].InnerText); // what stood around it still does
        Assert.Equal("ACME GmbH, Berlin", paragraphs[^1].InnerText);
        Assert.DoesNotContain("{{", body.InnerText, StringComparison.Ordinal);
        Assert.Equal("Titel", paragraphs[1].ParagraphProperties!.ParagraphStyleId!.Val!.Value);
        Assert.True(paragraphs.Count(p => p.ParagraphProperties?.ParagraphStyleId?.Val?.Value == "berschrift1") >= 2);
        Assert.Equal($"ACME · {spec.Stamp.Title} · {spec.AsOf}", document.MainDocumentPart.HeaderParts.Single().Header!.InnerText);
        var styles = document.MainDocumentPart.StyleDefinitionsPart!.Styles!.Elements<Style>().Select(s => s.StyleId!.Value!).ToList();
        Assert.Equal(styles.Count, styles.Distinct().Count());
        foreach (var used in body.Descendants<ParagraphStyleId>().Select(s => s.Val!.Value!).Distinct()) Assert.Contains(used, styles);
        Assert.Contains("ShowrunnerNote", styles);
        var marks = body.Descendants<BookmarkStart>().Select(b => b.Id!.Value).ToList();
        Assert.Equal(marks.Count, marks.Distinct().Count());
        if (notes) Assert.Contains(spec.Definitions[0].Meaning, body.InnerText, StringComparison.Ordinal);
        Assert.Equal(15840u, body.Descendants<PageSize>().Single().Width!.Value);
    }

    [Fact]
    public void Another_program_shows_it()
    {
        using var folder = new Folder();
        var pdf = folder.Put("d.pdf", Tools.LibreOffice(Files.Of(WeeklyDocument.Spec with { Template = DocumentTemplate.Read(new MemoryStream(Company())) }), "d.docx", "pdf"));
        var text = Regex.Replace(Tools.Run("pdftotext", "poppler-utils", pdf, "-"), @"\s+", " ");
        foreach (var said in new[] { "Vertraulich", "ACME GmbH, Berlin", WeeklyDocument.Spec.Stamp.Title, ((HeadingPassage)WeeklyDocument.Spec.Passages.First(p => p is HeadingPassage)).Text }) Assert.Contains(said, text, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_marked_place_it_goes_to_the_end_and_our_own_document_is_a_template_too()
    {
        var file = Files.Of(WeeklyDocument.Spec with { Template = DocumentTemplate.Read(new MemoryStream(Company(place: ""))) });
        using (var document = WordprocessingDocument.Open(new MemoryStream(file), false))
            Assert.Equal("ACME GmbH, Berlin", document.MainDocumentPart!.Document!.Body!.Elements<WordParagraph>().ElementAt(1).InnerText);
        var twice = Files.Of(WeeklyDocument.Spec with { Template = DocumentTemplate.Read(new MemoryStream(Files.Of(WeeklyDocument.Spec))) });
        using var again = WordprocessingDocument.Open(new MemoryStream(twice), false);
        Assert.Equal([], new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(again).Select(f => $"{f.Part?.Uri} {f.Path?.XPath}: {f.Description}"));
    }

    [Fact]
    public void What_is_no_usable_template_is_refused_with_its_reason()
    {
        var good = Company();
        Assert.Equal("broken", Refusal("no file"u8.ToArray()));
        Assert.Equal("broken", Refusal(good[..(good.Length / 2)]));
        Assert.Equal("password", Refusal([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]));
        Assert.Equal("kind", Refusal(Files.Of(WeeklyDeck.Spec)));
        Assert.Equal("macros", Refusal(Edited(good, "[Content_Types].xml", "wordprocessingml.document.main", "document.macroEnabled.main")));
        Assert.Equal("layout", Refusal(Edited(good, "word/document.xml", "w:w=\"15840\"", "w:w=\"4000\"")));
        Assert.Equal("outside", Refusal(Edited(good, "word/_rels/document.xml.rels", "</Relationships>", "<Relationship Id=\"rX\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/image\" Target=\"http://example.test/a.png\" TargetMode=\"External\"/></Relationships>")));
    }

    private static string Refusal(byte[] file) => Assert.Throws<TemplateException>(() => DocumentTemplate.Read(new MemoryStream(file))).Code;

    private static byte[] Edited(byte[] file, string path, string find, string replace)
    {
        using var made = new MemoryStream();
        made.Write(file);
        using (var zip = new ZipArchive(made, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.GetEntry(path)!;
            string text;
            using (var reader = new StreamReader(entry.Open())) text = reader.ReadToEnd();
            Assert.Contains(find, text, StringComparison.Ordinal);
            entry.Delete();
            using var part = zip.CreateEntry(path).Open();
            part.Write(Encoding.UTF8.GetBytes(text.Replace(find, replace, StringComparison.Ordinal)));
        }
        return made.ToArray();
    }
}
