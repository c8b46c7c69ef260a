using System.Globalization;
using System.Text.Json;
using Showrunner.Lives.Intake;
using Showrunner.Markets;
using F = Showrunner.Lives.Sources.SourceField;

namespace Showrunner.Lives.Sources.Polling;

/// <summary>Figures in an answer, by the names that versions of the interface give them, at any depth. What is not there, below zero or in another currency is not told.</summary>
internal sealed class ToldJson
{
    private static readonly (F Field, string[] Names)[] Names =
    [
        (F.Viewers, ["current_visitor_count", "current_viewers", "online_viewers"]), (F.Pcu, ["peak_concurrent_user_count", "pcu"]), (F.Acu, ["acu"]),
        (F.Views, ["watch_pv", "views", "view_count"]), (F.Comments, ["accumulated_comment_count", "comments", "comment_count"]), (F.Likes, ["accumulated_like_count", "likes", "like_count"]),
        (F.Shares, ["accumulated_sharing_count", "shares", "share_count"]), (F.Follows, ["accumulated_new_follower_count", "new_followers"]), (F.Impressions, ["live_impressions", "impressions"]),
        (F.ProductImpressions, ["product_view_count", "product_impressions", "exposure_count"]), (F.ProductClicks, ["product_reach_count", "product_clicks", "total_click_count", "produt_clicks"]),
        (F.OrdersCreated, ["created_order_count", "created_sku_orders"]), (F.Orders, ["paid_order_count", "sku_orders"]), (F.Items, ["sales", "unit_sold", "units_sold", "items_sold", "inventory_consumption_count"]),
        (F.Gmv, ["local_gmv", "gmv", "direct_gmv"]), (F.Stock, ["inventory_left_count"]),
    ];

    private readonly Dictionary<string, JsonElement> _told = [];

    public ToldJson(JsonElement told) => Take(told);

    private void Take(JsonElement told)
    {
        foreach (var property in told.EnumerateObject())
        {
            var isGroup = property.Value.ValueKind == JsonValueKind.Object && !property.Value.TryGetProperty("amount", out _);
            if (isGroup) Take(property.Value);
            else _told.TryAdd(property.Name, property.Value);
        }
    }

    public string Text(params string[] names) => names.Select(name => _told.TryGetValue(name, out var value) ? value.ValueKind switch { JsonValueKind.String => value.GetString()!, JsonValueKind.Number => value.GetRawText(), _ => "" } : "").FirstOrDefault(text => text.Length > 0) ?? "";

    /// <param name="market">Whose currency money is in.</param>
    /// <param name="otherCurrency">Code of one that is not the market's; null where there is none.</param>
    public Dictionary<F, long> Figures(MarketRules market, out string? otherCurrency)
    {
        var figures = new Dictionary<F, long>();
        otherCurrency = null;
        foreach (var (field, names) in Names)
            foreach (var name in names)
            {
                if (!_told.TryGetValue(name, out var value)) continue;
                if (field == F.Gmv && Currency(value) is { } currency && !currency.Equals(market.Currency, StringComparison.OrdinalIgnoreCase)) { otherCurrency = currency; continue; }
                if ((field == F.Gmv ? Money(value, market) : Whole(value)) is not { } figure) continue;
                figures[field] = figure;
                break;
            }
        return figures;
    }

    public static long? Whole(JsonElement value) => Number(value) is { } number and >= 0 and <= ReadEvent.Most && decimal.IsInteger(number) ? (long)number : null;

    public static long? Money(JsonElement value, MarketRules market) => Number(value.ValueKind == JsonValueKind.Object && value.TryGetProperty("amount", out var amount) ? amount : value) is { } money and >= 0 and <= ReadEvent.Most ? (long)Math.Round(money * market.MinorPerMajor) : null;

    public static string? Currency(JsonElement value) => value.ValueKind == JsonValueKind.Object && value.TryGetProperty("currency", out var currency) && currency.ValueKind == JsonValueKind.String && currency.GetString() is { Length: > 0 } code ? code : null;

    /// <summary>Seconds or milliseconds since 1970, as a number or a text, or an ISO instant with its offset.</summary>
    public static DateTimeOffset? Instant(string text)
    {
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number is 0 or > 99_999_999_999_999 ? null : number < 100_000_000_000 ? DateTimeOffset.FromUnixTimeSeconds(number) : DateTimeOffset.FromUnixTimeMilliseconds(number);
        return text.Length > 10 && (text[^1] is 'Z' || text.LastIndexOfAny(['+', '-']) > 10) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var instant) ? instant : null;
    }

    private static decimal? Number(JsonElement value) => value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) ? number
        : value.ValueKind == JsonValueKind.String && decimal.TryParse(value.GetString(), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number) ? number : null;
}
