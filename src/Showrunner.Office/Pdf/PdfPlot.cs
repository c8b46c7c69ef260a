namespace Showrunner.Office;

/// <summary>The bars and lines of a chart.</summary>
internal sealed class PdfPlot(PdfSheet sheet, ChartSpec spec, ChartData data, PdfScale scale, PdfPlace place)
{
    private bool Lying => spec.Kind == ChartKind.Bar;

    private double Step => (Lying ? place.Height : place.Width) / data.Count;

    public static bool IsLine(ChartSpec spec, int series) => spec.Kind == ChartKind.Line || (spec.Series[series].AsLine && spec.Kind != ChartKind.Bar);

    public static string Colour(ChartSpec spec, int series)
    {
        var one = spec.Series[series];
        return one.Role == SeriesRole.Comparison && !IsLine(spec, series) ? Palette.Context
            : ChartStyle.Colour(one, spec.Series.Take(series).Count(s => s.Role == SeriesRole.Group && s.Colour is null));
    }

    public void Draw()
    {
        var bars = Enumerable.Range(0, spec.Series.Count).Where(s => !IsLine(spec, s)).ToList();
        if (spec.Kind == ChartKind.StackedColumn) Stack(bars);
        else for (var b = 0; b < bars.Count; b++) Bars(bars[b], b, bars.Count);
        for (var s = 0; s < spec.Series.Count; s++)
            if (IsLine(spec, s)) Line(s);
    }

    /// <summary>Each bar's number behind its end.</summary>
    public void Labels(Func<double, string> text, double size)
    {
        for (var i = 0; i < data.Count; i++)
        {
            if (ChartColumn.Number(data.Series[0].Values[i]) is not { } value) continue;
            var (middle, end) = (Step * (i + 0.5), scale.Share(value));
            if (Lying) sheet.Text(text(value), place.X + Math.Max(end, scale.Share(0)) * place.Width + 4, place.Y + middle + size * 0.32, size, Palette.Ink);
            else sheet.Text(text(value), place.X + middle, place.Bottom - Math.Max(end, scale.Share(0)) * place.Height - 4, size, Palette.Ink, anchor: 0.5);
        }
    }

    private void Bars(int series, int position, int count)
    {
        // As in the native charts: the gap is 60 % of a bar, 70 % where several stand together.
        var width = Step / (count + (count > 1 ? 0.7 : 0.6));
        for (var i = 0; i < data.Count; i++)
            if (ChartColumn.Number(data.Series[series].Values[i]) is { } value)
                Bar(Step * i + (Step - width * count) / 2 + width * position, width * (count > 1 ? 0.95 : 1), 0, value, Colour(spec, series));
    }

    private void Stack(List<int> series)
    {
        var width = Step / 1.55;
        for (var i = 0; i < data.Count; i++)
        {
            var (up, down) = (0.0, 0.0);
            foreach (var s in series)
            {
                if (ChartColumn.Number(data.Series[s].Values[i]) is not { } value) continue;
                var from = value < 0 ? down : up;
                Bar(Step * i + (Step - width) / 2, width, from, from + value, Colour(spec, s));
                var at = place.Bottom - scale.Share(from + value) * place.Height;
                sheet.Line(place.X + Step * i + (Step - width) / 2, at, place.X + Step * i + (Step + width) / 2, at, Palette.Paper);
                if (value < 0) down += value;
                else up += value;
            }
        }
    }

    private void Bar(double along, double width, double from, double to, string colour)
    {
        var (low, high) = (scale.Share(Math.Min(from, to)), scale.Share(Math.Max(from, to)));
        if (Lying) sheet.Fill(place.X + low * place.Width, place.Y + along, (high - low) * place.Width, width, colour);
        else sheet.Fill(place.X + along, place.Bottom - high * place.Height, width, (high - low) * place.Height, colour);
    }

    // A value that is not known is a gap, not a zero.
    private void Line(int series)
    {
        var dashed = spec.Series[series].Role == SeriesRole.Comparison;
        var width = spec.Series[series].Role == SeriesRole.Subject ? 2.5 : 1.75;
        var run = new List<(double X, double Y)>();
        for (var i = 0; i <= data.Count; i++)
        {
            if (i < data.Count && ChartColumn.Number(data.Series[series].Values[i]) is { } value)
            {
                var across = spec.Kind != ChartKind.Line ? (i + 0.5) / data.Count : data.Count == 1 ? 0.5 : (double)i / (data.Count - 1);
                run.Add((place.X + across * place.Width, place.Bottom - scale.Share(value) * place.Height));
                continue;
            }
            if (run.Count > 0) sheet.Lines(run, Colour(spec, series), width, dashed);
            run.Clear();
        }
    }
}
