using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Showrunner.Accounts;

namespace Showrunner.Tests.Accounts;

public class DoorTests
{
    /// <summary>Whoever opens another door to strangers must write it here.</summary>
    private static readonly string[] Open =
    [
        "/calendar/{token}.ics", // a calendar program cannot sign in: its secret does
        "/health", "/assets/{**file}", "/lib/{**file}", "/signin", "/sign-in", "/sign-out", "/welcome/{token}", "/invite/{token}", "/reset/{token}", "/error", "/not-found",
    ];

    [Fact]
    public async Task Only_these_addresses_are_open_to_strangers()
    {
        await using var app = await TestApp.Start("sqlite");
        var open = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is not null).Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/')).Distinct();
        Assert.Empty(open.Except(Open));
    }

    [Fact]
    public async Task Strangers_are_sent_to_sign_in_and_programs_are_told()
    {
        await using var app = await TestApp.Start("sqlite");
        using var browser = app.Browser();
        using var page = await browser.Get("/settings/people?x=1");
        using var api = await browser.Get("/api/people");
        Assert.Equal("/signin?return=%2Fsettings%2Fpeople%3Fx%3D1", page.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.Unauthorized, api.StatusCode);
        Assert.Contains("\"code\":\"sign_in_first\"", await api.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.Get("/signin")).StatusCode);
    }

    [Theory]
    [InlineData("en"), InlineData("id"), InlineData("de")]
    public async Task Every_page_of_the_room_opens_in_every_language(string language)
    {
        await using var app = await TestApp.Start("sqlite");
        var person = await app.AddTestPerson(Role.Admin);
        using var admin = await app.BrowserOf(person);
        using var saved = await admin.Submit("/settings/me", ("do", "profile"), ("name", person.Name), ("language", language), ("timeZone", "Asia/Jakarta"));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        foreach (var path in new[] { "/settings/people", "/settings/keys", "/settings/audit", "/settings/me", $"/settings/people/{person.Id}" })
        {
            using var answer = await admin.Get(path);
            var html = await answer.Content.ReadAsStringAsync();
            Assert.Equal((path, HttpStatusCode.OK), (path, answer.StatusCode));
            Assert.Contains($"<html lang=\"{language}\"", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_menu_changes_the_language_for_good_and_stays_on_the_page()
    {
        await using var app = await TestApp.Start("sqlite");
        using var browser = await app.SignInAs(Role.Viewer);
        using var changed = await browser.Submit("/settings/me", ("do", "language"), ("language", "de"), ("return", "/metrics?q=gmv"));
        Assert.Equal("/metrics?q=gmv", changed.Headers.Location?.ToString());
        Assert.Contains("<html lang=\"de\"", await browser.GetStringAsync(new Uri("/metrics", UriKind.Relative)), StringComparison.Ordinal);
        using var away = await browser.Submit("/settings/me", ("do", "language"), ("language", "id"), ("return", "//elsewhere.test"));
        Assert.Equal("/", away.Headers.Location?.ToString());
    }

    [Theory, Databases]
    public async Task A_session_ends_after_a_quiet_week_and_after_a_month(string database)
    {
        var clock = new TestClock();
        await using var app = await TestApp.Start(database, clock);
        using var browser = await app.SignInAs(Role.Viewer);
        for (var day = 0; day < 29; day += 5)
        {
            Assert.Equal(HttpStatusCode.OK, (await browser.Get("/api/me")).StatusCode);
            await app.SeenWritten(clock.GetUtcNow());
            clock.Move(TimeSpan.FromDays(5));
        }
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.Get("/api/me")).StatusCode);
        using var quiet = await app.SignInAs(Role.Viewer);
        clock.Move(TimeSpan.FromDays(7.1));
        Assert.Equal(HttpStatusCode.Unauthorized, (await quiet.Get("/api/me")).StatusCode);
    }

    [Fact]
    public async Task A_page_does_not_wait_for_a_writer_that_holds_the_database()
    {
        var clock = new TestClock();
        await using var app = await TestApp.Start("sqlite", clock);
        using var browser = await app.SignInAs(Role.Viewer);
        clock.Move(TimeSpan.FromHours(1));
        await app.InDb(async db =>
        {
            await using var import = await Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.BeginTransactionAsync(db.Database, System.Data.IsolationLevel.Serializable);
            var start = TimeProvider.System.GetTimestamp();
            Assert.Equal(HttpStatusCode.OK, (await browser.Get("/api/me")).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await browser.Get("/settings/me")).StatusCode);
            Assert.InRange(TimeProvider.System.GetElapsedTime(start).TotalSeconds, 0, 15);
            return 0;
        });
        await app.SeenWritten(clock.GetUtcNow());
    }
}
