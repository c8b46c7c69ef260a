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

    /// <summary>Once at a time, whoever asks; one who goes away does not end it for the others.</summary>
    private Task<MatchedMarket> Learn(Market market) => known.GetOrAdd(market.Id, _ => new Lazy<Task<MatchedMarket>>(() => Task.Run(async () =>
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            return newest[market.Id] = await new ReadMarket(scope.ServiceProvider.GetRequiredService<AppDb>(), columns, scope.ServiceProvider.GetRequiredService<TimeProvider>()).Handle(market, CancellationToken.None);
        }
        catch (Exception failed)
        {
            log.LogError(failed, "Market {Market} could not be learned for matching", market.Code);
            throw;
        }
        finally { known.TryRemove(market.Id, out Lazy<Task<MatchedMarket>>? _); }
    }))).Value;
}
