using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Showrunner.Ledger;
using Showrunner.Ledger.Columns;
using Showrunner.Ledger.Loading;
using Showrunner.Metrics;
using Showrunner.Platform;
using Showrunner.Tests.Demo;
using Showrunner.Tests.Insights;

namespace Showrunner.Tests.Ledger;

public class GoodsTests
{
    private static readonly DayRange March = new(new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 31));
    private static readonly DateOnly January = new(2026, 1, 1), MidMarch = new(2026, 3, 10);

    [Theory, Databases]
    public async Task A_line_costs_what_its_product_cost_on_its_day_and_without_a_cost_it_has_no_margin(string database)
    {
        await using var app = await BoardData.Small(database);
        await Load(app, 2, Cost("PS1", 40, January), Cost("PS1", 50, MidMarch));
        var all = await Ask(app, "cogs", "gross_margin", "margin_rate", "cost_coverage", "est_margin_after_commission", "gmv");
        Assert.Equal((3 * 40 + 50, 300 - 120 + 100 - 60 - 50), (all["cogs"], all["gross_margin"]));
        Assert.Equal((170m / 340, 400m / 600, 170m - 30 - 10), (all["margin_rate"], all["cost_coverage"], all["est_margin_after_commission"]));
        var products = await Ask(app, query => query with { By = ["product"], Sort = "-gmv" }, "gmv", "cogs", "gross_margin", "margin_rate", "cost_coverage");
        Assert.Equal([400m, 170m, 170m, 0.5m, 1m], products.Rows[0].Values);
        Assert.Equal([200m, null, null, null, 0m], products.Rows[1].Values);
        var days = await Ask(app, query => query with { Grain = "day" }, "cogs");
        Assert.Equal((120m, 50m, null), (days.Rows[4].Values[0], days.Rows[13].Values[0], days.Rows[0].Values[0]));
        await DemoFixture.Proven(app);
    }

    [Theory, Databases]
    public async Task A_skus_own_cost_goes_before_its_products(string database)
    {
        await using var app = await BoardData.Small(database);
        await Load(app, 2, Cost("PS1", 40, January), Cost("PS2", 10, January), Cost("PS2", 30, MidMarch.AddDays(-8), sku: "S2"), Cost("PS2", 99, MidMarch, sku: "S2"), Cost("PS1", 1, January, sku: "another"));
        Assert.Equal(4 * 40 + 2 * 30, (await Ask(app, "cogs"))["cogs"]);
    }

    [Theory, Databases]
    public async Task Nobody_told_a_cost_so_nothing_is_known_and_figures_of_a_whole_market_agree_with_those_of_its_shops(string database)
    {
        await using var app = await BoardData.Small(database);
        var none = await Ask(app, query => query with { Compare = "previous" }, "cogs", "gross_margin", "margin_rate", "cost_coverage");
        Assert.Equal([null, null, null, 0m], none.Rows[0].Values);
        Assert.Equal([null, null, null, 0m], none.Rows[0].Before);
        await Load(app, 2, Cost("PS1", 40, January), Cost("PS2", 7, January));
        var whole = await Ask(app, query => query with { Compare = "previous" }, "cogs", "gross_margin");
        var shops = await Ask(app, query => query with { Compare = "previous", By = ["shop"] }, "cogs", "gross_margin");
        Assert.Equal(whole.Rows[0].Values, Assert.Single(shops.Rows).Values);
        Assert.Equal([40m, 50m], whole.Rows[0].Before);
        Assert.Equal(whole.Rows[0].Before, shops.Rows[0].Before);
    }

    [Theory, Databases]
    public async Task A_second_file_changes_nothing_a_newer_one_restates_and_undoing_brings_the_older_cost_back(string database)
    {
        await using var app = await BoardData.Small(database);
        Assert.Equal(2, (await Load(app, 2, Cost("PS1", 40, January), Cost("PS2", 10, January))).Loaded);
        Assert.Equal((0, 2, 0), await Counts(app, 3, Cost("PS1", 40, January), Cost("PS2", 10, January)));
        Assert.Equal((0, 1, 1), await Counts(app, 4, Cost("PS1", 45, January), Cost("PS2", 10, January)));
        Assert.Equal(4 * 45 + 2 * 10, (await Ask(app, "cogs"))["cogs"]);
        Assert.Equal(40, await app.InDb(db => db.Database.SqlQueryRaw<long>("SELECT value AS \"Value\" FROM product_figure_history").SingleAsync()));
        await DemoFixture.Proven(app);
        await Undo(app, 4);
        Assert.Equal(4 * 40 + 2 * 10, (await Ask(app, "cogs"))["cogs"]);
        await Undo(app, 2);
        Assert.Null((await Ask(app, "cogs"))["cogs"]);
        await DemoFixture.Proven(app);
    }

    [Theory, Databases]
    public async Task Stock_is_that_of_the_newest_day_and_lasts_as_long_as_sales_let_it(string database)
    {
        await using var app = await BoardData.Small(database);
        await Load(app, 2,
            State("PS1", 500, new(2026, 2, 1), rating: 4_900_000), State("PS1", 8, new(2026, 3, 20), rating: 4_500_000), State("PS1", 1_000, new(2026, 4, 2)),
            State("PS2", 0, new(2026, 3, 1), rating: 3_500_000), State("PS2", 9, new(2026, 2, 1)),
            State("Unsold", 5, new(2026, 3, 3), sku: "X"), State("Unsold", 6, new(2026, 3, 3), sku: "Y"), State("Unsold", 70, new(2026, 3, 2), sku: "Z"));
        var all = await Ask(app, "stock", "products_stocked", "products_out_of_stock", "days_of_cover", "product_rating", "products_low_rated", "products_low_cover");
        Assert.Equal((8 + 0 + 11, 3, 1), (all["stock"], all["products_stocked"], all["products_out_of_stock"]));
        Assert.Equal((19m * 31 / 6, 4m, 1), (all["days_of_cover"], all["product_rating"], all["products_low_rated"]));
        Assert.Equal(0, all["products_low_cover"]);
        var hurried = await DemoFixture.Ask(app, "VN", query => query with { By = ["product"], Sort = "-stock" }, new DayRange(new(2026, 3, 5), new(2026, 3, 5)), "stock", "products_low_cover", "days_of_cover", "gmv");
        Assert.Equal(["Product S1", "Unsold", "Product S2"], hurried.Rows.Select(r => r.Labels[0]));
        Assert.Equal([500m, 0m, 500m / 3, 300m], hurried.Rows[0].Values);
        Assert.Equal([11m, 0m, null, 0m], hurried.Rows[1].Values);
        var course = await Ask(app, query => query with { Grain = "day" }, "gmv", "stock");
        Assert.Equal((31, null), (course.Rows.Count, course.Sources[1]));
    }

    [Theory, Databases]
    public async Task Another_markets_costs_say_nothing_here(string database)
    {
        await using var app = await BoardData.Small(database);
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var (db, load) = (scope.ServiceProvider.GetRequiredService<Showrunner.Data.AppDb>(), scope.ServiceProvider.GetRequiredService<LoadFacts>());
            using var stage = load.OpenStage();
            stage.Add(Cost("PS1", 40, January));
            await load.Handle(db, stage, new LoadOrder(7, await db.Set<Showrunner.Markets.Market>().Where(m => m.Code == "ID").Select(m => m.Id).SingleAsync()), _ => Task.CompletedTask, (_, _) => { }, default);
        }
        Assert.Null((await Ask(app, "cogs"))["cogs"]);
    }

    internal static GoodsDraft Cost(string product, long cost, DateOnly from, string sku = "") => new() { ProductNo = product, SkuNo = sku, CostMinor = cost, CostFrom = from };

    internal static GoodsDraft State(string product, long stock, DateOnly day, string sku = "", long? rating = null) => new() { ProductNo = product, ProductName = product == "Unsold" ? product : "", SkuNo = sku, Stock = stock, RatingPpm = rating, Day = day };

    internal static Task<LoadCounts> Load(TestApp app, long importId, params GoodsDraft[] goods) => LoadFactsTests.Load(app, importId, stage =>
    {
        foreach (var draft in goods) stage.Add(draft);
    });

    private static async Task<(long, long, long)> Counts(TestApp app, long importId, params GoodsDraft[] goods) =>
        await Load(app, importId, goods) is var counts ? (counts.Loaded, counts.Unchanged, counts.Restated) : default;

    private static Task<MetricTable> Ask(TestApp app, params string[] metrics) => Ask(app, query => query, metrics);

    private static Task<MetricTable> Ask(TestApp app, Func<MetricQuery, MetricQuery> query, params string[] metrics) => DemoFixture.Ask(app, "VN", query, March, metrics);

    private static Task Undo(TestApp app, long importId) => app.InDb(async db =>
        await new UndoLoad(app.Services.GetRequiredService<LedgerColumns>(), TimeProvider.System).Handle(db, importId, _ => Task.CompletedTask, default));
}
