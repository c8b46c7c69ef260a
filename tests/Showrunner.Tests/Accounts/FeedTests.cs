using System.Net;
using System.Net.Http.Json;
using Showrunner.Accounts.Feeds;
using Showrunner.Reports.Sending;
using Showrunner.Tasks;

namespace Showrunner.Tests.Accounts;

/// <summary>Calendars by a secret address: <see cref="OpenFeed"/>, <see cref="ReadFeed"/>, <see cref="ListFeeds"/> and <see cref="RevokeFeed"/>.</summary>
public sealed class FeedTests
{
    [Theory, Databases]
    public async Task A_secret_address_shows_ones_own_dates_until_it_is_revoked(string database)
    {
        await using var app = await TestApp.Start(database, new TestClock());
        var owner = await app.AddTestPerson("manager", "ID");
        using var browser = await app.BrowserOf(owner);
        using var other = await app.SignInAs("manager");
        using var nobody = app.Browser();
        (await browser.PostAsJsonAsync("/api/tasks", new AddTask.Request("ID", "Call Sari; agree, sign", new DateOnly(2026, 11, 30)))).EnsureSuccessStatusCode();
        (await other.PostAsJsonAsync("/api/tasks", new AddTask.Request("ID", "Not mine", new DateOnly(2026, 11, 30)))).EnsureSuccessStatusCode();
        foreach (var (market, name) in new[] { ("ID", "Monday letter"), ("DE", "Montagsbrief") })
            (await other.PostAsJsonAsync("/api/reports/schedules", new SaveSchedule.Request(market, name, "weekly", null, "week", "previous", "en", ["xlsx"], "week", 1, new TimeOnly(8, 0), false, false, Roles: ["manager"]))).EnsureSuccessStatusCode();

        var all = (await (await browser.PostAsJsonAsync("/api/me/calendars", new OpenFeed.Request())).Content.ReadFromJsonAsync<OpenFeed.Response>())!;
        var tasks = (await (await browser.PostAsJsonAsync("/api/me/calendars", new OpenFeed.Request(["tasks"]))).Content.ReadFromJsonAsync<OpenFeed.Response>())!;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.PostAsJsonAsync("/api/me/calendars", new OpenFeed.Request(["tasks", "moon"]))).StatusCode);
        using var answer = await nobody.GetAsync(all.Path);
        Assert.Equal("text/calendar", answer.Content.Headers.ContentType?.MediaType);
        var calendar = (await answer.Content.ReadAsStringAsync()).ReplaceLineEndings("\n").Replace("\n ", "", StringComparison.Ordinal);
        Assert.Contains("SUMMARY:Call Sari\\; agree\\, sign", calendar, StringComparison.Ordinal);
        Assert.Contains("DTSTART;VALUE=DATE:20261130", calendar, StringComparison.Ordinal);
        Assert.Contains("DTSTART;TZID=Asia/Jakarta:20261123T080000", calendar, StringComparison.Ordinal);
        Assert.DoesNotContain("Montagsbrief", calendar, StringComparison.Ordinal); // a market that its owner does not see
        Assert.DoesNotContain("Not mine", calendar, StringComparison.Ordinal);
        Assert.DoesNotContain("Monday letter", await nobody.GetStringAsync(tasks.Path), StringComparison.Ordinal);

        var known = (await browser.GetFromJsonAsync<ListFeeds.Response[]>("/api/me/calendars"))!;
        Assert.All(known, feed => Assert.NotNull(feed.ReadAt));
        Assert.Empty((await other.GetFromJsonAsync<ListFeeds.Response[]>("/api/me/calendars"))!);
        Assert.Equal(HttpStatusCode.NotFound, (await other.DeleteAsync($"/api/me/calendars/{all.Id}")).StatusCode);
        (await browser.DeleteAsync($"/api/me/calendars/{all.Id}")).EnsureSuccessStatusCode();
        Assert.Equal(HttpStatusCode.NotFound, (await nobody.GetAsync(all.Path)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await nobody.GetAsync("/calendar/guess.ics")).StatusCode);
        var page = WebUtility.HtmlDecode(await browser.GetStringAsync("/settings/calendar"));
        Assert.Contains("Deadlines of my tasks", page, StringComparison.Ordinal);
        Assert.DoesNotContain(tasks.Path, page, StringComparison.Ordinal); // told once
    }
}
