using System.Globalization;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;

namespace Showrunner.Office;

/// <summary>The part that holds one chart. Sizes are points.</summary>
internal sealed class ChartDrawing(ChartSpec spec, ChartData data, CultureInfo culture, double width, double height, double type)
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";

    // The names of more series would take the room of the drawing.
    private const int MostInLegend = 30;

    // Few bars carry their numbers themselves and need no axis.
    private bool Labelled => spec.Kind is ChartKind.Bar or ChartKind.Column && spec.Series.Count == 1 && data.Count <= (Lying ? 15 : 12);

    private bool Lying => spec.Kind == ChartKind.Bar;

    private CellFormat Format => spec.Format ?? data.Series[0].Format;

    /// <param name="titled">The chart shows its own title; on a slide the headline says it.</param>
    /// <param name="workbook">Relationship to the embedded workbook, for a chart outside a workbook.</param>
    public C.ChartSpace Space(bool titled, string? workbook = null)
    {
        var chart = new C.Chart();
        if (titled)
        {
            var size = TextLines.Fit(spec.Title, width * 0.95, 2, type + 3, type, bold: true);
            chart.Append(ChartStyle.Title(TextLines.Cut(spec.Title, width * 0.95, 2, size, bold: true), size, topLeft: true));
        }
        chart.Append(new C.AutoTitleDeleted { Val = !titled }, Plot());
        if (spec.Kind == ChartKind.Pie || spec.Series.Count is > 1 and <= MostInLegend) chart.Append(Legend());
        chart.Append(new C.PlotVisibleOnly { Val = true }, new C.DisplayBlanksAs { Val = C.DisplayBlanksAsValues.Gap });

        var space = new C.ChartSpace(
            new C.Date1904 { Val = false }, new C.RoundedCorners { Val = false }, chart, ChartStyle.Nothing(), ChartStyle.Text(type));
        space.AddNamespaceDeclaration("r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships");
        if (workbook is not null) space.Append(new C.ExternalData(new C.AutoUpdate { Val = false }) { Id = workbook });
        return space;
    }

    private C.PlotArea Plot()
    {
        ChartRules.Check(spec, data);
        var plot = new C.PlotArea(new C.Layout());
        if (spec.Kind == ChartKind.Pie) plot.Append(PieDrawing.Of(data, data.Labels(culture), type));
        else if (spec.Kind == ChartKind.Scatter) Scatter(plot);
        else Courses(plot);
        plot.Append(new C.ShapeProperties(new A.NoFill(), new A.Outline(new A.NoFill())));
        return plot;
    }

    private void Scatter(C.PlotArea plot)
    {
        var scatter = new ScatterDrawing(spec, data, type);
        var across = data.Category.Numbers.Select(Math.Abs).DefaultIfEmpty(0).Max();
        plot.Append(
            scatter.Points(place => Colour(spec.Series[place], place)),
            new NumberAxis(ChartAxes.CategoryId, ChartAxes.ValueId, Upright: false, CompactNumbers.Code(data.Category.Format, across, culture), type) { Title = scatter.Across, Gridlines = true }.Axis(),
            new NumberAxis(ChartAxes.ValueId, ChartAxes.CategoryId, Upright: true, CompactNumbers.Code(Format, data.Largest, culture), type) { Title = scatter.Upwards, Gridlines = true }.Axis());
    }

    private void Courses(C.PlotArea plot)
    {
        var series = spec.Series.Select((s, i) => (Series: s, Place: i)).ToList();
        var second = series.Where(s => s.Series.SecondAxis).ToList();
        var first = series.Except(second).ToList();
        var lines = first.Where(s => spec.Kind == ChartKind.Line || (s.Series.AsLine && !Lying)).ToList();
        var bars = first.Except(lines).ToList();
        if (bars.Count > 0) plot.Append(Bars(bars));
        if (lines.Count > 0) plot.Append(Lines(lines, ChartAxes.CategoryId, ChartAxes.ValueId));
        if (second.Count > 0) plot.Append(Lines(second, ChartAxes.SecondCategoryId, ChartAxes.SecondValueId));
        var axes = new ChartAxes(spec, Of(first), culture, type);
        plot.Append(axes.Category(width, Labelled), axes.Value(Labelled, Format, second.Count > 0 ? Names(first) : null, second.Count > 0 ? Colour(first) : Palette.Muted));
        if (second.Count == 0) return;
        var columns = Of(second);
        plot.Append(
            new NumberAxis(ChartAxes.SecondValueId, ChartAxes.SecondCategoryId, Upright: true, CompactNumbers.Code(spec.SecondFormat ?? columns.Series[0].Format, columns.Largest, culture), type)
            {
                Title = spec.SecondTitle ?? Names(second),
                Colour = Colour(second),
                AtEnd = true,
                FromZero = !columns.Negative,
                OnTicks = spec.Kind == ChartKind.Line,
            }.Axis(),
            NumberAxis.Unseen(ChartAxes.SecondCategoryId, ChartAxes.SecondValueId));
    }

    private ChartData Of(List<(ChartSeries Series, int Place)> series) => data with { Series = [.. series.Select(s => data.Series[s.Place])] };

    private static string Names(List<(ChartSeries Series, int Place)> series) => string.Join(", ", series.Select(s => s.Series.Column));

    // An axis in the colour of its series says which scale belongs to which.
    private string Colour(List<(ChartSeries Series, int Place)> series) => series.Count == 1 ? Colour(series[0].Series, series[0].Place) : Palette.Muted;

    private C.BarChart Bars(List<(ChartSeries Series, int Place)> series)
    {
        var stacked = spec.Kind == ChartKind.StackedColumn;
        var chart = new C.BarChart(
            new C.BarDirection { Val = Lying ? C.BarDirectionValues.Bar : C.BarDirectionValues.Column },
            new C.BarGrouping { Val = stacked ? C.BarGroupingValues.Stacked : C.BarGroupingValues.Clustered },
            new C.VaryColors { Val = false });
        foreach (var (one, place) in series)
        {
            var paint = new C.ChartShapeProperties(ChartStyle.Solid(one.Role == SeriesRole.Comparison ? Palette.Context : Colour(one, place)));
            if (stacked) paint.Append(ChartStyle.Line(Palette.Paper, 0.75));
            var bar = new C.BarChartSeries(
                new C.Index { Val = (uint)place }, new C.Order { Val = (uint)place }, ChartCells.Name(data.Series[place]), paint, new C.InvertIfNegative { Val = false });
            if (Labelled) bar.Append(Labels());
            bar.Append(ChartCells.Category(data.Category, data.Labels(culture)), ChartCells.Values(data.Series[place]));
            chart.Append(bar);
        }
        chart.Append(new C.GapWidth { Val = (ushort)(stacked ? 55 : series.Count > 1 ? 70 : 60) }, new C.Overlap { Val = (sbyte)(stacked ? 100 : series.Count > 1 ? -5 : 0) });
        chart.Append(new C.AxisId { Val = ChartAxes.CategoryId }, new C.AxisId { Val = ChartAxes.ValueId });
        return chart;
    }

    private C.LineChart Lines(List<(ChartSeries Series, int Place)> series, uint category, uint value)
    {
        var chart = new C.LineChart(new C.Grouping { Val = C.GroupingValues.Standard }, new C.VaryColors { Val = false });
        foreach (var (one, place) in series)
        {
            var dashed = one.Role == SeriesRole.Comparison;
            var paint = new C.ChartShapeProperties(ChartStyle.Line(Colour(one, place), one.Role == SeriesRole.Subject ? 2.5 : 1.75, dashed));
            chart.Append(new C.LineChartSeries(
                new C.Index { Val = (uint)place }, new C.Order { Val = (uint)place }, ChartCells.Name(data.Series[place]), paint,
                Marker(Colour(one, place)),
                ChartCells.Category(data.Category, data.Labels(culture)), ChartCells.Values(data.Series[place]), new C.Smooth { Val = false }));
        }
        chart.Append(new C.ShowMarker { Val = true }, new C.AxisId { Val = category }, new C.AxisId { Val = value });
        return chart;
    }

    // A line needs two points; one alone is a dot.
    private C.Marker Marker(string colour) => data.Count == 1
        ? new(new C.Symbol { Val = C.MarkerStyleValues.Circle }, new C.Size { Val = 8 }, new C.ChartShapeProperties(ChartStyle.Solid(colour)))
        : new(new C.Symbol { Val = C.MarkerStyleValues.None });

    private string Colour(ChartSeries series, int place) =>
        ChartStyle.Colour(series, spec.Series.Take(place).Count(s => s.Role == SeriesRole.Group && s.Colour is null));

    private C.DataLabels Labels() => new(
        new C.NumberingFormat { FormatCode = CompactNumbers.Code(Format, data.Largest, culture, precision: 3), SourceLinked = false },
        ChartStyle.Nothing(),
        ChartStyle.Text(type, Palette.Ink),
        new C.DataLabelPosition { Val = C.DataLabelPositionValues.OutsideEnd },
        new C.ShowLegendKey { Val = false }, new C.ShowValue { Val = true }, new C.ShowCategoryName { Val = false },
        new C.ShowSeriesName { Val = false }, new C.ShowPercent { Val = false }, new C.ShowBubbleSize { Val = false });

    private C.Legend Legend() => new(
        new C.LegendPosition { Val = spec.Kind == ChartKind.Pie || height < 150 ? C.LegendPositionValues.Right : C.LegendPositionValues.Top },
        new C.Overlay { Val = false },
        ChartStyle.Text(type));
}
