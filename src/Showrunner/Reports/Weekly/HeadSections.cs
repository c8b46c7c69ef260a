using Showrunner.Metrics;
using Showrunner.Office;

namespace Showrunner.Reports.Weekly;

/// <summary>Twelve figures in two groups, each group with its message.</summary>
internal static class HeadSections
{
    public static IReadOnlyList<Section> Of(WeeklyFigures figures, ReportWords words)
    {
        var sheet = words.Say("report.sheet.summary");
        var notes = Notes(figures, words);
        return
        [
            new Section(sheet, SalesHeadline(figures, words)) { Code = "sales", Heading = words.Say("report.sales"), Figures = Figures(WeeklyFigures.Sales, figures, words) },
            new Section(sheet, RefundHeadline(figures, words)) { Code = "rest", Heading = words.Say("report.rest"), Figures = Figures(WeeklyFigures.Rest, figures, words), Notes = notes },
        ];
    }

    public static string SalesHeadline(WeeklyFigures figures, ReportWords words)
    {
        if (figures.Basis is null) return words.Say("report.gmv.unknown");
        var now = words.Money(figures.Gmv);
        if (!figures.Compared) return words.Say("report.gmv.was", now);
        var change = figures.Gmv - figures.GmvBefore;
        if (change == 0) return words.Say("report.gmv.same", now);
        var by = words.Money(Math.Abs(change)) + (words.Percent(figures.Gmv, figures.GmvBefore) is { } share ? $" ({share})" : "");
        return words.Say(change > 0 ? "report.gmv.rose" : "report.gmv.fell", by, now);
    }

    private static string RefundHeadline(WeeklyFigures figures, ReportWords words)
    {
        if (figures.Head["refund_rate"] is not { } rate)
            return words.Say(WeeklyFigures.Rest.All(code => figures.Head[code] is null) ? "report.rest.unknown" : "report.rest");
        var said = words.Say("report.refunds", words.Formats.Rate((double)rate), words.Money(figures.Head["refunds"]));
        if (!figures.Compared || figures.Head.Before("refund_rate") is not { } before) return said;
        return $"{said} ({words.Formats.RateChange((double)rate, (double)before).Absolute})";
    }

    private static List<string> Notes(WeeklyFigures figures, ReportWords words)
    {
        var notes = new List<string>();
        if (figures.FromTotals)
            notes.Add(words.Say("report.fromTotals", string.Join("; ", figures.Head.TotalPeriods.Select(p => words.Formats.Days(p)))));
        if (figures.Question.Compare != "none" && !figures.Compared)
            notes.Add(words.Say("report.nothingBefore", words.Formats.Days(figures.Before)));
        return notes;
    }

    private static IReadOnlyList<HeadFigure> Figures(IReadOnlyList<string> codes, WeeklyFigures figures, ReportWords words) =>
        [.. codes.Select(code => Figure(figures.Head.Metrics[figures.Head.Index(code)], figures, words))];

    private static HeadFigure Figure(Metric metric, WeeklyFigures figures, ReportWords words)
    {
        var (now, before) = (figures.Head[metric.Code], figures.Compared ? figures.Head.Before(metric.Code) : null);
        var change = words.Formats.Difference(now, before, ReportWords.UnitOf(metric));
        return new HeadFigure(metric.Code, words.Label(metric.Code), words.Major(metric, now), words.Major(metric, before), words.Format(metric))
        {
            Shown = words.Formats.Short(now, ReportWords.UnitOf(metric)),
            Comparison = change.Sign is null ? null : change.Percent.Length > 0 ? $"{change.Percent} ({change.Absolute})" : change.Absolute,
            Mood = change.Mood(Up(metric)) switch { "good" => Mood.Good, "bad" => Mood.Bad, _ => Mood.Neutral },
            Better = metric.Direction switch { Direction.Up => Better.Higher, Direction.Down => Better.Lower, _ => Better.Neither },
            Change = !figures.Compared ? Change.None : metric.Unit == Unit.Rate ? Change.Points : Change.Relative,
            Note = metric.IsEstimate && now is not null ? words.Say("report.estimated") : null,
            SheetNote = figures.Basis == Family.Lines && (metric.Code is "orders" or "active_creators") ? words.Say("report.once") : null,
            From = now is null ? null : From(metric, figures, words),
        };
    }

    private static bool? Up(Metric metric) => metric.Direction switch { Direction.Up => true, Direction.Down => false, _ => null };

    /// <summary>Sums of the trend where there are days, of the channels where there are totals, and ratios of the figures beside them.</summary>
    private static Derivation? From(Metric metric, WeeklyFigures figures, ReportWords words)
    {
        if (metric.IsRatio) return new Derivation.Ratio(metric.Numerator, metric.Denominator!, metric.Unit == Unit.Money ? words.MinorUnits : null);
        var before = figures.Compared && metric.Code == "gmv" ? words.Before("gmv") : null;
        if (figures.Basis == Family.Lines && TrendSection.Summed.Contains(metric.Code)) return new Derivation.Sum(TrendSection.Name, words.Label(metric.Code), before);
        if (figures.FromTotals && metric.Code == "gmv") return new Derivation.Sum(ChannelSection.Name, words.Label("gmv"), before);
        return null;
    }
}
