using System.Globalization;
using Showrunner.Creators.Contacts;
using Showrunner.Creators.Persons;
using Showrunner.Creators.Same;
using Showrunner.Data;
using Showrunner.Insights;
using Showrunner.Ledger.Columns;
using Showrunner.Markets;
using Showrunner.Platform;
using Showrunner.Platform.Jobs;
using Showrunner.Web;

namespace Showrunner.Creators;

/// <summary>The forms of who is who. Each calls the slice that the API calls.</summary>
internal static class IdentityForms
{
    public static void Map(WebApplication app)
    {
        app.MapPost("/creators/same/search", (IFormCollection form, HttpContext context, AppDb db, BoardDesk desk, JobBoard board, Actor actor, TimeProvider clock, Say say, CancellationToken cancel) => CreatorForms.Answer(context, form["return"], async () =>
        {
            await FindSame.Ask(form["market"], db, desk, board, actor, clock, cancel);
            return new Notice("same.asked", "info");
        }, say));
        app.MapPost("/creators/same/{id:long}", (long id, IFormCollection form, HttpContext context, AppDb db, Actor actor, TimeProvider clock, Say say, CancellationToken cancel) => CreatorForms.Answer(context, form["return"], async () =>
        {
            await DecideSame.Handle(id, new(form["state"]), db, actor, clock, cancel);
            return new Notice("same.decided." + form["state"]);
        }, say));
        app.MapPost("/creators/{id:long}/merger", (long id, IFormCollection form, HttpContext context, AppDb db, LedgerColumns columns, Actor actor, TimeProvider clock, Say say, CancellationToken cancel) => CreatorForms.Answer(context, form["return"], async () =>
        {
            var into = await Into(id, form, db, actor, cancel);
            var done = await MergeCreators.Handle(id, new(into), db, columns, actor, clock, cancel);
            return new Notice("creators.merged", Arguments: ["@" + done.Merged, "@" + done.Handle],
                UndoPath: $"/creators/{id.ToString(CultureInfo.InvariantCulture)}/parting?return={Uri.EscapeDataString(LocalPath.Or(form["return"], "/creators"))}");
        }, say));
        app.MapPost("/creators/{id:long}/parting", (long id, IFormCollection _, string? @return, HttpContext context, AppDb db, LedgerColumns columns, Actor actor, TimeProvider clock, Say say, CancellationToken cancel) => CreatorForms.Answer(context, @return, async () =>
        {
            var done = await PartCreators.Handle(id, db, columns, actor, clock, cancel);
            return new Notice("creators.parted", Arguments: ["@" + done.Handle, "@" + done.Person]);
        }, say));
        app.MapPost("/creators/{id:long}/accounts", (long id, IFormCollection form, HttpContext context, AppDb db, LedgerColumns columns, Actor actor, TimeProvider clock, Say say, CancellationToken cancel) => CreatorForms.Answer(context, form["return"], async () =>
        {
            await AddAccount.Handle(id, new(form["platform"], form["handle"]), db, columns, actor, clock, cancel);
            return new Notice("creators.account.added");
        }, say));
        app.MapPost("/creators/accounts/{id:long}/removal", (long id, IFormCollection form, HttpContext context, AppDb db, LedgerColumns columns, Actor actor, TimeProvider clock, Say say, CancellationToken cancel) => CreatorForms.Answer(context, form["return"], async () =>
        {
            await RemoveAccount.Handle(id, db, columns, actor, clock, cancel);
            return new Notice("creators.account.removed");
        }, say));
        app.MapPost("/creators/{id:long}/contacts", (long id, IFormCollection form, HttpContext context, AppDb db, Actor actor, TimeProvider clock, Say say, CancellationToken cancel) => CreatorForms.Answer(context, form["return"], async () =>
        {
            await AddContact.Handle(id, new(form["channel"], form["value"]), db, actor, clock, cancel);
            return new Notice("contact.added");
        }, say));
        app.MapPost("/creators/contacts/{id:long}/removal", (long id, IFormCollection form, HttpContext context, AppDb db, Actor actor, Say say, CancellationToken cancel) => CreatorForms.Answer(context, form["return"], async () =>
        {
            await RemoveContact.Handle(id, db, actor, cancel);
            return new Notice("contact.removed");
        }, say));
        app.MapPost("/creators/{id:long}/consents", (long id, IFormCollection form, HttpContext context, AppDb db, Actor actor, TimeProvider clock, Viewer viewer, Say say, CancellationToken cancel) => CreatorForms.Answer(context, form["return"], async () =>
        {
            await RecordConsent.Handle(id, new(form["channel"], form["state"], await Since(id, form["since"], db, actor, clock, cancel), form["source"]), db, actor, clock, cancel);
            return new Notice("consent.recorded");
        }, say));
    }

    /// <summary>Chosen by row, or named by handle as people type it.</summary>
    private static async Task<long> Into(long id, IFormCollection form, AppDb db, Actor actor, CancellationToken cancel)
    {
        if (long.TryParse(form["into"], NumberStyles.None, CultureInfo.InvariantCulture, out var row)) return row;
        var creator = await PersonDesk.Find(id, db, actor, cancel);
        return await PersonDesk.Named(form["handle"].ToString(), creator.MarketId, db, cancel);
    }

    /// <summary>A market day; what was said today was said now.</summary>
    private static async Task<DateTimeOffset?> Since(long id, string? typed, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        if (!DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return null;
        var creator = await PersonDesk.Find(id, db, actor, cancel);
        var rules = (await db.Markets.FindAsync([creator.MarketId], cancel))!.Rules;
        return day == rules.DayOf(clock.GetUtcNow()) ? null : rules.Instant(day.ToDateTime(default));
    }
}
