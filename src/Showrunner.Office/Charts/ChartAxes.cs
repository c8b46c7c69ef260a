using System.Globalization;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;

namespace Showrunner.Office;

/// <summary>The two axes of a chart: text labels level and thinned out, values compact over light lines.</summary>
internal sealed class ChartAxes(ChartSpec spec, ChartData data, CultureInfo culture, double type)
{
    public const uint CategoryId = 500_001;
    public const uint ValueId = 500_002;
    public const uint SecondCategoryId = 500_003;
    public const uint SecondValueId = 500_004;

    // Up to so many categories keep every label, on two lines if need be.
    private const int FewCategories = 10;

    // A turn too small to see (1/60,000 degree) keeps labels level; with none at all LibreOffice breaks or slants them.
    private const int Level = 1;

    private bool Lying => spec.Kind == ChartKind.Bar;

    public C.CategoryAxis Category(double width, bool labelled)
    {
        var axis = new C.CategoryAxis(
            new C.AxisId { Val = CategoryId },
            new C.Scaling(new C.Orientation { Val = Lying ? C.OrientationValues.MaxMin : C.OrientationValues.MinMax }),
            new C.Delete { Val = false },
            new C.AxisPosition { Val = Lying ? C.AxisPositionValues.Left : C.AxisPositionValues.Bottom });
        if (spec.CategoryTitle is { } title) axis.Append(ChartStyle.Title(title, type, topLeft: false, upright: Lying));
        axis.Append(
            new C.NumberingFormat { FormatCode = data.Category.Format.IsDate ? Named(data.Category.Format.Code, culture) : "General", SourceLinked = false },
            new C.MajorTickMark { Val = C.TickMarkValues.None },
            new C.MinorTickMark { Val = C.TickMarkValues.None },
            new C.TickLabelPosition { Val = C.TickLabelPositionValues.Low },
            new C.ChartShapeProperties(ChartStyle.Line(Palette.Context, 0.75)),
            ChartStyle.Text(type, labelled ? Palette.Ink : Palette.Muted, turn: Lying ? null : data.Count <= FewCategories ? 0 : Level),
            new C.CrossingAxis { Val = ValueId },
            new C.Crosses { Val = C.CrossesValues.AutoZero },
            new C.AutoLabeled { Val = false },
            new C.LabelAlignment { Val = C.LabelAlignmentValues.Center },
            new C.LabelOffset { Val = 100 });
        if (!Lying && Skip(width) is > 1 and var skip)
            axis.Append(new C.TickLabelSkip { Val = skip }, new C.TickMarkSkip { Val = skip });
        axis.Append(new C.NoMultiLevelLabels { Val = true });
        return axis;
    }

    public C.ValueAxis Value(bool labelled, CellFormat format, string? name, string colour)
    {
        var scaling = new C.Scaling(new C.Orientation { Val = C.OrientationValues.MinMax });
        if (spec.Kind != ChartKind.Line && !data.Negative) scaling.Append(new C.MinAxisValue { Val = 0 });
        var axis = new C.ValueAxis(
            new C.AxisId { Val = ValueId }, scaling, new C.Delete { Val = labelled },
            new C.AxisPosition { Val = Lying ? C.AxisPositionValues.Bottom : C.AxisPositionValues.Left });
        if (!labelled) axis.Append(new C.MajorGridlines(new C.ChartShapeProperties(ChartStyle.Line(Palette.Rule, 0.75))));
        if ((spec.ValueTitle ?? name) is { } title && !labelled) axis.Append(ChartStyle.Title(title, type, topLeft: false, upright: !Lying, colour));
        axis.Append(
            new C.NumberingFormat { FormatCode = CompactNumbers.Code(format, Top, culture), SourceLinked = false },
            new C.MajorTickMark { Val = C.TickMarkValues.None },
            new C.MinorTickMark { Val = C.TickMarkValues.None },
            new C.TickLabelPosition { Val = C.TickLabelPositionValues.NextTo },
            new C.ChartShapeProperties(new A.Outline(new A.NoFill())),
            ChartStyle.Text(type, colour),
            new C.CrossingAxis { Val = CategoryId },
            // The category axis of lying bars runs downwards; without this the values would stand on top.
            new C.Crosses { Val = Lying ? C.CrossesValues.Maximum : C.CrossesValues.AutoZero },
            new C.CrossBetween { Val = spec.Kind == ChartKind.Line ? C.CrossBetweenValues.MidpointCategory : C.CrossBetweenValues.Between });
        return axis;
    }

    /// <summary>Months in the file's language, not in that of the program that shows it (ECMA-376 Part 1, 18.8.30).</summary>
    private static string Named(string code, CultureInfo culture) =>
        culture.LCID is not (0x7F or 0x1000) && culture.Name.Length > 0 ? string.Create(CultureInfo.InvariantCulture, $"[$-{culture.LCID:X}]{code}") : code;

    private double Top => spec.Kind == ChartKind.StackedColumn
        ? Enumerable.Range(0, data.Count).Select(i => data.Series.Sum(s => ChartColumn.Number(s.Values[i]) ?? 0)).DefaultIfEmpty(0).Max()
        : data.Largest;

    private int Skip(double width)
    {
        if (data.Count <= FewCategories) return 1;
        var widest = data.Labels(culture).Select(l => TextWidth.Points(l, type)).DefaultIfEmpty(0).Max() + type;
        return (int)Math.Ceiling(widest / (width * 0.88 / data.Count));
    }
}
