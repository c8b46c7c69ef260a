using System.Globalization;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using D = DocumentFormat.OpenXml.Drawing.Wordprocessing;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Showrunner.Office;

/// <summary>A native chart in the line of the text, as wide as the page's text.</summary>
internal static class ChartOnPage
{
    private const double TypeSize = 9;
    private const double Height = 230;

    public static void Write(Pages pages, ChartPassage passage)
    {
        var number = pages.NextChart();
        var path = $"word/charts/chart{number}.xml";
        var chart = new EmbeddedChart(passage.Chart, passage.Table, pages.Culture, TypeSize);
        chart.Write(pages.Parts, path, $"word/embeddings/chart{number}.xlsx", pages.Width, Height);
        var inline = new D.Inline(
            new D.Extent { Cx = Box.Emu(pages.Width), Cy = Box.Emu(Height) }, new D.EffectExtent { LeftEdge = 0, TopEdge = 0, RightEdge = 0, BottomEdge = 0 },
            new D.DocProperties { Id = uint.Parse(number, CultureInfo.InvariantCulture), Name = "Chart " + number, Description = CleanText.Of(chart.Description) },
            new D.NonVisualGraphicFrameDrawingProperties(),
            new A.Graphic(new A.GraphicData(new C.ChartReference { Id = pages.Parts.Relate(Pages.Path, Relations.Chart, path) }) { Uri = "http://schemas.openxmlformats.org/drawingml/2006/chart" }))
        { DistanceFromTop = 0, DistanceFromBottom = 0, DistanceFromLeft = 0, DistanceFromRight = 0 };
        pages.Add(Prose.Of(DocumentStyles.Drawing, new W.Run(new W.Drawing(inline))));
        pages.Add(pages.Caption(ofChart: true, passage.Caption));
    }
}
