using System.Globalization;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Platform;
using Showrunner.Web;

namespace Showrunner.Goals;

/// <summary>The form of goals. It calls the slices that the API calls.</summary>
internal static class GoalForms
{
    public static void Map(WebApplication app) => app.MapPost("/goals", Post).WithOrder(-1);

    private static Task<IResult> Post(IFormCollection form, HttpContext context, AppDb db, Actor actor, Viewer viewer, TimeProvider clock, CancellationToken cancel) => TypedForm.Answer(context, form, async () =>
    {
        if (form["do"] == "delete")
        {
            await DeleteGoal.Handle(long.Parse(form["id"].ToString(), CultureInfo.InvariantCulture), db, actor, cancel);
            new Notice("goals.deleted").Leave(context);
            return viewer.Link("/goals");
        }
        await SetGoal.Add(new SetGoal.Request(form["market"], Read(form, viewer)), db, actor, clock, cancel);
        new Notice("notice.saved").Leave(context);
        return viewer.Link("/goals");
    });

    private static Goal.Said Read(IFormCollection form, Viewer viewer)
    {
        if (!DateOnly.TryParseExact(form["from"], "yyyy-MM-dd", out var from) || !DateOnly.TryParseExact(form["to"], "yyyy-MM-dd", out var to)) throw new Refused("goal_days");
        // People type 1.500,50 and 1,500.50: the reader's language says which sign is which.
        if (!decimal.TryParse(form["target"], NumberStyles.Number, Texts.Culture(viewer.Language), out var target)) throw new Refused("goal_target");
        return new Goal.Said(form["metric"].ToString(), form["sense"].ToString(), form["subject"].ToString(), form["name"].ToString() is { Length: > 0 } name ? name : null, from, to, target, form["note"]);
    }
}
