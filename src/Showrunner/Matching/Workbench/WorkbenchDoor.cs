using Showrunner.Creators.Listing;
using Showrunner.Data;
using Showrunner.Ledger.Columns;
using Showrunner.Matching.Alike;
using Showrunner.Platform;

namespace Showrunner.Matching.Workbench;

/// <summary>The workbench in the API: rankings with the directory's filters, two creators compared, and who is alike.</summary>
internal static class WorkbenchDoor
{
    public static void MapWorkbench(this RouteGroupBuilder api)
    {
        Filtered(api.MapGet("/products/{id:long}", ([AsParameters] RankCreators.Request request, HttpRequest http, DirectoryDesk desk, AppDb db, KeptMarkets kept, Actor actor, CancellationToken cancel) =>
            RankCreators.Handle(request, db, kept, actor, cancel, Choose(http, desk))));
        Filtered(api.MapGet("/shops/{id:long}", ([AsParameters] RankForRange.Request request, HttpRequest http, DirectoryDesk desk, AppDb db, LedgerColumns columns, KeptMarkets kept, Actor actor, CancellationToken cancel) =>
            RankForRange.Handle(GoodsRange.Shop, request, db, columns, kept, actor, Choose(http, desk), cancel)));
        Filtered(api.MapGet("/campaigns/{id:long}", ([AsParameters] RankForRange.Request request, HttpRequest http, DirectoryDesk desk, AppDb db, LedgerColumns columns, KeptMarkets kept, Actor actor, CancellationToken cancel) =>
            RankForRange.Handle(GoodsRange.Campaign, request, db, columns, kept, actor, Choose(http, desk), cancel)));
        api.MapGet("/compare", ([AsParameters] CompareCreators.Request request, AppDb db, KeptMarkets kept, Actor actor, CancellationToken cancel) => CompareCreators.Handle(request, db, kept, actor, cancel));
        api.MapGet("/creators/{id:long}/alike", ([AsParameters] FindAlikeCreators.Request request, AppDb db, KeptMarkets kept, KeptAlikes alikes, Actor actor, CancellationToken cancel) => FindAlikeCreators.Handle(request, db, kept, alikes, actor, cancel));
        api.MapGet("/products/{id:long}/alike", ([AsParameters] FindAlikeProducts.Request request, AppDb db, KeptMarkets kept, KeptAlikes alikes, Actor actor, CancellationToken cancel) => FindAlikeProducts.Handle(request, db, kept, alikes, actor, cancel));
    }

    private static ChooseCreators Choose(HttpRequest http, DirectoryDesk desk) => new(CreatorFilter.Parse(http.QueryString.Value), desk);

    private static void Filtered(RouteHandlerBuilder route) => route.AddOpenApiOperationTransformer((operation, _, _) => { DescribeFilters.On(operation); return Task.CompletedTask; });
}
