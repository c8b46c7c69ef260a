using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Showrunner.Creators;
using Showrunner.Creators.Past;
using Showrunner.Insights;
using Showrunner.Ledger;
using Showrunner.Tests.Insights;
using Showrunner.Tests.Ledger;

namespace Showrunner.Tests.Creators;

public class CreatorPagesTests
{
    [Theory, Databases]
    public async Task A_creators_page_shows_his_figures_and_not_those_of_others(string database)
    {
        await using var app = await BoardData.Small(database);
        using var browser = await app.SignInAs("viewer", "VN");
        var budi = (await browser.GetFromJsonAsync<ShowCreator.Response>($"/api/creators/{await Id(app, "budi")}?{BoardData.March}"))!;
        Assert.Equal((100m, 60m, "B"), (budi.Board.Find("gmv")!.Value, budi.Board.Find("refunds")!.Value, Assert.Single(budi.Lines).OrderNo));
        Assert.Equal(100m, Assert.Single(budi.Products.Rows).Gmv);
    }

    [Theory, Databases]
    public async Task Another_markets_creator_product_and_shop_are_not_there(string database)
    {
        await using var app = await BoardData.Small(database);
        using var other = await app.SignInAs("viewer", "ID");
        foreach (var path in new[] { "/creators/1", "/products/1", "/shops/1" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.Get(path)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Get($"/api{path}?{BoardData.March}")).StatusCode);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await other.Get("/api/creators/1/timeline")).StatusCode);
        var found = (await other.GetFromJsonAsync<FindAnything.Response>("/api/search?market=ID&q=lina"))!;
        Assert.Equal(0, found.Count);
    }

    [Theory, Databases]
    public async Task The_page_tells_the_profile_in_its_three_states(string database)
    {
        await using var app = await CreatorData.Profiles(database);
        using var browser = await app.SignInAs("manager", "VN");
        var lina = await (await browser.Get($"/creators/{await Id(app, "lina")}?market=VN&{BoardData.March}")).Content.ReadAsStringAsync();
        foreach (var said in new[] { "Kitchen finds", "North Star", "4,000", "70.0%", "Timeline" }) Assert.Contains(said, WebUtility.HtmlDecode(lina), StringComparison.Ordinal);
        var quiet = await (await browser.Get($"/creators/{await Id(app, "quiet")}?market=VN&{BoardData.March}")).Content.ReadAsStringAsync();
        Assert.Contains("not-shared", quiet, StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task The_timeline_of_all_rooms_is_read_page_by_page_newest_first(string database)
    {
        await using var app = await CreatorData.Profiles(database);
        var start = new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);
        await LoadFactsTests.Load(app, 5, stage =>
        {
            for (var i = 0; i < 30; i++)
                stage.Add(new ContentDraft { Kind = i % 2 == 0 ? ContentKind.Video : ContentKind.Live, ContentNo = "V" + i, Title = "Show " + i, CreatorHandle = "lina", PostedAt = start.AddDays(i), Day = new DateOnly(2026, 3, 1).AddDays(i), From = new DateOnly(2026, 3, 1), To = new DateOnly(2026, 3, 31), Views = 10 });
        });
        using var browser = await app.SignInAs("manager", "VN");
        var id = await Id(app, "lina");
        using var changed = await browser.PostAsJsonAsync("/api/creators/actions", new { market = "VN", @do = "stage", value = "talking", ids = new[] { id } });
        Assert.True(changed.IsSuccessStatusCode);
        var all = new List<Happening>();
        DateTimeOffset? before = null;
        do
        {
            var page = (await browser.GetFromJsonAsync<ReadTimeline.Response>($"/api/creators/{id}/timeline{(before is { } at ? "?before=" + Uri.EscapeDataString(at.ToString("O")) : "")}"))!;
            Assert.InRange(page.Happenings.Count, 1, ReadTimeline.PageSize + 2);
            all.AddRange(page.Happenings);
            before = page.Next;
        } while (before is not null);
        Assert.Equal(33, all.Count); // thirty shows, first and last sale, the stage
        Assert.Equal(all.OrderByDescending(h => h.At).Select(h => h.At), all.Select(h => h.At));
        Assert.Equal("Stage: In talks", all[0].Text);
        Assert.Equal("First sale", all[^1].Text);
        Assert.Contains(all, h => h.Text == "LIVE: Show 7");
    }

    private static Task<long> Id(TestApp app, string handle) => app.InDb(db => db.Creators.Where(c => c.Handle == handle).Select(c => c.Id).SingleAsync());
}
