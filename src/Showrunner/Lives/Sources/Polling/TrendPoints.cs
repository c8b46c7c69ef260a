using System.Text.Json;
using Showrunner.Lives.Sources.Files;
using Showrunner.Markets;
using F = Showrunner.Lives.Sources.SourceField;

namespace Showrunner.Lives.Sources.Polling;

/// <summary>Points of a trend as running totals and levels by the minute. The interface does not say whether a point is a count of its minute or a total: the show's own total tells, and where it cannot the trend is left out.</summary>
internal static class TrendPoints
{
    private static readonly TimeSpan Begins = TimeSpan.FromMinutes(2), Minute = TimeSpan.FromMinutes(1);
    private const int Enough = 3;

    private static readonly Dictionary<string, F> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        ["TREND_GMV"] = F.Gmv,
        ["TREND_CREATED_ORDER"] = F.OrdersCreated,
        ["TREND_ONLINE_VIEWER"] = F.Viewers,
        ["TREND_ENTER_VIEWER"] = F.Joined,
        ["TREND_LEFT_VIEWER"] = F.Leaves,
        ["WATCH_PV"] = F.Views,
        ["COMMENT_PV"] = F.Comments,
        ["SHARE_PV"] = F.Shares,
    };

    /// <param name="data">Of an answer: lists of stats_type and data_points.</param>
    /// <param name="totals">The show's own, told at the same time.</param>
    /// <param name="into">By minute; only of minutes that are over.</param>
    public static void Read(JsonElement data, IReadOnlyDictionary<F, long> totals, MarketRules market, DateTimeOffset start, DateTimeOffset now, SortedDictionary<DateTimeOffset, Dictionary<F, long>> into)
    {
        foreach (var list in data.EnumerateObject().Where(property => property.Value.ValueKind == JsonValueKind.Array).SelectMany(property => property.Value.EnumerateArray()))
        {
            if (list.ValueKind != JsonValueKind.Object || !list.TryGetProperty("stats_type", out var type) || type.ValueKind != JsonValueKind.String || !Types.TryGetValue(type.GetString()!, out var field)) continue;
            if (!list.TryGetProperty("data_points", out var points) || points.ValueKind != JsonValueKind.Array) continue;
            var told = points.EnumerateArray().Where(point => point.ValueKind == JsonValueKind.Object).Select(point => (At: At(point), Value: Value(point, field, market)))
                .Where(point => point.At is { } at && point.Value is not null && at + Minute <= now).Select(point => (At: point.At!.Value, Value: point.Value!.Value)).OrderBy(point => point.At).ToList();
            if (SourceFields.IsLevel(field)) { foreach (var point in told) Put(point.At, point.Value); continue; }
            if (told.Count < Enough || IsTotal([.. told.Select(point => point.Value)], totals.TryGetValue(field, out var total) ? total : null) is not { } isTotal) continue;
            if (!isTotal && told[0].At > start + Begins) continue; // what was before nobody tells
            var sum = 0L;
            foreach (var point in told) Put(point.At, sum = isTotal ? Math.Max(sum, point.Value) : sum + point.Value);

            void Put(DateTimeOffset at, long value)
            {
                if (!into.TryGetValue(at, out var minute)) into[at] = minute = [];
                minute[field] = value;
            }
        }
    }

    private static bool? IsTotal(List<long> values, long? total)
    {
        if (total is { } known && values[^1] != values.Sum()) return Math.Abs(values[^1] - known) < Math.Abs(values.Sum() - known);
        return RunningTotal.Of(values) is { IsSure: true } found ? found.IsTotal : null;
    }

    private static DateTimeOffset? At(JsonElement point) => point.TryGetProperty("timestamp", out var at) && ToldJson.Instant(at.ValueKind == JsonValueKind.String ? at.GetString()! : at.GetRawText()) is { } instant ? instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerMinute)) : null;

    private static long? Value(JsonElement point, F field, MarketRules market)
    {
        if (field == F.Gmv) return point.TryGetProperty("gmv", out var gmv) && ToldJson.Currency(gmv) is var currency && (currency is null || currency.Equals(market.Currency, StringComparison.OrdinalIgnoreCase)) ? ToldJson.Money(gmv, market) : null;
        return point.TryGetProperty(field == F.OrdersCreated ? "order_count" : "value", out var value) ? ToldJson.Whole(value) : null;
    }
}
