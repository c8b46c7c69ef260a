using System.Globalization;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Matching.Planning;
using Showrunner.Platform;
using Showrunner.Platform.Jobs;
using Showrunner.Web;

namespace Showrunner.Matching.Scenarios;

/// <summary>The forms of scenarios. Each calls the slice that the API calls.</summary>
internal static class ScenarioForms
{
    public static void Map(WebApplication app)
    {
        app.MapPost("/matching/plan", Save).WithOrder(-1);
        app.MapPost("/matching/scenarios/{id:long}", Change).WithOrder(-1);
        app.MapPost("/matching/scenarios/{id:long}/cancellation", Cancel);
    }

    private static Task<IResult> Save(IFormCollection form, HttpContext context, AppDb db, JobBoard board, Actor actor, TimeProvider clock, CancellationToken cancel) =>
        TypedForm.Answer(context, form, async () =>
        {
            var limits = ReadLimits.Of(form["market"].ToString(), CultureInfo.InvariantCulture, name => form[name]);
            var saved = await SaveScenario.Handle(new(form["name"], limits, form["fresh"] == "true"), db, board, actor, clock, cancel);
            return SaveScenario.Page(saved.Id);
        });

    private static Task<IResult> Change(long id, IFormCollection form, HttpContext context, AppDb db, JobBoard board, Actor actor, Texts texts, Viewer viewer, TimeProvider clock, CancellationToken cancel) =>
        TypedForm.Answer(context, form, async () =>
        {
            switch (form["do"].ToString())
            {
                case "again":
                    await SaveScenario.Again(id, db, board, actor, clock, cancel);
                    return SaveScenario.Page(id);
                case "change":
                    var limits = ReadLimits.Of(form["market"].ToString(), Texts.Culture(viewer.Language), name => form[name]);
                    await SaveScenario.Change(id, new(form["name"], limits, form["fresh"] == "true"), db, board, actor, clock, cancel);
                    return SaveScenario.Page(id);
                case "delete":
                    await DeleteScenario.Handle(id, db, actor, cancel);
                    new Notice("match.scenario.deleted").Leave(context);
                    return viewer.Link("/matching/scenarios");
                default:
                    var due = DateOnly.TryParseExact(form["due"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : (DateOnly?)null;
                    IReadOnlyList<AcceptOffers.Pair>? pairs = form["do"] == "all" ? null : [.. form["id"].Select(Pair)];
                    if (pairs is { Count: 0 }) throw new Refused("scenario_nothing");
                    var accepted = await AcceptOffers.Handle(id, new(pairs, due, long.TryParse(form["person"], NumberStyles.None, CultureInfo.InvariantCulture, out var person) ? person : null), db, actor, texts, clock, cancel);
                    new Notice(accepted.Accepted > 0 ? "match.scenario.accepted" : "match.scenario.already").Leave(context);
                    return SaveScenario.Page(id);
            }
        });

    private static async Task<IResult> Cancel(long id, AppDb db, JobBoard board, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        await ShowScenario.Cancel(id, db, board, actor, clock, cancel);
        return Results.Redirect(SaveScenario.Page(id));
    }

    private static AcceptOffers.Pair Pair(string? key) =>
        key?.Split('-') is [var creator, var product] && long.TryParse(creator, NumberStyles.None, CultureInfo.InvariantCulture, out var c) && long.TryParse(product, NumberStyles.None, CultureInfo.InvariantCulture, out var p) ? new(c, p) : throw new Refused("scenario_nothing");
}
