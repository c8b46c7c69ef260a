using Showrunner.Office;

namespace Showrunner.Reports;

/// <summary>Content as slides with native, editable charts and tables.</summary>
public static class RenderDeck
{
    public const string Format = "pptx";
    public const string ContentType = "application/vnd.openxmlformats-officedocument.presentationml.presentation";

    public static void Write(Stream output, ReportContent content) => DeckWriter.Write(output, new DeckSpec(
        new Stamp(content.Title, content.Made),
        [new TitleSlide(content.Title, content.What, content.AsOf), .. content.Sections.SelectMany(Slides)])
    {
        Culture = content.Words.Culture,
        Footer = $"{content.What} · {content.AsOf}",
    });

    private static IEnumerable<Slide> Slides(Section section)
    {
        var notes = section.Notes.Count == 0 ? null : string.Join("\n", section.Notes);
        if (section.Figures.Any(f => f.Value is not null))
            yield return new FiguresSlide(section.Headline, [.. section.Figures.Select(f => new Figure(f.Label, f.Shown, f.Comparison, f.Mood, f.Note))]) { Notes = notes };
        if (section.Table is { Charts.Count: > 0 } drawn)
            yield return new ChartSlide(section.Headline, drawn.Table, drawn.Charts[0]) { Points = section.Sentences, Notes = notes };
        if (section.Table is { SlideColumns.Count: > 0 } listed)
            yield return new TableSlide(section.Headline, Shown(listed)) { MostRows = listed.SlideRows, Notes = notes };
        if (section.Table is null && section.Figures.Count == 0 && section.Sentences.Count > 0)
            yield return new TextSlide(section.Headline, section.Sentences) { Notes = notes };
        if (section.Terms.Count > 0)
            yield return new DefinitionsSlide(section.Headline, [.. section.Terms.Select(t => new Definition(t.Name, $"{t.Meaning} ({t.Formula} · {t.Unit} · {t.Source})"))]);
    }

    /// <summary>Only the columns that fit.</summary>
    private static Table Shown(ContentTable table)
    {
        var places = table.SlideColumns.Select(table.Table.IndexOf).ToList();
        return new Table(
            [.. places.Select(p => table.Table.Columns[p] with { Width = null, Total = table.SlideRows is null ? table.Table.Columns[p].Total : null })],
            table.Table.Rows.Select(row => (IReadOnlyList<object?>)[.. places.Select(p => row[p])]));
    }
}
