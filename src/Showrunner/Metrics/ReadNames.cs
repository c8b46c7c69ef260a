using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Showrunner.Creators;
using Showrunner.Data;
using Showrunner.Markets;
using Showrunner.Platform;
using Showrunner.Shops;

namespace Showrunner.Metrics;

/// <summary>Filters as people type them (a handle, a product number, the name of a shop, category or campaign) become row numbers of the market.</summary>
public static class ReadNames
{
    public static async Task<MetricQuery> Handle(MetricQuery query, AppDb db, CancellationToken cancel)
    {
        List<MetricFilter> filters = [];
        foreach (var filter in query.Where)
        {
            if (Dimension.Find(filter.Dimension) is not { IsRow: true }) { filters.Add(filter); continue; }
            List<string> ids = [];
            foreach (var value in filter.Values) ids.AddRange(await Find(filter.Dimension, value, query.Market.Id, db, cancel));
            filters.Add(filter with { Values = ids });
        }
        return query with { Where = filters };
    }

    private static async Task<IEnumerable<string>> Find(string dimension, string value, long market, AppDb db, CancellationToken cancel)
    {
        var handle = value.TrimStart('@').ToLowerInvariant();
        var ids = dimension switch
        {
            "creator" => await db.Creators.Where(c => c.MarketId == market && c.Handle == handle).Select(c => c.MergedIntoId ?? c.Id).ToListAsync(cancel),
            "product" => await db.Products.Where(p => p.MarketId == market && (p.ProductNo == value || p.Name == value)).Select(p => p.Id).ToListAsync(cancel),
            "shop" => await db.Shops.Where(s => s.MarketId == market && (s.ShopNo == value || s.Name == value)).Select(s => s.Id).ToListAsync(cancel),
            "agency" => await db.Set<Agency>().Where(a => a.MarketId == market && (a.AgencyNo == value || a.Name == value)).Select(a => a.Id).ToListAsync(cancel),
            // The room of campaigns stands above: here they are rows with a number and a name.
            "campaign" => await db.Database.SqlQuery<long>($"SELECT id AS \"Value\" FROM campaign WHERE market_id = {market} AND (campaign_no = {value} OR name = {value})").ToListAsync(cancel),
            _ => await db.Categories.Where(c => c.Path == value || c.Path.StartsWith(value + "/")).Select(c => c.Id).ToListAsync(cancel),
        };
        return ids.Count > 0 ? ids.Select(id => id.ToString(CultureInfo.InvariantCulture)) : throw new Refused("filter_not_found", dimension, value);
    }
}
