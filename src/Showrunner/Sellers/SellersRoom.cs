using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Insights;
using Showrunner.Web;

namespace Showrunner.Sellers;

/// <summary>The desk of those who care for sellers: shops as key accounts, products with their margins, agencies with their splits.</summary>
public static class SellersRoom
{
    public const string Manage = "sellers.manage";

    public static IServiceCollection AddSellers(this IServiceCollection services) => services.AddPermission(Manage, "permission.sellers.manage", Role.Manager).AddMenu(
        new MenuEntry("sellers", "menu.shops", "/shops", "shop", 10, BoardDesk.See),
        new MenuEntry("sellers", "menu.products", "/products", "box", 20, BoardDesk.See),
        new MenuEntry("sellers", "menu.agencies", "/agencies", "people", 30, BoardDesk.See));

    public static WebApplication MapSellers(this WebApplication app)
    {
        SellersForms.Map(app);
        app.MapGet("/products/export", ([AsParameters] ListProducts.Request request, string? format, BoardDesk desk, Say say, CancellationToken cancel) => ListProducts.Export(request, format, desk, say, cancel));
        app.MapGet("/shops/export", ([AsParameters] ListShops.Request request, string? format, BoardDesk desk, Say say, CancellationToken cancel) => ListShops.Export(request, format, desk, say, cancel));
        var api = app.MapGroup("/api").RequireActor();
        api.MapGet("/products", ([AsParameters] ListProducts.Request request, BoardDesk desk, CancellationToken cancel) => ListProducts.Handle(request, desk, cancel));
        api.MapGet("/products/{id:long}", ([AsParameters] ShowProduct.Request request, AppDb db, BoardDesk desk, TimeProvider clock, CancellationToken cancel) => ShowProduct.Handle(request, db, desk, clock, cancel));
        api.MapPost("/products/{id:long}/costs", EnterCost.Handle);
        api.MapDelete("/products/{id:long}/costs/{entry:long}", RemoveCost.Handle);
        api.MapGet("/shops", ([AsParameters] ListShops.Request request, BoardDesk desk, CancellationToken cancel) => ListShops.Handle(request, desk, cancel));
        api.MapGet("/shops/{id:long}", ([AsParameters] ShowShop.Request request, AppDb db, BoardDesk desk, CancellationToken cancel) => ShowShop.Handle(request, db, desk, cancel));
        api.MapGet("/agencies", ([AsParameters] ListAgencies.Request request, AppDb db, BoardDesk desk, CancellationToken cancel) => ListAgencies.Handle(request, db, desk, cancel));
        api.MapGet("/agencies/{id:long}", ([AsParameters] ShowAgency.Request request, AppDb db, BoardDesk desk, TimeProvider clock, CancellationToken cancel) => ShowAgency.Handle(request, db, desk, clock, cancel));
        api.MapPut("/agencies/{id:long}/splits", AgreeSplit.Handle);
        api.MapDelete("/agencies/{id:long}/splits/{from}", RemoveSplit.Handle);
        return app;
    }
}
