using Showrunner.Metrics;
using Showrunner.Metrics.Dictionary;
using Showrunner.Office;

namespace Showrunner.Reports.Told;

/// <summary>What every part needs to say its figures: the words, and whether the days before are known at all.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="Words">In which language and money.</param>
/// <param name="Lines">The market's order lines reach back over the days compared with.</param>
/// <param name="Contents">Its videos and LIVEs do.</param>
internal sealed record Telling(ReportQuestion Question, ReportWords Words, bool Lines, bool Contents)
{
    /// <summary>Days before the first that is known would count as days without sales: they are unknown.</summary>
    public decimal? Before(MetricTable table, MetricRow row, int at) => table.Compared is null ? null : table.Sources[at] switch
    {
        Family.Lines when !Lines => null,
        Family.Content when !Contents => null,
        _ => row.Before[at],
    };

    public bool Compares(MetricTable table, int at) => table.Compared is not null && table.Sources[at] is { } family && (family != Family.Lines || Lines) && (family != Family.Content || Contents);

    /// <summary>The figures of groups add up to that of all; ratios and distinct counts do not.</summary>
    public static bool AddsUp(MetricTable table, int at) =>
        table.Sources[at] is { } family && !table.Metrics[at].IsRatio && MetricDictionary.Measure(family, table.Metrics[at].Numerator).OverDays == OverDays.AddsUp;

    public string Short(Metric metric, decimal? value) => Words.Formats.Short(value, ReportWords.UnitOf(metric));

    /// <summary>+12.4% (+Rp 1,2 M); a rate by its points.</summary>
    public string? Difference(Metric metric, decimal? now, decimal? before)
    {
        if (now is null || before is null) return null;
        var change = Words.Formats.Difference(now, before, ReportWords.UnitOf(metric));
        return change.Percent.Length > 0 ? $"{change.Percent} ({change.Absolute})" : change.Absolute;
    }

    /// <summary>What moved, by how much, to what; without comparison what it was.</summary>
    public string Movement(Metric metric, decimal? now, decimal? before)
    {
        var (label, value) = (Words.Label(metric.Code), Short(metric, now));
        if (now is null) return Words.Say("report.told.unknown", label);
        if (before is null) return Words.Say("report.told.was", label, value);
        if (now == before) return Words.Say("report.told.same", label, value);
        var change = Words.Formats.Difference(now, before, ReportWords.UnitOf(metric));
        var by = change.Absolute.TrimStart('+', '−');
        if (change.Sign == 0) return Words.Say("report.told.same", label, value);
        return Words.Say(now > before ? "report.told.rose" : "report.told.fell", label, change.Percent.Length > 0 ? $"{by} ({change.Percent})" : by, value);
    }

    public HeadFigure Figure(Metric metric, decimal? now, decimal? before)
    {
        var change = Words.Formats.Difference(now, before, ReportWords.UnitOf(metric));
        return new HeadFigure(metric.Code, Words.Label(metric.Code), Words.Major(metric, now), Words.Major(metric, before), Words.Format(metric))
        {
            Shown = Short(metric, now),
            Comparison = now is null || before is null ? null : Difference(metric, now, before),
            Mood = change.Mood(metric.Direction switch { Direction.Up => true, Direction.Down => false, _ => null }) switch { "good" => Mood.Good, "bad" => Mood.Bad, _ => Mood.Neutral },
            Better = Better(metric),
            Change = before is null ? Change.None : metric.Unit == Unit.Rate ? Change.Points : Change.Relative,
            Note = metric.IsEstimate && now is not null ? Words.Say("report.estimated") : null,
        };
    }

    public HeadFigure Figure(MetricTable table, int at)
    {
        var (metric, row) = (table.Metrics[at], table.Rows[0]);
        var now = row.Values[at];
        return Figure(metric, now, Before(table, row, at)) with
        {
            Change = !Compares(table, at) ? Change.None : metric.Unit == Unit.Rate ? Change.Points : Change.Relative,
            From = now is not null && metric.IsRatio && metric.Scale == 1 && Stands(metric.Numerator) && Stands(metric.Denominator!)
                ? new Derivation.Ratio(metric.Numerator, metric.Denominator!, metric.Unit == Unit.Money ? Words.MinorUnits : null) : null,
        };

        bool Stands(string code) => table.Metrics.Any(m => m.Code == code) && table.Sources[table.Index(code)] == table.Sources[at];
    }

    public static Better Better(Metric metric) => metric.Direction switch { Direction.Up => Office.Better.Higher, Direction.Down => Office.Better.Lower, _ => Office.Better.Neither };

    public CellFormat Format(Metric metric) => metric is { Unit: Unit.Count, IsRatio: true } ? CellFormat.Number(2) : Words.Format(metric);

    public string Group(string dimension, string key, string label) => dimension switch
    {
        "channel" => Words.Channel(key),
        "status" => Words.Say("status." + key),
        "creator" when label.Length > 0 => "@" + label,
        _ when label.Length > 0 => label,
        _ => Words.Say("dimension.none"),
    };
}
