using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Platform;
using Showrunner.Web;

namespace Showrunner.Matching;

/// <summary>Whom to offer what: creators for a product, products for a creator, with expected values and reasons, and a plan under all limits.</summary>
public static class MatchingRoom
{
    public const string See = "matching.see";

    public static IServiceCollection AddMatching(this IServiceCollection services) => services
        .AddPermission(See, "permission.matching.see", Role.Manager, Role.Analyst)
        .AddMenu(new MenuEntry("creators", "menu.matching", "/matching", "people", 40, See))
        .AddMenu(new MenuEntry("plan", "match.plan", "/matching/plan", "target", 20, See))
        .AddSingleton<KeptMarkets>().AddScoped<PlanOffers>();

    public static WebApplication MapMatching(this WebApplication app)
    {
        app.MapGet("/matching/plan/export", ([AsParameters] PlanOffers.Request request, string? format, PlanOffers plan, AppDb db, Say say, CancellationToken cancel) => ExportPlan.Handle(request, format, plan, db, say, cancel));
        var api = app.MapGroup("/api/matching").RequireActor();
        api.MapGet("/products/{id:long}", ([AsParameters] RankCreators.Request request, AppDb db, KeptMarkets kept, Actor actor, CancellationToken cancel) => RankCreators.Handle(request, db, kept, actor, cancel));
        api.MapGet("/creators/{id:long}", ([AsParameters] RankProducts.Request request, AppDb db, KeptMarkets kept, Actor actor, CancellationToken cancel) => RankProducts.Handle(request, db, kept, actor, cancel));
        api.MapGet("/plan", ([AsParameters] PlanOffers.Request request, PlanOffers plan, CancellationToken cancel) => plan.Handle(request, cancel));
        return app;
    }
}
