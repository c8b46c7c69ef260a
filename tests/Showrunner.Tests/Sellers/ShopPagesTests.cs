using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Showrunner.Insights;
using Showrunner.Platform;
using Showrunner.Sellers;
using Showrunner.Shops;
using Showrunner.Tests.Insights;
using Showrunner.Tests.Ledger;
using Showrunner.Web;

namespace Showrunner.Tests.Sellers;

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
        Assert.Equal((600m, 2, 2), (page.Board.Find("gmv")!.Value, page.TopCreators.Rows.Count, page.Goods.Count));
    }

    [Theory]
    [InlineData("active", "Active"), InlineData("Seller Deactivated", "Taken down by the seller"), InlineData("xyz", "xyz")]
    public void A_products_state_is_said_in_words_where_it_is_known(string told, string said) =>
        Assert.Equal(said, GoodsWords.Status(told, new Say(new Texts(), new Viewer())));

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

    [Theory, Databases]
    public async Task A_shops_page_tells_its_health_margins_and_on_whom_it_hangs(string database)
    {
        await using var app = await BoardData.Small(database);
        await GoodsTests.Load(app, 2, GoodsTests.Cost("PS1", 40, new(2026, 1, 1)), GoodsTests.State("PS1", 8, new(2026, 3, 20), rating: 3_900_000), GoodsTests.State("PS2", 0, new(2026, 3, 1), rating: 4_900_000));
        using var browser = await app.SignInAs("viewer", "VN");
        var id = await app.InDb(db => db.Shops.Select(s => s.Id).SingleAsync());
        var page = (await browser.GetFromJsonAsync<ShowShop.Response>($"/api/shops/{id}?{BoardData.March}&compare=none"))!;
        decimal? Health(string code) => page.Health.Single(f => f.Code == code).Value;
        Assert.Equal((0.1m, 4.4m, 1m, 1m), (Health("refund_rate"), Health("product_rating"), Health("products_low_rated"), Health("products_out_of_stock")));
        Assert.Equal((1m, 400m / 600, null), (Health(ReadHealth.TopCreators), Health(ReadHealth.TopProduct), Health(ReadHealth.NewProducts)));
        Assert.Equal((340m - 160, 180m / 340, 400m / 600), (page.Board.Find("gross_margin")!.Value, page.Board.Find("margin_rate")!.Value, page.Board.Find("cost_coverage")!.Value));
        Assert.Equal([("Product S1", 40L, 8L, 62m), ("Product S2", null, 0L, 0m)], page.Goods.Select((RankGoods.Item g) => (g.Name, g.Goods.CostLowMinor, g.Goods.Stock, g.DaysOfCover)));
        Assert.Equal(new ReadGoods.Goods(40, 40, new(2026, 1, 1), null, null, 8, new(2026, 3, 20), 3_900_000, new(2026, 3, 20)), page.Goods[0].Goods);
        var html = await (await browser.Get($"/shops/{id}?market=VN&{BoardData.March}")).Content.ReadAsStringAsync();
        Assert.Contains("How the shop is doing", html, StringComparison.Ordinal);
        Assert.Contains("How much of the shop&#x27;s GMV", await (await browser.Get($"/shops/{id}?market=VN&{BoardData.March}&define=top_product")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
