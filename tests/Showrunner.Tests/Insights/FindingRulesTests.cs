using Microsoft.Extensions.DependencyInjection;
using Showrunner.Insights;
using Showrunner.Insights.Findings;
using Showrunner.Ledger;
using Showrunner.Platform;
using Showrunner.Tests.Ledger;

namespace Showrunner.Tests.Insights;

/// <summary>Findings of <see cref="FindLowStock"/>, <see cref="FindTraffic"/>, <see cref="FindLeakedCodes"/> and <see cref="FindHashtags"/>.</summary>
public class FindingRulesTests
{
    [Theory]
    [InlineData("creator_silent", false), InlineData("product_out", false), InlineData("stock_low", false), InlineData("refunds_high", false), InlineData("shop_down", false)]
    [InlineData("market_up", true), InlineData("product_new", true)]
    public void What_falls_silent_or_runs_out_is_bad_news_however_much_came_before(string kind, bool good) =>
        Assert.Equal(good, FindingWords.IsGood(new Found(kind, "creator", 1, "ayu", new DayRange(new(2026, 3, 2), new(2026, 3, 8)), 9, 4, 0, 8, 0, 0)));

    private static readonly DateOnly Last = new(2026, 3, 28);

    private static async Task<OpenMarket> Open(TestApp app, IServiceScope scope) =>
        await ActivatorUtilities.CreateInstance<BoardDesk>(scope.ServiceProvider, Actor.Program("test")).Open("VN", default);

    [Theory, Databases]
    public async Task Stock_that_ends_before_a_delivery_comes_is_told_when_it_is_known_of_this_week(string database)
    {
        await using var app = await TestApp.Start(database);
        // Ten pieces a day of each, for two weeks.
        await LoadFactsTests.Load(app, 1, [.. from day in Enumerable.Range(0, 14)
                                              from sku in new[] { "S1", "S2", "S3" }
                                              select BoardData.Line($"{sku}-{day}", sku, "lina", 100, 10, Last.AddDays(-day))]);
        void Stock(Showrunner.Ledger.Loading.Stage stage, string sku, long pieces, int daysAgo) => stage.Add(new GoodsDraft { ProductNo = "P" + sku, Day = Last.AddDays(-daysAgo), Stock = pieces });
        await LoadFactsTests.Load(app, 2, stage => { Stock(stage, "S1", 30, 1); Stock(stage, "S2", 500, 1); Stock(stage, "S3", 30, 20); });
        using var scope = app.Services.CreateScope();
        var found = Assert.Single(await FindLowStock.Handle(await Open(app, scope), FindingScope.Market, Last, default));
        Assert.Equal(("Product S1", 30, 140, -1100), (found.Name, found.Observed, found.Expected, found.EffectMinor)); // 3 of 14 days: 11 × 100 at stake
    }

    [Theory, Databases]
    public async Task A_code_that_got_round_is_told_and_a_jump_at_the_usual_price_is_not(string database)
    {
        await using var app = await TestApp.Start(database);
        string[] creators = ["lina", "budi", "sari", "dewi", "agus"];
        var number = 0;
        OrderLineDraft Sold(string creator, int daysAgo, long gmv) => BoardData.Line($"{++number}", "S" + number % 3, creator, gmv, 1, Last.AddDays(-daysAgo), channel: Channel.Showcase);
        await LoadFactsTests.Load(app, 1,
        [
            .. from daysAgo in Enumerable.Range(0, 70) from creator in creators where daysAgo is not (2 or 3) || creator is not ("lina" or "budi") from _ in Enumerable.Range(0, 3) select Sold(creator, daysAgo, 100),
            .. from daysAgo in new[] { 2, 3 } from _ in Enumerable.Range(0, 30) from sale in new[] { Sold("lina", daysAgo, 70), Sold("budi", daysAgo, 100) } select sale,
        ]);
        using var scope = app.Services.CreateScope();
        var open = await Open(app, scope);
        var found = Assert.Single(await FindLeakedCodes.Handle(open, FindingScope.Market, Last, default));
        Assert.Equal(("lina", 60, new DayRange(Last.AddDays(-3), Last.AddDays(-2))), (found.Name, found.Observed, found.Days));
        Assert.InRange(found.EffectMinor, -1810, -1790); // 60 lines, 30 less each
        Assert.InRange(found.Expected, 4, 9);
        Assert.Equal(["channel", "product", "product", "product"], found.Causes.Select(c => c.Dimension));
        Assert.False(FindingWords.IsGood(found));
        Assert.Empty(await FindLeakedCodes.Handle(open, FindingScope.Market, Last.AddDays(-7), default));
    }

    [Theory, Databases]
    public async Task A_product_that_sells_well_for_each_view_but_is_seen_little_is_told(string database)
    {
        await using var app = await TestApp.Start(database);
        await LoadFactsTests.Load(app, 1, BoardData.Line("A", "S0", "lina", 300, 3, Last));
        void Video(Showrunner.Ledger.Loading.Stage stage, int product, long views, long gmv, long items) => stage.Add(new ContentDraft
        {
            ContentNo = "V" + product,
            CreatorHandle = "lina",
            ProductNo = "P" + product,
            ProductName = "Product " + product,
            Day = Last.AddDays(-3),
            PostedAt = new DateTimeOffset(Last.AddDays(-3), new TimeOnly(4, 0), TimeSpan.Zero),
            From = Last.AddDays(-27),
            To = Last,
            Views = views,
            GmvMinor = gmv,
            Items = items,
        });
        await LoadFactsTests.Load(app, 2, stage =>
        {
            foreach (var n in Enumerable.Range(1, 10)) Video(stage, n, 100_000, 1_000_000, 200);
            Video(stage, 11, 10_000, 400_000, 80); // four times as much a view, a tenth of the views
            Video(stage, 12, 10_000, 400_000, 8); // too few sales to believe it
            Video(stage, 13, 90_000, 3_600_000, 700); // seen already
        });
        using var scope = app.Services.CreateScope();
        var found = Assert.Single(await FindTraffic.Handle(await Open(app, scope), FindingScope.Market, Last, default));
        Assert.Equal(("Product 11", 10_000, 100_000), (found.Name, found.Observed, found.Expected));
        Assert.InRange(found.EffectMinor, 1_300_000, 1_500_000); // half of 90 times 40,000, less its uncertainty
    }

    [Theory, Databases]
    public async Task A_hashtag_that_spreads_among_creators_is_told_and_one_that_few_repeat_is_not(string database)
    {
        await using var app = await TestApp.Start(database);
        var number = 0;
        void Video(Showrunner.Ledger.Loading.Stage stage, int week, int creator, string title) => stage.Add(new ContentDraft
        {
            ContentNo = $"V{++number}",
            Title = title,
            CreatorHandle = $"creator{creator}",
            Day = Last.AddDays(-7 * week),
            PostedAt = new DateTimeOffset(Last.AddDays(-7 * week), new TimeOnly(4, 0), TimeSpan.Zero),
            From = Last.AddDays(-7 * week),
            To = Last.AddDays(1 - 7 * week),
            GmvMinor = 1000,
        });
        await LoadFactsTests.Load(app, 1, stage =>
        {
            for (var week = 0; week < 8; week++)
                for (var creator = 0; creator < 60; creator++)
                    Video(stage, week, creator, "Mở hộp #Quạt #quạt" + (creator % 3 == 0 ? " #review" : "") + (week == 0 && creator < 24 ? " #NhàXinh!" : ""));
            for (var again = 0; again < 40; again++) Video(stage, 0, 1, "#chỉmình");
        });
        using var scope = app.Services.CreateScope();
        var open = await Open(app, scope);
        var found = Assert.Single(await FindHashtags.Handle(open, FindingScope.Market, Last, default));
        Assert.Equal(("nhàxinh", 24, 0, 24_000, "hashtag_new|hashtag|nhàxinh"), (found.Name, found.Observed, found.Expected, found.EffectMinor, found.Key));
        Assert.Equal([0, 0, 0, 0, 0, 0, 0, 24], found.History);
        // A month later it is usual, or gone.
        Assert.Empty(await FindHashtags.Handle(open, FindingScope.Market, Last.AddDays(28), default));
    }
}
