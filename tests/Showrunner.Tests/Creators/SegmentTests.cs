using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Showrunner.Creators;
using Showrunner.Creators.Work;
using Showrunner.Tests.Insights;

namespace Showrunner.Tests.Creators;

public class SegmentTests
{
    [Theory, Databases]
    public async Task A_segment_follows_its_filter_and_may_ask_for_another(string database)
    {
        await using var app = await CreatorData.Profiles(database);
        using var browser = await app.SignInAs("manager", "VN");
        var kitchen = await Save(browser, "Kitchen people", "q=kitchen&from=2020-01-01");
        var big = await Save(browser, "Big in the kitchen", $"segment={kitchen.Id}&followersFrom=1000");
        Assert.Equal(["lina", "quiet"], await In(browser, kitchen.Id));
        Assert.Equal(["lina"], await In(browser, big.Id));
        await CreatorData.Tell(app, 3, CreatorData.Profile("quiet", 5_000, day: CreatorData.ProfileDay.AddDays(1)));
        Assert.Equal(["lina", "quiet"], await In(browser, big.Id));
        var sets = (await browser.GetFromJsonAsync<ShowSets.Response>($"/api/creators/sets?market=VN&{BoardData.March}"))!;
        Assert.Equal([("Big in the kitchen", 2L), ("Kitchen people", 2L)], sets.Segments.Select(s => (s.Name, s.Count!.Value)));
        Assert.Contains("Big in the kitchen", await (await browser.Get($"/creators/sets?market=VN&{BoardData.March}")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task A_segment_never_refers_to_itself_not_even_round_a_corner(string database)
    {
        await using var app = await CreatorData.Profiles(database);
        using var browser = await app.SignInAs("manager", "VN");
        var a = await Save(browser, "A", "q=kitchen");
        var b = await Save(browser, "B", $"segment={a.Id}");
        Assert.Equal("segment_circle", await Refused(browser, "A", $"segment={a.Id}", a.Id));
        Assert.Equal("segment_circle", await Refused(browser, "A", $"segment={b.Id}&q=x", a.Id));
        Assert.Equal(["lina", "quiet"], await In(browser, b.Id)); // nothing half-done
        Assert.Equal("segment_in_use", await Code(await browser.DeleteAsync(new Uri($"/api/creators/segments/{a.Id}", UriKind.Relative))));
        Assert.True((await browser.DeleteAsync(new Uri($"/api/creators/segments/{b.Id}", UriKind.Relative))).IsSuccessStatusCode);
        Assert.Single(await app.InDb(db => db.Segments.ToListAsync())); // DeleteSegment forgot B
    }

    [Theory, Databases]
    public async Task What_cannot_be_kept_is_refused_with_a_sentence(string database)
    {
        await using var app = await CreatorData.Profiles(database);
        using var browser = await app.SignInAs("manager", "VN");
        await Save(browser, "A", "q=kitchen");
        Assert.Equal("segment_name_taken", await Refused(browser, " a ", "q=x"));
        Assert.Equal("segment_name_missing", await Refused(browser, " ", "q=x"));
        Assert.Equal("segment_empty", await Refused(browser, "All", "sort=-gmv"));
        Assert.Equal("segment_missing", await Refused(browser, "B", "segment=99"));
        using var viewer = await app.SignInAs("viewer", "VN");
        Assert.Equal("not_allowed", await Refused(viewer, "C", "q=x"));
        using var other = await app.SignInAs("manager", "ID");
        Assert.Equal("not_found", await Refused(other, "C", "q=x")); // SaveSegment in a market out of sight
        Assert.Equal("not_found", await Code(await other.DeleteAsync(new Uri("/api/creators/segments/1", UriKind.Relative))));
    }

    [Theory, Databases]
    public async Task A_segment_that_asks_for_something_gone_is_shown_as_such(string database)
    {
        await using var app = await CreatorData.Profiles(database);
        using var browser = await app.SignInAs("manager", "VN");
        var a = await Save(browser, "A", "q=kitchen");
        var b = await Save(browser, "B", $"segment={a.Id}");
        await app.InDb(db => db.Segments.Where(s => s.Id == a.Id).ExecuteDeleteAsync());
        Assert.Equal("segment_missing", await Code(await browser.Get($"/api/creators?market=VN&{BoardData.March}&segment={b.Id}")));
        var sets = (await browser.GetFromJsonAsync<ShowSets.Response>($"/api/creators/sets?market=VN&{BoardData.March}"))!;
        Assert.Equal((null, "segment_missing"), (sets.Segments.Single().Count, sets.Segments.Single().Fault));
        Assert.Contains("asks for something that is gone", await (await browser.Get($"/creators/sets?market=VN&{BoardData.March}")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task<SaveSegment.Response> Save(HttpClient browser, string name, string query, long? id = null)
    {
        using var answer = await browser.PostAsJsonAsync("/api/creators/segments", new { market = "VN", name, query, id });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<SaveSegment.Response>())!;
    }

    private static async Task<string?> Refused(HttpClient browser, string name, string query, long? id = null) =>
        await Code(await browser.PostAsJsonAsync("/api/creators/segments", new { market = "VN", name, query, id }));

    private static async Task<string?> Code(HttpResponseMessage answer) => (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();

    private static async Task<IEnumerable<string>> In(HttpClient browser, long segment) =>
        (await browser.GetFromJsonAsync<ListCreators.Response>($"/api/creators?market=VN&{BoardData.March}&segment={segment}&sort=handle"))!.Creators.Select(c => c.Handle);
}
