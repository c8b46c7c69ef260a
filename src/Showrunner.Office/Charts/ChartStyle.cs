using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;

namespace Showrunner.Office;

/// <summary>Strokes, fills and type of charts.</summary>
internal static class ChartStyle
{
    public static string Colour(ChartSeries series, int groupsBefore) => series switch
    {
        { Colour: { } fixedPlace } => Palette.Series[fixedPlace % Palette.Series.Count],
        { Role: SeriesRole.Context } => Palette.Context,
        { Role: SeriesRole.Comparison } => Palette.Comparison,
        { Role: SeriesRole.Group } => Palette.Series[groupsBefore % Palette.Series.Count],
        _ => Palette.Subject,
    };

    public static A.SolidFill Solid(string colour) => new(new A.RgbColorModelHex { Val = colour });

    public static A.Outline Line(string colour, double points, bool dashed = false)
    {
        var line = new A.Outline(Solid(colour)) { Width = (int)(points * 12_700), CapType = dashed ? A.LineCapValues.Flat : A.LineCapValues.Round };
        if (dashed) line.Append(new A.PresetDash { Val = A.PresetLineDashValues.Dash });
        line.Append(new A.Round());
        return line;
    }

    public static C.ChartShapeProperties Nothing() => new(new A.NoFill(), new A.Outline(new A.NoFill()));

    public static C.TextProperties Text(double points, string colour = Palette.Muted, bool bold = false, int? turn = null)
    {
        var body = new A.BodyProperties();
        if (turn is not null)
        {
            body.Rotation = turn;
            body.Vertical = A.TextVerticalValues.Horizontal;
        }
        return new C.TextProperties(
            body,
            new A.ListStyle(),
            new A.Paragraph(new A.ParagraphProperties(Run<A.DefaultRunProperties>(points, colour, bold)), new A.EndParagraphRunProperties { Language = "en-US" }));
    }

    public static C.Title Title(string text, double points, bool topLeft, bool upright = false, string colour = Palette.Muted)
    {
        var paragraph = new A.Paragraph(
            new A.ParagraphProperties(Run<A.DefaultRunProperties>(points, Palette.Heading, topLeft)),
            Written(text, points, topLeft ? Palette.Heading : colour, topLeft));
        var body = upright
            ? new A.BodyProperties { Rotation = -5_400_000, Vertical = A.TextVerticalValues.Horizontal }
            : new A.BodyProperties();
        var title = new C.Title(new C.ChartText(new C.RichText(body, new A.ListStyle(), paragraph)));
        if (topLeft) title.Append(Place(0.012, 0.02));
        title.Append(new C.Overlay { Val = false });
        return title;
    }

    public static A.Run Written(string text, double points, string colour, bool bold = false) =>
        new(Run<A.RunProperties>(points, colour, bold), new A.Text(CleanText.Of(text)));

    public static C.Layout Place(double left, double top) => new(new C.ManualLayout(
        new C.LeftMode { Val = C.LayoutModeValues.Edge }, new C.TopMode { Val = C.LayoutModeValues.Edge },
        new C.Left { Val = left }, new C.Top { Val = top }));

    private static T Run<T>(double points, string colour, bool bold)
        where T : A.TextCharacterPropertiesType, new()
    {
        var run = new T { FontSize = (int)(points * 100), Bold = bold };
        run.Append(Solid(colour), new A.LatinFont { Typeface = Theme.Font });
        return run;
    }
}
