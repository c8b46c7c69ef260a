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
        Template = content.Look?.Deck,
        Footer = $"{content.What} · {content.AsOf}",
    });

    private static IEnumerable<Slide> Slides(Section section)
    {
        var notes = section.Notes.Count == 0 ? null : string.Join("\n", section.Notes);
        if (section.Figures.Any(f => f.Value is not null))
            yield return new FiguresSlide(section.Headline, [.. section.Figures.Select(f => f.Card)]) { Notes = notes };
        if (section.Table is { Charts.Count: > 0 } drawn)
            yield return new ChartSlide(section.Headline, drawn.Table, drawn.Charts[0]) { Points = section.Sentences, Notes = notes };
        if (section.Table is { SlideColumns.Count: > 0 } listed)
            yield return new TableSlide(section.Headline, listed.Narrow) { MostRows = listed.SlideRows, Notes = notes };
        if (section.Table is null && section.Figures.Count == 0 && section.Sentences.Count > 0)
            yield return new TextSlide(section.Headline, section.Sentences) { Notes = notes };
        if (section.Terms.Count > 0)
            yield return new DefinitionsSlide(section.Headline, [.. section.Terms.Select(t => new Definition(t.Name, $"{t.Meaning} ({t.Formula} · {t.Unit} · {t.Source})"))]);
    }
}
