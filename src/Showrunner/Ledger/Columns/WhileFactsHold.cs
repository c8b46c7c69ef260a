using Showrunner.DuckDb;

namespace Showrunner.Ledger.Columns;

/// <summary>
/// What is worked out of a market's facts to answer sooner: beside, when it is first asked for, and anew when the facts have changed since.
/// Who asks meanwhile goes the longer way.
/// </summary>
/// <param name="columns">Whose facts.</param>
/// <param name="make">From a market and the state of the facts; null where it would be of no use.</param>
internal sealed class WhileFactsHold<T>(LedgerColumns columns, Func<long, long, Task<T?>> make) where T : class
{
    private readonly Dictionary<long, (long Change, Task<T?> Made)> _markets = [];

    /// <summary>Null while it is made, and where there is none.</summary>
    public T? Of(long market) => Making(market) is { IsCompletedSuccessfully: true } made ? made.GetAwaiter().GetResult() : null;

    /// <summary>Ends when the market's is there, or cannot be.</summary>
    public Task Ready(long market) => Making(market);

    private Task<T?> Making(long market)
    {
        var change = columns.FactsApplied;
        lock (_markets)
        {
            if (!_markets.TryGetValue(market, out var known) || known.Change != change) _markets[market] = known = (change, Task.Run(() => Make(market, change)));
            return known.Made;
        }
    }

    private async Task<T?> Make(long market, long change)
    {
        try { return await make(market, change); }
        catch (Exception stopped) when (stopped is ObjectDisposedException or DuckDbException) { return null; }
    }
}
