using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Insights;
using Showrunner.Web;

namespace Showrunner.Shops;

/// <summary>The sellers and what they sell.</summary>
public static class ShopsRoom
{
    public static IServiceCollection AddShops(this IServiceCollection services) => services.AddMenu(
        new MenuEntry("sellers", "menu.shops", "/shops", "shop", 10, BoardDesk.See),
        new MenuEntry("sellers", "menu.products", "/products", "box", 20, BoardDesk.See));

    public static WebApplication MapShops(this WebApplication app)
    {
        app.MapGet("/products/export", ([AsParameters] ListProducts.Request request, string? format, BoardDesk desk, Say say, CancellationToken cancel) => ListProducts.Export(request, format, desk, say, cancel));
        app.MapGet("/shops/export", ([AsParameters] ListShops.Request request, string? format, BoardDesk desk, Say say, CancellationToken cancel) => ListShops.Export(request, format, desk, say, cancel));
        var api = app.MapGroup("/api").RequireActor();
        api.MapGet("/products", ([AsParameters] ListProducts.Request request, BoardDesk desk, CancellationToken cancel) => ListProducts.Handle(request, desk, cancel));
        api.MapGet("/products/{id:long}", ([AsParameters] ShowProduct.Request request, AppDb db, BoardDesk desk, CancellationToken cancel) => ShowProduct.Handle(request, db, desk, cancel));
        api.MapGet("/shops", ([AsParameters] ListShops.Request request, BoardDesk desk, CancellationToken cancel) => ListShops.Handle(request, desk, cancel));
        api.MapGet("/shops/{id:long}", ([AsParameters] ShowShop.Request request, AppDb db, BoardDesk desk, CancellationToken cancel) => ShowShop.Handle(request, db, desk, cancel));
        return app;
    }
}
