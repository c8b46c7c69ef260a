using Showrunner.Insights.Explore;
using Showrunner.Web;

namespace Showrunner.Insights.Boards;

/// <summary>A tile of a board that comes with the product.</summary>
public sealed record ProductTile(string Code, string Question, int Width = 1)
{
    public string NameKey => "tile." + Code;
    public Exploration Asked => Exploration.Parse(Question);
}

/// <summary>A board that comes with the product.</summary>
/// <param name="Code">Word in its address.</param>
/// <param name="Number">The same for good: schedules and written sentences keep it.</param>
/// <param name="Tiles">In their order.</param>
public sealed record ProductBoard(string Code, int Number, IReadOnlyList<ProductTile> Tiles)
{
    internal IReadOnlyList<StandingTile> Standing(Say say) => [.. Tiles.Select(t => new StandingTile(null, t.Code, say[t.NameKey], t.Width, null, t.Asked))];

    public string NameKey => "board." + Code;
}

/// <summary>One board for each of the people who work here: the questions each asks first. Copied, they become one's own.</summary>
public static class ProductBoards
{
    public static readonly IReadOnlyList<ProductBoard> All =
    [
        new("creators", 1,
        [
            new("creators.now", "m=gmv&m=active_creators&m=gmv_per_creator&m=est_earnings&m=settled_earnings&m=refund_rate", 2),
            new("creators.top", "m=gmv&by=creator&top=10&chart=bar"),
            new("creators.active", "m=active_creators&m=creators_posting&grain=week&preset=last90"),
            new("creators.spread", "m=gmv&m=orders&by=creator&top=200&chart=scatter"),
            new("creators.commission", "m=commission_rate&by=creator&sort=-commission_rate&top=10&chart=bar"),
            new("creators.table", "m=gmv&m=orders&m=items&m=aov&m=refund_rate&m=commission_rate&by=creator&top=25&chart=table", 2),
        ]),
        new("categories", 2,
        [
            new("categories.now", "m=gmv&m=orders&m=aov&m=items_per_order&m=active_products&m=refund_rate", 2),
            new("categories.channels", "m=gmv&by=channel&grain=day&chart=stack", 2),
            new("categories.top", "m=gmv&by=category&top=10&chart=bar"),
            new("categories.split", "m=gmv&by=category&by=channel&chart=stack"),
            new("categories.refunds", "m=refund_rate&by=category&top=10&chart=bar"),
            new("categories.products", "m=gmv&by=product&top=10&chart=bar"),
        ]),
        new("accounts", 3,
        [
            new("accounts.now", "m=gmv&m=net_sales&m=orders&m=active_shops&m=active_creators&m=cancel_rate", 2),
            new("accounts.course", "m=gmv&by=shop&grain=week&preset=last90", 2),
            new("accounts.top", "m=gmv&by=shop&top=10&chart=bar"),
            new("accounts.channels", "m=gmv&by=shop&by=channel&chart=stack"),
            new("accounts.goods", "m=gmv&m=gross_margin&m=margin_rate&m=cost_coverage&m=stock&m=days_of_cover&by=shop&top=25&chart=table", 2),
            new("accounts.table", "m=gmv&m=orders&m=aov&m=refund_rate&m=cancel_rate&m=active_creators&by=shop&top=25&chart=table", 2),
        ]),
        new("growth", 4,
        [
            new("growth.now", "m=active_creators&m=creators_posting&m=gmv_per_creator&m=customers&m=videos&m=lives", 2),
            new("growth.active", "m=active_creators&grain=week&preset=last90"),
            new("growth.content", "m=videos&m=videos_selling&grain=week&preset=last90"),
            new("growth.sellThrough", "m=video_sell_through&grain=week&preset=last90"),
            new("growth.perCreator", "m=gmv_per_creator&grain=week&preset=last90"),
            new("growth.customers", "m=customers&grain=day"),
            new("growth.channels", "m=gmv&by=channel&chart=bar"),
        ]),
        new("analysis", 5,
        [
            new("analysis.now", "m=gmv&m=net_sales&m=orders&m=aov&m=refund_rate&m=est_earnings", 2),
            new("analysis.course", "m=gmv&grain=day", 2),
            new("analysis.mix", "m=gmv&by=channel&grain=week&chart=stack&preset=last90"),
            new("analysis.basket", "m=aov&grain=week&preset=last90"),
            new("analysis.cross", "m=gmv&by=category&by=channel&chart=heat", 2),
            new("analysis.table", "m=gmv&m=net_sales&m=orders&m=aov&m=refund_rate&m=active_creators&grain=week&preset=last90&sort=-time&chart=table", 2),
        ]),
        new("risk", 6,
        [
            new("risk.now", "m=refunds&m=refund_rate&m=order_refund_rate&m=cancel_rate&m=gmv_cancelled&m=items_refunded", 2),
            new("risk.course", "m=refund_rate&grain=day"),
            new("risk.cancelled", "m=cancel_rate&grain=day"),
            new("risk.products", "m=refunds&by=product&top=10&chart=bar"),
            new("risk.shops", "m=refunds&by=shop&top=10&chart=bar"),
            new("risk.channels", "m=order_refund_rate&by=channel&chart=bar"),
            new("risk.status", "m=gmv&by=status&chart=bar"),
            new("risk.creators", "m=refunds&m=refund_rate&m=gmv&m=orders&by=creator&top=25&chart=table", 2),
        ]),
    ];

    public static ProductBoard? Find(string code) => All.FirstOrDefault(b => b.Code == code);
}
