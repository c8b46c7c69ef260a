using Showrunner.DuckDb;

namespace Showrunner.Ledger.Columns;

/// <summary>
/// What is worked out of the facts to answer sooner: beside, when it is first asked for, and anew when the facts have changed since.
/// Who asks meanwhile goes the longer way.
/// </summary>
/// <param name="columns">Whose facts.</param>
/// <param name="make">From what is asked for and the state of the facts; null where it would be of no use.</param>
internal sealed class WhileFactsHold<TKey, T>(LedgerColumns columns, Func<TKey, long, Task<T?>> make) where TKey : notnull where T : class
{
    private readonly Dictionary<TKey, (long Change, Task<T?> Made)> _known = [];

    /// <summary>Null while it is made, and where there is none.</summary>
    public T? Of(TKey key) => Making(key) is { IsCompletedSuccessfully: true } made ? made.GetAwaiter().GetResult() : null;

    /// <summary>Ends when it is there, or cannot be.</summary>
    public Task Ready(TKey key) => Making(key);

    /// <summary>Ends when all is there that was asked for so far.</summary>
    public Task Ready() { lock (_known) return Task.WhenAll(_known.Values.Select(known => known.Made)); }

    /// <summary>It is made anew when it is asked for again.</summary>
    public void Forget(TKey key) { lock (_known) _known.Remove(key); }

    private Task<T?> Making(TKey key)
    {
        var change = columns.FactsApplied;
        lock (_known)
        {
            if (!_known.TryGetValue(key, out var known) || known.Change != change) _known[key] = known = (change, Task.Run(() => Make(key, change)));
            return known.Made;
        }
    }

    private async Task<T?> Make(TKey key, long change)
    {
        try { return await make(key, change); }
        catch (Exception stopped) when (stopped is ObjectDisposedException or DuckDbException) { return null; }
    }
}
