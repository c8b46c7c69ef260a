using System.Text.RegularExpressions;
using System.Xml.Linq;
using Showrunner.Office.Tests.Samples;

namespace Showrunner.Office.Tests;

/// <summary>The deck as another program reads it.</summary>
public sealed partial class DeckReadingTests
{
    private static readonly byte[] Deck = Files.Of(WeeklyDeck.Spec);
    private static readonly List<XDocument> Slides =
        [.. Enumerable.Range(1, FileParts.Names(Deck).Count(n => Slide().IsMatch(n))).Select(i => FileParts.Xml(Deck, $"ppt/slides/slide{i}.xml"))];

    [Fact]
    public void The_same_specification_gives_the_same_bytes() => Assert.Equal(Deck, Files.Of(WeeklyDeck.Spec));

    [Fact]
    public void Another_program_shows_every_slide()
    {
        using var folder = new Folder();
        var pdf = folder.Put("deck.pdf", Tools.LibreOffice(Deck, "deck.pptx", "pdf"));
        Assert.Matches($@"Pages:\s+{Slides.Count}\s", Tools.Run("pdfinfo", "poppler-utils", pdf));
        var text = Tools.Run("pdftotext", "poppler-utils", "-layout", pdf, "-");
        Assert.Contains("What changed, and what to do next", text, StringComparison.Ordinal);
        Assert.Contains("Nguyễn Thị Phương Thảo", text, StringComparison.Ordinal);
        Assert.Contains("Bestellungen", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_reference_between_parts_leads_somewhere()
    {
        var names = FileParts.Names(Deck).ToHashSet(StringComparer.Ordinal);
        foreach (var links in names.Where(n => n.EndsWith(".rels", StringComparison.Ordinal)))
            foreach (var target in FileParts.Xml(Deck, links).Root!.Elements().Where(l => (string?)l.Attribute("TargetMode") != "External").Select(l => (string)l.Attribute("Target")!))
                Assert.Contains(target.TrimStart('/'), names);
    }

    [Fact]
    public void Every_slide_has_a_headline_and_all_but_the_title_a_number_and_the_source()
    {
        foreach (var (slide, i) in Slides.Select((s, i) => (s, i)))
        {
            Assert.NotEmpty(Placed(slide, i == 0 ? "ctrTitle" : "title"));
            if (i == 0) continue;
            Assert.Equal(WeeklyReview.What, Placed(slide, "ftr"));
            Assert.Equal($"{i + 1}", Placed(slide, "sldNum"));
        }
    }

    [Fact]
    public void Every_chart_and_table_says_in_words_what_it_shows()
    {
        var frames = Slides.SelectMany(s => s.Descendants(FileParts.Slides + "graphicFrame")).ToList();
        Assert.True(frames.Count >= 8);
        Assert.All(frames, f => Assert.True(((string?)f.Descendants(FileParts.Slides + "cNvPr").Single().Attribute("descr"))?.Length > 10));
        Assert.Contains(frames, f => ((string)f.Descendants(FileParts.Slides + "cNvPr").Single().Attribute("descr")!).Contains("Rp\u00A0102,500,000 (11 Nov)", StringComparison.Ordinal));
    }

    [Fact]
    public void A_chart_shows_what_its_embedded_workbook_holds()
    {
        var charts = FileParts.Names(Deck).Where(n => n.StartsWith("ppt/charts/chart", StringComparison.Ordinal)).ToList();
        Assert.Equal(4, charts.Count);
        foreach (var name in charts.Take(2))
        {
            var cells = Tools.Cells(FileParts.Bytes(Deck, name.Replace("charts/", "embeddings/", StringComparison.Ordinal).Replace(".xml", ".xlsx", StringComparison.Ordinal)), values: true)["Data"];
            foreach (var values in FileParts.Xml(Deck, name).Descendants(FileParts.Charts + "val").Select(v => v.Element(FileParts.Charts + "numRef")!))
            {
                var (column, first) = Start(values.Element(FileParts.Charts + "f")!.Value);
                var points = values.Descendants(FileParts.Charts + "pt").ToDictionary(p => (int)p.Attribute("idx")!, p => (double)p.Element(FileParts.Charts + "v")!);
                Assert.True(points.Count >= 10);
                var count = (int)values.Descendants(FileParts.Charts + "ptCount").Single().Attribute("val")!;
                for (var i = 0; i < count; i++)
                {
                    var address = $"{column}{first + i}";
                    Assert.Equal(points.ContainsKey(i), cells.ContainsKey(address));
                    if (points.TryGetValue(i, out var value)) Assert.Equal(cells[address][0].GetDouble(), value, 6);
                }
            }
        }
    }

    [Fact]
    public void Columns_start_at_zero_and_gaps_stay_gaps()
    {
        foreach (var chart in Enumerable.Range(1, 4).Select(i => FileParts.Xml(Deck, $"ppt/charts/chart{i}.xml")))
        {
            Assert.Equal("gap", (string?)chart.Descendants(FileParts.Charts + "dispBlanksAs").Single().Attribute("val"));
            if (chart.Descendants(FileParts.Charts + "barChart").Any())
                Assert.Equal("0", (string?)chart.Descendants(FileParts.Charts + "min").Single().Attribute("val"));
            Assert.Equal(chart.Descendants(FileParts.Charts + "ser").Count() > 1, chart.Descendants(FileParts.Charts + "legend").Any());
        }
    }

    [Fact]
    public void A_long_table_repeats_its_headings_and_keeps_every_row()
    {
        var pages = Slides.Where(s => Placed(s, "title").StartsWith("Every day of the month", StringComparison.Ordinal)).ToList();
        Assert.True(pages.Count > 1);
        var rows = new List<string>();
        foreach (var table in pages.Select(p => p.Descendants(FileParts.Drawing + "tbl").Single()))
        {
            var lines = table.Elements(FileParts.Drawing + "tr").Select(r => string.Join('|', r.Elements(FileParts.Drawing + "tc").Select(Text))).ToList();
            Assert.Equal("Day|GMV|GMV before|Orders|AOV|Change", lines[0]);
            rows.AddRange(lines.Skip(1));
        }
        Assert.Equal(29, rows.Count);
        Assert.Equal("18 Nov|–|Rp\u00A041,770,000|–|–|–", rows[17]);
        Assert.StartsWith("Total|Rp\u00A01,406,650,000|", rows[28], StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_stands_outside_the_slide()
    {
        foreach (var place in Slides.SelectMany(s => s.Descendants()).Where(e => e.Name.LocalName == "xfrm" && e.Elements().Any()))
        {
            var (at, size) = (place.Element(FileParts.Drawing + "off")!, place.Element(FileParts.Drawing + "ext")!);
            Assert.InRange((long)at.Attribute("x")! + (long)size.Attribute("cx")!, 0, 12_192_000);
            Assert.InRange((long)at.Attribute("y")! + (long)size.Attribute("cy")!, 0, 6_400_000);
        }
    }

    [Fact]
    public void A_name_too_long_for_its_bar_ends_in_an_ellipsis()
    {
        var labels = FileParts.Xml(Deck, "ppt/charts/chart2.xml").Descendants(FileParts.Charts + "strCache").SelectMany(c => c.Descendants(FileParts.Charts + "v")).Select(v => v.Value);
        Assert.Contains(labels, l => l.StartsWith("Rumah Cantik", StringComparison.Ordinal) && l.EndsWith('…'));
    }

    [Fact]
    public void The_speaker_finds_the_notes() =>
        Assert.Contains("Ask about stock before 12.12.", FileParts.Xml(Deck, "ppt/notesSlides/notesSlide4.xml").Root!.Value, StringComparison.Ordinal);

    private static string Placed(XDocument slide, string type) =>
        string.Concat(slide.Descendants(FileParts.Slides + "sp").Where(s => s.Descendants(FileParts.Slides + "ph").Any(p => (string?)p.Attribute("type") == type)).Select(Text));

    private static string Text(XElement element) => string.Concat(element.Descendants(FileParts.Drawing + "t").Select(t => t.Value));

    private static (string Column, int Row) Start(string reference)
    {
        var match = Reference().Match(reference);
        return (match.Groups[1].Value, int.Parse(match.Groups[2].ValueSpan, System.Globalization.CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"^ppt/slides/slide\d+\.xml$")]
    private static partial Regex Slide();

    [GeneratedRegex(@"!\$([A-Z]+)\$(\d+)")]
    private static partial Regex Reference();
}
