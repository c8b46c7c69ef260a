using System.Globalization;
using C = DocumentFormat.OpenXml.Drawing.Charts;

namespace Showrunner.Office;

/// <summary>References from a chart to cells, with what the cells held.</summary>
internal static class ChartCells
{
    public static C.SeriesText Name(ChartColumn column) =>
        new(new C.StringReference(new C.Formula(column.NameCell), Strings([column.Name])));

    public static C.CategoryAxisData Category(ChartColumn column, IReadOnlyList<string> labels) =>
        column.Format.IsDate && column.Values.All(v => v is null or DateOnly or DateTime)
            ? new(new C.NumberReference(new C.Formula(column.Cells), Numbers(column, v => Days(v))))
            : new(new C.StringReference(new C.Formula(column.Cells), Strings(labels)));

    public static C.Values Values(ChartColumn column) =>
        new(Numbers(column));

    public static C.NumberReference Numbers(ChartColumn column) =>
        new(new C.Formula(column.Cells), Numbers(column, ChartColumn.Number));

    private static double? Days(object? value) => value switch
    {
        DateOnly day => day.ToDateTime(default).ToOADate(),
        DateTime time => time.ToOADate(),
        _ => null,
    };

    private static C.StringCache Strings(IReadOnlyList<string> texts)
    {
        var cache = new C.StringCache(new C.PointCount { Val = (uint)texts.Count });
        for (var i = 0; i < texts.Count; i++)
            cache.Append(new C.StringPoint(new C.NumericValue(CleanText.Of(texts[i]))) { Index = (uint)i });
        return cache;
    }

    // A point that is not in the cache is a gap.
    private static C.NumberingCache Numbers(ChartColumn column, Func<object?, double?> number)
    {
        var cache = new C.NumberingCache(new C.FormatCode(column.Format.Code), new C.PointCount { Val = (uint)column.Values.Count });
        for (var i = 0; i < column.Values.Count; i++)
            if (number(column.Values[i]) is { } value)
                cache.Append(new C.NumericPoint(new C.NumericValue(value.ToString("R", CultureInfo.InvariantCulture))) { Index = (uint)i });
        return cache;
    }
}
