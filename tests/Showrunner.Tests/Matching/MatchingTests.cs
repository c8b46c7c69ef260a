using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Showrunner.Creators;
using Showrunner.Markets;
using Showrunner.Matching;
using Showrunner.Matching.Planning;
using Showrunner.Shops;
using Showrunner.Tests.Demo;
using Showrunner.Tests.Imports;

namespace Showrunner.Tests.Matching;

/// <summary>On the demo market, as ReadMarket learns it.</summary>
public sealed class MatchingTests(DemoFixture demo) : IClassFixture<DemoFixture>
{
    private static Task<long> Product(TestApp app) => app.InDb(db => (from product in db.Products join market in db.Markets on product.MarketId equals market.Id where market.Code == "ID" orderby product.Id select product.Id).Skip(3).FirstAsync());

    [Theory, Databases]
    public async Task Creators_are_ranked_by_what_an_offer_brings_with_reasons_and_those_left_out_are_told(string database)
    {
        var app = demo.On(database);
        var id = await Product(app);
        using var manager = await app.SignInAs("manager", "ID");
        var ranked = (await manager.GetFromJsonAsync<RankCreators.Response>($"/api/matching/products/{id}?top=25"))!;
        Assert.Equal(("ID", true, true), (ranked.Market, ranked.KnowsAnswers, ranked.KnowsSales));
        Assert.Equal(25, ranked.Creators.Count);
        Assert.Equal(ranked.Creators.OrderByDescending(c => c.ValueMinor).Select(c => c.Creator.Id), ranked.Creators.Select(c => c.Creator.Id));
        Assert.All(ranked.Creators, c => Assert.True(c.Accept is > 0 and < 1 && c.Post is > 0 and < 1 && c.LowMinor <= c.GmvMinor && c.GmvMinor <= c.HighMinor && c.Reasons.Count > 0));
        Assert.Equal(await app.InDb(db => (from creator in db.Creators join market in db.Markets on creator.MarketId equals market.Id where market.Code == "ID" && creator.MergedIntoId == null select creator).CountAsync()), ranked.Considered + ranked.LeftOutCounts.Values.Sum());
        // Value = accept × (post × GMV × (margin − commission) × (1 − returns) − sample), as the page says.
        var first = ranked.Creators[0];
        var kept = (ranked.Margin - (ranked.Product.Commission ?? 0)) * (1 - ranked.Product.Returned);
        Assert.Equal(first.ValueMinor, first.Accept * (first.Post * first.GmvMinor * kept - ranked.SampleMinor), 0.002 * Math.Abs(first.ValueMinor) + 5);
        var seller = ranked.LeftOut.First(l => l.Why == "already_sells");
        Assert.DoesNotContain(ranked.Creators, c => c.Creator.Id == seller.Creator.Id);
        var asked = (await manager.GetFromJsonAsync<RankCreators.Response>($"/api/matching/products/{id}?q=@{seller.Creator.Handle}"))!;
        Assert.Contains(asked.LeftOut, l => l.Creator.Id == seller.Creator.Id && l.Why == "already_sells");
    }

    [Theory, Databases]
    public async Task A_creator_who_declined_is_no_longer_offered_anything(string database)
    {
        await using var app = await TestApp.Start(database);
        await DemoFixture.Load(app, DemoFixture.Size);
        var id = await Product(app);
        using var manager = await app.SignInAs("manager", "ID");
        var best = (await manager.GetFromJsonAsync<RankCreators.Response>($"/api/matching/products/{id}?top=1"))!.Creators[0].Creator;
        await app.InDb(db => db.Creators.Where(c => c.Id == best.Id).ExecuteUpdateAsync(c => c.SetProperty(x => x.Stage, CreatorStage.Declined)));
        var ranked = (await manager.GetFromJsonAsync<RankCreators.Response>($"/api/matching/products/{id}?q={best.Handle}"))!;
        Assert.DoesNotContain(ranked.Creators, c => c.Creator.Id == best.Id);
        Assert.Contains(ranked.LeftOut, l => l.Creator.Id == best.Id && l.Why == "out");
    }

    [Theory, Databases]
    public async Task Products_are_ranked_for_a_creator(string database)
    {
        var app = demo.On(database);
        using var manager = await app.SignInAs("manager", "ID");
        var creator = await app.InDb(db => (from one in db.Creators join market in db.Markets on one.MarketId equals market.Id where market.Code == "ID" orderby one.Id select one.Id).FirstAsync());
        var ranked = (await manager.GetFromJsonAsync<RankProducts.Response>($"/api/matching/creators/{creator}?top=10"))!;
        Assert.Equal(creator, ranked.Creator.Id);
        Assert.Equal(ranked.Products.OrderByDescending(p => p.Value.ValueMinor).Select(p => p.Product.Id), ranked.Products.Select(p => p.Product.Id));
        var shop = ranked.Products[0].Product.ShopId;
        Assert.All((await manager.GetFromJsonAsync<RankProducts.Response>($"/api/matching/creators/{creator}?shop={shop}"))!.Products, p => Assert.Equal(shop, p.Product.ShopId));
        // The same pair is worth the same from either side.
        var other = (await manager.GetFromJsonAsync<RankCreators.Response>($"/api/matching/products/{ranked.Products[0].Product.Id}?q={ranked.Creator.Handle}"))!;
        Assert.Equal(ranked.Products[0].Value.ValueMinor, Assert.Single(other.Creators, c => c.Creator.Id == creator).ValueMinor);
    }

    [Theory, Databases]
    public async Task The_page_says_why_in_every_language_and_leads_on(string database)
    {
        var app = demo.On(database);
        var id = await Product(app);
        foreach (var (language, why) in new[] { ("en", "sells"), ("id", "menjual"), ("de", "verkauft") })
        {
            using var manager = await app.SignInAs("manager", "ID");
            await app.InDb(db => db.Set<Showrunner.Accounts.Person>().ExecuteUpdateAsync(p => p.SetProperty(x => x.Language, language)));
            Assert.Contains("/matching?product=", await manager.Read("/matching?market=ID"), StringComparison.Ordinal);
            var page = await manager.Read($"/matching?market=ID&product={id}");
            Assert.Contains(why, page, StringComparison.Ordinal);
            Assert.Contains("/creators/", page, StringComparison.Ordinal);
        }
        using var analyst = await app.SignInAs("analyst", "ID");
        Assert.Contains($"/matching?product={id}", (await analyst.Read($"/products/{id}?market=ID")).Replace("&amp;", "&", StringComparison.Ordinal).Replace("market=ID&", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task Nobody_sees_matches_of_a_market_that_is_not_his(string database)
    {
        var app = demo.On(database);
        var id = await Product(app);
        using var stranger = await app.SignInAs("manager", "DE");
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(new Uri($"/api/matching/products/{id}", UriKind.Relative))).StatusCode);
        using var viewer = await app.SignInAs("viewer", "ID");
        Assert.Equal(HttpStatusCode.Forbidden, (await viewer.GetAsync(new Uri($"/api/matching/products/{id}", UriKind.Relative))).StatusCode);
        using var manager = await app.SignInAs("manager", "ID");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await manager.GetAsync(new Uri($"/api/matching/products/{id}?top=0", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await manager.GetAsync(new Uri($"/api/matching/products/{id}?margin=140", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync(new Uri("/api/matching/creators/999999", UriKind.Relative))).StatusCode);
    }

    [Theory, Databases]
    public async Task A_plan_keeps_its_limits_tells_what_binds_and_goes_to_excel(string database)
    {
        var app = demo.On(database);
        using var manager = await app.SignInAs("manager", "ID");
        var plan = (await manager.GetFromJsonAsync<PlanOffers.Response>("/api/matching/plan?market=ID&quota=15&samples=3&perCreator=2&newShare=20"))!; // PlanOffers
        Assert.NotEmpty(plan.Offers);
        Assert.InRange(plan.Gap, 0, 0.05);
        Assert.True(plan.Contacts <= 15 && plan.ValueMinor <= plan.BoundMinor);
        Assert.Equal(plan.ValueMinor, plan.Offers.Sum(o => o.ValueMinor), 100d);
        Assert.All(plan.Offers.GroupBy(o => o.Creator.Id), g => Assert.InRange(g.Count(), 1, 2));
        Assert.All(plan.Offers.GroupBy(o => o.Product.Id), g => Assert.InRange(g.Count(), 1, 3));
        Assert.All(plan.Offers, o => Assert.True(o.ValueMinor > 0));
        var people = plan.Offers.DistinctBy(o => o.Creator.Id).ToList();
        Assert.True(people.Count(o => o.IsNew) >= 0.2 * people.Count);
        Assert.Contains(plan.Uses, u => u.Limit == "contacts" && u.Most == 15);
        var wider = (await manager.GetFromJsonAsync<PlanOffers.Response>("/api/matching/plan?market=ID&quota=60&samples=3&perCreator=2&newShare=20"))!;
        Assert.True(wider.ValueMinor > plan.ValueMinor);
        var page = await manager.Read("/matching/plan?market=ID&quota=15&samples=3&perCreator=2&newShare=20");
        Assert.Contains("@" + plan.Offers[0].Creator.Handle, page, StringComparison.Ordinal);
        Assert.Contains("/matching/plan/export?", page, StringComparison.Ordinal);
        var csv = await manager.Read("/matching/plan/export?market=ID&quota=15&samples=3&perCreator=2&newShare=20&format=csv"); // ExportPlan
        Assert.Equal(plan.Offers.Count + 1, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await manager.GetAsync(new Uri("/api/matching/plan?market=ID&quota=-1", UriKind.Relative))).StatusCode);
        var none = (await manager.GetFromJsonAsync<PlanOffers.Response>("/api/matching/plan?market=ID&quota=0&samples=0"))!;
        Assert.Empty(none.Offers);
        using var stranger = await app.SignInAs("manager", "DE");
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(new Uri("/api/matching/plan?market=ID", UriKind.Relative))).StatusCode);
    }
}
