using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Ledger;
using Showrunner.Ledger.Loading;
using Showrunner.Platform;
using Showrunner.Shops;

namespace Showrunner.Sellers;

/// <summary>Says by hand what a product costs from a day on. It goes the way of a file with one row: what was told before is kept, and it can be taken back.</summary>
public static class EnterCost
{
    private const long Most = 1_000_000_000_000_000;
    private const int LongestSku = 100;

    /// <param name="CostMinor">Of a piece, in minor units of the market's currency.</param>
    /// <param name="From">The first day that it holds; it may lie ahead.</param>
    /// <param name="Sku">One SKU only; empty says it of the product.</param>
    public sealed record Request(long? CostMinor, DateOnly? From, string? Sku = null);
    /// <param name="Entry">Names it, to take it back; null when it was known already.</param>
    public sealed record Response(long? Entry);

    public static async Task<Response> Handle(long id, Request request, AppDb db, Actor actor, LoadFacts load, TimeProvider clock, CancellationToken cancel)
    {
        actor.Needs(SellersRoom.Manage);
        var product = await Visible(db, actor).FirstOrDefaultAsync(p => p.Id == id, cancel) ?? throw new Refused("not_found");
        if (request.CostMinor is not ({ } cost and >= 0 and <= Most)) throw new Refused("cost_amount");
        if (request.From is not { } from) throw new Refused("cost_day");
        var sku = (request.Sku ?? "").Trim();
        if (sku.Length > LongestSku) throw new Refused("cost_sku", LongestSku);
        var entry = -clock.GetUtcNow().UtcTicks; // imports count upwards from 1
        using var stage = load.OpenStage();
        stage.Add(new GoodsDraft { ProductNo = product.ProductNo, SkuNo = sku, CostMinor = cost, CostFrom = from });
        var counts = await load.Handle(db, stage, new LoadOrder(entry, product.MarketId), counts =>
        {
            if (counts.Unchanged == 0) db.Audit(actor, "cost.entered", product, new { product.ProductNo, sku, from, cost });
            return Task.CompletedTask;
        }, (_, _) => { }, cancel);
        return new Response(counts.Unchanged == 0 ? entry : null);
    }

    internal static IQueryable<Product> Visible(AppDb db, Actor actor) =>
        actor.MarketIds is { } markets ? db.Products.AsNoTracking().Where(p => markets.Contains(p.MarketId)) : db.Products.AsNoTracking();
}
