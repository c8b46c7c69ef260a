using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Showrunner.Creators;
using Showrunner.Creators.Listing;
using Showrunner.Ledger;
using Showrunner.Tests.Insights;
using Showrunner.Tests.Ledger;

namespace Showrunner.Tests.Creators;

public class ListCreatorsTests
{
    [Theory, Databases]
    public async Task Everyone_is_listed_also_who_sold_nothing_with_what_is_known(string database)
    {
        await using var app = await CreatorData.Profiles(database);
        using var browser = await app.SignInAs("viewer", "VN");
        var all = await List(browser, "");
        Assert.Equal([("lina", 300L, 90L), ("budi", 100L, 80L), ("quiet", 0L, 0L)], all.Creators.Select(c => (c.Handle, c.Gmv!.Value, c.GmvBefore!.Value)));
        Assert.Equal((3, 3, 400L), (all.Count, all.Known, all.Gmv));
        Assert.Equal([Figure.Exact(4_000), Figure.Range(3_000, 5_000), Figure.NotShared], all.Creators.Select(c => c.Values["video_views"]));
        Assert.Equal("North Star", all.Creators[0].Agency);
        Assert.False(all.Creators[1].Values.ContainsKey("live_viewers"));
    }

    [Theory, Databases]
    public async Task Totals_answer_where_no_order_line_is_known_and_who_is_not_in_them_is_unknown(string database)
    {
        await using var app = await TestApp.Start(database);
        await CreatorData.Tell(app, 1, CreatorData.Profile("quiet", 200));
        await BoardData.LoadTotals(app, "lina", (TotalMeasure.Gmv, Figure.Exact(700)), (TotalMeasure.Items, Figure.Exact(7)));
        using var browser = await app.SignInAs("viewer", "VN");
        var all = await List(browser, "");
        Assert.Equal(("totals", 700L), (all.Basis, all.Gmv!.Value));
        Assert.Equal(new (string, long?, long?)[] { ("lina", 700, 7), ("quiet", null, null) }, all.Creators.Select(c => (c.Handle, c.Gmv, c.Units)));
    }

    [Theory, Databases]
    public async Task Each_filter_finds_those_whom_it_means(string database)
    {
        await using var app = await CreatorData.Profiles(database);
        using var browser = await app.SignInAs("viewer", "VN");
        await EachFinds();
        await app.Services.GetRequiredService<KeptSales>().Ready();
        await EachFinds();

        async Task EachFinds()
        {
            await Finds("q=kitchen", "lina", "quiet");
            await Finds("q=@LINA", "lina");
            await Finds("q=tran", "lina"); // written with an accent
            await Finds("gmvFrom=100&gmvTo=200", "budi");
            await Finds("unitsFrom=2", "lina");
            await Finds("followersFrom=8k&followersTo=60.000", "lina", "budi");
            await Finds("viewsFrom=4500", "budi"); // some of the range does
            await Finds("viewsTo=3500", "budi");
            await Finds("femaleFrom=50", "lina");
            await Finds("level=L2&level=L10", "lina", "budi");
            await Finds("language=vi", "lina");
            await Finds("agency=none", "budi", "quiet");
            await Finds("growing=1", "lina"); // 300 against 90; budi 100 against 80
            await Finds("quiet=30", "lina", "budi", "quiet");
            await Finds("owner=none&stage=none&q=kitchen&gmvTo=0", "quiet");
        }

        async Task Finds(string filter, params string[] handles) => Assert.Equal((filter, string.Join(' ', handles)), (filter, string.Join(' ', (await List(browser, "&" + filter)).Creators.Select(c => c.Handle))));
    }

    [Theory, Databases]
    public async Task What_was_loaded_since_the_last_list_is_in_the_next(string database)
    {
        await using var app = await CreatorData.Profiles(database);
        using var browser = await app.SignInAs("viewer", "VN");
        Assert.Equal([300L, 100L, 0L], await Gmvs());
        await app.Services.GetRequiredService<KeptSales>().Ready();
        Assert.Equal([300L, 100L, 0L], await Gmvs());
        await LoadFactsTests.Load(app, 7, BoardData.Line("S9", "S1", "quiet", 500, 1, BoardData.Day));
        Assert.Equal([500L, 300L, 100L], await Gmvs());

        async Task<IEnumerable<long>> Gmvs() => (await List(browser, "")).Creators.Select(c => c.Gmv!.Value);
    }

    [Theory, Databases]
    public async Task A_slip_of_the_hand_finds_the_nearest_and_says_so(string database)
    {
        await using var app = await CreatorData.Profiles(database);
        using var browser = await app.SignInAs("viewer", "VN");
        foreach (var typed in new[] { "lnia", "lima", "linna", "qiet" })
        {
            var found = await List(browser, "&q=" + typed);
            Assert.True(found.Almost);
            Assert.Single(found.Creators);
        }
        Assert.Equal(0, (await List(browser, "&q=zzzz")).Count);
        Assert.Contains("called almost like it", await (await browser.Get($"/creators?market=VN&{BoardData.March}&q=lnia")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task Where_nobody_fits_each_filter_says_what_leaving_it_out_finds(string database)
    {
        await using var app = await CreatorData.Profiles(database);
        using var browser = await app.SignInAs("viewer", "VN");
        var none = await List(browser, "&gmvFrom=200&level=L10&q=deals");
        Assert.Equal(0, none.Count);
        Assert.Equal([("q", 0L), ("gmv", 1L), ("level", 0L)], none.Drops.Select(d => (d.Filter, d.Count)).OrderBy(d => d.Filter == "q" ? 0 : d.Filter == "gmv" ? 1 : 2));
        var page = await (await browser.Get($"/creators?market=VN&{BoardData.March}&gmvFrom=200&level=L10&q=deals")).Content.ReadAsStringAsync();
        Assert.Contains("No creator fits all of these filters", page, StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task Every_column_sorts_and_the_unknown_stands_last(string database)
    {
        await using var app = await CreatorData.Profiles(database);
        using var browser = await app.SignInAs("viewer", "VN");
        Assert.Equal(["quiet", "budi", "lina"], await By("followers"));
        Assert.Equal(["lina", "budi", "quiet"], await By("level")); // L2 before L10
        Assert.Equal(["lina", "budi", "quiet"], await By("-video_views"));
        foreach (var code in new[] { "handle", "name", "category", "language", "region", "contacted", "since", "refund_rate", "change", "earnings", "agency", "gmv", "units", "stage", "owner" }.Concat(CreatorMeasure.All.Select(m => m.Code)))
            Assert.Equal(3, (await By("-" + code)).Count());

        async Task<IEnumerable<string>> By(string sort) => (await List(browser, "&sort=" + sort)).Creators.Select(c => c.Handle);
    }

    [Theory, Databases]
    public async Task What_no_filter_can_mean_is_refused_with_a_sentence(string database)
    {
        await using var app = await CreatorData.Profiles(database);
        using var browser = await app.SignInAs("viewer", "VN");
        foreach (var (filter, code) in new[] { ("gmvFrom=many", "filter_not_a_number"), ("gmvFrom=5&gmvTo=2", "filter_backwards"), ("age=young", "filter_unknown_value"), ("segment=77", "segment_missing") })
        {
            using var answer = await browser.Get($"/api/creators?market=VN&{BoardData.March}&{filter}");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Equal(code, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
        }
        using var other = await app.SignInAs("viewer", "ID");
        Assert.Equal(HttpStatusCode.NotFound, (await other.Get($"/api/creators?market=VN&{BoardData.March}")).StatusCode);
    }

    [Theory, Databases]
    public async Task The_file_has_the_columns_and_the_people_of_the_page(string database)
    {
        await using var app = await CreatorData.Profiles(database);
        using var browser = await app.SignInAs("viewer", "VN");
        var csv = await (await browser.Get($"/creators/export?market=VN&{BoardData.March}&format=csv&viewsFrom=1&show=creators.level&hide=insights.change,creators.tags")).Content.ReadAsStringAsync();
        var lines = csv.Split("\r\n"); // ExportCreators
        Assert.Equal("Creator,GMV,Items sold,Followers,Avg. video views,Level,Stage,Owner,Category", lines[0]);
        Assert.Equal(["lina,300,3,50000,4000,L2,,,", "budi,100,1,8000,3–5\u00A0K,L10,,,", ""], lines[1..]);
    }

    [Theory]
    [InlineData("10,000", 10_000), InlineData("10.000", 10_000), InlineData("2.5k", 2_500), InlineData("2,5", 2), InlineData("0.500", 0), InlineData("1.5m", 1_500_000)]
    public void Numbers_are_read_as_people_type_them(string typed, long number) =>
        Assert.Equal(number, CreatorFilter.Of([("gmvFrom", typed)]).Number("gmvFrom", 1));

    [Fact]
    public void A_keyword_cannot_be_a_pattern() => Assert.Equal(@"(^|[ ._\-])(a\.\*)", KeywordSql.Pattern("a.*"));

    private static async Task<ListCreators.Response> List(HttpClient browser, string more)
    {
        using var answer = await browser.Get($"/api/creators?market=VN&{BoardData.March}{more}");
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<ListCreators.Response>())!;
    }
}
