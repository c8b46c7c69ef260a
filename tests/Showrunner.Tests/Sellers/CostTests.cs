using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Showrunner.Ledger.Columns;
using Showrunner.Ledger.Loading;
using Showrunner.Platform;
using Showrunner.Sellers;
using Showrunner.Shops;
using Showrunner.Tests.Demo;
using Showrunner.Tests.Imports;
using Showrunner.Tests.Insights;
using Showrunner.Tests.Ledger;

namespace Showrunner.Tests.Sellers;

public class CostTests
{
    private static readonly DayRange March = new(new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 31));
    private static readonly DateOnly January = new(2026, 1, 1);

    [Theory, Databases]
    public async Task A_cost_entered_by_hand_makes_a_margin_and_taken_back_it_is_gone(string database)
    {
        await using var app = await BoardData.Small(database);
        using var manager = await app.SignInAs("manager", "VN");
        var id = await Product(app);
        var entered = await Enter(manager, id, new EnterCost.Request(40, January));
        Assert.Equal(160, await Cogs(app));
        Assert.Null((await Enter(manager, id, new EnterCost.Request(40, January))).Entry); // told twice
        var restated = await Enter(manager, id, new EnterCost.Request(45, January));
        Assert.Equal(180, await Cogs(app));
        await Enter(manager, id, new EnterCost.Request(50, new DateOnly(2026, 3, 10)));
        Assert.Equal(3 * 45 + 50, await Cogs(app));

        var page = (await manager.GetFromJsonAsync<ShowProduct.Response>($"/api/products/{id}?{BoardData.March}"))!;
        Assert.Equal([(50L, true), (45, true), (40, false)], page.Costs.Select(c => (c.CostMinor, c.ReplacedBy is null)));
        Assert.All<ReadCosts.Cost>(page.Costs, c => Assert.NotNull(c.ToldAt));
        Assert.Equal((50L, new DateOnly(2026, 3, 10)), (page.Goods.CostLowMinor!.Value, page.Goods.CostFrom!.Value));

        Assert.Equal(HttpStatusCode.OK, (await manager.DeleteAsync(new Uri($"/api/products/{id}/costs/{restated.Entry}", UriKind.Relative))).StatusCode);
        Assert.Equal(3 * 40 + 50, await Cogs(app));
        Assert.Equal(HttpStatusCode.NotFound, (await manager.DeleteAsync(new Uri($"/api/products/{id}/costs/{restated.Entry}", UriKind.Relative))).StatusCode);
        await manager.DeleteAsync(new Uri($"/api/products/{id}/costs/{entered.Entry}", UriKind.Relative));
        Assert.Equal(50, await Cogs(app));
        await DemoFixture.Proven(app);
        Assert.Equal(["cost.entered", "cost.entered", "cost.entered", "cost.removed", "cost.removed"],
            await app.InDb(db => db.Set<Showrunner.Accounts.AuditEntry>().Where(a => a.Action.StartsWith("cost.")).OrderBy(a => a.Id).Select(a => a.Action).ToListAsync()));
    }

    [Theory, Databases]
    public async Task A_cost_of_a_file_goes_with_the_file_and_nonsense_is_refused(string database)
    {
        await using var app = await BoardData.Small(database);
        await GoodsTests.Load(app, 2, GoodsTests.Cost("PS1", 40, January));
        using var manager = await app.SignInAs("manager", "VN");
        var id = await Product(app);
        Assert.Contains("cost_of_a_file", await Text(await manager.DeleteAsync(new Uri($"/api/products/{id}/costs/2", UriKind.Relative))), StringComparison.Ordinal);
        Assert.Contains("cost_amount", await Text(await Post(manager, id, new EnterCost.Request(-1, January))), StringComparison.Ordinal);
        Assert.Contains("cost_amount", await Text(await Post(manager, id, new EnterCost.Request(null, January))), StringComparison.Ordinal);
        Assert.Contains("cost_day", await Text(await Post(manager, id, new EnterCost.Request(4, null))), StringComparison.Ordinal);
        Assert.Equal(160, await Cogs(app));
    }

    [Theory, Databases]
    public async Task Only_managers_of_the_market_enter_costs(string database)
    {
        await using var app = await BoardData.Small(database);
        var id = await Product(app);
        using var viewer = await app.SignInAs("viewer", "VN");
        Assert.Equal(HttpStatusCode.Forbidden, (await Post(viewer, id, new EnterCost.Request(4, January))).StatusCode);
        using var foreign = await app.SignInAs("manager", "ID");
        Assert.Equal(HttpStatusCode.NotFound, (await Post(foreign, id, new EnterCost.Request(4, January))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await foreign.DeleteAsync(new Uri($"/api/products/{id}/costs/-4", UriKind.Relative))).StatusCode);
        var nobody = Actor.Program("test") with { Permissions = new HashSet<string>() };
        var undo = new UndoLoad(app.Services.GetRequiredService<LedgerColumns>(), TimeProvider.System);
        Assert.Equal("not_allowed", (await Assert.ThrowsAsync<Refused>(() => app.InDb(async db => { await RemoveCost.Handle(id, -4, db, nobody, undo, default); return 0; }))).Code);
        Assert.Null(await Cogs(app));
    }

    [Theory, Databases]
    public async Task The_page_takes_an_amount_as_people_type_it_and_says_what_is_wrong_with_it(string database)
    {
        await using var app = await BoardData.Small(database);
        using var manager = await app.SignInAs("manager", "VN");
        var page = $"/products/{await Product(app)}?market=VN&{BoardData.March}";
        Assert.Contains("Nobody has told yet", await manager.Read(page), StringComparison.Ordinal);
        using var wrong = await manager.SubmitTo(page, page, ("cost", "forty"), ("from", "2026-01-01"), ("sku", ""));
        Assert.Contains("The cost must be an amount", WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        using var right = await manager.SubmitTo(page, page, ("cost", "1,200"), ("from", "2026-01-01"), ("sku", ""));
        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
        Assert.Equal(4 * 1_200, await Cogs(app));
        Assert.Contains("Entered by hand", await manager.Read(page), StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task A_list_of_goods_comes_through_the_imports_door_and_goes_again(string database)
    {
        await using var app = await BoardData.Small(database);
        using var manager = await app.SignInAs("manager", "VN");
        const string goods = "Product ID,Cost,Valid from,Stock,As of\nPS1,40,01/01/2026,8,20/03/2026\nPS2,abc,01/01/2026,1,20/03/2026\n";
        var page = await manager.Receive("goods.csv", goods);
        Assert.Contains("costs", await manager.Read(page), StringComparison.Ordinal);
        var done = await manager.Load(page);
        Assert.Equal((1, 1), (done.GetProperty("loaded").GetInt64(), done.GetProperty("rejected").GetInt64()));
        Assert.Equal(160, await Cogs(app));
        Assert.Equal(1, (await manager.Load(await manager.Receive("goods-again.csv", goods))).GetProperty("unchanged").GetInt64());
        Assert.Contains("goods.csv", await manager.Read($"/products/{await Product(app)}?market=VN&{BoardData.March}"), StringComparison.Ordinal);
        await manager.SubmitTo(page, page + "/undoing");
        Assert.Null(await Cogs(app));
        await DemoFixture.Proven(app);
    }

    [Theory]
    [InlineData("12.50", "en", 100, 1_250)]
    [InlineData("12,50", "de", 100, 1_250)]
    [InlineData("12,5", "en", 100, 1_250)]
    [InlineData("1.234,56", "de", 100, 123_456)]
    [InlineData("1,234.56", "en", 100, 123_456)]
    [InlineData("1,234", "en", 100, 123_400)]
    [InlineData("40.000", "id", 1, 40_000)]
    [InlineData("40,000", "id", 1, 40_000)]
    [InlineData("1.250.000", "de", 100, 125_000_000)]
    [InlineData("15", "en", 10_000, 150_000)]
    [InlineData("12.345", "en", 100, null)]
    [InlineData("1.5", "en", 1, null)]
    [InlineData("", "en", 1, null)]
    [InlineData("4 0e", "en", 1, null)]
    public void An_amount_is_read_as_its_language_writes_it(string text, string language, long per, int? amount) => Assert.Equal(amount, AmountText.Read(text, language, per));

    private static Task<long> Product(TestApp app) => app.InDb(db => db.Products.Where(p => p.ProductNo == "PS1").Select(p => p.Id).SingleAsync());

    private static async Task<decimal?> Cogs(TestApp app) => (await DemoFixture.Ask(app, "VN", query => query, March, "cogs"))["cogs"];

    private static Task<HttpResponseMessage> Post(HttpClient browser, long id, EnterCost.Request request) => browser.PostAsJsonAsync($"/api/products/{id}/costs", request);

    private static async Task<EnterCost.Response> Enter(HttpClient browser, long id, EnterCost.Request request)
    {
        using var answer = await Post(browser, id, request);
        Assert.True(answer.IsSuccessStatusCode, await Text(answer));
        return (await answer.Content.ReadFromJsonAsync<EnterCost.Response>())!;
    }

    private static Task<string> Text(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync();
}
