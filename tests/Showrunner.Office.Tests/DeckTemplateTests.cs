using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Showrunner.Office.Tests.Samples;

namespace Showrunner.Office.Tests;

/// <summary>Decks in a company's own look, and templates that are none.</summary>
public sealed partial class DeckTemplateTests
{
    private static readonly byte[] Own = Files.Of(WeeklyDeck.Spec);

    /// <summary>German names, Georgia and Verdana, red accents, a title that starts lower.</summary>
    private static readonly byte[] Wide = Edited(Own, (path, xml) => xml
        .Replace("Calibri", path.Contains("theme", StringComparison.Ordinal) ? "Verdana" : "Calibri", StringComparison.Ordinal)
        .Replace("0F5C6E", path.Contains("theme", StringComparison.Ordinal) ? "B00020" : "0F5C6E", StringComparison.Ordinal)
        .Replace("name=\"Title\"", "name=\"Titelfolie\"", StringComparison.Ordinal).Replace("name=\"Headline only\"", "name=\"Nur Titel\"", StringComparison.Ordinal)
        .Replace("y=\"355600\"", "y=\"508000\"", StringComparison.Ordinal));

    /// <summary>4:3, every place in proportion.</summary>
    private static readonly byte[] Narrow = Edited(Own, (path, xml) => path == "ppt/presentation.xml"
        ? xml.Replace("cx=\"12192000\"", "cx=\"9144000\"", StringComparison.Ordinal)
        : path.Contains("slideMaster", StringComparison.Ordinal) || path.Contains("slideLayout", StringComparison.Ordinal)
            ? Across().Replace(xml, m => $"{m.Groups[1].Value}=\"{long.Parse(m.Groups[2].Value, CultureInfo.InvariantCulture) * 3 / 4}\"") : xml);

    public static TheoryData<string> Templates => ["wide", "narrow"];

    private static byte[] Of(string name) => name == "wide" ? Wide : Narrow;

    [Theory, MemberData(nameof(Templates))]
    public void A_deck_takes_the_templates_layouts_and_follows_the_file_format(string name)
    {
        var template = DeckTemplate.Read(new MemoryStream(Of(name)));
        var file = Files.Of(WeeklyDeck.Spec with { Template = template });
        Files.Keep($"template-{name}.pptx", file);
        using (var document = PresentationDocument.Open(new MemoryStream(file), false))
        {
            var faults = new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(document).Select(f => $"{f.Part?.Uri} {f.Path?.XPath}: {f.Description}");
            Assert.Equal([], faults);
            // The template's own slides are gone, ours are there.
            Assert.Equal(FileParts.Names(Own).Count(n => Slide().IsMatch(n)), document.PresentationPart!.SlideParts.Count());
        }
        Assert.Equal(file, Files.Of(WeeklyDeck.Spec with { Template = template }));
        var names = FileParts.Names(file).ToHashSet(StringComparer.Ordinal);
        foreach (var part in names.Where(n => n.Contains("slideLayouts/", StringComparison.Ordinal) || n.Contains("slideMasters/", StringComparison.Ordinal) || n.Contains("theme1", StringComparison.Ordinal)))
            Assert.Equal(FileParts.Bytes(Of(name), part), FileParts.Bytes(file, part)); // as the company made them
        foreach (var links in names.Where(n => n.EndsWith(".rels", StringComparison.Ordinal)))
            foreach (var target in FileParts.Xml(file, links).Root!.Elements().Where(l => (string?)l.Attribute("TargetMode") != "External").Select(l => (string)l.Attribute("Target")!))
                Assert.Contains(target.TrimStart('/'), names);
    }

    [Theory, MemberData(nameof(Templates))]
    public void What_stands_on_the_slides_is_inside_the_page_and_in_the_themes_colours(string name)
    {
        var file = Files.Of(WeeklyDeck.Spec with { Template = DeckTemplate.Read(new MemoryStream(Of(name))) });
        XNamespace a = "http://schemas.openxmlformats.org/drawingml/2006/main", p = "http://schemas.openxmlformats.org/presentationml/2006/main";
        var size = FileParts.Xml(file, "ppt/presentation.xml").Root!.Element(p + "sldSz")!;
        var (width, height) = ((long)size.Attribute("cx")!, (long)size.Attribute("cy")!);
        Assert.Equal(name == "wide" ? 12192000 : 9144000, width);
        foreach (var path in FileParts.Names(file).Where(n => Slide().IsMatch(n)))
        {
            var slide = FileParts.Xml(file, path);
            foreach (var frame in slide.Descendants(a + "xfrm").Concat(slide.Descendants(p + "xfrm")))
            {
                var (x, y, w, h) = ((long)frame.Element(a + "off")!.Attribute("x")!, (long)frame.Element(a + "off")!.Attribute("y")!, (long)frame.Element(a + "ext")!.Attribute("cx")!, (long)frame.Element(a + "ext")!.Attribute("cy")!);
                Assert.True(x >= 0 && y >= 0 && x + w <= width && y + h <= height, $"{path}: {x} {y} {w} {h} on {width} × {height}");
            }
            foreach (var colour in slide.Descendants(a + "srgbClr").Select(c => (string)c.Attribute("val")!))
                Assert.Contains(colour, new[] { Palette.Good, Palette.Bad }); // what means the same everywhere
        }
        foreach (var chart in FileParts.Names(file).Where(n => n.StartsWith("ppt/charts/chart", StringComparison.Ordinal)))
        {
            var text = Encoding.UTF8.GetString(FileParts.Bytes(file, chart));
            Assert.Contains("accent1", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Calibri", text, StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(Templates))]
    public void Another_program_shows_every_slide(string name)
    {
        using var folder = new Folder();
        var file = Files.Of(WeeklyDeck.Spec with { Template = DeckTemplate.Read(new MemoryStream(Of(name))) });
        var pdf = folder.Put("deck.pdf", Tools.LibreOffice(file, "deck.pptx", "pdf"));
        Assert.Matches($@"Pages:\s+{FileParts.Names(Own).Count(n => Slide().IsMatch(n))}\s", Tools.Run("pdfinfo", "poppler-utils", pdf));
        Assert.Contains("What changed, and what to do next", Regex.Replace(Tools.Run("pdftotext", "poppler-utils", pdf, "-"), @"\s+", " "), StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_can_say_what_was_found()
    {
        var template = DeckTemplate.Read(new MemoryStream(Wide));
        Assert.Equal(("Titelfolie", "Nur Titel", "Verdana", "B00020"), (template.TitleLayout, template.ContentLayout, template.BodyFont, template.Colours[0]));
    }

    [Fact]
    public void What_is_no_usable_template_is_refused_with_its_reason()
    {
        Assert.Equal("broken", Refusal("not a file"u8.ToArray()));
        Assert.Equal("broken", Refusal(Own[..(Own.Length / 2)]));
        Assert.Equal("broken", Refusal(Edited(Own, (path, xml) => path == "ppt/presentation.xml" ? xml[..50] : xml)));
        Assert.Equal("password", Refusal([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0]));
        Assert.Equal("kind", Refusal(Files.Of(WeeklyReview.Workbook)));
        Assert.Equal("kind", Refusal(Files.Of(WeeklyDocument.Spec)));
        Assert.Equal("macros", Refusal(Edited(Own, (path, xml) => xml.Replace("presentation.main+xml", "presentation.macroEnabled.main+xml", StringComparison.Ordinal))));
        Assert.Equal("macros", Refusal(Edited(Own, (_, xml) => xml, ("ppt/vbaProject.bin", [1, 2, 3]))));
        Assert.Equal("layout", Refusal(Edited(Own, (path, xml) => path.Contains("slideLayout", StringComparison.Ordinal) || path.Contains("slideMaster", StringComparison.Ordinal) ? xml.Replace("type=\"title\"", "type=\"body\"", StringComparison.Ordinal).Replace("type=\"ctrTitle\"", "type=\"body\"", StringComparison.Ordinal) : xml)));
        Assert.Equal("outside", Refusal(Edited(Own, (path, xml) => path == "ppt/slideMasters/_rels/slideMaster1.xml.rels"
            ? xml.Replace("</Relationships>", "<Relationship Id=\"rId99\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/image\" Target=\"http://example.test/a.png\" TargetMode=\"External\"/></Relationships>", StringComparison.Ordinal) : xml)));
        Assert.Equal("bomb", Refusal(Edited(Own, (_, xml) => xml, [.. Enumerable.Range(0, 3).Select(i => ($"ppt/media/zero{i}.bin", new byte[59 << 20]))])));
        Assert.Equal("bomb", Refusal(Edited(Own, (_, xml) => xml, [.. Enumerable.Range(0, 3100).Select(i => ($"ppt/media/{i}.bin", Array.Empty<byte>()))])));
    }

    private static string Refusal(byte[] file) => Assert.Throws<TemplateException>(() => DeckTemplate.Read(new MemoryStream(file))).Code;

    private static byte[] Edited(byte[] file, Func<string, string, string> edit, params (string Path, byte[] Content)[] more)
    {
        using var made = new MemoryStream();
        using (var from = new ZipArchive(new MemoryStream(file)))
        using (var to = new ZipArchive(made, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in from.Entries)
            {
                using var reader = entry.Open();
                using var content = new MemoryStream();
                reader.CopyTo(content);
                var isText = entry.FullName.EndsWith(".xml", StringComparison.Ordinal) || entry.FullName.EndsWith(".rels", StringComparison.Ordinal);
                Put(to, entry.FullName, isText ? Encoding.UTF8.GetBytes(edit(entry.FullName, Encoding.UTF8.GetString(content.ToArray()))) : content.ToArray());
            }
            foreach (var (path, content) in more) Put(to, path, content);
        }
        return made.ToArray();

        static void Put(ZipArchive to, string path, byte[] content)
        {
            using var part = to.CreateEntry(path, CompressionLevel.Fastest).Open();
            part.Write(content);
        }
    }

    [GeneratedRegex(@"^ppt/slides/slide\d+\.xml$")]
    private static partial Regex Slide();

    [GeneratedRegex(@"\b(x|cx)=""(\d+)""")]
    private static partial Regex Across();
}
