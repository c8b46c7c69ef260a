using System.Globalization;

namespace Showrunner.Office;

internal sealed record TextRow(IReadOnlyList<string> Cells)
{
    public bool Total { get; init; }
}

/// <summary>A table written out for pages and slides, which have to fit it into a width. Sizes are points.</summary>
internal sealed record TableTexts(IReadOnlyList<string> Head, IReadOnlyList<Side> Sides, List<TextRow> Rows)
{
    /// <summary>Left and right of a cell's text.</summary>
    public const double Margin = 7;
    private const double Around = 4 + 2 * Margin;
    private const double Narrowest = 60;
    private const double Reserve = 1.25;
    private const double Tight = 1.04;
    private const double MostStretch = 2.2;

    /// <param name="table">Read once.</param>
    /// <param name="most">Shows only the first rows; the totals still count all.</param>
    /// <param name="culture">How numbers and dates are written.</param>
    public static TableTexts Of(Table table, int? most, CultureInfo culture)
    {
        var totals = new TableTotals(table, filtered: false);
        var rows = new List<TextRow>();
        long number = 0;
        foreach (var row in table.Rows)
        {
            totals.Add(table.Checked(row, ++number));
            if (rows.Count < (most ?? int.MaxValue))
                rows.Add(new TextRow([.. table.Columns.Select((c, i) => CellText.Of(row[i], c.Format, culture))]));
        }
        if (totals.Any)
            rows.Add(new TextRow([.. table.Columns.Select((c, i) => totals.Of(i) is { } total ? CellText.Of(total, c.Format, culture) : "")]) { Total = true });
        return new TableTexts([.. table.Columns.Select(c => c.Name)], [.. table.Columns.Select(c => c.Format.IsNumber ? Side.Right : Side.Left)], rows);
    }

    /// <summary>On pages headings may break between words, and nothing is cut: there is room to spare for machines whose letters are wider than Calibri's.</summary>
    public bool OnPage { get; init; }

    /// <summary>The largest type at which the table fits. One very long name is cut or broken rather than making the whole table small.</summary>
    public double Size(double width, double largest, double smallest, double longestText)
    {
        var size = largest;
        while (size > smallest && Wanted(size).Select((w, i) => Sides[i] == Side.Left ? Math.Min(w, longestText) : w).Sum() > width) size--;
        return size;
    }

    /// <summary>The widths made to fit: text columns give way first; a narrow table is stretched a little.</summary>
    public List<double> Widths(double width, double size)
    {
        var wanted = Wanted(size);
        var sum = wanted.Sum();
        if (sum <= width) return [.. wanted.Select(w => w * Math.Min(width / sum, MostStretch))];
        // What a column needs at least; the rest of the room is shared by those that want more.
        var tight = Wanted(size, Tight);
        var least = wanted.Select((w, i) => Sides[i] == Side.Left ? Math.Min(w, Math.Max(Narrowest, HeadWidth(i, size, Tight))) : tight[i]).ToList();
        var (room, wish) = (width - least.Sum(), sum - least.Sum());
        return room >= 0 ? [.. wanted.Zip(least, (w, l) => l + (w - l) * room / Math.Max(wish, 1e-9))] : [.. least.Select(w => w * width / least.Sum())];
    }

    /// <summary>Width each column would like, from its widest text.</summary>
    private List<double> Wanted(double size, double reserve = Reserve) =>
        [.. Head.Select((_, i) => Math.Max(HeadWidth(i, size, reserve), Around + (OnPage ? reserve : 1) * Rows.Select(r => TextWidth.Points(r.Cells[i], size, r.Total)).DefaultIfEmpty(0).Max()))];

    /// <summary>Of a heading's longest word on pages, where a footnote's number may follow it; else of the whole heading.</summary>
    private double HeadWidth(int column, double size, double reserve) => OnPage
        ? Around + reserve * Head[column].Split(' ').Max(word => TextWidth.Points(word, size, true)) + size / 2
        : Around + TextWidth.Points(Head[column], size, true);
}
