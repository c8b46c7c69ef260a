using System.Globalization;

namespace Showrunner.Office;

/// <summary>A chart drawn as lines and areas, with the look of the native ones. Sizes are points.</summary>
internal sealed class PdfChart
{
    private const double Type = 9;
    private const double Row = 14;
    private const int FewBars = 12, FewLying = 15;

    /// <summary>Of a chart with its caption.</summary>
    public static double Room(ChartPassage passage) => 8 + passage.Height + PdfStyle.Caption.LineHeight * 2;

    private readonly PdfSheet sheet;
    private readonly ChartSpec spec;
    private readonly ChartData data;
    private readonly CultureInfo culture;

    private PdfChart(PdfSheet sheet, ChartPassage passage, CultureInfo culture)
    {
        (this.sheet, spec, this.culture) = (sheet, passage.Chart, culture);
        var rows = passage.Table.Rows.Take(spec.Points ?? ChartSpec.MostPoints).Select((row, i) => passage.Table.Checked(row, i + 1)).ToList();
        data = new ChartData(Column(spec.Category), [.. spec.Series.Select(s => Column(s.Column))]);

        ChartColumn Column(string name)
        {
            var place = passage.Table.IndexOf(name);
            return new ChartColumn(name, "", "", passage.Table.Columns[place].Format, [.. rows.Select(r => r[place])]);
        }
    }

    private bool Lying => spec.Kind == ChartKind.Bar;

    // Few bars carry their numbers themselves and need no axis.
    private bool Labelled => spec.Kind is ChartKind.Bar or ChartKind.Column && spec.Series.Count == 1 && data.Count <= (Lying ? FewLying : FewBars);

    public static void Write(PdfFlow flow, ChartPassage passage, string caption)
    {
        flow.Keep(Room(passage));
        flow.Space(8);
        new PdfChart(flow.Sheet, passage, flow.Spec.Culture).Draw(PdfFlow.Left, flow.Y, flow.Width, passage.Height);
        flow.Y += passage.Height + 4;
        flow.Write(caption, PdfStyle.Caption);
    }

    private void Draw(double x, double y, double width, double height)
    {
        if (data.Count == 0) return;
        var top = y + (spec.Series.Count > 1 ? Legend(x, y, width) : 4);
        var format = spec.Format ?? data.Series[0].Format;
        var scale = new PdfScale(spec, data);
        var labels = data.Labels(culture).Select(l => PdfText.Clean(l).Replace('\n', ' ')).ToList();
        var place = Lying ? Names(scale, format, labels, x, top, width, y + height) : Axis(scale, format, labels, x, top, width, y + height);
        var plot = new PdfPlot(sheet, spec, data, scale, place);
        plot.Draw();
        if (Labelled) plot.Labels(PdfNumbers.Of(CompactNumbers.Code(format, data.Largest, culture, precision: 3), format, culture), Type);
    }

    /// <summary>What each colour means, in rows above the plot; the height they take.</summary>
    private double Legend(double x, double y, double width)
    {
        var (left, line) = (x, y + Type);
        for (var i = 0; i < spec.Series.Count; i++)
        {
            var name = PdfText.Trim(spec.Series[i].Column, width - 30, Type);
            var wide = 18 + PdfText.Width(name, Type) + 14;
            if (left > x && left + wide > x + width)
            {
                left = x;
                line += Row;
            }
            if (PdfPlot.IsLine(spec, i)) sheet.Line(left, line - 3, left + 14, line - 3, PdfPlot.Colour(spec, i), 2, spec.Series[i].Role == SeriesRole.Comparison);
            else sheet.Fill(left + 3, line - 7, 8, 8, PdfPlot.Colour(spec, i));
            sheet.Text(name, left + 18, line, Type, Palette.Muted);
            left += wide;
        }
        return line - y + 10;
    }

    /// <summary>Names beside lying bars, and values under them unless the bars carry their own.</summary>
    private PdfPlace Names(PdfScale scale, CellFormat format, List<string> labels, double x, double top, double width, double bottom)
    {
        var names = labels.ConvertAll(l => PdfText.Trim(l, width * 0.36, Type));
        var left = x + names.Max(n => PdfText.Width(n, Type)) + 8;
        var place = new PdfPlace(left, top, x + width - left - (Labelled ? 52 : 16), bottom - top - (Labelled ? 0 : Row));
        var row = place.Height / names.Count;
        var every = Math.Max(1, (int)Math.Ceiling(Type * 1.1 / row));
        for (var i = 0; i < names.Count; i += every) sheet.Text(names[i], left - 8, top + row * (i + 0.5) + Type * 0.32, Type, Palette.Ink, anchor: 1);
        var text = PdfNumbers.Of(CompactNumbers.Code(format, Math.Max(Math.Abs(scale.Top), Math.Abs(scale.Bottom)), culture), format, culture);
        foreach (var tick in Labelled ? [] : scale.Ticks)
        {
            var at = place.X + scale.Share(tick) * place.Width;
            sheet.Line(at, place.Y, at, place.Bottom, Palette.Rule);
            sheet.Text(text(tick), at, bottom - 3, Type, Palette.Muted, anchor: 0.5);
        }
        var zero = place.X + scale.Share(0) * place.Width;
        sheet.Line(zero, place.Y, zero, place.Bottom, Palette.Context);
        return place;
    }

    /// <summary>Light lines with their values, and labels under the plot, as many as there is room for.</summary>
    private PdfPlace Axis(PdfScale scale, CellFormat format, List<string> labels, double x, double top, double width, double bottom)
    {
        var ticks = Labelled ? [] : scale.Ticks.ToList();
        var code = CompactNumbers.Code(format, Math.Max(Math.Abs(scale.Top), Math.Abs(scale.Bottom)), culture);
        var texts = ticks.ConvertAll(t => PdfNumbers.Of(code, format, culture)(t));
        var title = spec.ValueTitle is not null && !Labelled ? Row : 0;
        var left = x + title + texts.Select(t => PdfText.Width(t, Type)).DefaultIfEmpty(0).Max() + 6;
        var under = bottom - (spec.CategoryTitle is null ? 0 : Row) - Row;
        var place = new PdfPlace(left, top + (Labelled ? Row : 4), x + width - left - 2, under - top - (Labelled ? Row : 4));
        for (var i = 0; i < ticks.Count; i++)
        {
            var at = place.Bottom - scale.Share(ticks[i]) * place.Height;
            sheet.Line(place.X, at, place.Right, at, Palette.Rule);
            sheet.Text(texts[i], left - 6, at + Type * 0.32, Type, Palette.Muted, anchor: 1);
        }
        var zero = place.Bottom - scale.Share(Math.Clamp(0, scale.Bottom, scale.Top)) * place.Height;
        sheet.Line(place.X, zero, place.Right, zero, Palette.Context);
        if (title > 0) sheet.Upright(PdfText.Trim(spec.ValueTitle!, place.Height, Type), x + Type, place.Y + place.Height / 2, Type, Palette.Muted);
        if (spec.CategoryTitle is { } name) sheet.Text(PdfText.Trim(name, place.Width, Type), place.X + place.Width / 2, bottom, Type, Palette.Muted, anchor: 0.5);
        Categories(labels, place);
        return place;
    }

    private void Categories(List<string> labels, PdfPlace place)
    {
        var step = spec.Kind == ChartKind.Line ? place.Width / Math.Max(1, labels.Count - 1) : place.Width / labels.Count;
        var widest = labels.Max(l => PdfText.Width(l, Type)) + Type;
        var few = labels.Count <= 10 && spec.Kind != ChartKind.Line;
        var every = few ? 1 : Math.Max(1, (int)Math.Ceiling(Math.Min(widest, place.Width / 2) / step));
        for (var i = 0; i < labels.Count; i += every)
        {
            var at = spec.Kind == ChartKind.Line ? place.X + (labels.Count == 1 ? place.Width / 2 : i * step) : place.X + (i + 0.5) * step;
            var text = PdfText.Trim(labels[i], step * every - 2, Type);
            var anchor = spec.Kind != ChartKind.Line ? 0.5 : i == 0 ? 0.15 : at + PdfText.Width(text, Type) / 2 > place.Right + 4 ? 1 : 0.5;
            sheet.Text(text, at, place.Bottom + Row - 3, Type, Labelled ? Palette.Ink : Palette.Muted, anchor: anchor);
        }
    }
}
