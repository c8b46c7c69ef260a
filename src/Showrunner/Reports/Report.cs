using Showrunner.Markets;
using Showrunner.Platform;

namespace Showrunner.Reports;

/// <summary>What a report is asked about.</summary>
/// <param name="Market">Whose days and money.</param>
/// <param name="Range">Market days, both included.</param>
/// <param name="Compare">previous, year or none.</param>
/// <param name="Language">en, id or de.</param>
public sealed record ReportQuestion(Market Market, DayRange Range, string Compare, string Language);

/// <summary>A report: turns a question into content. A new one is one class and one <c>AddReport</c> line.</summary>
public abstract class Report
{
    /// <summary>Stands in addresses and on the command line.</summary>
    public abstract string Code { get; }

    /// <summary>Text key of its name; <c>KEY.text</c> says what is in it.</summary>
    public abstract string TitleKey { get; }

    /// <summary>What may be asked, as names in the address.</summary>
    public virtual IReadOnlyList<string> Parameters => ["market", "from", "to", "compare", "language"];

    /// <summary>Refuses with <c>report_empty</c> where nothing is known.</summary>
    public abstract Task<ReportContent> Make(ReportQuestion question, CancellationToken cancel);

    /// <summary>The headline figures alone, for a look before the download.</summary>
    public abstract Task<ReportContent> Preview(ReportQuestion question, CancellationToken cancel);
}
