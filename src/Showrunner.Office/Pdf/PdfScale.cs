namespace Showrunner.Office;

/// <summary>The values along a chart's axis: from zero unless it is a course, in steps of 1, 2 or 5.</summary>
internal sealed class PdfScale
{
    private const int Steps = 6;

    private readonly double step;

    public PdfScale(ChartSpec spec, ChartData data)
    {
        var values = spec.Kind == ChartKind.StackedColumn ? Stacks(spec, data).ToList() : [.. data.Series.SelectMany(s => s.Numbers)];
        var (low, high) = (values.DefaultIfEmpty(0).Min(), values.DefaultIfEmpty(0).Max());
        // A course far from zero may leave it out; an area never.
        if (spec.Kind != ChartKind.Line || low < (high - low) * 2) low = Math.Min(0, low);
        if (spec.Kind != ChartKind.Line) high = Math.Max(0, high);
        if (high <= low) high = low + 1;
        step = Round((high - low) / Steps);
        (Bottom, Top) = (Math.Floor(low / step) * step, Math.Ceiling(high / step - 1e-9) * step);
    }

    public double Bottom { get; }

    public double Top { get; }

    public IEnumerable<double> Ticks
    {
        get
        {
            for (var i = 0; i <= Math.Round((Top - Bottom) / step); i++) yield return Math.Round((Bottom + i * step) / step) * step;
        }
    }

    /// <summary>0 at the foot of the axis, 1 at its top.</summary>
    public double Share(double value) => (value - Bottom) / (Top - Bottom);

    private static IEnumerable<double> Stacks(ChartSpec spec, ChartData data)
    {
        for (var i = 0; i < data.Count; i++)
        {
            var parts = data.Series.Where((_, s) => !PdfPlot.IsLine(spec, s)).Select(s => ChartColumn.Number(s.Values[i]) ?? 0).ToList();
            yield return parts.Where(v => v > 0).Sum();
            yield return parts.Where(v => v < 0).Sum();
        }
        foreach (var value in data.Series.Where((_, s) => PdfPlot.IsLine(spec, s)).SelectMany(s => s.Numbers)) yield return value;
    }

    private static double Round(double step)
    {
        var size = Math.Pow(10, Math.Floor(Math.Log10(step)));
        return (step / size) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 } * size;
    }
}
