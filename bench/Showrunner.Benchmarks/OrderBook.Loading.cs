using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Imports;
using Showrunner.Ledger.Loading;
using Showrunner.Markets;

namespace Showrunner.Benchmarks;

internal sealed partial class OrderBook
{
    /// <summary>A book's lines into a market, the way an import goes once its rows are read.</summary>
    public static async Task Load(ServiceProvider application, string market, int lines, int seed)
    {
        await using var scope = application.CreateAsyncScope();
        var (db, load) = (scope.ServiceProvider.GetRequiredService<AppDb>(), scope.ServiceProvider.GetRequiredService<LoadFacts>());
        var place = await db.Markets.SingleAsync(m => m.Code == market);
        var import = db.Add(new Import { FileName = "benchmark", MarketId = place.Id, Kind = "demo", State = Import.Loading }).Entity;
        await db.SaveChangesAsync();
        using var stage = load.OpenStage();
        foreach (var draft in new OrderBook(lines, seed).Drafts(place.Rules)) stage.Add(draft);
        await load.Handle(db, stage, new LoadOrder(import.Id, place.Id), _ =>
        {
            import.State = Import.Loaded;
            return Task.CompletedTask;
        }, (_, _) => { }, default);
    }
}
