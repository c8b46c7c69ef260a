using Showrunner.Metrics;
using Showrunner.Metrics.Dictionary;
using Showrunner.Platform;
using Showrunner.Web;

namespace Showrunner.Insights.Explore;

/// <summary>An answer in words of its reader.</summary>
public sealed class ExploreWords(Say say, Formats formats)
{
    public Say Say => say;
    public Formats Formats => formats;

    public string Metric(string code) => say["metric." + code];
    public string Dimension(string code) => say["dimension." + code];

    /// <summary>What people call a group.</summary>
    public string Group(string dimension, string key, string label) => dimension switch
    {
        "channel" when say.Has("channel." + key) => say["channel." + key],
        "status" when say.Has("status." + key) => say["status." + key],
        "creator" when label.Length > 0 => "@" + label,
        _ when label.Length == 0 => say["dimension.none"],
        _ => label,
    };

    public string Group(MetricRow row, IReadOnlyList<string> by) => string.Join(" · ", by.Select((code, i) => Group(code, row.Keys[i], row.Labels[i])));

    public string Bucket(DateOnly day, string grain) => grain switch { "month" => formats.Month(day), "week" => formats.Day(day), _ => $"{formats.Weekday(day)} {day.Year}" };

    public string BucketHeading(string grain) => say[grain switch { "month" => "chart.month", "week" => "chart.week", _ => "chart.day" }];

    public string Full(Metric metric, decimal? value) => formats.Full(value, Units.Of(metric));
    public string Short(Metric metric, decimal? value) => formats.Short(value, Units.Of(metric));

    /// <summary>A refusal whose codes are said as names.</summary>
    public string Refusal(Refused refused) => say.Refusal(new Refused(refused.Code, [.. refused.Arguments.Select(Named)]));

    private object? Named(object? argument) => argument switch
    {
        string code when MetricDictionary.Find(code) is not null => Metric(code),
        string code when Metrics.Dimension.Find(code) is not null => Dimension(code),
        DateOnly day => formats.Day(day),
        _ => argument,
    };

    /// <summary>"GMV and Orders by Channel and Day".</summary>
    public string Question(Exploration asked)
    {
        var figures = string.Join(", ", asked.Metrics.Where(code => MetricDictionary.Find(code) is not null).Select(Metric));
        var by = asked.By.Where(code => Metrics.Dimension.Find(code) is not null).Select(Dimension).ToList();
        if (Exploration.Grains.Contains(asked.Grain) && asked.Grain != "none") by.Add(say["explore.grain." + asked.Grain]);
        var split = by.Count < 2 ? string.Concat(by) : say["explore.and", string.Join(", ", by.SkipLast(1)), by[^1]];
        return by.Count == 0 ? figures : say["explore.question", figures, split];
    }

    /// <summary>What the reader must know to read the figures right.</summary>
    public IEnumerable<string> Notes(Explored explored)
    {
        var table = explored.Table;
        var unknown = table.Metrics.Where((_, i) => table.Sources[i] is null).Select(m => Metric(m.Code)).ToList();
        if (unknown.Count > 0) yield return say["explore.unknown", string.Join(", ", unknown)];
        var dayless = table.Metrics.Where((_, i) => explored.HasTime && table.Sources[i] == Family.Totals).Select(m => Metric(m.Code)).ToList();
        if (dayless.Count > 0) yield return say["explore.dayless", string.Join(", ", dayless)];
        if (table.TotalPeriods.Count > 0) yield return say["insights.totalsToo", string.Join(", ", table.TotalPeriods.Select(p => formats.Days(p)))];
        if (explored.Cut) yield return say["explore.cut", explored.Asked.Top];
        var own = table.Metrics.Where((_, i) => explored.HasGroups && table.Sources[i] is not null && !explored.AddsUp(i)).Select(m => Metric(m.Code)).ToList();
        if (own.Count > 0) yield return say["explore.notSums", string.Join(", ", own)];
    }
}
