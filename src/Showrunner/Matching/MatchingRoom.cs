using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Matching.Alike;
using Showrunner.Matching.Outcomes;
using Showrunner.Matching.Planning;
using Showrunner.Matching.Scenarios;
using Showrunner.Matching.Workbench;
using Showrunner.Platform;
using Showrunner.Platform.Jobs;
using Showrunner.Web;

namespace Showrunner.Matching;

/// <summary>Whom to offer what: creators for a product, products for a creator, with expected values and reasons, and a plan under all limits.</summary>
public static class MatchingRoom
{
    public const string See = "matching.see", Plan = "matching.plan";

    public static IServiceCollection AddMatching(this IServiceCollection services, bool runsJobs)
    {
        services.AddPermission(See, "permission.matching.see", Role.Manager, Role.Analyst).AddPermission(Plan, "permission.matching.plan", Role.Manager);
        services.AddMenu(new MenuEntry("creators", "menu.matching", "/matching", "people", 40, See)).AddMenu(new MenuEntry("plan", "match.plan", "/matching/plan", "target", 20, See))
            .AddMenu(new MenuEntry("plan", "match.scenarios", "/matching/scenarios", "file", 30, See)).AddMenu(new MenuEntry("plan", "match.outcomes", "/matching/outcomes", "check", 40, See));
        services.AddSingleton<KeptAlikes>();
        services.AddSingleton<KeptMarkets>().AddScoped<PlanOffers>().AddScoped<ShowOutcomes>().AddSingleton<MatchClock>();
        services.AddSingleton(new JobKind(MakeScenario.JobKind, (provider, job, ticket) =>
            ActivatorUtilities.CreateInstance<MakeScenario>(provider, ActivatorUtilities.CreateInstance<PlanOffers>(provider, Actor.Program(job.PersonName) with { PersonId = job.PersonId })).Handle(job, ticket)));
        if (runsJobs) services.AddHostedService(provider => provider.GetRequiredService<MatchClock>());
        return services;
    }

    public static WebApplication MapMatching(this WebApplication app)
    {
        app.MapGet("/matching/plan/export", ([AsParameters] PlanOffers.Request request, string? format, PlanOffers plan, AppDb db, Say say, CancellationToken cancel) => ExportPlan.Handle(request, format, plan, db, say, cancel));
        var api = app.MapGroup("/api/matching").RequireActor();
        api.MapWorkbench();
        api.MapGet("/creators/{id:long}", ([AsParameters] RankProducts.Request request, AppDb db, KeptMarkets kept, Actor actor, CancellationToken cancel) => RankProducts.Handle(request, db, kept, actor, cancel));
        api.MapGet("/plan", ([AsParameters] PlanOffers.Request request, PlanOffers plan, CancellationToken cancel) => plan.Handle(request, cancel));
        ScenarioForms.Map(app);
        app.MapGet("/matching/scenarios/{id:long}/progress", ShowScenario.Progress);
        app.MapGet("/matching/scenarios/{id:long}/export", (long id, string? format, AppDb db, Actor actor, Say say, CancellationToken cancel) => ExportScenario.Handle(id, format, db, actor, say, cancel));
        var scenarios = api.MapGroup("/scenarios");
        scenarios.MapGet("/", ([AsParameters] ListScenarios.Request request, AppDb db, Actor actor, CancellationToken cancel) => ListScenarios.Handle(request, db, actor, cancel));
        scenarios.MapPost("/", SaveScenario.Handle);
        scenarios.MapGet("/{id:long}", ShowScenario.Handle);
        scenarios.MapPut("/{id:long}", SaveScenario.Change);
        scenarios.MapDelete("/{id:long}", DeleteScenario.Handle);
        scenarios.MapPost("/{id:long}/making", SaveScenario.Again);
        scenarios.MapDelete("/{id:long}/making", ShowScenario.Cancel);
        scenarios.MapPost("/{id:long}/acceptance", AcceptOffers.Handle);
        api.MapGet("/outcomes", ([AsParameters] ShowOutcomes.Request request, ShowOutcomes outcomes, CancellationToken cancel) => outcomes.Handle(request, cancel));
        return app;
    }
}
