using System.Globalization;
using Showrunner.Metrics;
using Showrunner.Platform;

namespace Showrunner.Insights.Findings;

/// <summary>What is looked through: a whole market, or one creator, product, shop, category or campaign in it.</summary>
/// <param name="Dimension">creator, product, shop, category or campaign; "market" for all of it.</param>
/// <param name="Id">Row number; 0 for the market.</param>
public sealed record FindingScope(string Dimension, long Id, string Name)
{
    public static readonly FindingScope Market = new("market", 0, "");
    private static readonly string[] Dimensions = ["creator", "product", "shop", "category", Campaign];
    private const string Campaign = "campaign";

    /// <summary>As addresses, jobs and rows say it: shop:12; empty for the market.</summary>
    public string Code => Id == 0 ? "" : Of(Dimension, Id);

    /// <summary>The order lines it is about.</summary>
    public IReadOnlyList<MetricFilter> Within => Id == 0 ? [] : [MetricFilter.Rows(Dimension, Id)];

    /// <summary>Before it a campaign was not running, which says nothing of what is usual in it. Everything else may always have sold: null.</summary>
    public async Task<DateOnly?> FirstDay(OpenMarket open, CancellationToken cancel) => Dimension != Campaign ? null
        : (DateOnly?)(await open.Rows(string.Create(CultureInfo.InvariantCulture, $"SELECT min(day) FROM order_line WHERE market_id = {open.Id} AND campaign_id = {Id}"), [], cancel))[0][0];

    public static string Of(string dimension, long id) => string.Create(CultureInfo.InvariantCulture, $"{dimension}:{id}");

    /// <summary>Reads the code; what does not exist in the market is not found.</summary>
    public static async Task<FindingScope> Find(string? code, OpenMarket open, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(code)) return Market;
        var parts = code.Split(':');
        if (parts.Length != 2 || !Dimensions.Contains(parts[0]) || !long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var id)) throw new Refused("finding_scope", code, string.Join(", ", Dimensions));
        var name = parts[0] switch
        {
            "creator" => "SELECT handle FROM creator",
            "product" => "SELECT CASE WHEN name <> '' THEN name ELSE product_no END FROM product",
            "shop" => "SELECT name FROM shop",
            Campaign => "SELECT name FROM campaign",
            _ => "SELECT path FROM category",
        };
        var mine = parts[0] == "category" ? "" : string.Create(CultureInfo.InvariantCulture, $" AND market_id = {open.Id}");
        var rows = await open.Rows(string.Create(CultureInfo.InvariantCulture, $"{name} WHERE id = {id}{mine}"), [], cancel);
        return rows is [var row] ? new FindingScope(parts[0], id, (string)row[0]!) : throw new Refused("not_found");
    }
}
