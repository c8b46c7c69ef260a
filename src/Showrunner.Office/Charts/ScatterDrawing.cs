using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;

namespace Showrunner.Office;

/// <summary>Points placed by two numbers; where they are few, each says its name.</summary>
internal sealed class ScatterDrawing(ChartSpec spec, ChartData data, double type)
{
    // Names of more points would cover each other.
    private const int MostNames = 25;

    public C.ScatterChart Points(Func<int, string> colour)
    {
        var chart = new C.ScatterChart(new C.ScatterStyle { Val = C.ScatterStyleValues.LineMarker }, new C.VaryColors { Val = false });
        for (var place = 0; place < data.Series.Count; place++)
        {
            var column = data.Series[place];
            var series = new C.ScatterChartSeries(
                new C.Index { Val = (uint)place }, new C.Order { Val = (uint)place }, ChartCells.Name(column),
                new C.ChartShapeProperties(new A.Outline(new A.NoFill())),
                new C.Marker(
                    new C.Symbol { Val = C.MarkerStyleValues.Circle }, new C.Size { Val = 7 },
                    new C.ChartShapeProperties(ChartStyle.Solid(colour(place)), ChartStyle.Line(Palette.Paper, 0.75))));
            if (data.Label is { } label && data.Count is > 0 and <= MostNames) series.Append(Names(label));
            series.Append(new C.XValues(ChartCells.Numbers(data.Category)), new C.YValues(ChartCells.Numbers(column)), new C.Smooth { Val = false });
            chart.Append(series);
        }
        chart.Append(new C.AxisId { Val = ChartAxes.CategoryId }, new C.AxisId { Val = ChartAxes.ValueId });
        return chart;
    }

    private C.DataLabels Names(ChartColumn label)
    {
        var names = new C.DataLabels();
        for (var i = 0; i < data.Count; i++)
        {
            if (CellText.Plain(label.Values[i]) is not { } name) continue;
            var text = new A.Paragraph(new A.ParagraphProperties(), ChartStyle.Written(CellText.Of(name, label.Format, System.Globalization.CultureInfo.InvariantCulture), type, Palette.Ink));
            names.Append(new C.DataLabel(
                new C.Index { Val = (uint)i }, new C.ChartText(new C.RichText(new A.BodyProperties(), new A.ListStyle(), text)),
                new C.DataLabelPosition { Val = C.DataLabelPositionValues.Right },
                new C.ShowLegendKey { Val = false }, new C.ShowValue { Val = true }, new C.ShowCategoryName { Val = false },
                new C.ShowSeriesName { Val = false }, new C.ShowPercent { Val = false }, new C.ShowBubbleSize { Val = false }));
        }
        names.Append(
            new C.ShowLegendKey { Val = false }, new C.ShowValue { Val = false }, new C.ShowCategoryName { Val = false },
            new C.ShowSeriesName { Val = false }, new C.ShowPercent { Val = false }, new C.ShowBubbleSize { Val = false });
        return names;
    }

    public string Across => spec.CategoryTitle ?? spec.Category;

    public string Upwards => spec.ValueTitle ?? (spec.Series.Count == 1 ? spec.Series[0].Column : "");
}
