using System.Globalization;
using Showrunner.Web;

namespace Showrunner.Insights;

/// <summary>What the pages of creators, products and shops share: figure columns, paging and the address of their file.</summary>
public static class Lists
{
    public static int After(Viewer viewer) => int.TryParse(viewer.Asked("after"), NumberStyles.None, CultureInfo.InvariantCulture, out var after) ? after : 0;

    public static string Export(Viewer viewer, string path) => viewer.Link(path, [("market", viewer.Market!.Code), ("from", Day(viewer.Range.From)), ("to", Day(viewer.Range.To)), ("compare", viewer.Compare),
        ("q", viewer.Asked("q")), ("sort", viewer.Asked("sort")), ("format", "xlsx"), ("preset", null)]);

    public static IEnumerable<Column<T>> Figures<T>(IReadOnlyList<T> rows, Func<T, RankRow> figures) =>
        new[] { RankColumns.Gmv([.. rows.Select(figures)]), RankColumns.Change, RankColumns.Share, RankColumns.Orders, RankColumns.Items, RankColumns.RefundRate, RankColumns.EstEarnings }.Select(column => new Column<T>(column.Header)
        {
            Text = (row, formats) => column.Text!(figures(row), formats),
            Sort = column.Sort,
            Define = column.Define,
            Numeric = true,
            Bar = column.Bar is { } bar ? row => bar(figures(row)) : null,
            Estimated = column.Estimated is null ? null : row => figures(row).EstEarnings is not null,
        });

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
