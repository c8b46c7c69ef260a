using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts.Feeds;
using Showrunner.Creators;
using Showrunner.Lives;
using Showrunner.Markets;
using Showrunner.Platform;
using Showrunner.Shops;
using Showrunner.Tests.Accounts;

namespace Showrunner.Tests.Lives;

/// <summary>The plan of LIVE shows: <see cref="PlanShow"/>, <see cref="ChangeShow"/>, <see cref="CancelShow"/>, <see cref="ListShows"/>, <see cref="ShowPlannedShow"/> and <see cref="DownloadShow"/>.</summary>
public sealed class LiveTests
{
    private static readonly ShowFields Evening = new("Serum night", new DateOnly(2026, 11, 28), new TimeOnly(19, 0), 120, "@Lina", "Glow", "Ana", "ana@host.example", "Studio 2", "Bring the red box");

    [Theory, Databases]
    public async Task A_show_is_planned_changed_and_cancelled_on_the_clock_of_its_market(string database)
    {
        await using var app = await TestApp.Start(database, new TestClock());
        await Know(app);
        using var manager = await app.SignInAs("manager", "VN", "DE");
        using var viewer = await app.SignInAs("viewer", "VN");
        using var elsewhere = await app.SignInAs("manager", "ID");
        Assert.Contains("No LIVE show is planned", await viewer.GetStringAsync("/lives"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await viewer.PostAsJsonAsync("/api/lives", new PlanShow.Request("VN", Evening))).StatusCode);
        foreach (var wrong in new[] { Evening with { Title = " " }, Evening with { Minutes = 2 }, Evening with { HostEmail = "ana@two@c.example" }, Evening with { HostEmail = "Ana <ana@c.example>" }, Evening with { Creator = "nobody" }, Evening with { Shop = "none" }, Evening with { Day = null } })
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await manager.PostAsJsonAsync("/api/lives", new PlanShow.Request("VN", wrong))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await manager.PostAsJsonAsync("/api/lives", new PlanShow.Request("ID", Evening with { Creator = null, Shop = null }))).StatusCode); // not his market
        var id = await Plan(manager, "VN", Evening);

        var show = (await viewer.GetFromJsonAsync<ListShows.Item>($"/api/lives/{id}"))!;
        Assert.Equal(new DateTimeOffset(2026, 11, 28, 12, 0, 0, TimeSpan.Zero), show.StartsAt);
        Assert.Equal(("lina", "Glow", new TimeOnly(19, 0), new TimeOnly(21, 0), 0, "none"), (show.Creator, show.Shop, show.From, show.To, show.Sequence, show.Invitation.State));
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync($"/api/lives/{id}")).StatusCode);
        Assert.Empty((await elsewhere.GetFromJsonAsync<ListShows.Response>("/api/lives"))!.Shows);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.PutAsync($"/api/lives/{id}/cancellation", null)).StatusCode);

        (await manager.PutAsJsonAsync($"/api/lives/{id}", new ChangeShow.Request(Evening))).EnsureSuccessStatusCode(); // the same again
        (await manager.PutAsJsonAsync($"/api/lives/{id}", new ChangeShow.Request(Evening with { Time = new TimeOnly(20, 0) }, Sequence: 0))).EnsureSuccessStatusCode();
        Assert.Equal(HttpStatusCode.Conflict, (await manager.PutAsJsonAsync($"/api/lives/{id}", new ChangeShow.Request(Evening, Sequence: 0))).StatusCode); // seen before the change
        Assert.Equal((new TimeOnly(20, 0), 1), await manager.GetFromJsonAsync<ListShows.Item>($"/api/lives/{id}") is { } changed ? (changed.From, changed.Sequence) : default);

        using var file = await viewer.GetAsync($"/lives/{id}/show.ics");
        var calendar = Unfolded(await file.Content.ReadAsStringAsync());
        Assert.Equal("text/calendar", file.Content.Headers.ContentType?.MediaType);
        foreach (var line in new[] { "DTSTART;TZID=Asia/Ho_Chi_Minh:20261128T200000", "SEQUENCE:1", "LOCATION:Studio 2", "TRIGGER:-PT30M", @"DESCRIPTION:@lina · Glow\nBring the red box" }) Assert.Contains(line, calendar, StringComparison.Ordinal);
        Assert.DoesNotContain("ana@host.example", calendar, StringComparison.Ordinal);

        var page = WebUtility.HtmlDecode(await manager.GetStringAsync("/lives"));
        foreach (var word in new[] { "Serum night", "20:00–22:00", "Sat 28 Nov 2026", "Host not invited" }) Assert.Contains(word, page, StringComparison.Ordinal);
        (await manager.PutAsync($"/api/lives/{id}/cancellation", null)).EnsureSuccessStatusCode();
        (await manager.PutAsync($"/api/lives/{id}/cancellation", null)).EnsureSuccessStatusCode();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await manager.PutAsJsonAsync($"/api/lives/{id}", new ChangeShow.Request(Evening))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await viewer.GetAsync($"/api/lives/{id}/show.ics")).StatusCode);
        Assert.Contains("Cancelled", await manager.GetStringAsync($"/lives/{id}"), StringComparison.Ordinal);
        Assert.Equal(["live.planned", "live.changed", "live.cancelled"], await app.InDb(db => db.Set<Showrunner.Accounts.AuditEntry>().Where(e => e.Action.StartsWith("live.")).OrderBy(e => e.Id).Select(e => e.Action).ToListAsync()));
    }

    [Theory, Databases]
    public async Task Nobody_is_in_two_shows_at_once_without_a_word(string database)
    {
        var clock = new TestClock();
        await using var app = await TestApp.Start(database, clock);
        await Know(app);
        using var manager = await app.SignInAs("manager");
        var first = await Plan(manager, "VN", Evening);
        var after = await Plan(manager, "VN", Evening with { Title = "Right after", Time = new TimeOnly(21, 0) });
        Assert.Empty((await manager.GetFromJsonAsync<ListShows.Item>($"/api/lives/{after}"))!.Conflicts);
        var german = await Plan(manager, "DE", new ShowFields("Berlin", new DateOnly(2026, 11, 28), new TimeOnly(14, 30), 60, HostName: "A.", HostEmail: "ANA@host.example")); // 20:30 in Ho Chi Minh City
        var same = await Plan(manager, "VN", new ShowFields("Second handle", new DateOnly(2026, 11, 28), new TimeOnly(18, 30), 60, "lina2"));
        var shows = (await manager.GetFromJsonAsync<ListShows.Response>("/api/lives"))!.Shows.ToDictionary(s => s.Id);
        Assert.Equal([(same, "creator"), (german, "host")], shows[first].Conflicts.Select(c => (c.With, c.Who)).ToArray());
        Assert.Equal([(first, "host"), (after, "host")], shows[german].Conflicts.Select(c => (c.With, c.Who)).ToArray());
        Assert.Contains("Ana also hosts “Berlin” at this time.", WebUtility.HtmlDecode(await manager.GetStringAsync("/lives")), StringComparison.Ordinal);
        using var vietnam = await app.SignInAs("manager", "VN");
        Assert.Equal([same], (await vietnam.GetFromJsonAsync<ListShows.Item>($"/api/lives/{first}"))!.Conflicts.Select(c => c.With)); // of what one sees
        (await manager.PutAsync($"/api/lives/{same}/cancellation", null)).EnsureSuccessStatusCode();
        (await manager.PutAsync($"/api/lives/{german}/cancellation", null)).EnsureSuccessStatusCode();
        Assert.Empty((await manager.GetFromJsonAsync<ListShows.Item>($"/api/lives/{first}"))!.Conflicts);

        clock.Move(TimeSpan.FromDays(6) + TimeSpan.FromHours(5)); // 20:00 that day: the first is still on
        using var soon = await app.SignInAs("manager");
        Assert.Equal([first, german, after], (await soon.GetFromJsonAsync<ListShows.Response>("/api/lives"))!.Shows.Select(s => s.Id).Where(s => s != same));
        clock.Move(TimeSpan.FromDays(1));
        using var later = await app.SignInAs("manager"); // a session does not last that long
        Assert.Empty((await later.GetFromJsonAsync<ListShows.Response>("/api/lives"))!.Shows);
        Assert.Equal(4, (await later.GetFromJsonAsync<ListShows.Response>("/api/lives?view=past"))!.Shows.Count);
        Assert.Contains("Right after", await later.GetStringAsync("/lives?view=past"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await later.GetAsync("/api/lives?view=moon")).StatusCode);
    }

    [Theory, Databases]
    public async Task Clocks_that_change_are_right(string database)
    {
        await using var app = await TestApp.Start(database, new TestClock());
        using var manager = await app.SignInAs("manager", "DE");
        using var refused = await manager.PostAsJsonAsync("/api/lives", new PlanShow.Request("DE", new ShowFields("Night", new DateOnly(2027, 3, 28), new TimeOnly(2, 30), 60)));
        Assert.Contains("there is no 02:30 in Europe/Berlin", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var autumn = await Plan(manager, "DE", new ShowFields("Twice", new DateOnly(2027, 10, 31), new TimeOnly(2, 30), 60));
        Assert.Equal(new DateTimeOffset(2027, 10, 31, 0, 30, 0, TimeSpan.Zero), (await manager.GetFromJsonAsync<ListShows.Item>($"/api/lives/{autumn}"))!.StartsAt); // the first of the two
        Assert.Contains("the first of two such hours", await manager.GetStringAsync($"/lives/{autumn}"), StringComparison.Ordinal);
        var across = await Plan(manager, "DE", new ShowFields("Long night", new DateOnly(2027, 3, 28), new TimeOnly(1, 0), 120));
        Assert.Equal(new TimeOnly(4, 0), (await manager.GetFromJsonAsync<ListShows.Item>($"/api/lives/{across}"))!.To); // two real hours later
    }

    [Fact]
    public void A_market_time_is_one_instant()
    {
        var rules = new MarketRules(1, "US", "USD", 2, "America/Los_Angeles", "en-US");
        Assert.Equal(new DateTimeOffset(2026, 11, 1, 8, 30, 0, TimeSpan.Zero), ShowTime.Of(rules, new DateOnly(2026, 11, 1), new TimeOnly(1, 30)));
        Assert.True(ShowTime.IsTwice(rules, new DateTimeOffset(2026, 11, 1, 8, 30, 0, TimeSpan.Zero)));
        Assert.Equal("live_time_skipped", Assert.Throws<Refused>(() => ShowTime.Of(rules, new DateOnly(2026, 3, 8), new TimeOnly(2, 0))).Code);
        Assert.Equal(new DateTimeOffset(2026, 3, 8, 10, 0, 0, TimeSpan.Zero), ShowTime.Of(rules, new DateOnly(2026, 3, 8), new TimeOnly(3, 0)));
    }

    [Theory, Databases]
    public async Task The_form_keeps_what_was_typed_and_shows_are_in_the_feed(string database)
    {
        await using var app = await TestApp.Start(database, new TestClock());
        using var manager = await app.SignInAs("manager", "VN");
        using var nobody = app.Browser();
        using var again = await manager.Submit("/lives/new?market=VN", ("market", "VN"), ("title", "Typed"), ("day", "2026-11-30"), ("time", "19:00"), ("minutes", "90"), ("creator", "nobody"));
        var html = WebUtility.HtmlDecode(await again.Content.ReadAsStringAsync());
        Assert.Contains("No creator “@nobody” is known in VN", html, StringComparison.Ordinal);
        Assert.Contains("value=\"Typed\"", html, StringComparison.Ordinal);
        using var made = await manager.Submit("/lives/new?market=VN", ("market", "VN"), ("title", "Typed"), ("day", "2026-11-30"), ("time", "19:00"), ("minutes", "90"), ("about", "/campaigns/7"), ("name", "Tet"));
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        var path = made.Headers.Location!.ToString().Split('?')[0];
        using var changed = await manager.SubmitTo(path, path, ("title", "Typed again"), ("day", "2026-11-30"), ("time", "19:30"), ("minutes", "90"), ("sequence", "0"));
        Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        Assert.Single((await manager.GetFromJsonAsync<ListShows.Response>("/api/lives?about=/campaigns/7"))!.Shows);
        var feed = (await (await manager.PostAsJsonAsync("/api/me/calendars", new OpenFeed.Request(["lives"]))).Content.ReadFromJsonAsync<OpenFeed.Response>())!;
        var calendar = Unfolded(await nobody.GetStringAsync(feed.Path));
        foreach (var line in new[] { "SUMMARY:Typed again", "DTSTART;TZID=Asia/Ho_Chi_Minh:20261130T193000", "TRIGGER:-PT30M", "CATEGORIES:LIVE" }) Assert.Contains(line, calendar, StringComparison.Ordinal);
        using var off = await manager.SubmitTo(path, path, ("do", "cancel"));
        Assert.DoesNotContain("Typed again", await nobody.GetStringAsync(feed.Path), StringComparison.Ordinal);
    }

    internal static async Task<long> Plan(HttpClient person, string market, ShowFields show)
    {
        using var answer = await person.PostAsJsonAsync("/api/lives", new PlanShow.Request(market, show));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<PlanShow.Response>())!.Id;
    }

    internal static string Unfolded(string calendar) => calendar.ReplaceLineEndings("\n").Replace("\n ", "", StringComparison.Ordinal);

    private static Task<int> Know(TestApp app) => app.InDb(async db =>
    {
        var market = await db.Markets.SingleAsync(m => m.Code == "VN");
        var lina = db.Add(new Creator { MarketId = market.Id, Handle = "lina" }).Entity;
        db.Add(new Shop { MarketId = market.Id, ShopNo = "S1", Name = "Glow" });
        await db.SaveChangesAsync();
        db.Add(new Creator { MarketId = market.Id, Handle = "lina2", MergedIntoId = lina.Id });
        return await db.SaveChangesAsync();
    });
}
