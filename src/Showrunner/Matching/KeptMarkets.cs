using System.Collections.Concurrent;
using Showrunner.Data;
using Showrunner.Markets;

namespace Showrunner.Matching;

/// <summary>
/// What was learned of each market, kept until facts change. The first question about a market learns it; a later one after a change is answered from what is
/// known while the market is learned anew beside.
/// </summary>
public sealed class KeptMarkets(IServiceScopeFactory scopes, Ledger.Columns.LedgerColumns columns, ILogger<KeptMarkets> log)
{
    private readonly ConcurrentDictionary<long, Lazy<Task<MatchedMarket>>> known = [];
    private readonly ConcurrentDictionary<long, MatchedMarket> newest = [];
    private readonly ConcurrentDictionary<long, (DateOnly Until, long Facts, Task<MatchedMarket> Learned)> earlier = [];

    /// <param name="atOnce">Waits for the newest facts rather than taking what was learned before them.</param>
    public async Task<MatchedMarket> Of(Market market, bool atOnce, CancellationToken cancel)
    {
        if (newest.TryGetValue(market.Id, out var old))
        {
            if (old.Change >= columns.FactsApplied && !atOnce || old.Change >= columns.Applied) return old;
            var learning = Learn(market);
            if (!atOnce) return old;
            return await learning.WaitAsync(cancel);
        }
        return await Learn(market).WaitAsync(cancel);
    }

    /// <summary>The market as it would have been learned from what was known until a day.</summary>
    public async Task<MatchedMarket> Before(Market market, DateOnly until, CancellationToken cancel)
    {
        var facts = columns.FactsApplied;
        (DateOnly, long, Task<MatchedMarket>) Fresh() => (until, facts, Task.Run(() => Read(market, until)));
        var one = earlier.AddOrUpdate(market.Id, _ => Fresh(), (_, old) => old.Until == until && old.Facts == facts && !old.Learned.IsFaulted ? old : Fresh());
        return await one.Learned.WaitAsync(cancel);
    }

    private async Task<MatchedMarket> Read(Market market, DateOnly? until)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await new ReadMarket(scope.ServiceProvider.GetRequiredService<AppDb>(), columns, scope.ServiceProvider.GetRequiredService<TimeProvider>()).Handle(market, CancellationToken.None, until);
    }

    /// <summary>When the market was last learned here; null when nobody asked yet.</summary>
    public DateTimeOffset? LearnedAt(long marketId) => newest.TryGetValue(marketId, out var market) ? market.LearnedAt : null;

    /// <summary>Once at a time, whoever asks; one who goes away does not end it for the others.</summary>
    private Task<MatchedMarket> Learn(Market market) => known.GetOrAdd(market.Id, _ => new Lazy<Task<MatchedMarket>>(() => Task.Run(async () =>
    {
        try
        {
            return newest[market.Id] = await Read(market, null);
        }
        catch (Exception failed)
        {
            log.LogError(failed, "Market {Market} could not be learned for matching", market.Code);
            throw;
        }
        finally { known.TryRemove(market.Id, out Lazy<Task<MatchedMarket>>? _); }
    }))).Value;
}
