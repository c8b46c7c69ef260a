using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using P = DocumentFormat.OpenXml.Presentation;

namespace Showrunner.Office;

/// <summary>A native chart on a slide.</summary>
internal static class ChartOnSlide
{
    private const double TypeSize = 12;
    private const double SideWidth = 252;

    public static void Write(Presentation deck, ChartSlide slide)
    {
        var box = slide.Points.Count == 0 ? Box.Body : Box.Body with { Width = Box.Body.Width - SideWidth - 28 };
        var number = deck.NextChart();
        var path = $"ppt/charts/chart{number}.xml";
        var chart = new EmbeddedChart(slide.Chart, slide.Table, deck.Culture, TypeSize);
        var drawn = deck.On(Layout.Chart, box);
        chart.Write(deck.Parts, path, $"ppt/embeddings/chart{number}.xlsx", drawn.Width, drawn.Height);

        var page = new SlidePage(deck, Layout.Chart);
        page.Headline(slide.Headline);
        page.Frame("Chart", chart.Description, box, P.PlaceholderValues.Chart, 11, new A.GraphicData(
            new C.ChartReference { Id = deck.Parts.Relate(page.Path, Relations.Chart, path) })
        { Uri = "http://schemas.openxmlformats.org/drawingml/2006/chart" });
        if (slide.Points.Count > 0)
        {
            var side = Box.Body with { X = Box.Body.X + box.Width + 28, Width = SideWidth, Y = Box.Body.Y + 12, Height = Box.Body.Height - 24 };
            page.Text("Remarks", side, Bullets.Beside(slide.Points, side));
        }
        page.Close(slide.Notes);
    }
}
