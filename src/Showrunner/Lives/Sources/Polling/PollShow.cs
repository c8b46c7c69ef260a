using Showrunner.Lives.Intake;
using Showrunner.Lives.Sessions;
using Showrunner.Markets;

namespace Showrunner.Lives.Sources.Polling;

/// <summary>Asks a marketplace for the figures of a running show: its totals, and now and then its minutes and products.</summary>
public sealed class PollShow(AskMarketplace marketplace, PollSettings settings, TimeProvider clock)
{
    public const string Totals = "core_stats", Trend = "trend", Products = "product_stats";

    /// <param name="Events">By source.</param>
    /// <param name="Answer">The one about totals, or one that asks to come later.</param>
    /// <param name="Gap">Why something is missing beside the totals.</param>
    internal sealed record Visit(IReadOnlyDictionary<string, List<LiveEvent>> Events, MarketplaceAnswer Answer, string? Gap);

    /// <param name="since">When minutes were asked for last; only those after it are told anew.</param>
    internal async Task<Visit> Ask(LiveSession session, MarketRules market, PollSecret secret, bool withDetails, DateTimeOffset? since, CancellationToken cancel)
    {
        var events = new Dictionary<string, List<LiveEvent>>();
        var room = $"/analytics/202502/live_rooms/{Uri.EscapeDataString(session.Number)}/";
        var core = await marketplace.Get(room + "core_stats", secret, [], cancel);
        if (core.As != AskedAs.Answered) return new(events, core, null);
        var told = new ToldJson(core.Data).Figures(market, out var other);
        told.Remove(SourceField.Acu); // of a show that is still on it is no level
        Add(Totals, ToldTotals.Of(session.Id, Totals, told, clock.GetUtcNow(), clock.GetUtcNow()));
        var gap = other is null ? null : $"{other} ≠ {market.Currency}";
        if (!withDetails) return new(events, core, gap);

        var minutes = new SortedDictionary<DateTimeOffset, Dictionary<SourceField, long>>();
        foreach (var name in new[] { "gmv_trend_performances", "view_trend_performances", "interactive_trend_performances", "product_stats" })
        {
            await Task.Delay(settings.Pause, cancel);
            var answer = await marketplace.Get(room + name, secret, [], cancel);
            if (answer.As == AskedAs.Throttled) return new(events, answer, null);
            if (answer.As != AskedAs.Answered) { gap ??= $"{name}: {answer.Said}"; continue; }
            if (name == "product_stats") Add(Products, OfProducts(session, answer, market));
            else TrendPoints.Read(answer.Data, told, market, session.StartedAt, clock.GetUtcNow(), minutes);
        }
        var from = since - TimeSpan.FromMinutes(15);
        Add(Trend, minutes.Where(minute => from is null || minute.Key >= from).SelectMany(minute => ToldTotals.Of(session.Id, Trend, minute.Value, minute.Key, clock.GetUtcNow())));
        return new(events, core, gap);

        void Add(string source, IEnumerable<LiveEvent> more)
        {
            List<LiveEvent> list = [.. more];
            if (list.Count > 0) events[source] = list;
        }
    }

    private IEnumerable<LiveEvent> OfProducts(LiveSession session, MarketplaceAnswer answer, MarketRules market)
    {
        foreach (var product in answer.Data.EnumerateObject().Where(property => property.Value.ValueKind == System.Text.Json.JsonValueKind.Array).SelectMany(property => property.Value.EnumerateArray()))
        {
            if (product.ValueKind != System.Text.Json.JsonValueKind.Object) continue;
            var told = new ToldJson(product);
            if (told.Text("product_id", "id") is not { Length: > 0 and <= 100 } number) continue;
            foreach (var happened in ToldTotals.Of(session.Id, Products, told.Figures(market, out _), clock.GetUtcNow(), clock.GetUtcNow(), number, isAskedOften: true)) yield return happened;
        }
    }
}
