using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Showrunner.Creators;
using Showrunner.Data;
using Showrunner.Imports;
using Showrunner.Markets;

namespace Showrunner.Demo;

/// <summary>What is going on in a country's demo market as it was loaded; null where there is none.</summary>
public static class ShowDemoStory
{
    public static async Task<DemoStory?> Handle(string marketCode, AppDb db, CancellationToken cancel)
    {
        var market = await db.Markets.SingleOrDefaultAsync(m => m.Code == marketCode, cancel);
        if (market is null) return null;
        var import = await db.Imports.Where(i => i.IsDemo && i.MarketId == market.Id && i.State == Import.Loaded).OrderByDescending(i => i.Id).FirstOrDefaultAsync(cancel);
        return import is null ? null : (await DemoMarketOf(import, db, cancel))?.Story;
    }

    /// <summary>The market that an import told; null when it was of a size that is no more.</summary>
    internal static async Task<DemoMarket?> DemoMarketOf(Import import, AppDb db, CancellationToken cancel)
    {
        if (import.PeriodTo is not { } end || DemoSize.All.FirstOrDefault(s => s.Name == import.Layout) is not { } size) return null;
        var market = await db.Markets.SingleAsync(m => m.Id == import.MarketId, cancel);
        return await DemoMarketOf(market, size, end, int.Parse(import.Mapping, CultureInfo.InvariantCulture), db, cancel);
    }

    /// <summary>The market as it is told beside the real creators that are there.</summary>
    internal static async Task<DemoMarket> DemoMarketOf(Market market, DemoSize size, DateOnly end, int seed, AppDb db, CancellationToken cancel)
    {
        var taken = await db.Creators.Where(c => c.MarketId == market.Id && !c.IsDemo).Select(c => c.Handle).ToHashSetAsync(cancel);
        return new DemoMarket(market.Rules, size, end, seed, taken.Contains);
    }
}
