namespace Showrunner.Office;

/// <summary>What a chart cannot show, said before half a file is written.</summary>
internal static class ChartRules
{
    // No more fit into a chart of a spreadsheet.
    private const int MostSeries = 255;

    /// <exception cref="ArgumentException">The chart names no series or too many, or a second axis where there is none.</exception>
    public static void Check(ChartSpec spec)
    {
        if (spec.Series.Count == 0) throw Refusal(spec, "draws nothing: name at least one column as a series.");
        if (spec.Series.Count > MostSeries)
            throw Refusal(spec, $"has {spec.Series.Count} series, and a spreadsheet draws at most {MostSeries}: draw the largest and add the others up as one.");
        if (spec.Kind == ChartKind.Pie && spec.Series.Count > 1)
            throw Refusal(spec, "is a pie of several series: draw one, or columns.");
        if (spec.Label is not null && spec.Kind != ChartKind.Scatter)
            throw Refusal(spec, $"names the label column \"{spec.Label}\", which only a scatter chart shows.");
        if (!spec.Series.Any(s => s.SecondAxis)) return;
        if (spec.Kind is not (ChartKind.Line or ChartKind.Column or ChartKind.StackedColumn))
            throw Refusal(spec, "has a second axis, which only lines and upright columns can have.");
        if (spec.Series.All(s => s.SecondAxis))
            throw Refusal(spec, "has every series on the second axis: leave at least one on the first.");
    }

    /// <exception cref="ArgumentException">A slice below nothing, or a place across that is no number.</exception>
    public static void Check(ChartSpec spec, ChartData data)
    {
        if (spec.Kind == ChartKind.Pie && data.Negative)
            throw Refusal(spec, "is a pie with a value below zero: draw bars instead.");
        if (spec.Kind == ChartKind.Scatter && data.Category.Values.Any(v => v is not null && ChartColumn.Number(v) is null))
            throw Refusal(spec, $"places its points by \"{spec.Category}\", which holds other things than numbers: name a number column.");
    }

    private static ArgumentException Refusal(ChartSpec spec, string why) => new($"The chart \"{spec.Title}\" {why}", nameof(spec));
}
