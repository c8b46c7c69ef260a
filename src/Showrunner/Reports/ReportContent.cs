using Showrunner.Metrics;
using Showrunner.Office;
using Showrunner.Platform;

namespace Showrunner.Reports;

/// <summary>What a report says, in no format yet: renderers know nothing else.</summary>
/// <param name="Title">E.g. "Weekly review: Indonesia".</param>
/// <param name="What">Market, period, comparison and currency.</param>
/// <param name="AsOf">When the figures were read, and the ledger change they include.</param>
/// <param name="Made">The same moment as a time, stamped into the file.</param>
/// <param name="Sections">In reading order.</param>
public sealed record ReportContent(string Title, string What, string AsOf, DateTimeOffset Made, IReadOnlyList<Section> Sections)
{
    public required ReportWords Words { get; init; }
    public required ReportQuestion Question { get; init; }
    /// <summary>The ledger change that the figures include.</summary>
    public required long Change { get; init; }

    /// <summary>The company's templates; the built-in look without.</summary>
    public Templates.CompanyLook? Look { get; init; }

    public IEnumerable<HeadFigure> Figures => Sections.SelectMany(s => s.Figures);
    public IEnumerable<ContentTable> Tables => Sections.SelectMany(s => new[] { s.Table, s.Behind }).OfType<ContentTable>();
}

/// <summary>One message: a slide or two, a part of a sheet. Sections of one sheet follow each other.</summary>
/// <param name="Sheet">Name of the workbook's sheet.</param>
/// <param name="Headline">The message as a sentence, made from the figures.</param>
public sealed record Section(string Sheet, string Headline)
{
    /// <summary>The same in every language and period; what a person writes above the part is kept under it.</summary>
    public required string Code { get; init; }
    /// <summary>Names the part where its sheet has several.</summary>
    public string? Heading { get; init; }
    public IReadOnlyList<HeadFigure> Figures { get; init; } = [];
    public ContentTable? Table { get; init; }
    /// <summary>The rows behind a drawn table, where a sheet and a page have room for them and a slide has not.</summary>
    public ContentTable? Behind { get; init; }
    public IReadOnlyList<string> Sentences { get; init; } = [];
    /// <summary>How to read the figures, in small type.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
    public IReadOnlyList<Term> Terms { get; init; } = [];
    /// <summary>What a person wrote in place of the headline.</summary>
    public OwnWords? Written { get; init; }
}

/// <summary>A person's sentence above a part.</summary>
/// <param name="Text">As written.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="At">When.</param>
/// <param name="Derived">The sentence made from the figures.</param>
/// <param name="Outdated">The figures under it changed since: the derived one is shown.</param>
public sealed record OwnWords(string Text, string Author, DateTimeOffset At, string Derived, bool Outdated);

/// <summary>A table with the charts drawn from it.</summary>
/// <param name="Name">What derivations call it; no person reads it.</param>
/// <param name="Table">Money in major units, rates as fractions.</param>
/// <param name="Charts">A slide shows the first.</param>
public sealed record ContentTable(string Name, Table Table, params IReadOnlyList<ChartSpec> Charts)
{
    /// <summary>Columns and rows that fit on a slide; without, a slide shows the first chart only.</summary>
    public IReadOnlyList<string> SlideColumns { get; init; } = [];
    public int? SlideRows { get; init; }
    /// <summary>Said where there are no rows.</summary>
    public string Empty { get; init; } = "";

    /// <summary>Only the columns that fit.</summary>
    public Table Narrow
    {
        get
        {
            var places = SlideColumns.Select(Table.IndexOf).ToList();
            return new Table(
                [.. places.Select(p => Table.Columns[p] with { Width = null, Total = SlideRows is null ? Table.Columns[p].Total : null })],
                Table.Rows.Select(row => (IReadOnlyList<object?>)[.. places.Select(p => row[p])]));
        }
    }
}

/// <summary>A metric's figure: money in major units, a rate as a fraction, unknown as null.</summary>
public sealed record HeadFigure(string Code, string Label, decimal? Value, decimal? Before, CellFormat Format)
{
    /// <summary>As on a card.</summary>
    public required string Shown { get; init; }
    /// <summary>"+12.4% (+Rp 1,2 M)"; null without comparison.</summary>
    public string? Comparison { get; init; }
    public Mood Mood { get; init; }
    public Better Better { get; init; }
    public Change Change { get; init; }
    public string? Note { get; init; }
    /// <summary>Said beside the cell, where someone may try to add up.</summary>
    public string? SheetNote { get; init; }
    /// <summary>Short code of the figure as it is said here; typed into the search, it opens it.</summary>
    public string? Reading { get; init; }
    public string? ShownReading => Reading is null ? null : Readings.FigureReading.Write(Reading);
    public Figure Card => new(Label, Shown, Comparison, Mood, Joined(Note));

    /// <summary>What is said beside the figure, with its code.</summary>
    public string? Joined(string? note) => string.Join(" · ", new[] { note, ShownReading }.OfType<string>()) is { Length: > 0 } said ? said : null;
    /// <summary>What was asked for it, where that is not what the report was asked.</summary>
    public FigureQuestion? Asked { get; init; }
    /// <summary>How a workbook calculates it again; null for what cannot be added up.</summary>
    public Derivation? From { get; init; }
}

/// <summary>Days and filters of a figure: what a part of a report asks for itself.</summary>
/// <param name="Range">Market days.</param>
/// <param name="Where">Row numbers or codes.</param>
/// <param name="Name">The filters as people say them.</param>
public sealed record FigureQuestion(DayRange Range, IReadOnlyList<MetricFilter> Where, string Name = "")
{
    /// <summary>Text that tells two questions apart, e.g. <c>channel=live|video</c>; empty without filters.</summary>
    public string Conditions => string.Join('&', Where.Select(f => $"{f.Dimension}={string.Join('|', f.Values.Select(Uri.EscapeDataString))}"));

    public static IReadOnlyList<MetricFilter> Read(string conditions) => conditions.Length == 0 ? [] :
        [.. conditions.Split('&').Select(part => part.Split('=', 2)).Select(part => new MetricFilter(part[0], [.. part[1].Split('|').Select(Uri.UnescapeDataString)]))];
}

/// <summary>Where a figure comes from inside the report.</summary>
public abstract record Derivation
{
    /// <summary>Sum of a column; the comparison's of another where there is one.</summary>
    public sealed record Sum(string Table, string Column, string? Before) : Derivation;

    /// <summary>One figure divided by another, rounded to places where the stored one is.</summary>
    public sealed record Ratio(string Over, string Under, int? Places) : Derivation;
}

/// <summary>A term and what it means.</summary>
public sealed record Term(string Name, string Meaning, string Formula, string Unit, string Source);
