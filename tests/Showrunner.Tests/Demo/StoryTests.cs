using Showrunner.Demo;
using Showrunner.Metrics;
using Showrunner.Platform;

namespace Showrunner.Tests.Demo;

/// <summary>What the story says, the figures show.</summary>
public sealed class StoryTests(DemoFixture demo) : IClassFixture<DemoFixture>
{
    private static DateOnly End => DemoFixture.End;
    private static DayRange Last(int days, int before = 0) => new(End.AddDays(1 - days - before), End.AddDays(-before));

    [Theory, Databases]
    public async Task The_promotion_day_sells_about_four_times_its_neighbours_and_more_comes_back(string database)
    {
        var app = demo.On(database);
        foreach (var market in new[] { "ID", "DE", "US" })
        {
            var promotion = DemoFixture.Market(market).Story.Promotion;
            Assert.Equal(new DateOnly(2026, 11, 11), promotion);
            var days = await DemoFixture.Ask(app, market, q => q with { Grain = "day" }, new DayRange(promotion.AddDays(-7), promotion.AddDays(7)), "gmv");
            var day = days.Rows[7].Values[0]!.Value;
            var usual = days.Rows.Where(r => r.Bucket != promotion).Average(r => r.Values[0]!.Value);
            Assert.InRange(day / usual, 2.6m, 5.5m);
        }
        var (onTheDay, weeksBefore) = (0m, 0m);
        foreach (var market in DemoMarket.Markets)
        {
            onTheDay += (await DemoFixture.Ask(app, market, q => q, new DayRange(new(2026, 11, 11), new(2026, 11, 11)), "refund_rate"))["refund_rate"]!.Value;
            weeksBefore += (await DemoFixture.Ask(app, market, q => q, new DayRange(new(2026, 10, 1), new(2026, 10, 31)), "refund_rate"))["refund_rate"]!.Value;
        }
        Assert.True(onTheDay > 1.15m * weeksBefore, $"{onTheDay} against {weeksBefore}");
    }

    [Theory, Databases]
    public async Task One_star_falls_to_a_third_while_his_market_grows(string database)
    {
        foreach (var market in new[] { "ID", "DE", "US" })
        {
            var story = DemoFixture.Market(market).Story;
            Assert.Equal(Last(28).From, story.FallsFrom);
            var creators = await DemoFixture.Ask(demo.On(database), market, q => q with { By = ["creator"], Compare = "previous" }, Last(28), "gmv");
            var star = creators.Rows.Single(r => r.Labels[0] == story.AtRisk);
            Assert.InRange(star.Values[0]!.Value / star.Before[0]!.Value, 0.12m, 0.5m);
            Assert.True(creators.Rows.Count(r => r.Before[0] > star.Before[0]) < 6, "the star was not among the first");
            Assert.True(creators.Rows.Sum(r => r.Values[0]) > creators.Rows.Sum(r => r.Before[0]));
        }
    }

    [Theory, Databases]
    public async Task One_product_comes_back_once_in_four_since_its_bad_batch(string database)
    {
        foreach (var market in new[] { "ID", "US" })
        {
            var story = DemoFixture.Market(market).Story;
            var since = await DemoFixture.Ask(demo.On(database), market, q => q with { By = ["product"] }, new DayRange(story.BadBatch, End.AddDays(-14)), "items_refund_rate", "items");
            var before = await DemoFixture.Ask(demo.On(database), market, q => q with { By = ["product"] }, new DayRange(story.Days.From, story.BadBatch.AddDays(-1)), "items_refund_rate");
            Assert.InRange(since.Rows.Single(r => r.Labels[0] == story.Returned).Values[0]!.Value, 0.14m, 0.36m);
            Assert.InRange(before.Rows.Single(r => r.Labels[0] == story.Returned).Values[0]!.Value, 0m, 0.13m);
            Assert.True(since.Rows.Where(r => r.Labels[0] != story.Returned).Average(r => r.Values[0]) < 0.1m);
        }
    }

    [Theory, Databases]
    public async Task One_product_takes_off(string database)
    {
        foreach (var market in new[] { "ID", "DE", "US" })
        {
            var story = DemoFixture.Market(market).Story;
            var products = await DemoFixture.Ask(demo.On(database), market, q => q with { By = ["product"], Compare = "previous" }, Last(14), "items");
            var rising = products.Rows.Single(r => r.Labels[0] == story.Rising);
            Assert.True(rising.Values[0] > 2.5m * rising.Before[0], $"{rising.Values[0]} against {rising.Before[0]}");
            var earlier = await DemoFixture.Ask(demo.On(database), market, q => q with { By = ["product"] }, story.Days with { To = story.Listing.AddDays(-1) }, "items");
            Assert.DoesNotContain(earlier.Rows, r => r.Labels[0] == story.Rising);
        }
    }

    [Theory, Databases]
    public async Task The_market_grows_and_buys_most_at_the_weekend_and_after_pay_day(string database)
    {
        var app = demo.On(database);
        var story = DemoFixture.Market("ID").Story;
        var first = await DemoFixture.Ask(app, "ID", q => q, new DayRange(story.Days.From, story.Days.From.AddDays(27)), "gmv");
        var last = await DemoFixture.Ask(app, "ID", q => q, Last(28, before: 28), "gmv");
        Assert.InRange(last["gmv"]!.Value / first["gmv"]!.Value, 1.3m, 2.4m);
        var days = (await DemoFixture.Ask(app, "ID", q => q with { Grain = "day" }, story.Days, "order_lines")).Rows
            .Where(r => r.Bucket != story.Promotion && r.Bucket!.Value.Day != r.Bucket.Value.Month).ToList();
        Assert.True(Mean(days, d => d.DayOfWeek is DayOfWeek.Sunday or DayOfWeek.Saturday) > 1.08m * Mean(days, d => d.DayOfWeek is DayOfWeek.Monday or DayOfWeek.Tuesday));
        Assert.True(Mean(days, d => d.Day is >= 25 or 1) > 1.15m * Mean(days, d => d.Day is > 1 and < 25));
    }

    [Theory, Databases]
    public async Task Few_creators_sell_much_on_every_channel_to_buyers_who_come_again(string database)
    {
        var app = demo.On(database);
        var days = DemoFixture.Market("ID").Story.Days;
        var creators = await DemoFixture.Ask(app, "ID", q => q with { By = ["creator"], Sort = "-gmv" }, days, "gmv");
        var share = creators.Rows.Take(creators.Rows.Count / 10).Sum(r => r.Values[0]) / creators.Rows.Sum(r => r.Values[0]);
        Assert.InRange(share!.Value, 0.35m, 0.75m);
        var all = await DemoFixture.Ask(app, "ID", q => q, days, "gmv", "gmv_live", "gmv_video", "gmv_product_card", "gmv_showcase", "customers", "orders", "commission_rate");
        foreach (var channel in new[] { "gmv_live", "gmv_video", "gmv_product_card", "gmv_showcase" }) Assert.InRange(all[channel]!.Value / all["gmv"]!.Value, 0.05m, 0.6m);
        Assert.InRange(all["orders"]!.Value / all["customers"]!.Value, 1.2m, 4m);
        Assert.InRange(all["commission_rate"]!.Value, 0.06m, 0.2m);
    }

    private static decimal Mean(List<MetricRow> days, Func<DateOnly, bool> which) => days.Where(d => which(d.Bucket!.Value)).Average(d => d.Values[0]!.Value);
}
