using System.Globalization;
using Showrunner.Platform;

namespace Showrunner.Ledger;

/// <summary>Which order lines: as SQL for the columns, in the words of the dictionary's measures so that sums agree with figures.</summary>
/// <param name="Only">paid, kept, refunded, settled or unsettled; null shows all.</param>
public sealed record LineFilter(
    DayRange Range, IReadOnlyList<string> Channels, IReadOnlyList<string> Statuses, IReadOnlyList<long> Creators, IReadOnlyList<long> Products, IReadOnlyList<long> Shops,
    string? Content, string? OrderNo, string? Only, IReadOnlyList<long> Categories, IReadOnlyList<long> Campaigns)
{
    public const string Paid = "paid", Kept = "kept", Refunded = "refunded", Settled = "settled", Unsettled = "unsettled";
    public static readonly IReadOnlyList<string> Onlys = [Paid, Kept, Refunded, Settled, Unsettled];
    private const string HasSettled = "(actual_commission_minor IS NOT NULL OR actual_ads_commission_minor IS NOT NULL OR actual_bonus_minor IS NOT NULL)";

    public static LineFilter For(DayRange range, long? creator = null, long? product = null, long? shop = null, long? campaign = null) => new(range, [], [], One(creator), One(product), One(shop), null, null, null, [], One(campaign));

    private static IReadOnlyList<long> One(long? id) => id is { } row ? [row] : [];

    public (string Sql, IReadOnlyList<string> Parameters) Where(long marketId)
    {
        var parameters = new List<string>();
        var sql = string.Create(CultureInfo.InvariantCulture, $"f.market_id = {marketId} AND f.day BETWEEN DATE '{Range.From:yyyy-MM-dd}' AND DATE '{Range.To:yyyy-MM-dd}'");
        sql += AnyOf("channel", Channels) + AnyOf("status", Statuses) + PersonRows.Of("f.creator_id", Creators) + Rows("f.product_id", Products) + Rows("f.shop_id", Shops) + Rows("coalesce(f.campaign_id, 0)", Campaigns) + InCategories();
        if (!string.IsNullOrEmpty(Content)) sql += AnyOf("content_no", [Content]);
        if (!string.IsNullOrEmpty(OrderNo)) sql += AnyOf("order_no", [OrderNo.Trim()]);
        sql += Only switch
        {
            Paid => " AND f.status <> 'unpaid'",
            Kept => " AND f.status NOT IN ('unpaid', 'cancelled')",
            Refunded => " AND (f.refund_minor <> 0 OR f.returned_quantity <> 0)",
            Settled => " AND " + HasSettled,
            Unsettled => $" AND f.status NOT IN ('unpaid', 'cancelled', 'ineligible') AND NOT {HasSettled}",
            _ => "",
        };
        return (sql, parameters);

        string AnyOf(string column, IReadOnlyList<string> values) =>
            values.Count == 0 ? "" : $" AND f.{column} IN ({string.Join(", ", values.Select(Place))})";

        string Place(string value)
        {
            parameters.Add(value.Replace("\0", "", StringComparison.Ordinal));
            return "$" + parameters.Count.ToString(CultureInfo.InvariantCulture);
        }
    }

    /// <summary>0 stands for nobody, nothing or none.</summary>
    private static string Rows(string column, IReadOnlyList<long> ids) => ids.Count == 0 ? "" : $" AND {column} IN ({List(ids)})";

    /// <summary>0 stands for goods without a category.</summary>
    private string InCategories() => Categories.Count == 0 ? ""
        : $" AND coalesce((SELECT p.category_id FROM product p WHERE p.id = f.product_id), 0) IN ({List(Categories)})";

    private static string List(IReadOnlyList<long> ids) => string.Join(", ", ids.Select(id => id.ToString(CultureInfo.InvariantCulture)));
}
