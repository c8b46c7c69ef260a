using System.Runtime.CompilerServices;

namespace Showrunner.Matching.Alike;

/// <summary>Who is alike in each market that was learned: worked out when first asked for, and gone with what was learned.</summary>
public sealed class KeptAlikes(TimeProvider clock)
{
    private readonly ConditionalWeakTable<MatchedMarket, Lazy<Task<AlikeMarket>>> kept = [];

    internal async Task<AlikeMarket> Of(MatchedMarket market, CancellationToken cancel)
    {
        var working = kept.GetValue(market, of => new(() => Task.Run(() => new AlikeMarket(of)))).Value;
        if (working.IsFaulted) kept.Remove(market);
        return await working.WaitAsync(cancel);
    }

    /// <summary>Null where it is not worked out within this time; it goes on beside.</summary>
    internal async Task<AlikeMarket?> Within(TimeSpan patience, MatchedMarket market, CancellationToken cancel)
    {
        try { return await Of(market, cancel).WaitAsync(patience, clock, cancel); }
        catch (TimeoutException) { return null; }
    }
}
