using System.Globalization;
using System.Text.Json;
using Showrunner.Markets;

namespace Showrunner.Lives.Sources.Polling;

/// <summary>Asks a marketplace for a shop's shows of the last days. Figures are settled about a day later, so each is asked for again.</summary>
public sealed class PollShop(AskMarketplace marketplace, PollSettings settings, TimeProvider clock)
{
    public const string Source = "shop_lives";
    private const string Path = "/analytics/202508/shop_lives/performance";
    private const int Days = 4, MostPages = 100;

    /// <param name="Answer">The last one.</param>
    internal sealed record Visit(IReadOnlyList<EndedShow> Shows, MarketplaceAnswer Answer, string? Gap);

    internal async Task<Visit> Ask(MarketRules market, PollSecret secret, CancellationToken cancel)
    {
        var today = market.DayOf(clock.GetUtcNow());
        var (shows, token, gap, answer) = (new Dictionary<string, EndedShow>(), "", (string?)null, (MarketplaceAnswer?)null);
        for (var page = 0; page < MostPages; page++)
        {
            if (page > 0) await Task.Delay(settings.Pause, cancel);
            answer = await marketplace.Get(Path, secret, [("start_date_ge", Day(today.AddDays(-Days))), ("end_date_lt", Day(today.AddDays(1))), ("page_size", "100"), ("currency", "LOCAL"), ("shop_cipher", secret.ShopCipher), ("page_token", token)], cancel);
            if (answer.As != AskedAs.Answered) break;
            foreach (var one in Sessions(answer.Data))
            {
                var told = new ToldJson(one);
                if (Read(told, shows.Count, market, ref gap) is { } show) shows.TryAdd(show.Number, show);
            }
            var next = answer.Data.TryGetProperty("next_page_token", out var more) && more.ValueKind == JsonValueKind.String ? more.GetString()! : "";
            if (next.Length == 0 || next == token) break;
            token = next;
        }
        return new([.. shows.Values], answer!, gap);
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static IEnumerable<JsonElement> Sessions(JsonElement data) => data.TryGetProperty("live_stream_sessions", out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.Object) : [];

    /// <summary>One that has no end yet is still on.</summary>
    private EndedShow? Read(ToldJson told, int place, MarketRules market, ref string? gap)
    {
        var (number, start, end) = (told.Text("id"), ToldJson.Instant(told.Text("start_time")), ToldJson.Instant(told.Text("end_time")));
        if (number.Length is 0 or > Lives.Sessions.LiveSession.LongestNumber || start is not { } began || end is not { } over || over < began || over > clock.GetUtcNow()) return null;
        var figures = told.Figures(market, out var other);
        if (other is not null) gap ??= $"{other} ≠ {market.Currency}";
        figures.Remove(SourceField.Viewers);
        return new(place, number, told.Text("title"), told.Text("username").TrimStart('@').ToLowerInvariant(), began, over, figures);
    }
}
