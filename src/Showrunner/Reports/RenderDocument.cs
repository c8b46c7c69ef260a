using Showrunner.Office;

namespace Showrunner.Reports;

/// <summary>Content as a document that flows: headlines, figures, native charts and tables, definitions as footnotes.</summary>
public static class RenderDocument
{
    public const string Format = "docx";
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static void Write(Stream output, ReportContent content) => DocumentWriter.Write(output, Spec(content));

    internal static DocumentSpec Spec(ReportContent content)
    {
        var words = content.Words;
        return new DocumentSpec(new Stamp(content.Title, content.Made), [.. content.Sections.Where(s => s.Terms.Count == 0).SelectMany(Passages)])
        {
            Culture = words.Culture,
            Template = content.Look?.Document,
            Subtitle = content.What,
            AsOf = content.AsOf,
            Footer = content.AsOf,
            Words = Words(words),
            Definitions = [.. content.Sections.SelectMany(s => s.Terms).Select(t => new Definition(t.Name, $"{t.Meaning} ({t.Formula} · {t.Unit} · {t.Source})"))],
        };
    }

    /// <summary>What a document says by itself.</summary>
    internal static DocumentWords Words(ReportWords words) => new(words.Say("report.document.contents"), words.Say("report.document.figure"), words.Say("report.document.table"), words.Say("report.document.boxes"));

    private static IEnumerable<Passage> Passages(Section section)
    {
        yield return new HeadingPassage(section.Headline);
        if (section.Figures.Count > 0) yield return new FiguresPassage([.. section.Figures.Select(f => f.Card)]);
        if (section.Table is { Charts.Count: > 0 } drawn)
            foreach (var chart in drawn.Charts) yield return new ChartPassage(chart.Title, drawn.Table, chart);
        if (section.Sentences.Count > 0) yield return new BulletsPassage(section.Sentences);
        if (section.Table is { SlideColumns.Count: > 0 } listed) yield return new TablePassage(section.Heading ?? section.Sheet, listed.Narrow) { MostRows = listed.SlideRows };
        if (section.Behind is { } behind) yield return new TablePassage(section.Heading ?? section.Sheet, behind.Table) { MostRows = behind.SlideRows };
        if (section.Notes.Count > 0) yield return new TextPassage(section.Notes) { IsNote = true };
    }
}
