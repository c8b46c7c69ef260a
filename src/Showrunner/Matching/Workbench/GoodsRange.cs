using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Ledger.Columns;
using Showrunner.Platform;
using Showrunner.Shops;

namespace Showrunner.Matching.Workbench;

/// <summary>The goods of a shop or of a campaign.</summary>
/// <param name="Only">Row numbers, where they are not all that a shop has.</param>
internal sealed record GoodsRange(string Of, long Id, string Name, long MarketId, IReadOnlySet<long>? Only)
{
    public const string Shop = "shop", Campaign = "campaign";
    /// <summary>So many pairs of creators and products are looked through while a person waits.</summary>
    public const long MostAtOnce = 2_000_000;

    public static async Task<GoodsRange> OfShop(long id, AppDb db, CancellationToken cancel)
    {
        var shop = await db.Shops.AsNoTracking().FirstOrDefaultAsync(s => s.Id == id, cancel) ?? throw new Refused("not_found");
        return new GoodsRange(Shop, id, shop.Name, shop.MarketId, null);
    }

    /// <summary>What was sold under it.</summary>
    public static async Task<GoodsRange> OfCampaign(long id, AppDb db, LedgerColumns columns, CancellationToken cancel)
    {
        var market = await db.Database.SqlQuery<long>($"SELECT market_id AS \"Value\" FROM campaign WHERE id = {id}").ToListAsync(cancel);
        if (market.Count == 0) throw new Refused("not_found");
        return new GoodsRange(Campaign, id, (await NameOfCampaign(id, db, cancel))!, market[0], SoldUnder(market[0], id, columns));
    }

    /// <summary>Null where there is no such campaign.</summary>
    public static Task<string?> NameOfCampaign(long id, AppDb db, CancellationToken cancel) =>
        db.Database.SqlQuery<string?>($"SELECT CASE WHEN name <> '' THEN name ELSE campaign_no END AS \"Value\" FROM campaign WHERE id = {id}").SingleOrDefaultAsync(cancel);

    /// <summary>Row numbers of what was sold under a campaign.</summary>
    public static HashSet<long> SoldUnder(long market, long campaign, LedgerColumns columns)
    {
        using var connection = columns.Connect();
        using var rows = connection.Query(string.Create(CultureInfo.InvariantCulture, $"SELECT DISTINCT product_id FROM order_line WHERE market_id = {market} AND campaign_id = {campaign} AND product_id <> 0"));
        HashSet<long> products = [];
        while (rows.Read()) products.Add(rows.GetInt64(0));
        return products;
    }

    /// <summary>Their places, rising.</summary>
    public List<int> In(MatchedMarket learned) => [.. Enumerable.Range(0, learned.Products.Count).Where(p => Only is null ? learned.Products[p].ShopId == Id : Only.Contains(learned.Products[p].Id))];

    /// <summary>The best-selling of them where there are more, in the order of their places.</summary>
    public static List<int> BestSelling(List<int> all, int most, MatchedMarket learned)
    {
        if (all.Count <= most) return all;
        var sold = new double[learned.Products.Count];
        foreach (var sale in learned.Model.Facts.Sales) sold[sale.Product] += sale.Gmv;
        return [.. all.OrderByDescending(p => sold[p]).ThenBy(p => learned.Products[p].Id).Take(most).Order()];
    }
}
