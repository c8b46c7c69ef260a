using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Showrunner.Ledger;
using Showrunner.Ledger.Columns;
using Showrunner.Markets;
using Showrunner.Metrics;
using Showrunner.Metrics.Dictionary;
using Showrunner.Platform;

namespace Showrunner.Tests.Metrics;

public class PipelineTests
{
    private static readonly DayRange March = new(new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 31));

    [Theory, Databases]
    public async Task Adds_up_lines_and_compares_with_the_days_before(string database)
    {
        await using var app = await Small(database);
        var table = await Ask(app, market => new MetricQuery(market, ["gmv", "orders", "items", "aov", "refund_rate", "net_sales"], March) { Compare = "previous" });
        Assert.Equal(600, table["gmv"]);
        Assert.Equal(2, table["orders"]); // two lines of one order are one order
        Assert.Equal(6, table["items"]);
        Assert.Equal(300, table["aov"]);
        Assert.Equal(0.1m, table["refund_rate"]);
        Assert.Equal(540, table["net_sales"]);
        Assert.Equal(90, table.Before("gmv"));
        Assert.Equal(new DayRange(new DateOnly(2026, 1, 29), new DateOnly(2026, 2, 28)), table.Compared);
    }

    [Theory, Databases]
    public async Task Empty_days_are_rows_and_ratios_of_nothing_are_unknown(string database)
    {
        await using var app = await Small(database);
        var table = await Ask(app, market => new MetricQuery(market, ["gmv", "aov"], March) { Grain = "day" });
        Assert.Equal(31, table.Rows.Count);
        Assert.Equal(0, table.Rows[30].Values[0]);
        Assert.Null(table.Rows[30].Values[1]);
        Assert.Equal(600, table.Rows.Sum(r => r.Values[0]));
    }

    [Theory, Databases]
    public async Task An_order_with_lines_on_two_days_is_one_order_of_the_period_and_one_of_each_day(string database)
    {
        await using var app = await Small(database);
        var day = new DateOnly(2026, 3, 20);
        await Tests.Ledger.LoadFactsTests.Load(app, 2, Line("E", "S1", "lina", 10, 1, day), Line("E", "S2", "lina", 20, 1, day.AddDays(1)));
        for (var time = 0; time < 4; time++) // days are remembered from the first time on, and what is known of orders comes later
        {
            var whole = await Ask(app, market => new MetricQuery(market, ["orders", "gmv"], March));
            Assert.Equal((3, 630), (whole["orders"], whole["gmv"]));
            var daily = await Ask(app, market => new MetricQuery(market, ["orders", "gmv"], March) { Grain = "day" });
            Assert.Equal((4, 630), (daily.Rows.Sum(r => r.Values[0]), daily.Rows.Sum(r => r.Values[1])));
            await Task.Delay(50, default(CancellationToken));
        }
    }

    [Theory, Databases]
    public async Task Remembered_days_are_forgotten_when_the_ledger_changes(string database)
    {
        await using var app = await Small(database);
        Assert.Equal(600, (await Ask(app, market => new MetricQuery(market, ["gmv"], March)))["gmv"]);
        await Tests.Ledger.LoadFactsTests.Load(app, 2, Line("E", "S1", "lina", 10, 1, new DateOnly(2026, 3, 5)));
        var table = await Ask(app, market => new MetricQuery(market, ["gmv", "orders"], March) { By = ["shop"], Sort = "-gmv", Top = 1 });
        Assert.Equal((610, 3), (Assert.Single(table.Rows).Values[0], table.Rows[0].Values[1]));
    }

    [Theory, Databases]
    public async Task A_video_in_files_of_several_windows_counts_once_as_the_newest_tells_it(string database)
    {
        await using var app = await TestApp.Start(database);
        var day = new DateOnly(2026, 3, 5);
        await Contents(app, (day, new DayRange(day, day.AddDays(27)), 100, "P1"), (day, new DayRange(day, day.AddDays(27)), 10, "P2"));
        await Contents(app, (day, new DayRange(March.From, new DateOnly(2026, 4, 30)), 130, "P1"), (day, new DayRange(March.From, new DateOnly(2026, 4, 30)), 25, "P2"));
        await Contents(app, (day, new DayRange(day, day.AddDays(6)), 60, "P1"));
        var table = await Ask(app, market => new MetricQuery(market, ["videos", "video_views"], March));
        Assert.Equal((1, 155), (table["videos"], table["video_views"]));

        static Task Contents(TestApp app, params (DateOnly Day, DayRange Window, long Views, string Product)[] told) => Tests.Ledger.LoadFactsTests.Load(app, told[0].Views, stage =>
        {
            foreach (var (day, window, views, product) in told)
                stage.Add(new ContentDraft
                {
                    ContentNo = "7001",
                    CreatorHandle = "lina",
                    ProductNo = product,
                    Day = day,
                    PostedAt = new DateTimeOffset(day, new TimeOnly(4, 0), TimeSpan.Zero),
                    From = window.From,
                    To = window.To,
                    Views = views,
                });
        });
    }

    [Theory, Databases]
    public async Task Ranks_groups_and_names_them(string database)
    {
        await using var app = await Small(database);
        var table = await Ask(app, market => new MetricQuery(market, ["gmv", "orders"], March) { By = ["creator"], Sort = "-gmv", Top = 1, Compare = "previous" });
        var row = Assert.Single(table.Rows);
        Assert.Equal("lina", row.Labels[0]);
        Assert.Equal((500, 90), (row.Values[0], row.Before[0]));
    }

    [Theory, Databases]
    public async Task Totals_answer_only_where_no_lines_do_and_are_never_spread_over_days(string database)
    {
        await using var app = await TestApp.Start(database);
        await LoadTotals(app, ("lina", 700), ("budi", 50));
        var whole = await Ask(app, market => new MetricQuery(market, ["gmv", "active_creators", "active_products"], March));
        Assert.True(whole.FromTotals);
        Assert.Equal((750, 2), (whole["gmv"], whole["active_creators"]));
        Assert.Null(whole["active_products"]); // totals of creators do not tell products
        var part = await Ask(app, market => new MetricQuery(market, ["gmv"], March with { To = new DateOnly(2026, 3, 30) }));
        Assert.Null(part["gmv"]);
        var ranked = await Ask(app, market => new MetricQuery(market, ["gmv"], March) { By = ["creator"], Sort = "-gmv" });
        Assert.Equal(["lina", "budi"], ranked.Rows.Select(r => r.Labels[0]));
    }

    [Theory, Databases]
    public async Task A_day_without_sales_is_nothing_sold_and_a_day_outside_the_ledger_is_unknown(string database)
    {
        await using var app = await Small(database);
        var quiet = new DateOnly(2026, 3, 1);
        Assert.Equal(0, (await Ask(app, market => new MetricQuery(market, ["gmv", "settled_earnings"], new DayRange(quiet, quiet))))["gmv"]);
        var before = new DateOnly(2025, 1, 1);
        var outside = await Ask(app, market => new MetricQuery(market, ["gmv", "settled_earnings"], new DayRange(before, before)));
        Assert.Null(outside["gmv"]);
        Assert.Null(outside["settled_earnings"]);
    }

    [Theory, Databases]
    public async Task An_unknown_word_is_refused_by_name(string database)
    {
        await using var app = await TestApp.Start(database);
        var refused = await Assert.ThrowsAsync<Refused>(() => Ask(app, market => new MetricQuery(market, ["gmvv"], March)));
        Assert.Equal("metric_unknown", refused.Code);
    }

    [Fact]
    public void The_dictionary_has_its_measures_and_no_code_twice()
    {
        Assert.True(MetricDictionary.All.Count >= 40);
        Assert.Equal(MetricDictionary.All.Count, MetricDictionary.All.Select(m => m.Code).Distinct().Count());
        foreach (var metric in MetricDictionary.All)
            foreach (var family in metric.Families)
            {
                Assert.NotNull(MetricDictionary.Measure(family, metric.Numerator));
                if (metric.Denominator is { } under) Assert.NotNull(MetricDictionary.Measure(family, under));
            }
    }

    /// <summary>Every metric × every dimension × grain, with comparison, sort and filter: the columns and PostgreSQL answer the same.</summary>
    [Fact]
    public async Task Columns_and_PostgreSQL_answer_every_shape_alike()
    {
        await using var app = await Small("postgres");
        await LoadTotals(app, ("lina", 700));
        await Tests.Ledger.LoadFactsTests.Load(app, 4, ManyInOrders());
        await Tests.Ledger.GoodsTests.Load(app, 3, Tests.Ledger.GoodsTests.Cost("PS1", 37, March.From), Tests.Ledger.GoodsTests.Cost("PS1", 41, March.From.AddDays(8)), Tests.Ledger.GoodsTests.Cost("PS2", 5, March.From, sku: "S2"),
            Tests.Ledger.GoodsTests.State("PS1", 12, March.From, rating: 4_210_000), Tests.Ledger.GoodsTests.State("PS2", 3, March.From, sku: "a"), Tests.Ledger.GoodsTests.State("PS2", 4, March.From, sku: "b"));
        var shapes = 0;
        await app.InDb(async db =>
        {
            var market = (await db.Markets.SingleAsync(m => m.Code == "VN")).Rules;
            var repeats = app.Services.GetRequiredService<OrderRepeats>();
            var run = new RunMetricQuery(db, app.Services.GetRequiredService<LedgerColumns>(), app.Services.GetRequiredService<KeptDays>(), app.Services.GetRequiredService<OrderRepeats>(), TimeProvider.System);
            // Known before it is asked for, so that what is compared is the short way to orders.
            var march = new MetricQuery(market, ["gmv", "orders"], March) { By = ["creator", "status"], Basis = Family.Lines };
            await repeats.Ready(market.Id);
            Assert.NotNull(repeats.For(march, new FamilyPlan(march, Family.Lines, [.. march.Metrics.Select(m => MetricDictionary.Find(m)!)], March, []), new ColumnEngine(app.Services.GetRequiredService<LedgerColumns>())));
            foreach (var family in Enum.GetValues<Family>())
            {
                var metrics = MetricDictionary.All.Where(m => m.Families.Contains(family)).Select(m => m.Code).ToList();
                var dimensions = Dimension.All.Where(d => d.Sql.ContainsKey(family)).Select(d => d.Code).ToList();
                List<IReadOnlyList<string>> groups = [[], .. dimensions.Select(d => (IReadOnlyList<string>)[d]), .. dimensions.Skip(1).Select(d => (IReadOnlyList<string>)[dimensions[0], d])];
                foreach (var by in groups)
                    foreach (var grain in family == Family.Totals ? ["none"] : new[] { "none", "day", "week", "month" })
                        foreach (var (sort, top, channels) in new (string?, int?, string[])[] { (null, null, ["live", "o'hara"]), (null, null, ["live"]), (null, null, []), ("-" + metrics[0], 2, ["live"]), ("-" + metrics[0], 2, []), (metrics[^1], 3, ["live", "video"]) })
                        {
                            var query = new MetricQuery(market, metrics, new DayRange(new DateOnly(2026, 2, 1), new DateOnly(2026, 3, 31)))
                            {
                                By = by,
                                Grain = grain,
                                WeekFrom = (DayOfWeek)(shapes % 7),
                                Sort = sort,
                                Top = top,
                                Compare = "previous",
                                Basis = family,
                                Where = family == Family.Lines && channels.Length > 0 ? [new MetricFilter("channel", channels)] : [],
                            };
                            var here = await run.Handle(query, default);
                            var there = await run.Handle(query, new PostgresEngine(db), default);
                            Assert.Equal(Flat(here), Flat(there));
                            // A bucket that the engine begins on another day than the empty ones would stand beside them.
                            Assert.All(here.Rows, row => Assert.Equal(row.Bucket, row.Bucket is { } bucket && grain == "week" ? bucket.AddDays(-(((int)bucket.DayOfWeek - (int)query.WeekFrom + 7) % 7)) : row.Bucket));
                            shapes++;
                        }
            }
            return 0;
        });
        Assert.True(shapes > 100);
    }

    private static string Flat(MetricTable table) => string.Join("\n", table.Rows.Select(r =>
        $"{string.Join('|', r.Keys)} {string.Join('|', r.Labels)} {r.Bucket} {string.Join(' ', r.Values.Select(Text))} < {string.Join(' ', r.Before.Select(Text))}"));

    private static string Text(decimal? value) => value is { } v ? Math.Round(v, 9).ToString("0.#########", System.Globalization.CultureInfo.InvariantCulture) : "–";

    private static async Task<TestApp> Small(string database)
    {
        var app = await TestApp.Start(database);
        var day = new DateOnly(2026, 3, 5);
        await Tests.Ledger.LoadFactsTests.Load(app, 1,
            Line("A", "S1", "lina", 300, 3, day), Line("A", "S2", "lina", 200, 2, day), Line("B", "S1", "budi", 100, 1, day.AddDays(9), refund: 60),
            Line("C", "S1", "lina", 90, 1, day.AddDays(-10)), Line("D", "S1", "lina", 1000, 1, day, LineStatus.Unpaid));
        return app;
    }

    /// <summary>Orders of one to four lines that share now this, now that: creator, product, channel, status.</summary>
    private static OrderLineDraft[] ManyInOrders()
    {
        var chance = new Random(5);
        string Of(params string[] some) => some[chance.Next(some.Length)];
        return [.. Enumerable.Range(0, 60).SelectMany(order => Enumerable.Range(0, chance.Next(1, 5)).Select(line =>
            Insights.BoardData.Line($"M{order}", "S" + line / 2, Of("lina", "budi", "sari"), 100 + order, chance.Next(0, 3), March.From.AddDays(order % 35 - 10), Of(LineStatus.Completed, LineStatus.Settled, LineStatus.Unpaid), 0, Of(Channel.Live, Channel.Video))))];
    }

    private static OrderLineDraft Line(string order, string sku, string creator, long gmv, long quantity, DateOnly day, string status = LineStatus.Completed, long refund = 0) =>
        Insights.BoardData.Line(order, sku, creator, gmv, quantity, day, status, refund);

    private static Task LoadTotals(TestApp app, params (string Creator, long Gmv)[] totals) => Tests.Ledger.LoadFactsTests.Load(app, 9, stage =>
    {
        foreach (var (creator, gmv) in totals)
        {
            var draft = new PeriodTotalDraft { CreatorHandle = creator, From = March.From, To = March.To };
            draft.Totals["gmv"] = Figure.Exact(gmv);
            stage.Add(draft);
        }
    });

    private static Task<MetricTable> Ask(TestApp app, Func<MarketRules, MetricQuery> ask) => app.InDb(async db =>
        await new RunMetricQuery(db, app.Services.GetRequiredService<LedgerColumns>(), app.Services.GetRequiredService<KeptDays>(), app.Services.GetRequiredService<OrderRepeats>(), TimeProvider.System)
            .Handle(ask((await db.Markets.SingleAsync(m => m.Code == "VN")).Rules), default));
}
