using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Showrunner.Creators;
using Showrunner.Creators.Same;
using Showrunner.Creators.Trends;
using Showrunner.Demo;
using Showrunner.Markets;
using Showrunner.Metrics;
using Showrunner.Platform;
using Showrunner.Platform.Jobs;
using Showrunner.Tests.Demo;

namespace Showrunner.Tests.Creators;

/// <summary>The product's own job on demo markets of a seed that nothing was tuned on, scored on their truth.</summary>
public class SamePersonTests
{
    private const int UnseenSeed = 90_210;
    private static readonly DemoSize Size = new("doubles", 9_000, 90_000, 600, 90);

    [Theory, Databases]
    public async Task Planted_double_creators_are_found_and_look_alikes_are_not(string database)
    {
        await using var app = await TestApp.Start(database);
        using (var scope = app.Services.CreateScope())
            await scope.ServiceProvider.GetRequiredService<LoadDemo>().Handle(new(Size, ["ID", "DE"], UnseenSeed, DemoFixture.End), Actor.Program("test"), (_, _) => { }, default);
        using var manager = await app.SignInAs("manager", "ID", "DE");
        foreach (var market in new[] { "ID", "DE" })
        {
            await Look(app, manager, market);
            var truth = await Planted(app, market);
            var found = await app.InDb(db => (from same in db.SamePersons
                                              join first in db.Creators on same.FirstId equals first.Id
                                              join second in db.Creators on same.SecondId equals second.Id
                                              join place in db.Markets on same.MarketId equals place.Id
                                              where place.Code == market
                                              orderby same.ProbabilityPpm descending, same.Id
                                              select new { same.ProbabilityPpm, A = first.Handle, B = second.Handle }).ToListAsync());
            var right = found.Select(f => truth.Contains(Pair(f.A, f.B))).ToList();
            var needed = (int)Math.Ceiling(0.9 * truth.Count);
            Assert.True(right.Count(r => r) >= needed, $"{market}: {right.Count(r => r)} of {truth.Count} found, {found.Count} told");
            var last = right.Select((r, i) => (r, i)).Where(x => x.r).Skip(needed - 1).First().i;
            var precision = needed / (double)(last + 1);
            Assert.True(precision >= 0.98, $"{market}: precision {precision:0.000} where {needed} of {truth.Count} are found");
            // The probabilities hold: among those told with some certainty, about that share is right.
            var certain = found.Zip(right).Where(p => p.First.ProbabilityPpm >= 900_000).ToList();
            Assert.InRange(certain.Count(p => p.Second) / (double)certain.Count, 0.93, 1);
        }
    }

    [Theory, Databases]
    public async Task What_was_decided_stays_decided_and_a_merge_takes_the_pair_off_the_list(string database)
    {
        await using var app = await Doubles(database);
        using var manager = await app.SignInAs("manager", "VN");
        await Look(app, manager, "VN");
        var list = await List(manager, "open");
        var pair = Assert.Single(list.Pairs);
        Assert.Contains(pair.Evidence, e => e.Code == "phone" && e.Bits > 0);
        Assert.InRange(pair.Probability, 0.9, 1);
        (await manager.PutAsJsonAsync($"/api/creators/same/{pair.Id}/state", new { state = "different" })).EnsureSuccessStatusCode(); // DecideSame
        await Look(app, manager, "VN");
        Assert.Empty((await List(manager, "open")).Pairs);
        Assert.Single((await List(manager, "different")).Pairs);
        (await manager.PutAsJsonAsync($"/api/creators/same/{pair.Id}/state", new { state = "open" })).EnsureSuccessStatusCode();
        (await manager.PostAsJsonAsync($"/api/creators/{pair.Second.Id}/merger", new { intoId = pair.First.Id })).EnsureSuccessStatusCode();
        Assert.Single((await List(manager, "merged")).Pairs);
        await Look(app, manager, "VN");
        Assert.Empty((await List(manager, "open")).Pairs);
        (await manager.DeleteAsync(new Uri($"/api/creators/{pair.Second.Id}/merger", UriKind.Relative))).EnsureSuccessStatusCode();
        Assert.Single((await List(manager, "open")).Pairs);
        using var stranger = await app.SignInAs("manager", "ID");
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PutAsJsonAsync($"/api/creators/same/{pair.Id}/state", new { state = "different" })).StatusCode);
        using var viewer = await app.SignInAs("viewer", "VN");
        Assert.Equal(HttpStatusCode.Forbidden, (await viewer.PutAsJsonAsync($"/api/creators/same/{pair.Id}/state", new { state = "different" })).StatusCode);
    }

    [Theory, Databases]
    public async Task The_page_shows_both_side_by_side_and_merges_with_a_click(string database)
    {
        await using var app = await Doubles(database);
        using var manager = await app.SignInAs("manager", "VN");
        Assert.Contains("Nobody has looked", await Page(manager), StringComparison.Ordinal);
        using var asked = await manager.SubmitTo("/creators/same?market=VN", "/creators/same/search", ("market", "VN"), ("return", "/creators/same"));
        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        await Run(app);
        var page = await Page(manager);
        foreach (var said in new[] { "same phone number", "@anna.cooks", "@anna.kitchen", "Not the same" }) Assert.Contains(said, page, StringComparison.Ordinal);
        var pair = (await List(manager, "open")).Pairs[0];
        using var merged = await manager.SubmitTo("/creators/same?market=VN", $"/creators/{pair.First.Id}/merger", ("into", pair.Second.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("return", "/creators/same"));
        page = await Page(manager);
        Assert.Contains("is now part of", page, StringComparison.Ordinal);
        Assert.Contains($"/creators/{pair.First.Id}/parting", page, StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task A_creator_is_compared_with_those_of_his_category_and_size(string database)
    {
        await using var app = await TestApp.Start(database);
        await DemoFixture.Load(app, DemoFixture.Size with { Days = 200 });
        using var viewer = await app.SignInAs("viewer", "ID");
        var creators = await app.InDb(db => (from creator in db.Creators join market in db.Markets on creator.MarketId equals market.Id where market.Code == "ID" select creator).ToListAsync());
        var typical = creators.OrderBy(c => c.Followers).ElementAt(creators.Count / 2);
        var trends = (await viewer.GetFromJsonAsync<CompareWithPeers.Response>($"/api/creators/{typical.Id}/trends"))!;
        Assert.Equal((Count(typical), typical.Category), (trends.Peers, trends.Category));
        Assert.Equal([30, 90], trends.Spans.Select(s => s.Days));
        Assert.Equal(["gmv", "items", "videos", "lives"], trends.Spans[0].Trends.Select(t => t.Metric));
        var gmv = trends.Spans[1].Trends[0];
        var range = trends.Spans[1].Range;
        var own = await DemoFixture.Ask(app, "ID", q => q with { Where = [MetricFilter.Rows("creator", typical.Id)], Compare = "previous" }, range, "gmv");
        Assert.Equal((own["gmv"], own.Before("gmv")), (gmv.Value, gmv.Before));
        Assert.True(trends.Peers < CompareWithPeers.FewestPeers || gmv.Low <= gmv.Median && gmv.Median <= gmv.High);
        var star = creators.MaxBy(c => c.Followers)!;
        var few = (await viewer.GetFromJsonAsync<CompareWithPeers.Response>($"/api/creators/{star.Id}/trends"))!;
        Assert.True(few.Peers < CompareWithPeers.FewestPeers);
        Assert.All(few.Spans.SelectMany(s => s.Trends), t => Assert.Null(t.Median));
        var page = WebUtility.HtmlDecode(await (await viewer.Get($"/creators/{star.Id}?market=ID")).Content.ReadAsStringAsync());
        Assert.Contains("too few to tell", page, StringComparison.Ordinal);

        int Count(Creator of) => creators.Count(c => c.Id != of.Id && c.Category == of.Category && c.Followers >= (of.Followers + 1) / 2 && c.Followers <= of.Followers * 2);
    }

    /// <summary>Forty creators with little in common, and two with one telephone and one kind of kitchen.</summary>
    private static async Task<TestApp> Doubles(string database)
    {
        var app = await TestApp.Start(database);
        var chance = Engine.Simulation.Chance.Of(3, 0, 0, 0);
        var profiles = Enumerable.Range(0, 40).Select(i => CreatorData.Profile($"seller{(char)('a' + i % 26)}{(char)('a' + i / 2)}x", 1000 + i, bio: $"Bio number {(char)('a' + chance.Below(26))} of mine", name: "Someone " + (char)('a' + i % 26))).ToList();
        foreach (var (handle, phone) in new[] { ("anna.cooks", "+84 901 234 567"), ("anna.kitchen", "0901234567") })
        {
            var draft = CreatorData.Profile(handle, 5_000, bio: "Small kitchen, big flavours", name: "Anna Le");
            draft.Contacts["whatsapp"] = phone;
            profiles.Add(draft);
        }
        await CreatorData.Tell(app, 1, [.. profiles]);
        return app;
    }

    private static async Task Look(TestApp app, HttpClient manager, string market)
    {
        using var asked = await manager.SubmitTo("/creators/same?market=" + market, "/creators/same/search", ("market", market), ("return", "/creators/same"));
        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        await Run(app);
    }

    /// <summary>Until the job is over, whoever runs it.</summary>
    private static async Task Run(TestApp app)
    {
        for (var i = 0; i < 1_200; i++)
        {
            var job = await app.InDb(db => db.Jobs.Where(j => j.Kind == FindSame.JobKind).OrderByDescending(j => j.Id).FirstAsync());
            if (job.IsOver)
            {
                Assert.Equal((Job.Done, null), (job.State, job.Problem));
                return;
            }
            await Task.Delay(50);
        }
        Assert.Fail("The job did not end.");
    }

    private static async Task<HashSet<(string, string)>> Planted(TestApp app, string market)
    {
        var lines = await File.ReadAllLinesAsync(Path.Combine(app.Folder, DemoTruth.FileName));
        var rows = lines.Select(l => JsonDocument.Parse(l).RootElement).Where(r => r.GetProperty("market").GetString() == market && r.GetProperty("type").GetString() is "same_person" or "look_alike" && r.GetProperty("market").GetString() == market).ToList();
        Assert.True(rows.Count > 60);
        return [.. rows.Where(r => r.GetProperty("type").GetString() == "same_person").Select(r => Pair(r.GetProperty("handles")[0].GetString()!, r.GetProperty("handles")[1].GetString()!))];
    }

    private static (string, string) Pair(string a, string b) => string.CompareOrdinal(a, b) < 0 ? (a, b) : (b, a);
    private static async Task<ListSame.Response> List(HttpClient browser, string state) => (await browser.GetFromJsonAsync<ListSame.Response>($"/api/creators/same?market=VN&from=2026-03-01&to=2026-03-31&state={state}"))!;
    private static async Task<string> Page(HttpClient browser) => WebUtility.HtmlDecode(await (await browser.Get("/creators/same?market=VN")).Content.ReadAsStringAsync());
}
