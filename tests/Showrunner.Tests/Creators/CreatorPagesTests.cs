using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Showrunner.Creators;
using Showrunner.Insights;
using Showrunner.Tests.Insights;

namespace Showrunner.Tests.Creators;

public class CreatorPagesTests
{
    [Theory, Databases]
    public async Task Creators_are_ranked_named_and_found(string database)
    {
        await using var app = await BoardData.Small(database);
        using var browser = await app.SignInAs("viewer", "VN");
        var all = await List(browser, "");
        Assert.Equal([("lina", 500m, 90m), ("budi", 100m, 0m)], all.Creators.Select(c => (c.Figures.Name, c.Figures.Gmv!.Value, c.Figures.GmvBefore!.Value)));
        Assert.Equal(1, all.Creators.Sum(c => c.Figures.Share)!.Value, 6);
        Assert.Equal("budi", Assert.Single((await List(browser, "&q=@BUD")).Creators).Figures.Name);
        Assert.Equal("budi", (await List(browser, "&sort=gmv")).Creators[0].Figures.Name);
        Assert.Empty((await List(browser, "&q=nobody")).Creators);
    }

    [Theory, Databases]
    public async Task A_creators_page_shows_his_figures_and_not_those_of_others(string database)
    {
        await using var app = await BoardData.Small(database);
        using var browser = await app.SignInAs("viewer", "VN");
        var id = await app.InDb(db => db.Creators.Where(c => c.Handle == "budi").Select(c => c.Id).SingleAsync());
        var budi = (await browser.GetFromJsonAsync<ShowCreator.Response>($"/api/creators/{id}?{BoardData.March}"))!;
        Assert.Equal((100m, 60m, "B"), (budi.Board.Find("gmv")!.Value, budi.Board.Find("refunds")!.Value, Assert.Single(budi.Lines).OrderNo));
        Assert.Equal(100m, Assert.Single(budi.Products.Rows).Gmv);
    }

    [Theory, Databases]
    public async Task Another_markets_creator_product_and_shop_are_not_there(string database)
    {
        await using var app = await BoardData.Small(database);
        using var other = await app.SignInAs("viewer", "ID");
        foreach (var path in new[] { "/creators/1", "/products/1", "/shops/1" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.Get(path)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Get($"/api{path}?{BoardData.March}")).StatusCode);
        }
        var found = (await other.GetFromJsonAsync<FindAnything.Response>("/api/search?market=ID&q=lina"))!;
        Assert.Equal(0, found.Count);
    }

    [Theory, Databases]
    public async Task The_list_leaves_as_a_workbook_in_whole_units(string database)
    {
        await using var app = await BoardData.Small(database);
        using var browser = await app.SignInAs("viewer", "VN");
        var csv = await (await browser.Get($"/creators/export?market=VN&{BoardData.March}&format=csv")).Content.ReadAsStringAsync();
        Assert.Contains("\r\nlina,500,90,", csv, StringComparison.Ordinal);
    }

    private static async Task<ListCreators.Response> List(HttpClient browser, string more) =>
        (await browser.GetFromJsonAsync<ListCreators.Response>($"/api/creators?market=VN&{BoardData.March}{more}"))!;
}
