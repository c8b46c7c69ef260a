using System.Globalization;

namespace Showrunner.Office;

/// <summary>A column as a chart sees it: where its cells are, and what they held when the file was written.</summary>
internal sealed record ChartColumn(string Name, string NameCell, string Cells, CellFormat Format, IReadOnlyList<object?> Values)
{
    public IEnumerable<double> Numbers => Values.Select(Number).OfType<double>();

    public static double? Number(object? value) => CellText.Plain(value) switch
    {
        int or long or decimal or double => Convert.ToDouble(CellText.Plain(value), CultureInfo.InvariantCulture),
        _ => null,
    };
}

/// <summary>The columns of one chart, in the order of its series.</summary>
internal sealed record ChartData(ChartColumn Category, IReadOnlyList<ChartColumn> Series)
{
    /// <summary>Names beside the points of a scatter chart.</summary>
    public ChartColumn? Label { get; init; }

    public int Count => Category.Values.Count;

    public double Largest => Series.SelectMany(s => s.Numbers).Select(Math.Abs).DefaultIfEmpty(0).Max();

    public bool Negative => Series.SelectMany(s => s.Numbers).Any(n => n < 0);

    public IReadOnlyList<string> Labels(CultureInfo culture) =>
        [.. Category.Values.Select(v => v is null ? "" : CellText.Of(v, Category.Format, culture))];

    /// <summary>The chart in words: title, series, span, highest and lowest value.</summary>
    public string Describe(ChartSpec spec, CultureInfo culture)
    {
        if (spec.Description is not null) return spec.Description;
        var labels = Labels(culture);
        var lines = Series.Select(s => Describe(s, labels, culture));
        var span = Count == 0 ? "" : $" {labels[0]} – {labels[^1]}.";
        return $"{spec.Title}.{span} {string.Join(" ", lines)}".Replace("..", ".", StringComparison.Ordinal).Trim();
    }

    private static string Describe(ChartColumn series, IReadOnlyList<string> labels, CultureInfo culture)
    {
        var known = series.Values.Select((v, i) => (Value: ChartColumn.Number(v), Label: labels[i])).Where(p => p.Value is not null).ToList();
        if (known.Count == 0) return $"{series.Name}: –.";
        var high = known.MaxBy(p => p.Value);
        var low = known.MinBy(p => p.Value);
        return $"{series.Name}: {CellText.Of(low.Value, series.Format, culture)} ({low.Label}) … {CellText.Of(high.Value, series.Format, culture)} ({high.Label}).";
    }
}
