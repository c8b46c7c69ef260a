using Showrunner.Ledger.Columns;

namespace Showrunner.Creators.Listing;

/// <summary>The texts of each market's creators, read beside when a list is opened and kept until somebody is called otherwise.</summary>
public sealed class KeptTexts(LedgerColumns columns)
{
    private readonly WhileFactsHold<long, CreatorTexts> _texts = new(columns, (market, _) => Task.FromResult<CreatorTexts?>(new CreatorTexts(columns, market)));

    /// <summary>Null while they are read: then the columns are asked.</summary>
    internal CreatorTexts? Of(long marketId) => _texts.Of(marketId);

    /// <summary>Ends when the market's texts are there.</summary>
    public Task Ready(long marketId) => _texts.Ready(marketId);
}
