using C = DocumentFormat.OpenXml.Drawing.Charts;

namespace Showrunner.Office;

/// <summary>Shares of a whole as slices, clockwise from noon, with their percentages beside them.</summary>
internal static class PieDrawing
{
    public static C.PieChart Of(ChartData data, IReadOnlyList<string> labels, double type)
    {
        var column = data.Series[0];
        var slices = new C.PieChartSeries(new C.Index { Val = 0 }, new C.Order { Val = 0 }, ChartCells.Name(column));
        for (var i = 0; i < data.Count; i++)
        {
            var paint = new C.ChartShapeProperties(ChartStyle.Solid(Palette.Series[i % Palette.Series.Count]), ChartStyle.Line(Palette.Paper, 1.5));
            slices.Append(new C.DataPoint(new C.Index { Val = (uint)i }, new C.Bubble3D { Val = false }, paint));
        }
        // Of nothing there are no shares to write.
        if (column.Numbers.Any(n => n > 0)) slices.Append(Shares(type));
        slices.Append(ChartCells.Category(data.Category, labels), ChartCells.Values(column));
        return new C.PieChart(new C.VaryColors { Val = true }, slices, new C.FirstSliceAngle { Val = 0 });
    }

    private static C.DataLabels Shares(double type) => new(
        new C.NumberingFormat { FormatCode = "0%", SourceLinked = false },
        ChartStyle.Nothing(),
        ChartStyle.Text(type, Palette.Ink),
        new C.DataLabelPosition { Val = C.DataLabelPositionValues.OutsideEnd },
        new C.ShowLegendKey { Val = false }, new C.ShowValue { Val = false }, new C.ShowCategoryName { Val = false },
        new C.ShowSeriesName { Val = false }, new C.ShowPercent { Val = true }, new C.ShowBubbleSize { Val = false }, new C.ShowLeaderLines { Val = false });
}
