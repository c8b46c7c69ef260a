using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Imports;
using Showrunner.Ledger.Loading;
using Showrunner.Markets;

namespace Showrunner.Benchmarks;

internal sealed partial class OrderBook
{
    private const int MostInOneImport = 5_000_000;

    /// <summary>A book's lines into a market, the way imports go once their rows are read.</summary>
    public static async Task Load(ServiceProvider application, string market, int lines, int seed)
    {
        await using var scope = application.CreateAsyncScope();
        var (db, load) = (scope.ServiceProvider.GetRequiredService<AppDb>(), scope.ServiceProvider.GetRequiredService<LoadFacts>());
        var place = await db.Markets.SingleAsync(m => m.Code == market);
        using var drafts = new OrderBook(lines, seed).Drafts(place.Rules).GetEnumerator();
        for (var left = lines; left > 0; left -= MostInOneImport)
        {
            var import = db.Add(new Import { FileName = "benchmark", MarketId = place.Id, Kind = "demo", State = Import.Loading }).Entity;
            await db.SaveChangesAsync();
            using var stage = load.OpenStage();
            for (var added = 0; added < MostInOneImport && drafts.MoveNext(); added++) stage.Add(drafts.Current);
            await load.Handle(db, stage, new LoadOrder(import.Id, place.Id), _ =>
            {
                import.State = Import.Loaded;
                return Task.CompletedTask;
            }, (_, _) => { }, default);
        }
    }
}
