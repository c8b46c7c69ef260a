using Showrunner.Data;
using Showrunner.Markets;
using Showrunner.Metrics;
using Showrunner.Platform;

namespace Showrunner.Reports;

/// <summary>What a report is asked about.</summary>
/// <param name="Market">Whose days and money.</param>
/// <param name="Range">Market days, both included.</param>
/// <param name="Compare">previous, year or none.</param>
/// <param name="Language">en, id or de.</param>
public sealed record ReportQuestion(Market Market, DayRange Range, string Compare, string Language)
{
    /// <summary>The one creator, shop or category that it is about; null for the whole market.</summary>
    public ReportSubject? Subject { get; init; }
}

/// <summary>A row that a report is about.</summary>
/// <param name="Dimension">creator, shop, category or board.</param>
/// <param name="Id">Its row number.</param>
/// <param name="Name">As people call it.</param>
public sealed record ReportSubject(string Dimension, long Id, string Name)
{
    /// <summary>Rows that count as parts of it: the categories below a category.</summary>
    public IReadOnlyList<long> Below { get; init; } = [];

    public MetricFilter Filter => MetricFilter.Rows(Dimension, [Id, .. Below]);
}

/// <summary>A report: turns a question into content. A new one is one class and one <c>AddReport</c> line.</summary>
public abstract class Report
{
    /// <summary>Stands in addresses and on the command line.</summary>
    public abstract string Code { get; }

    /// <summary>Text key of its name; <c>KEY.text</c> says what is in it.</summary>
    public abstract string TitleKey { get; }

    /// <summary>What it can be about besides the whole market: creator, shop, category, board; null for nothing else.</summary>
    public virtual string? About => null;

    /// <summary>It says nothing about a whole market.</summary>
    public virtual bool NeedsSubject => false;

    /// <summary>The row that it is to be about, by row number or by name; refuses one that is not there for who asks.</summary>
    public virtual Task<ReportSubject?> Find(string? wanted, Market market, Actor actor, AppDb db, CancellationToken cancel) => FindSubject.Handle(this, wanted, market, db, cancel);

    /// <summary>What can be chosen to be about, where there are few; empty where one types a name.</summary>
    public virtual Task<IReadOnlyList<ReportSubject>> Choices(Market market, Actor actor, AppDb db, string language, CancellationToken cancel) => Task.FromResult<IReadOnlyList<ReportSubject>>([]);

    /// <summary>What may be asked, as names in the address.</summary>
    public IReadOnlyList<string> Parameters => ["market", "from", "to", "compare", "language", .. About is null ? Array.Empty<string>() : ["subject"]];

    /// <summary>Refuses with <c>report_empty</c> where nothing is known.</summary>
    public abstract Task<ReportContent> Make(ReportQuestion question, CancellationToken cancel);

    /// <summary>The frame that all reports share: title, what was asked, and when it was read.</summary>
    protected internal static ReportContent Content(string name, ReportQuestion question, ReportWords words, bool compared, DateTimeOffset asOf, long change, IReadOnlyList<Section> sections)
    {
        var formats = words.Formats;
        var currency = formats.Symbol(words.Currency) is { } symbol && symbol != words.Currency ? $"{words.Currency} ({symbol})" : words.Currency;
        string?[] what =
        [
            words.MarketName, formats.Days(question.Range),
            compared ? words.Say("report.against", formats.Days(question.Range.ComparedWith(question.Compare))) : null, currency,
        ];
        return new ReportContent(
            words.Say("report.title", name, question.Subject?.Name ?? words.MarketName), string.Join(" · ", what.OfType<string>()),
            $"{words.Say("frame.asOf", formats.When(asOf, words.Zone))}, {words.Say("frame.changeNo", change)}", asOf, sections)
        { Words = words, Question = question, Change = change };
    }
}
