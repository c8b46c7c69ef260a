using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Ledger.Loading;
using Showrunner.Markets;
using Showrunner.Platform;
using Showrunner.Web;

namespace Showrunner.Sellers;

/// <summary>The forms of products and agencies. Each calls the slice that the API calls.</summary>
internal static class SellersForms
{
    private const long PpmPerPercent = 10_000;

    public static void Map(WebApplication app)
    {
        app.MapPost("/products/{id:long}", Enter).WithOrder(-1);
        app.MapPost("/products/{id:long}/costs/{entry:long}/removal", Remove);
        app.MapPost("/agencies/{id:long}", Agree).WithOrder(-1);
        app.MapPost("/agencies/{id:long}/splits/{from}/removal", Forget);
    }

    private static Task<IResult> Enter(long id, IFormCollection form, HttpContext context, AppDb db, Actor actor, LoadFacts load, Viewer viewer, TimeProvider clock, CancellationToken cancel) =>
        TypedForm.Answer(context, form, async () =>
        {
            var market = await EnterCost.Visible(db, actor).Where(p => p.Id == id).Join(db.Markets, p => p.MarketId, m => m.Id, (_, m) => m).FirstOrDefaultAsync(cancel) ?? throw new Refused("not_found");
            await EnterCost.Handle(id, new(AmountText.Read(form["cost"], viewer.Language, market.Rules.MinorPerMajor), Day(form["from"]), form["sku"]), db, actor, load, clock, cancel);
            new Notice("notice.saved").Leave(context);
            return context.Request.Path + context.Request.QueryString + "#costs";
        });

    private static async Task<IResult> Remove(long id, long entry, HttpContext context, AppDb db, Actor actor, UndoLoad undo, CancellationToken cancel)
    {
        await RemoveCost.Handle(id, entry, db, actor, undo, cancel);
        new Notice("products.cost.removed").Leave(context);
        return Results.Redirect(string.Create(CultureInfo.InvariantCulture, $"/products/{id}#costs"));
    }

    private static Task<IResult> Agree(long id, IFormCollection form, HttpContext context, AppDb db, Actor actor, Viewer viewer, TimeProvider clock, CancellationToken cancel) =>
        TypedForm.Answer(context, form, async () =>
        {
            await AgreeSplit.Handle(id, new(AmountText.Read(form["share"], viewer.Language, PpmPerPercent), Day(form["from"])), db, actor, clock, cancel);
            new Notice("notice.saved").Leave(context);
            return context.Request.Path + context.Request.QueryString + "#splits";
        });

    private static async Task<IResult> Forget(long id, string from, HttpContext context, AppDb db, Actor actor, CancellationToken cancel)
    {
        await RemoveSplit.Handle(id, Day(from) ?? throw new Refused("not_found"), db, actor, cancel);
        new Notice("agencies.split.removed").Leave(context);
        return Results.Redirect(string.Create(CultureInfo.InvariantCulture, $"/agencies/{id}#splits"));
    }

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
