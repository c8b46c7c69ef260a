using Showrunner.Web;

namespace Showrunner.Ledger;

/// <summary>How videos and LIVEs are listed on pages.</summary>
public static class ContentColumns
{
    public static List<Column<ShowContents.Content>> All(Viewer viewer, Say say, string? without = null) => [.. new[]
    {
        Column.Text<ShowContents.Content>("contents.title", row => row.Title.Length > 0 ? row.Title : row.ContentNo, null, row => Safe(row.Link)),
        Column.Text<ShowContents.Content>("contents.kind", row => say["channel." + row.Kind]),
        Column.Text<ShowContents.Content>("dimension.creator", row => row.Creator.Length > 0 ? "@" + row.Creator : null, null, row => row.CreatorId == 0 ? null : viewer.Link("/creators/" + row.CreatorId)),
        Column.Of<ShowContents.Content>("contents.posted", row => build => LineColumns.OneLine(build, row.PostedAt), "day"),
        Column.Money<ShowContents.Content>("contents.gmv", row => row.GmvMinor, "gmv"),
        Column.Count<ShowContents.Content>("metric.orders", row => row.Orders, "orders", "orders"),
        Column.Count<ShowContents.Content>("metric.items", row => row.Items, "items", "items"),
        Column.Count<ShowContents.Content>("contents.views", row => row.Views, "views"),
        Column.Count<ShowContents.Content>("contents.likes", row => row.Likes, "likes"),
        new Column<ShowContents.Content>("contents.length") { Text = (row, formats) => formats.Duration(row.DurationSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null), Numeric = true },
        Column.Text<ShowContents.Content>("contents.lines", _ => say["contents.show"], null, row => viewer.Link("/lines", ("content", row.ContentNo))),
    }.Where(column => column.Header != without)];

    /// <summary>Links come from files: only web addresses are followed.</summary>
    private static string? Safe(string link) => link.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || link.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? link : null;
}
