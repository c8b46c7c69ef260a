using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;

namespace Showrunner.Office;

/// <summary>An axis of numbers beside the usual two: the right one of a second scale, the lower one of a scatter chart.</summary>
internal sealed record NumberAxis(uint Id, uint Crossing, bool Upright, string Code, double Type)
{
    public string? Title { get; init; }

    public string Colour { get; init; } = Palette.Muted;

    /// <summary>Stands where the other axis ends.</summary>
    public bool AtEnd { get; init; }

    public bool FromZero { get; init; }

    public bool Gridlines { get; init; }

    /// <summary>Points stand on the ticks of the axis it crosses, not between them.</summary>
    public bool OnTicks { get; init; } = true;

    public C.ValueAxis Axis()
    {
        var scaling = new C.Scaling(new C.Orientation { Val = C.OrientationValues.MinMax });
        if (FromZero) scaling.Append(new C.MinAxisValue { Val = 0 });
        var axis = new C.ValueAxis(
            new C.AxisId { Val = Id }, scaling, new C.Delete { Val = false },
            new C.AxisPosition { Val = !Upright ? C.AxisPositionValues.Bottom : AtEnd ? C.AxisPositionValues.Right : C.AxisPositionValues.Left });
        if (Gridlines) axis.Append(new C.MajorGridlines(new C.ChartShapeProperties(ChartStyle.Line(Palette.Rule, 0.75))));
        if (!string.IsNullOrEmpty(Title)) axis.Append(ChartStyle.Title(Title, Type, topLeft: false, upright: Upright, Colour));
        axis.Append(
            new C.NumberingFormat { FormatCode = Code, SourceLinked = false },
            new C.MajorTickMark { Val = C.TickMarkValues.None },
            new C.MinorTickMark { Val = C.TickMarkValues.None },
            new C.TickLabelPosition { Val = AtEnd ? C.TickLabelPositionValues.NextTo : C.TickLabelPositionValues.Low },
            new C.ChartShapeProperties(new A.Outline(new A.NoFill())),
            ChartStyle.Text(Type, Colour),
            new C.CrossingAxis { Val = Crossing },
            new C.Crosses { Val = AtEnd ? C.CrossesValues.Maximum : C.CrossesValues.AutoZero },
            new C.CrossBetween { Val = OnTicks ? C.CrossBetweenValues.MidpointCategory : C.CrossBetweenValues.Between });
        return axis;
    }

    /// <summary>The unseen twin of the category axis that a second scale needs.</summary>
    public static C.CategoryAxis Unseen(uint id, uint crossing) => new(
        new C.AxisId { Val = id }, new C.Scaling(new C.Orientation { Val = C.OrientationValues.MinMax }), new C.Delete { Val = true },
        new C.AxisPosition { Val = C.AxisPositionValues.Bottom }, new C.CrossingAxis { Val = crossing }, new C.Crosses { Val = C.CrossesValues.AutoZero });
}
