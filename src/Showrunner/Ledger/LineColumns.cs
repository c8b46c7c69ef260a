using Microsoft.AspNetCore.Components.Rendering;
using Showrunner.Web;
using Showrunner.Web.Components;

namespace Showrunner.Ledger;

/// <summary>How order lines are listed on pages.</summary>
public static class LineColumns
{
    /// <param name="lines">Those listed: a market without partner campaigns has no column of them.</param>
    /// <param name="viewer">Where links lead.</param>
    /// <param name="say">Words.</param>
    /// <param name="without">A column that would say the same on every row.</param>
    public static List<Column<ShowLines.Line>> All(IReadOnlyList<ShowLines.Line> lines, Viewer viewer, Say say, string? without = null) => [.. new[]
    {
        Column.Text<ShowLines.Line>("lines.order", row => row.OrderNo, null, row => viewer.Link("/lines/order", ("no", row.OrderNo), ("creator", Row(row.CreatorId)))),
        Column.Of<ShowLines.Line>("lines.at", row => built => OneLine(built, row.OrderedAt), "day"),
        Column.Text<ShowLines.Line>("dimension.creator", row => row.Creator.Length > 0 ? "@" + row.Creator : null, null, row => row.CreatorId == 0 ? null : viewer.Link("/creators/" + row.CreatorId)),
        Column.Of<ShowLines.Line>("dimension.product", row => build => OneLine(build, row.Product, row.ProductId == 0 ? null : viewer.Link("/products/" + row.ProductId))),
        Column.Text<ShowLines.Line>("dimension.channel", row => say["channel." + row.Channel]),
        Column.Text<ShowLines.Line>("dimension.status", row => say["status." + row.Status]),
        Column.Count<ShowLines.Line>("metric.items", row => row.Quantity, "items", "items"),
        Column.Money<ShowLines.Line>("metric.gmv", row => row.GmvMinor, "gmv", "gmv"),
        Column.Money<ShowLines.Line>("metric.refunds", row => row.RefundMinor, "refunds", "refunds"),
        Column.Money<ShowLines.Line>("metric.est_earnings", row => row.EstEarningsMinor, "est_earnings", "est_earnings") with { Estimated = row => row.EstEarningsMinor is not null },
        Column.Money<ShowLines.Line>("metric.settled_earnings", row => row.SettledEarningsMinor, "settled_earnings", "settled_earnings"),
        Column.Text<ShowLines.Line>("dimension.shop", row => row.Shop, null, row => row.ShopId == 0 ? null : viewer.Link("/shops/" + row.ShopId)),
        Column.Text<ShowLines.Line>(Campaign, row => row.Campaign, null, row => row.CampaignId is { } campaign ? viewer.Link("/campaigns/" + campaign) : null),
    }.Where(column => column.Header != without && (column.Header != Campaign || lines.Any(line => line.CampaignId is not null)))];

    private const string Campaign = "dimension.campaign";

    internal static void OneLine(RenderTreeBuilder build, DateTimeOffset at)
    {
        build.OpenElement(0, "span");
        build.AddAttribute(1, "class", "text-nowrap");
        build.OpenComponent<When>(2);
        build.AddComponentParameter(3, nameof(When.At), at);
        build.CloseComponent();
        build.CloseElement();
    }

    /// <summary>Names of goods run to hundreds of letters: a row shows their beginning, a hover the whole.</summary>
    private static void OneLine(RenderTreeBuilder build, string name, string? href)
    {
        build.OpenElement(0, href is null ? "span" : "a");
        build.AddAttribute(1, "class", "text-nowrap");
        build.AddAttribute(2, "title", name);
        build.AddAttribute(3, "href", href);
        build.AddContent(4, name.Length == 0 ? Formats.Unknown : Insights.RankColumns.Clip(name));
        build.CloseElement();
    }

    private static string Row(long id) => id.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
