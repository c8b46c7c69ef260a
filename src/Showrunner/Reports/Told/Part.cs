using Showrunner.Metrics;

namespace Showrunner.Reports.Told;

/// <summary>A part of a report that the metric pipeline tells: what is asked, how it is shown, and the sentence above it.</summary>
/// <param name="Code">Names the part in every language and period; what a person writes above it is kept under this name.</param>
/// <param name="Sheet">Text key of the sheet that it stands on.</param>
public abstract record Part(string Code, string Sheet)
{
    public IReadOnlyList<MetricFilter> Where { get; init; } = [];

    /// <summary>Metrics that the part shows, for the definitions at the end.</summary>
    internal abstract IReadOnlyList<string> Metrics { get; }

    internal virtual MetricQuery Ask(ReportQuestion question) =>
        new(question.Market.Rules, Metrics, question.Range) { Compare = question.Compare, Where = [.. Where, .. question.Subject is { } subject ? [subject.Filter] : Array.Empty<MetricFilter>()] };

    internal abstract Section Tell(MetricTable answer, Telling on);
}
