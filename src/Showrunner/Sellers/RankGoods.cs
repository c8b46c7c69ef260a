using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Insights;
using Showrunner.Metrics;
using Showrunner.Platform;
using Showrunner.Shops;

namespace Showrunner.Sellers;

/// <summary>A shop's products as goods: what they sold, what they earn, and how long they last.</summary>
public static class RankGoods
{
    private const int Most = 50;

    /// <summary>Money in minor units; what nobody told is null.</summary>
    public sealed record Item(long Id, string Name, long? PriceMinor, ReadGoods.Goods Goods, decimal? DaysOfCover, decimal? MarginRate, decimal? Gmv, decimal? GmvBefore, double? Share);

    public static async Task<IReadOnlyList<Item>> Handle(OpenMarket open, AppDb db, IReadOnlyList<MetricFilter> where, DayRange range, string compare, decimal? all, CancellationToken cancel)
    {
        var table = await open.Ask(new MetricQuery(open.Rules, ["gmv", "margin_rate", "days_of_cover"], range) { By = ["product"], Where = where, Compare = compare, Sort = "-gmv", Top = Most }, cancel);
        var rows = table.Rows.Where(r => r.Keys[0] != "0").ToDictionary(r => long.Parse(r.Keys[0], CultureInfo.InvariantCulture));
        var ids = rows.Keys.ToList();
        var goods = await ReadGoods.Handle(open, ids, range.To, cancel);
        var prices = await db.Products.Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.PriceLowMinor }).ToDictionaryAsync(p => p.Id, p => p.PriceLowMinor, cancel);
        var fair = ReadBoard.IsFair(table.Sources[0], table.Compared, open.Extent);
        return [.. rows.Select(r => goods.GetValueOrDefault(r.Key, ReadGoods.Goods.Nothing) is var its ? new Item(r.Key, r.Value.Labels[0], its.PriceMinor ?? prices.GetValueOrDefault(r.Key), its,
            r.Value.Values[2], r.Value.Values[1], r.Value.Values[0], fair ? r.Value.Before[0] : null, ReadBoard.Share(r.Value.Values[0], all)) : null!)];
    }
}
