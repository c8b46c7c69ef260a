using Showrunner.DuckDb;
using Showrunner.Ledger.Columns;

namespace Showrunner.Creators.Listing;

/// <summary>The texts of each market's creators, read beside when a list is opened and kept until somebody is called otherwise.</summary>
public sealed class KeptTexts(LedgerColumns columns)
{
    private sealed record Kept(long Change, Task<CreatorTexts?> Made);
    private readonly Dictionary<long, Kept> _kept = [];

    /// <summary>Null while they are read: then the columns are asked.</summary>
    internal CreatorTexts? Of(long marketId)
    {
        var made = Making(marketId);
        return made.IsCompletedSuccessfully ? made.GetAwaiter().GetResult() : null;
    }

    /// <summary>Ends when the market's texts are there.</summary>
    public Task Ready(long marketId) => Making(marketId);

    private Task<CreatorTexts?> Making(long marketId)
    {
        var change = columns.FactsApplied;
        lock (_kept)
        {
            if (!_kept.TryGetValue(marketId, out var kept) || kept.Change != change) _kept[marketId] = kept = new Kept(change, Task.Run(() => Make(marketId)));
            return kept.Made;
        }
    }

    private CreatorTexts? Make(long marketId)
    {
        try { return new CreatorTexts(columns, marketId); }
        catch (Exception stopped) when (stopped is ObjectDisposedException or DuckDbException) { return null; /* then the columns are asked */ }
    }
}
