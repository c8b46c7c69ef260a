using System.Globalization;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using X = DocumentFormat.OpenXml.Drawing.Spreadsheet;

namespace Showrunner.Office;

/// <summary>A chart and the cell its top left corner stands in, counted from 0.</summary>
internal sealed record PlacedChart(ChartSpec Spec, ChartData Data, int Column, int Row);

/// <summary>The drawing of a sheet and its charts.</summary>
internal static class ChartSheet
{
    private const string ContentType = "application/vnd.openxmlformats-officedocument.drawing+xml";
    private const int EmuPerPixel = 9_525;
    private const double PointsPerPixel = 0.75;
    private const double TypeSize = 9;

    public static string Path(int sheet) => $"xl/drawings/drawing{sheet.ToString(CultureInfo.InvariantCulture)}.xml";

    public static void Write(Book book, int sheet, IReadOnlyList<PlacedChart> charts)
    {
        var drawing = new X.WorksheetDrawing();
        drawing.AddNamespaceDeclaration("a", "http://schemas.openxmlformats.org/drawingml/2006/main");
        for (var i = 0; i < charts.Count; i++)
        {
            var path = $"xl/charts/chart{book.NextChart().ToString(CultureInfo.InvariantCulture)}.xml";
            drawing.Append(Anchor(charts[i], (uint)i + 2, book.Parts.Relate(Path(sheet), Relations.Chart, path), book.Culture));
            var spec = charts[i].Spec;
            var chart = new ChartDrawing(spec, charts[i].Data, book.Culture, spec.Width * PointsPerPixel, spec.Height * PointsPerPixel, TypeSize);
            book.Parts.Write(path, ChartDrawing.ContentType, chart.Space(titled: true));
        }
        book.Parts.Write(Path(sheet), ContentType, drawing);
    }

    private static X.OneCellAnchor Anchor(PlacedChart chart, uint id, string relation, CultureInfo culture)
    {
        var frame = new X.GraphicFrame(
            new X.NonVisualGraphicFrameProperties(
                new X.NonVisualDrawingProperties { Id = id, Name = "Chart " + (id - 1).ToString(CultureInfo.InvariantCulture), Description = CleanText.Of(chart.Data.Describe(chart.Spec, culture)) },
                new X.NonVisualGraphicFrameDrawingProperties()),
            new X.Transform(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = 0, Cy = 0 }),
            new A.Graphic(new A.GraphicData(new C.ChartReference { Id = relation }) { Uri = "http://schemas.openxmlformats.org/drawingml/2006/chart" }))
        {
            Macro = "",
        };
        return new X.OneCellAnchor(
            new X.FromMarker(
                new X.ColumnId(chart.Column.ToString(CultureInfo.InvariantCulture)),
                new X.ColumnOffset(chart.Spec.Place == ChartPlace.Beside ? "285750" : "0"),
                new X.RowId(chart.Row.ToString(CultureInfo.InvariantCulture)), new X.RowOffset("0")),
            new X.Extent { Cx = chart.Spec.Width * EmuPerPixel, Cy = chart.Spec.Height * EmuPerPixel },
            frame, new X.ClientData());
    }
}
