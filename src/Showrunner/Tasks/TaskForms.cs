using System.Globalization;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Platform;
using Showrunner.Web;

namespace Showrunner.Tasks;

/// <summary>The forms of tasks. Each calls the slice that the API calls, and leads back to where it was opened.</summary>
internal static class TaskForms
{
    public static void Map(WebApplication app)
    {
        app.MapPost("/tasks/new", Add).WithOrder(-1);
        app.MapPost("/tasks/{id:long}", Change).WithOrder(-1);
        app.MapPost("/tasks/{id:long}/done", Finish);
    }

    private static Task<IResult> Add(IFormCollection form, HttpContext context, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel) =>
        TypedForm.Answer(context, form, async () =>
        {
            await AddTask.Handle(new(form["market"], form["title"], Day(form), form["note"], Person(form), form["about"], form["name"]), db, actor, clock, cancel);
            new Notice("tasks.added").Leave(context);
            return LocalPath.Or(form["back"], "/today");
        });

    private static Task<IResult> Change(long id, IFormCollection form, HttpContext context, AppDb db, Actor actor, CancellationToken cancel) =>
        TypedForm.Answer(context, form, async () =>
        {
            await ChangeTask.Handle(id, new(form["title"], Day(form), form["note"], Person(form)), db, actor, cancel);
            new Notice("notice.saved").Leave(context);
            return LocalPath.Or(form["back"], "/today");
        });

    private static async Task<IResult> Finish(long id, IFormCollection form, HttpContext context, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        var done = form["do"] != "reopen";
        await FinishTask.Handle(id, done, db, actor, clock, cancel);
        new Notice(done ? "tasks.finished" : "tasks.reopened").Leave(context);
        return Results.Redirect(LocalPath.Or(form["back"], "/today"));
    }

    private static DateOnly? Day(IFormCollection form) =>
        DateOnly.TryParseExact(form["due"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static long? Person(IFormCollection form) => long.TryParse(form["person"], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
