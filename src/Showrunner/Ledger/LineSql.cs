using System.Globalization;

namespace Showrunner.Ledger;

/// <summary>Order lines with the names of whom and what they are about, from the columns.</summary>
internal static class LineSql
{
    /// <summary>What a list of lines can be sorted by, and the column for it.</summary>
    private static readonly Dictionary<string, string> Sorts = new()
    {
        ["day"] = "ordered_at",
        ["gmv"] = "gmv_minor",
        ["items"] = "quantity",
        ["refunds"] = "refund_minor",
        ["est_earnings"] = Est,
        ["settled_earnings"] = Settled,
    };
    private const string Est = "coalesce(est_commission_minor, 0) + coalesce(est_ads_commission_minor, 0) + coalesce(est_bonus_minor, 0)";
    private const string Settled = "coalesce(actual_commission_minor, 0) + coalesce(actual_ads_commission_minor, 0) + coalesce(actual_bonus_minor, 0)";

    public static string Page(string where, string? sort, int after, int take)
    {
        var order = Order(sort);
        return Named($"(SELECT f.* FROM order_line f WHERE {where} ORDER BY {order} LIMIT {Text(take)} OFFSET {Text(after)})") + " ORDER BY " + order;
    }

    /// <summary>All lines of a filter, newest first, to be read as they come.</summary>
    public static string All(string where, string? sort) => Named($"(SELECT f.* FROM order_line f WHERE {where})") + " ORDER BY " + Order(sort);

    private static string Order(string? sort)
    {
        var column = Sorts.GetValueOrDefault((sort ?? "").TrimStart('-')) ?? "ordered_at";
        return $"{column} {(sort is null || sort.StartsWith('-') ? "DESC" : "ASC")}, order_no, sku_no, creator_id, product_id, content_no, occurrence";
    }

    private static string Named(string lines) => $"""
        SELECT f.day, f.ordered_at, f.order_no, f.sku_no, f.creator_id, coalesce(c.handle, ''), f.product_id,
          CASE WHEN p.name <> '' THEN p.name ELSE coalesce(p.product_no, '') END, f.shop_id, coalesce(s.name, ''), f.channel, f.status, f.content_no,
          f.quantity, f.returned_quantity, f.price_minor, f.gmv_minor, f.refund_minor,
          CASE WHEN est_commission_minor IS NULL AND est_ads_commission_minor IS NULL AND est_bonus_minor IS NULL THEN NULL ELSE {Est} END,
          CASE WHEN actual_commission_minor IS NULL AND actual_ads_commission_minor IS NULL AND actual_bonus_minor IS NULL THEN NULL ELSE {Settled} END, f.settled_at, f.campaign_id, coalesce(k.name, '')
        FROM {lines} f LEFT JOIN creator c ON c.id = f.handle_id LEFT JOIN product p ON p.id = f.product_id LEFT JOIN shop s ON s.id = f.shop_id LEFT JOIN campaign k ON k.id = f.campaign_id
        """;

    public static ShowLines.Line Line(object?[] row) => new(
        (DateOnly)row[0]!, (DateTimeOffset)row[1]!, (string)row[2]!, (string)row[3]!, (long)row[4]!, (string)row[5]!, (long)row[6]!, (string)row[7]!, (long)row[8]!, (string)row[9]!,
        (string)row[10]!, (string)row[11]!, (string)row[12]!, (long)row[13]!, (long)row[14]!, (long)row[15]!, (long)row[16]!, (long)row[17]!, (long?)row[18], (long?)row[19], (DateTimeOffset?)row[20], (long?)row[21], (string)row[22]!);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
