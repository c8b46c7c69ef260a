using Showrunner.Accounts;
using Showrunner.Insights;
using Showrunner.Web;

namespace Showrunner.Creators;

/// <summary>The people who sell: the directory and a page for each of them.</summary>
public static class CreatorsRoom
{
    public static IServiceCollection AddCreators(this IServiceCollection services) =>
        services.AddMenu(new MenuEntry("creators", "menu.directory", "/creators", "people", 10, BoardDesk.See));

    public static WebApplication MapCreators(this WebApplication app)
    {
        app.MapGet("/creators/export", ([AsParameters] ListCreators.Request request, string? format, BoardDesk desk, Say say, CancellationToken cancel) => ListCreators.Export(request, format, desk, say, cancel));
        var api = app.MapGroup("/api/creators").RequireActor();
        api.MapGet("/", ([AsParameters] ListCreators.Request request, BoardDesk desk, CancellationToken cancel) => ListCreators.Handle(request, desk, cancel));
        api.MapGet("/{id:long}", ([AsParameters] ShowCreator.Request request, Data.AppDb db, BoardDesk desk, CancellationToken cancel) => ShowCreator.Handle(request, db, desk, cancel));
        return app;
    }
}
