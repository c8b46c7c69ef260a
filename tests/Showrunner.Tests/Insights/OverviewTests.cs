using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Showrunner.Insights;
using Showrunner.Ledger;
using Showrunner.Ledger.Columns;
using Showrunner.Markets;
using Showrunner.Metrics;
using Showrunner.Platform;

namespace Showrunner.Tests.Insights;

public class OverviewTests
{
    [Theory, Databases]
    public async Task Figures_are_the_pipelines_and_channels_add_up_to_them(string database)
    {
        await using var app = await BoardData.Small(database);
        using var browser = await app.SignInAs("viewer", "VN");
        var board = (await browser.GetFromJsonAsync<ShowOverview.Response>($"/api/overview?market=VN&{BoardData.March}"))!.Board;
        var table = await app.InDb(async db => await new RunMetricQuery(db, app.Services.GetRequiredService<LedgerColumns>(), app.Services.GetRequiredService<KeptDays>(), app.Services.GetRequiredService<OrderRepeats>(), TimeProvider.System)
            .Handle(new MetricQuery((await db.Markets.SingleAsync(m => m.Code == "VN")).Rules, ReadBoard.OfMarket, board.Range) { Compare = "previous" }, default));

        foreach (var code in ReadBoard.OfMarket.Where(code => code is not ("videos" or "lives")))
            Assert.Equal((code, table[code], table.Before(code)), (code, board.Find(code)!.Value, board.Find(code)!.Before));
        Assert.Equal((600m, 90m, 2m, 60m), (board.Find("gmv")!.Value, board.Find("gmv")!.Before, board.Find("orders")!.Value, board.Find("refunds")!.Value));
        Assert.Equal(31, board.Buckets.Count);
        Assert.Equal(600, board.Find("gmv")!.Trend.Sum());
        Assert.Equal([("live", 400m), ("video", 200m)], board.Channels.Select(c => (c.Channel, c.Gmv!.Value)));
    }

    [Theory, Databases]
    public async Task Days_before_the_first_known_one_are_not_compared_with(string database)
    {
        await using var app = await BoardData.Small(database);
        using var browser = await app.SignInAs("viewer");
        var board = (await browser.GetFromJsonAsync<ShowOverview.Response>("/api/overview?market=VN&from=2026-01-01&to=2026-03-31"))!.Board;
        Assert.Equal((695m, null), (board.Find("gmv")!.Value, board.Find("gmv")!.Before));
        Assert.Contains("Nothing is known of the days", await Text(browser, "/overview?market=VN&from=2026-01-01&to=2026-03-31"), StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task Totals_are_named_checked_and_not_spread_over_days(string database)
    {
        await using var app = await TestApp.Start(database);
        await BoardData.LoadTotals(app, "lina", ("gmv", Figure.Exact(700)), ("gmv_live", Figure.Exact(400)), ("gmv_video", Figure.Exact(250)), ("gmv_product_card", Figure.Exact(50)), ("orders", Figure.Range(3, 5)));
        using var browser = await app.SignInAs("viewer", "VN");
        var board = (await browser.GetFromJsonAsync<ShowOverview.Response>($"/api/overview?market=VN&{BoardData.March}"))!.Board;
        Assert.Equal(("totals", 700m, 0m), (board.Basis, board.Find("gmv")!.Value, board.Check!.Difference));
        Assert.Null(board.Find("orders")!.Value);
        Assert.Empty(board.Find("net_sales")!.Trend);
        Assert.Empty(board.Buckets);
        var page = await Text(browser, $"/overview?market=VN&{BoardData.March}");
        Assert.Contains("Totals of 1–31 Mar 2026 from creator and product lists", page, StringComparison.Ordinal);
        Assert.Contains("LIVE + video + product card = GMV ✓ 700\u00A0₫", page, StringComparison.Ordinal);
        Assert.Contains("There is no trend", page, StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task Totals_whose_channels_leave_something_out_say_how_much(string database)
    {
        await using var app = await TestApp.Start(database);
        await BoardData.LoadTotals(app, "lina", ("gmv", Figure.Exact(700)), ("gmv_live", Figure.Exact(400)), ("gmv_video", Figure.Exact(200)), ("gmv_product_card", Figure.Exact(50)));
        using var browser = await app.SignInAs("viewer", "VN");
        Assert.Contains("= 650\u00A0₫, GMV = 700\u00A0₫: 50\u00A0₫", await Text(browser, $"/overview?market=VN&{BoardData.March}"), StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task A_period_without_figures_offers_the_days_that_have_some(string database)
    {
        await using var app = await BoardData.Small(database);
        using var browser = await app.SignInAs("viewer", "VN");
        var page = await Text(browser, "/overview?market=VN&from=2025-05-01&to=2025-05-31");
        Assert.Contains("No figures for 1–31 May 2025", page, StringComparison.Ordinal);
        Assert.Contains("from=2026-02-15&to=2026-03-14", page, StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task The_usual_period_ends_on_the_last_day_that_has_figures(string database)
    {
        await using var app = await BoardData.Small(database);
        using var browser = await app.SignInAs("viewer", "VN");
        await browser.Get("/overview?market=VN"); // the first board fills the columns
        Assert.Contains("15 Feb – 14 Mar 2026", await Text(browser, "/overview?market=VN"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Creators who sold most")]
    [InlineData("id", "Kreator dengan penjualan terbesar")]
    [InlineData("de", "Creator mit dem meisten Umsatz")]
    public async Task Every_page_speaks_the_language_and_says_no_key(string language, string words)
    {
        await using var app = await BoardData.Small("sqlite");
        using var browser = await app.SignInAs("viewer", "VN");
        await app.InDb(async db => await db.Set<Showrunner.Accounts.Person>().ExecuteUpdateAsync(p => p.SetProperty(x => x.Language, language)));
        Assert.Contains(words, await Text(browser, $"/overview?{BoardData.March}"), StringComparison.Ordinal);
        foreach (var path in new[] { "/overview", "/creators", "/products", "/shops", "/lines", "/contents", "/totals", "/search?q=a", "/creators/1", "/products/1", "/shops/1" })
            Assert.DoesNotMatch(@">\s*(menu|insights|lines|contents|totals?|creators|products|shops|metric|dimension|channel|status)\.[a-z]\w*", await Text(browser, path + (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + BoardData.March));
    }

    [Fact]
    public async Task Nobody_sees_a_board_without_signing_in_or_a_market_of_others()
    {
        await using var app = await BoardData.Small("sqlite");
        using var stranger = app.Browser();
        foreach (var path in new[] { "/", "/overview", "/creators", "/lines", "/lines/export", "/search?q=a" })
            Assert.StartsWith("/sign", (await stranger.Get(path)).Headers.Location?.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.Get($"/api/overview?market=VN&{BoardData.March}")).StatusCode);
        using var other = await app.SignInAs("viewer", "ID");
        foreach (var path in new[] { "overview", "creators", "products", "shops", "lines", "contents", "totals" })
            Assert.Equal(HttpStatusCode.NotFound, (await other.Get($"/api/{path}?market=VN&{BoardData.March}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Get($"/lines/export?market=VN&{BoardData.March}")).StatusCode);
    }

    [Fact]
    public async Task An_answer_is_kept_until_the_ledger_changes()
    {
        var kept = new KeptAnswers();
        var query = new MetricQuery(new MarketRules(1, "VN", "VND", 0, "Asia/Ho_Chi_Minh", "vi-VN"), ["gmv"], new DayRange(BoardData.Day, BoardData.Day));
        var asked = 0;
        Task<MetricTable> Ask(long change) => kept.Or(change, query with { }, () => Task.FromResult(new MetricTable(query, [], []) { Freshness = change, AsOf = default, Sources = [], TotalPeriods = [new DayRange(BoardData.Day.AddDays(asked++), BoardData.Day)] }));
        var first = await Ask(1);
        Assert.Same(first, await Ask(1));
        Assert.NotSame(first, await Ask(2));
        Assert.Equal(2, asked);
    }

    private static async Task<string> Text(HttpClient browser, string path)
    {
        using var answer = await browser.Get(path);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {answer.StatusCode}");
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }
}
