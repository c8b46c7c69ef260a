using System.Globalization;

namespace Showrunner.Office;

/// <summary>A deck to write: 16:9, native text, tables and charts.</summary>
/// <param name="Stamp">Title, author and time in the file's properties.</param>
/// <param name="Slides">In reading order; at least one. A slide too full for one page continues on the next.</param>
public sealed record DeckSpec(Stamp Stamp, params IReadOnlyList<Slide> Slides)
{
    /// <summary>How numbers and dates in tables and charts are written.</summary>
    public CultureInfo Culture { get; init; } = CultureInfo.InvariantCulture;

    /// <summary>The company's own look; the built-in one when null.</summary>
    public DeckTemplate? Template { get; init; }

    /// <summary>Source and as-of time at the foot of every slide but title slides.</summary>
    public string Footer { get; init; } = "";
}

/// <summary>One slide.</summary>
/// <param name="Headline">The message as a sentence; up to two lines.</param>
public abstract record Slide(string Headline)
{
    /// <summary>What the speaker says.</summary>
    public string? Notes { get; init; }
}

/// <summary>Opens a deck or a part of it.</summary>
public sealed record TitleSlide(string Headline, string Subtitle = "", string AsOf = "") : Slide(Headline);

/// <summary>Four to eight headline figures as cards; more continue on the next slide.</summary>
public sealed record FiguresSlide(string Headline, params IReadOnlyList<Figure> Figures) : Slide(Headline);

/// <summary>A native chart with its embedded workbook, and bullets beside it where there are any.</summary>
public sealed record ChartSlide(string Headline, Table Table, ChartSpec Chart) : Slide(Headline)
{
    public IReadOnlyList<string> Points { get; init; } = [];
}

/// <summary>A native table; a long one continues with its headings repeated.</summary>
public sealed record TableSlide(string Headline, Table Table) : Slide(Headline)
{
    /// <summary>Shows only the first rows; the totals row still counts all.</summary>
    public int? MostRows { get; init; }
}

/// <summary>Bullets: what changed, what to do.</summary>
public sealed record TextSlide(string Headline, params IReadOnlyList<string> Points) : Slide(Headline);

/// <summary>Terms and what they mean, in small type.</summary>
public sealed record DefinitionsSlide(string Headline, params IReadOnlyList<Definition> Definitions) : Slide(Headline);

/// <summary>A word of the deck and what it counts.</summary>
public sealed record Definition(string Term, string Meaning);

/// <summary>Whether a change is good news; colours it and never stands alone.</summary>
public enum Mood
{
    Neutral,
    Good,
    Bad,
}

/// <summary>A headline figure.</summary>
/// <param name="Label">What is measured.</param>
/// <param name="Value">Written out; see <see cref="CompactNumbers"/>.</param>
/// <param name="Comparison">E.g. "+12.4% against October". A leading sign becomes an arrow.</param>
/// <param name="Mood">Whether that is good news.</param>
/// <param name="Note">Small type under it.</param>
public sealed record Figure(string Label, string Value, string? Comparison = null, Mood Mood = Mood.Neutral, string? Note = null);
