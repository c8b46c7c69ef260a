using System.Net.Http.Json;
using Showrunner.Insights;
using Showrunner.Shops;
using Showrunner.Tests.Insights;

namespace Showrunner.Tests.Shops;

public class ShopPagesTests
{
    [Theory, Databases]
    public async Task Products_and_shops_are_ranked_with_their_place(string database)
    {
        await using var app = await BoardData.Small(database);
        using var browser = await app.SignInAs("viewer", "VN");
        var products = (await browser.GetFromJsonAsync<ListProducts.Response>($"/api/products?market=VN&{BoardData.March}"))!;
        Assert.Equal([("Product S1", 400m, "Home/Fans"), ("Product S2", 200m, "Home/Fans")], products.Products.Select(p => (p.Figures.Name, p.Figures.Gmv!.Value, p.Category)));
        var shop = Assert.Single((await browser.GetFromJsonAsync<ListShops.Response>($"/api/shops?market=VN&{BoardData.March}"))!.Shops);
        Assert.Equal((600m, 2m), (shop.Gmv, shop.Orders));
        var page = (await browser.GetFromJsonAsync<ShowShop.Response>($"/api/shops/{shop.Id}?{BoardData.March}"))!;
        Assert.Equal((600m, 2, 2), (page.Board.Find("gmv")!.Value, page.TopCreators.Rows.Count, page.TopProducts.Rows.Count));
    }

    [Theory, Databases]
    public async Task A_list_leaves_as_a_file_in_whole_units(string database)
    {
        await using var app = await BoardData.Small(database);
        using var browser = await app.SignInAs("viewer", "VN");
        using var answer = await browser.Get($"/products/export?market=VN&{BoardData.March}&format=csv");
        Assert.Contains("\r\nProduct S1,400,90,", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task Search_finds_people_products_pages_and_figures(string database)
    {
        await using var app = await BoardData.Small(database);
        using var browser = await app.SignInAs("viewer", "VN");
        async Task<FindAnything.Response> Find(string q) => (await browser.GetFromJsonAsync<FindAnything.Response>("/api/search?market=VN&q=" + Uri.EscapeDataString(q)))!;
        Assert.Equal("@lina", Assert.Single((await Find("LIN")).Creators).Name);
        Assert.Equal("PS2", Assert.Single((await Find("product s2")).Products).Note);
        Assert.Contains((await Find("overv")).Pages, p => p.Path == "/overview");
        Assert.Contains((await Find("gmv")).Figures, f => f.Path == "/metrics/gmv");
        Assert.Equal(0, (await Find("' OR 1=1 --")).Count);
    }
}
