using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Imports;
using Showrunner.Markets;

namespace Showrunner.Demo;

/// <summary>Whether figures of the demo market are in the ledger.</summary>
public static class HasDemo
{
    public static Task<bool> Handle(AppDb db, CancellationToken cancel) =>
        db.Imports.AnyAsync(i => i.IsDemo && i.State == Import.Loaded, cancel);

    /// <summary>Whether every country of the demo market was loaded to its end.</summary>
    public static async Task<bool> Everywhere(AppDb db, CancellationToken cancel) =>
        await db.Imports.Where(i => i.IsDemo && i.State == Import.Loaded).Select(i => i.MarketId).Distinct().CountAsync(cancel) >= DemoMarket.Markets.Count;

    /// <summary>Whether what this market shows is the demo.</summary>
    public static Task<bool> In(string marketCode, AppDb db, CancellationToken cancel) =>
        db.Imports.AnyAsync(i => i.IsDemo && i.State == Import.Loaded && db.Set<Market>().Any(m => m.Id == i.MarketId && m.Code == marketCode), cancel);
}
