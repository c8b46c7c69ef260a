using Showrunner.Demo;
using Showrunner.Ledger;

namespace Showrunner.Tests.Demo;

public sealed class DemoMarketTests
{
    [Fact]
    public void The_same_seed_tells_the_same_market_and_another_seed_another()
    {
        Assert.Equal(Sums("ID", 7), Sums("ID", 7));
        Assert.NotEqual(Sums("ID", 7), Sums("ID", 8));
    }

    [Theory, InlineData("ID"), InlineData("DE"), InlineData("US"), InlineData("VN")]
    public void Tells_about_as_much_as_was_asked_and_no_name_twice(string code)
    {
        var demo = DemoFixture.Market(code);
        var (lines, handles, orders) = (0L, new Dictionary<string, string>(), new HashSet<string>());
        var products = new List<string>();
        demo.Tell(p => products.Add(p.Name), line => { lines++; orders.Add(line.OrderNo + line.SkuNo); }, c => Assert.Equal(c.CreatorName, handles[c.CreatorHandle] = c.CreatorName));
        Assert.InRange(lines, demo.ExpectedLines * 0.9, demo.ExpectedLines * 1.1);
        Assert.Equal(products.Count, products.Distinct().Count());
        Assert.InRange(orders.Count, lines * 0.99, lines);
        Assert.Matches("^[a-z0-9._]+$", string.Concat(handles.Keys));
    }

    [Theory, InlineData("ID"), InlineData("VN")]
    public void Some_sales_belong_to_partner_campaigns_of_some_creators_products_and_days(string code)
    {
        List<(string No, string Name, DateOnly Day, string Creator, string Product)> of = [];
        var all = 0;
        DemoFixture.Market(code).Tell(_ => { }, line => { all++; if (line.CampaignNo.Length > 0) of.Add((line.CampaignNo, line.CampaignName, line.Day, line.CreatorHandle, line.ProductNo)); }, _ => { });
        var campaigns = of.GroupBy(line => (line.No, line.Name)).ToList();
        Assert.InRange(campaigns.Count, 2, 4);
        Assert.InRange(of.Count, all / 200, all / 5);
        Assert.All(campaigns, c => Assert.InRange(c.Select(line => line.Creator).Distinct().Count(), 1, 15));
        Assert.All(campaigns, c => Assert.InRange(c.Select(line => line.Product).Distinct().Count(), 1, 12));
        Assert.All(campaigns, c => Assert.InRange(c.Max(line => line.Day).DayNumber - c.Min(line => line.Day).DayNumber + 1, 1, 110));
        Assert.Equal(DemoFixture.End, of.Max(line => line.Day));
    }

    [Fact]
    public void The_minutes_of_every_LIVE_add_up_to_its_figures()
    {
        var demo = DemoFixture.Market("VN");
        var lives = 0;
        demo.Tell(_ => { }, _ => { }, live =>
        {
            if (live.Kind != ContentKind.Live) return;
            var minutes = demo.MinutesOf(live).ToList();
            Assert.Equal(((int)live.DurationSeconds! / 60, live.Views, live.Orders, live.Items, live.GmvMinor, live.ProductClicks, live.PeakViewers),
                (minutes.Count, minutes.Sum(m => m.Views), minutes.Sum(m => m.Orders), minutes.Sum(m => m.Items), minutes.Sum(m => m.GmvMinor), minutes.Sum(m => m.ProductClicks), minutes.Max(m => m.Viewers)));
            lives++;
        });
        Assert.True(lives > 50);
    }

    [Fact]
    public void A_hundred_thousand_handles_are_all_different()
    {
        var handles = new HashSet<string>();
        for (var i = 0; i < 100_000; i++) Assert.True(handles.Add(DemoNames.Handle(Showrunner.Demo.Words.Indonesia.Words, i)));
    }

    [Theory, InlineData("2026-11-22", "2026-11-11"), InlineData("2026-08-30", "2026-08-08"), InlineData("2026-03-03", "2026-02-18")]
    public void The_promotion_is_the_last_double_day_or_a_wednesday(string end, string promotion) =>
        Assert.Equal(Day(promotion), DemoCalendar.PromotionOf(Day(end)));

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static (long, long, long, long) Sums(string code, int seed)
    {
        var (lines, gmv, hash, views) = (0L, 0L, 0L, 0L);
        DemoFixture.Market(code, seed).Tell(_ => { }, line => { lines++; gmv += line.GmvMinor; hash = hash * 31 + line.OrderedAt.Ticks + line.RefundMinor; }, content => views += content.Views ?? 0);
        return (lines, gmv, hash, views);
    }
}
