using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Showrunner.Campaigns;
using Showrunner.Creators;
using Showrunner.Markets;
using Showrunner.Matching;
using Showrunner.Matching.Alike;
using Showrunner.Matching.Workbench;
using Showrunner.Shops;
using Showrunner.Tests.Demo;
using Showrunner.Tests.Imports;

namespace Showrunner.Tests.Matching;

/// <summary>Rankings for ranges, filters, comparing two and look-alikes, on the demo market.</summary>
public sealed class WorkbenchTests(DemoFixture demo) : IClassFixture<DemoFixture>
{
    private static Task<long> Market(TestApp app) => app.InDb(db => db.Markets.Where(m => m.Code == "ID").Select(m => m.Id).SingleAsync());

    private static async Task<long> Product(TestApp app)
    {
        var market = await Market(app);
        return await app.InDb(db => db.Products.Where(p => p.MarketId == market).OrderBy(p => p.Id).Select(p => p.Id).Skip(3).FirstAsync());
    }

    private static async Task<int> Creators(TestApp app)
    {
        var market = await Market(app);
        return await app.InDb(db => db.Creators.CountAsync(c => c.MarketId == market && c.MergedIntoId == null));
    }

    private static Uri At(string path) => new(path, UriKind.Relative);

    [Theory, Databases]
    public async Task A_range_offers_each_creator_what_suits_him_best_of_it(string database)
    {
        var app = demo.On(database);
        var market = await Market(app);
        var shop = await app.InDb(db => db.Products.Where(p => p.MarketId == market && p.ShopId != 0).GroupBy(p => p.ShopId).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Select(g => g.Key).FirstAsync());
        var campaign = await app.InDb(db => db.Campaigns.Where(c => c.MarketId == market).OrderBy(c => c.Id).Select(c => c.Id).FirstAsync());
        using var manager = await app.SignInAs("manager", "ID");
        var ofShop = (await manager.GetFromJsonAsync<RankForRange.Response>($"/api/matching/shops/{shop}?top=30"))!;
        var ofCampaign = (await manager.GetFromJsonAsync<RankForRange.Response>($"/api/matching/campaigns/{campaign}?top=10"))!;
        Assert.Equal(("ID", "shop", shop, "campaign"), (ofShop.Market, ofShop.Of, ofShop.Id, ofCampaign.Of));
        Assert.True(ofShop.AllProducts > 1 && ofCampaign.AllProducts > 1 && ofCampaign.Creators.Count > 0);
        foreach (var range in new[] { ofShop, ofCampaign })
        {
            Assert.Equal(range.Creators.OrderByDescending(c => c.Value.ValueMinor).Select(c => c.Value.Creator.Id), range.Creators.Select(c => c.Value.Creator.Id));
            Assert.Equal(await Creators(app), range.Considered + range.LeftOutCounts.Values.Sum());
            Assert.All(range.Creators, c => Assert.True(c.Value.Reasons.Count > 0 && c.Others.All(o => o.ValueMinor <= c.Value.ValueMinor && o.Product.Id != c.Best.Id)));
        }
        Assert.All(ofShop.Creators, c => Assert.Equal(shop, c.Best.ShopId));
        var last = ofShop.Creators[^1];
        var own = (await manager.GetFromJsonAsync<RankProducts.Response>($"/api/matching/creators/{last.Value.Creator.Id}?shop={shop}&top=200"))!.Products;
        Assert.Equal((own[0].Product.Id, own[0].Value.ValueMinor), (last.Best.Id, last.Value.ValueMinor));
        Assert.Equal(own.Count(p => p.Value.ValueMinor > 0), last.WorthIt);
        Assert.Contains($"shop={shop}", await manager.Read($"/shops/{shop}?market=ID"), StringComparison.Ordinal);
        Assert.Contains($"campaign={campaign}", await manager.Read($"/campaigns/{campaign}?market=ID"), StringComparison.Ordinal);
        foreach (var page in new[] { $"/matching?market=ID&shop={shop}", $"/matching?market=ID&campaign={campaign}" })
            Assert.Contains("/matching?", await manager.Read(page), StringComparison.Ordinal);
        using var stranger = await app.SignInAs("manager", "DE");
        foreach (var path in new[] { $"/api/matching/shops/{shop}", $"/api/matching/campaigns/{campaign}", "/api/matching/campaigns/999999", "/api/matching/shops/999999" })
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(At(path))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await manager.GetAsync(At($"/api/matching/shops/{shop}?top=500"))).StatusCode);
    }

    [Theory, Databases]
    public async Task The_directorys_filters_mean_the_same_in_rankings_and_those_they_leave_out_are_counted(string database)
    {
        var app = demo.On(database);
        var id = await Product(app);
        using var manager = await app.SignInAs("manager", "ID");
        var all = (await manager.GetFromJsonAsync<RankCreators.Response>($"/api/matching/products/{id}?top=200"))!;
        var some = await app.InDb(db => db.Creators.Where(c => c.Id == all.Creators[0].Creator.Id).SingleAsync());
        var whole = await Creators(app);
        foreach (var filter in new[] { "followersFrom=5k", $"language={some.Language}&category={Uri.EscapeDataString(some.Category)}", "stage=none&followersTo=50k", "owner=me", "growing=1", "gmvFrom=1" })
        {
            var ranked = (await manager.GetFromJsonAsync<RankCreators.Response>($"/api/matching/products/{id}?top=200&from=2026-10-25&to=2026-11-21&{filter}"))!; // ChooseCreators
            var listed = (await manager.GetFromJsonAsync<ListCreators.Response>($"/api/creators?market=ID&from=2026-10-25&to=2026-11-21&{filter}"))!;
            Assert.Equal((filter, whole - listed.Count), (filter, (long)ranked.LeftOutCounts.GetValueOrDefault("filtered")));
            Assert.Equal(whole, ranked.Considered + ranked.LeftOutCounts.Values.Sum());
            Assert.Equal(ranked.Creators.Select(c => c.Creator.Id), all.Creators.Select(c => c.Creator.Id).Where(ranked.Creators.Select(c => c.Creator.Id).ToHashSet().Contains));
        }
        Assert.All((await manager.GetFromJsonAsync<RankCreators.Response>($"/api/matching/products/{id}?followersFrom=5k"))!.Creators, c => Assert.True(c.Creator.Followers >= 5_000));
        var none = (await manager.GetFromJsonAsync<RankCreators.Response>($"/api/matching/products/{id}?owner=me"))!;
        Assert.Equal((0, whole), (none.Creators.Count, none.LeftOutCounts["filtered"]));
        // A keyword speaks of nobody else.
        var one = (await manager.GetFromJsonAsync<RankCreators.Response>($"/api/matching/products/{id}?q={some.Handle}"))!;
        Assert.Contains(one.Creators, c => c.Creator.Id == some.Id);
        Assert.False(one.LeftOutCounts.ContainsKey("filtered"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await manager.GetAsync(At($"/api/matching/products/{id}?followersFrom=many"))).StatusCode);
        Assert.Contains("followersFrom", await manager.Read($"/matching?market=ID&product={id}&followersFrom=5k"), StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task Everybody_who_is_left_out_can_be_looked_up_with_what_keeps_him_out(string database)
    {
        var app = demo.On(database);
        var id = await Product(app);
        using var manager = await app.SignInAs("manager", "ID");
        var brief = (await manager.GetFromJsonAsync<RankCreators.Response>($"/api/matching/products/{id}"))!;
        Assert.All(brief.LeftOut.GroupBy(l => l.Why), g => Assert.InRange(g.Count(), 1, 5));
        var whole = (await manager.GetFromJsonAsync<RankCreators.Response>($"/api/matching/products/{id}?leftOut=already_sells"))!;
        var sellers = whole.LeftOut.Where(l => l.Why == "already_sells").ToList();
        Assert.Equal(whole.LeftOutCounts["already_sells"], sellers.Count);
        Assert.Equal(sellers.OrderByDescending(l => l.GmvMinor).Select(l => l.GmvMinor), sellers.Select(l => l.GmvMinor));
        Assert.True(sellers[0].GmvMinor > 0);
        Assert.Contains("@" + sellers[^1].Creator.Handle, await manager.Read($"/matching?market=ID&product={id}&leftOut=already_sells"), StringComparison.Ordinal);
        var goods = (await manager.GetFromJsonAsync<RankProducts.Response>($"/api/matching/creators/{sellers[0].Creator.Id}?leftOut=already_sells"))!;
        Assert.Contains(goods.LeftOut, l => l.Product.Id == id && l.GmvMinor == sellers[0].GmvMinor);
        Assert.DoesNotContain(goods.Products, p => p.Product.Id == id);
    }

    [Theory, Databases]
    public async Task Two_creators_are_compared_and_their_rows_make_up_the_difference(string database)
    {
        var app = demo.On(database);
        var id = await Product(app);
        using var manager = await app.SignInAs("manager", "ID");
        var ranked = (await manager.GetFromJsonAsync<RankCreators.Response>($"/api/matching/products/{id}?top=40"))!;
        var (best, other) = (ranked.Creators[0], ranked.Creators[30]);
        var compared = (await manager.GetFromJsonAsync<CompareCreators.Response>($"/api/matching/compare?product={id}&creator={other.Creator.Id}&creator={best.Creator.Id}"))!;
        Assert.Equal([other.ValueMinor, best.ValueMinor], compared.Creators.Select(c => c.Value.ValueMinor));
        Assert.Equal((best.Creator.Id, best.ValueMinor - other.ValueMinor), (compared.Verdict.Ahead, compared.Verdict.ByMinor));
        // In each part the rows multiply to what sets the two apart: amounts, and odds.
        var (one, two) = (compared.Creators[0].Value, compared.Creators[1].Value);
        Close((double)one.GmvMinor / two.GmvMinor, Ratio("gmv"), 0.01);
        Close(Odds(one.Accept) / Odds(two.Accept), Ratio("accept"), 1e-6);
        Close(Odds(one.Post) / Odds(two.Post), Ratio("post"), 1e-6);
        var decides = compared.Rows[compared.Verdict.Row!.Value];
        Assert.Equal(compared.Verdict.Part, decides.Part);
        Assert.True(decides.For[1].Times > decides.For[0].Times);
        foreach (var (language, ahead) in new[] { ("en", "is ahead by"), ("id", "unggul"), ("de", "vorn, vor allem wegen") })
        {
            await app.InDb(db => db.Set<Showrunner.Accounts.Person>().ExecuteUpdateAsync(p => p.SetProperty(x => x.Language, language)));
            var page = await manager.Read($"/matching/compare?market=ID&product={id}&creator={other.Creator.Id}&creator={best.Creator.Id}"); // ComparePage
            Assert.Contains($"@{best.Creator.Handle} ", page, StringComparison.Ordinal);
            Assert.Contains(ahead, page, StringComparison.Ordinal);
            Assert.DoesNotContain("match.row.", page, StringComparison.Ordinal);
            Assert.DoesNotContain("match.reason.", page, StringComparison.Ordinal);
            Assert.Contains("/matching?", await manager.Read($"/matching/compare?market=ID&product={id}&creator={best.Creator.Id}"), StringComparison.Ordinal);
        }
        var sells = ranked.LeftOut.First(l => l.Why == "already_sells").Creator.Id;
        var only = (await manager.GetFromJsonAsync<CompareCreators.Response>($"/api/matching/compare?product={id}&creator={sells}&creator={other.Creator.Id}"))!;
        Assert.Equal((other.Creator.Id, "only", "already_sells"), (only.Verdict.Ahead, only.Verdict.Why, only.Creators[0].LeftOut!.Why));
        foreach (var (query, status) in new[] { ($"product={id}&creator={sells}", 422), ($"product={id}&creator={sells}&creator={sells}", 422), ($"product={id}&creator={sells}&creator=999999", 404), ($"product=999999&creator={sells}&creator={best.Creator.Id}", 404) })
            Assert.Equal(status, (int)(await manager.GetAsync(At("/api/matching/compare?" + query))).StatusCode);
        using var stranger = await app.SignInAs("manager", "DE");
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(At($"/api/matching/compare?product={id}&creator={sells}&creator={best.Creator.Id}"))).StatusCode);

        double Ratio(string part) => compared.Rows.Where(r => r.Part == part).Aggregate(1.0, (ratio, r) => ratio * r.For[0].Times / r.For[1].Times);
        static double Odds(double chance) => chance / (1 - chance);
        static void Close(double expected, double actual, double share) => Assert.InRange(actual / expected, 1 - share, 1 + share);
    }

    [Theory, Databases]
    public async Task Reasons_name_categories_in_the_readers_language_and_hold_a_span_of_the_value(string database)
    {
        var app = demo.On(database);
        var id = await Product(app);
        await app.InDb(db => db.Categories.ExecuteUpdateAsync(c => c.SetProperty(x => x.Names, """{"de":"Warenart"}""")));
        using var manager = await app.SignInAs("manager", "ID");
        async Task<bool> Says(string language, string name)
        {
            await app.InDb(db => db.Set<Showrunner.Accounts.Person>().ExecuteUpdateAsync(p => p.SetProperty(x => x.Language, language)));
            var ranked = (await manager.GetFromJsonAsync<RankCreators.Response>($"/api/matching/products/{id}?top=50"))!;
            Assert.All(ranked.Creators, c => Assert.True(c.LowValueMinor <= c.ValueMinor && c.ValueMinor <= c.HighValueMinor));
            return ranked.Creators.SelectMany(c => c.Reasons).SelectMany(r => r.Values).Any(v => v is JsonElement { ValueKind: JsonValueKind.String } text && text.GetString() == name);
        }
        Assert.True(await Says("de", "Warenart"));
        Assert.False(await Says("id", "Warenart"));
    }

    [Theory, Databases]
    public async Task Look_alikes_come_with_what_they_share(string database)
    {
        var app = demo.On(database);
        var id = await Product(app);
        using var manager = await app.SignInAs("manager", "ID");
        var sellers = (await manager.GetFromJsonAsync<RankCreators.Response>($"/api/matching/products/{id}?leftOut=already_sells"))!.LeftOut.Where(l => l.Why == "already_sells").ToList();
        var creator = sellers[0].Creator.Id;
        var people = (await manager.GetFromJsonAsync<FindAlikeCreators.Response>($"/api/matching/creators/{creator}/alike?top=20"))!;
        Assert.NotEmpty(people.Creators);
        Assert.Equal(people.Creators.OrderByDescending(c => c.Likeness).Select(c => c.Likeness), people.Creators.Select(c => c.Likeness));
        Assert.All(people.Creators, c => Assert.True(c.Creator.Id != creator && c.Likeness is > 0 and <= 1 && c.InCategory <= c.Both));
        var goods = (await manager.GetFromJsonAsync<FindAlikeProducts.Response>($"/api/matching/products/{id}/alike?top=20"))!;
        Assert.NotEmpty(goods.Products);
        Assert.All(goods.Products, p => Assert.True(p.Product.Id != id && p.Likeness is > 0 and <= 1 && p.Both <= sellers.Count));
        Assert.Contains("/matching?", await manager.Read($"/matching?market=ID&creator={creator}"), StringComparison.Ordinal);
        Assert.Contains("id=\"alike\"", await manager.Read($"/matching?market=ID&product={id}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await manager.GetAsync(At($"/api/matching/creators/{creator}/alike?top=0"))).StatusCode);
        using var stranger = await app.SignInAs("manager", "DE");
        foreach (var path in new[] { $"/api/matching/creators/{creator}/alike", $"/api/matching/products/{id}/alike" })
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(At(path))).StatusCode);
    }
}
