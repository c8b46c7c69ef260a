using Showrunner.Accounts;
using Showrunner.Creators.Listing;
using Showrunner.Creators.Past;
using Showrunner.Creators.Work;
using Showrunner.Data;
using Showrunner.Insights;
using Showrunner.Ledger.Columns;
using Showrunner.Web;

namespace Showrunner.Creators;

/// <summary>The people who sell: the directory, the work on many of them at once, and a page with a timeline for each.</summary>
public static class CreatorsRoom
{
    public const string Manage = "creators.manage", Contacts = "creators.contacts";

    public static IServiceCollection AddCreators(this IServiceCollection services)
    {
        services.AddPermission(Manage, "permission.creators.manage", Role.Manager);
        services.AddSingleton<KeptChoices>().AddSingleton<KeptTexts>().AddSingleton<KeptSales>().AddScoped<DirectoryDesk>().AddScoped<ITimelineSource, WorkTimeline>();
        services.AddIdentity();
        return services.AddMenu(
            new MenuEntry("creators", "menu.directory", "/creators", "people", 10, BoardDesk.See),
            new MenuEntry("creators", "menu.sets", "/creators/sets", "filter", 20, BoardDesk.See));
    }

    public static WebApplication MapCreators(this WebApplication app)
    {
        CreatorForms.Map(app);
        app.MapIdentity();
        app.MapGet("/creators/export", ([AsParameters] ListCreators.Request request, string? show, string? hide, string? format, HttpRequest http, DirectoryDesk desk, LedgerColumns columns, AppDb db, Platform.Actor actor, Viewer viewer, Formats formats, Say say, CancellationToken cancel) =>
            ExportCreators.Handle(request, Filter(http), show, hide, format, desk, columns, db, actor, viewer, formats, say, cancel));
        var api = app.MapGroup("/api/creators").RequireActor();
        api.MapGet("/", ([AsParameters] ListCreators.Request request, HttpRequest http, DirectoryDesk desk, KeptChoices kept, CancellationToken cancel) => ListCreators.Handle(request, Filter(http), desk, kept, cancel))
            .AddOpenApiOperationTransformer((operation, _, _) => { DescribeFilters.On(operation); return Task.CompletedTask; });
        api.MapGet("/{id:long}", ([AsParameters] ShowCreator.Request request, AppDb db, BoardDesk boards, DirectoryDesk desk, IEnumerable<ITimelineSource> sources, CancellationToken cancel) => ShowCreator.Handle(request, db, boards, desk, sources, cancel));
        api.MapGet("/{id:long}/timeline", ([AsParameters] ReadTimeline.Request request, AppDb db, BoardDesk desk, IEnumerable<ITimelineSource> sources, CancellationToken cancel) => ReadTimeline.Handle(request, db, desk, sources, cancel));
        api.MapPost("/actions", ChangeCreators.Handle);
        api.MapPost("/actions/{id:long}/undo", UndoChange.Handle);
        api.MapGet("/sets", ([AsParameters] ListCreators.Request request, AppDb db, BoardDesk boards, DirectoryDesk desk, CancellationToken cancel) => ShowSets.Handle(request, db, boards, desk, cancel));
        api.MapPost("/segments", SaveSegment.Handle);
        api.MapDelete("/segments/{id:long}", DeleteSegment.Handle);
        api.MapDelete("/labels/{id:long}", DeleteLabel.Handle);
        return app;
    }

    private static CreatorFilter Filter(HttpRequest http) => CreatorFilter.Parse(http.QueryString.Value);
}
