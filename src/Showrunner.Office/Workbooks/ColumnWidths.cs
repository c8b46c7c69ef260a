namespace Showrunner.Office;

/// <summary>Column widths in characters, from the widest content seen.</summary>
internal sealed class ColumnWidths
{
    // A digit is 7 pixels wide at 11 points; a cell has 5 pixels of its own margin.
    private const double DigitPixels = 7;
    private const double MarginPixels = 5;
    private const double PixelsPerPoint = 96 / 72.0;
    private const double Narrowest = 7;
    private const double Widest = 58;

    private readonly List<double> widths = [];
    private readonly HashSet<int> given = [];

    public IReadOnlyList<double> All => [.. widths.Select(w => Math.Max(w, Narrowest))];

    public int Count => widths.Count;

    /// <summary>Width available to text in a column, in points.</summary>
    public double Points(int column) => (All[column] * DigitPixels - MarginPixels) / PixelsPerPoint;

    public void Fit(int column, string text, double size = 11, bool bold = false, double extraPixels = 0)
    {
        var pixels = TextWidth.Points(text, size, bold) * PixelsPerPoint + MarginPixels + 6 + extraPixels;
        Grow(column, Math.Min(pixels / DigitPixels, Widest));
    }

    /// <summary>The text needs more than the widest column.</summary>
    public static bool TooWide(string text) => TextWidth.Points(text, 11) * PixelsPerPoint > Widest * DigitPixels - MarginPixels - 6;

    public void Give(int column, double characters)
    {
        Grow(column, 0);
        if (given.Add(column)) widths[column] = characters;
        else widths[column] = Math.Max(widths[column], characters);
    }

    private void Grow(int column, double width)
    {
        while (widths.Count <= column) widths.Add(0);
        if (!given.Contains(column)) widths[column] = Math.Max(widths[column], width);
    }
}
