using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Insights.Boards;
using Showrunner.Insights.Findings;
using Showrunner.Platform;
using Showrunner.Web;

namespace Showrunner.Insights;

/// <summary>Boards: what happened in a market, and the search over everything that has a page.</summary>
public static class InsightsRoom
{
    public const string Decide = "insights.decide";

    public static IServiceCollection AddInsights(this IServiceCollection services)
    {
        services.AddPermission(BoardDesk.See, "permission.boards.see", Role.Manager, Role.Analyst, Role.Viewer);
        services.AddPermission(Decide, "permission.insights.decide", Role.Manager, Role.Analyst);
        services.AddMenu(new MenuEntry("watch", "menu.overview", "/overview", "eye", 20, BoardDesk.See));
        services.AddSingleton<KeptAnswers>().AddSingleton<MarketExtents>().AddScoped<OpenMarkets>().AddScoped<BoardDesk>();
        services.AddSingleton<LastDayOfMarket>((provider, marketId) => provider.GetRequiredService<MarketExtents>().Of(marketId).LastDay);
        return services.AddBoards().AddFindings();
    }

    public static WebApplication MapInsights(this WebApplication app)
    {
        var api = app.MapGroup("/api").RequireActor();
        api.MapGet("/overview", ([AsParameters] ShowOverview.Request request, BoardDesk desk, CancellationToken cancel) => ShowOverview.Handle(request, desk, cancel));
        api.MapGet("/search", ([AsParameters] FindAnything.Request request, BoardDesk desk, Menu menu, Say say, AppDb db, Actor actor, CancellationToken cancel) => FindAnything.Handle(request, desk, menu, say, db, actor, cancel));
        return app.MapBoards().MapFindings();
    }
}
