using System.Globalization;
using Showrunner.Creators.Listing;
using Showrunner.Creators.Work;
using Showrunner.Data;
using Showrunner.Insights;
using Showrunner.Ledger.Columns;
using Showrunner.Platform;
using Showrunner.Web;

namespace Showrunner.Creators;

/// <summary>The forms of the directory. Each calls the slice that the API calls, and leads back to where it stood with a sentence.</summary>
internal static class CreatorForms
{
    private const string Home = "/creators";

    public static void Map(WebApplication app)
    {
        app.MapPost("/creators/actions", Act);
        app.MapPost("/creators/actions/{id:long}/undo", Undo);
        app.MapPost("/creators/segments", Save);
        app.MapPost("/creators/segments/{id:long}/removal", Forget);
        app.MapPost("/creators/labels/{id:long}/removal", ForgetLabel);
    }

    private static Task<IResult> Act(IFormCollection form, HttpContext context, AppDb db, DirectoryDesk desk, LedgerColumns columns, Actor actor, TimeProvider clock, Say say, Formats formats, CancellationToken cancel) =>
        Answer(context, form["return"], async () =>
        {
            var what = form["do"].ToString();
            // Enter in a field presses the form's first button, which is the tag's.
            if (what == CreatorAction.Tag && form["tagName"] == "" && form["listName"] != "") what = CreatorAction.AddToList;
            var all = form["all"] == "1";
            var done = await ChangeCreators.Handle(new(form["market"], what, Value(form, what), all ? null : [.. form["id"].Select(Row)], all ? form["query"].ToString() : null, Day(form["from"]), Day(form["to"])), db, desk, columns, actor, clock, cancel);
            var said = new[] { formats.Count(done.Changed), formats.Count(done.Chosen) };
            return done.ActionId is { } id
                ? new Notice(done.Changed == done.Chosen ? "creators.done" : "creators.done.some", Arguments: said, UndoPath: $"/creators/actions/{id.ToString(CultureInfo.InvariantCulture)}/undo?return={Uri.EscapeDataString(LocalPath.Or(form["return"], Home))}")
                : new Notice("creators.done.nothing", "info", [formats.Count(done.Chosen)]);
        }, say);

    private static Task<IResult> Undo(long id, IFormCollection _, string? @return, HttpContext context, AppDb db, LedgerColumns columns, Actor actor, TimeProvider clock, Say say, Formats formats, CancellationToken cancel) =>
        Answer(context, @return, async () =>
        {
            var undone = await UndoChange.Handle(id, db, columns, actor, clock, cancel);
            return undone.Kept == 0 ? new Notice("creators.undone", Arguments: [formats.Count(undone.Restored)]) : new Notice("creators.undone.some", "info", [formats.Count(undone.Restored), formats.Count(undone.Kept)]);
        }, say);

    private static Task<IResult> Save(IFormCollection form, HttpContext context, AppDb db, BoardDesk desk, Actor actor, TimeProvider clock, Say say, CancellationToken cancel) =>
        Answer(context, form["return"], async () =>
        {
            var saved = await SaveSegment.Handle(new(form["market"], form["name"].ToString(), form["query"].ToString(), long.TryParse(form["segment"], CultureInfo.InvariantCulture, out var id) ? id : null), db, desk, actor, clock, cancel);
            return new Notice("creators.segment.saved", Arguments: [saved.Name]);
        }, say);

    private static Task<IResult> Forget(long id, IFormCollection form, HttpContext context, AppDb db, Actor actor, Say say, CancellationToken cancel) =>
        Answer(context, form["return"], async () =>
        {
            await DeleteSegment.Handle(id, db, actor, cancel);
            return new Notice("creators.segment.deleted");
        }, say);

    private static Task<IResult> ForgetLabel(long id, IFormCollection form, HttpContext context, AppDb db, Actor actor, Say say, CancellationToken cancel) =>
        Answer(context, form["return"], async () =>
        {
            await DeleteLabel.Handle(id, db, actor, cancel);
            return new Notice("creators.label.deleted");
        }, say);

    internal static async Task<IResult> Answer(HttpContext context, string? back, Func<Task<Notice>> act, Say say)
    {
        try { (await act()).Leave(context); }
        catch (Refused refused) when (refused.Code is not ("not_allowed" or "not_found"))
        {
            new Notice("creators.refused", "bad", [say.Refusal(refused)]).Leave(context);
        }
        return Results.Redirect(LocalPath.Or(back, Home));
    }

    /// <summary>Each action has a field of its own in the bar.</summary>
    private static string Value(IFormCollection form, string what) => form[what switch
    {
        CreatorAction.Tag or CreatorAction.Untag => "tagName",
        CreatorAction.AddToList or CreatorAction.RemoveFromList => "listName",
        CreatorAction.SetStage => "stage",
        _ => "owner",
    }].ToString();

    private static long Row(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;
    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
