using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Showrunner.Accounts;

namespace Showrunner.Tests.Accounts;

public class SignInTests
{
    private static (string, string)[] Fields(string email, string password, string back = "/") => [("email", email), ("password", password), ("return", back)];

    [Theory, Databases]
    public async Task Signs_in_with_capitals_in_the_address_and_sets_a_safe_cookie(string database)
    {
        await using var app = await TestApp.Start(database);
        var person = await app.AddTestPerson(Role.Viewer);
        using var browser = app.Browser();

        using var answer = await browser.Submit("/signin", Fields(" " + person.Email.ToUpperInvariant(), TestPeople.Password));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith("sr_session=", StringComparison.Ordinal)).ToLowerInvariant();
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=lax", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("secure", cookie, StringComparison.Ordinal); // plain http here; see the next test
        var token = cookie["sr_session=".Length..cookie.IndexOf(';', StringComparison.Ordinal)];
        Assert.DoesNotContain(token, await app.InDb(db => db.Sessions.Select(s => s.TokenHash).ToListAsync()));
        Assert.Equal(HttpStatusCode.OK, (await browser.Get("/api/me")).StatusCode);
    }

    [Fact]
    public void The_cookie_is_secure_over_https()
    {
        var context = new Microsoft.AspNetCore.Http.DefaultHttpContext();
        context.Request.Scheme = "https";
        SessionCookie.Write(context, "token");
        Assert.Contains("secure", context.Response.Headers.SetCookie.ToString(), StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task Wrong_password_and_unknown_address_get_the_same_answer(string database)
    {
        await using var app = await TestApp.Start(database);
        var person = await app.AddTestPerson(Role.Viewer);
        using var browser = app.Browser();

        using var wrong = await browser.Submit("/signin", Fields(person.Email, "not this one at all"));
        using var unknown = await browser.Submit("/signin", Fields("nobody@example.test", "not this one at all"));

        Assert.Equal((HttpStatusCode)422, wrong.StatusCode);
        Assert.Equal(wrong.StatusCode, unknown.StatusCode);
        var (left, right) = (await wrong.Content.ReadAsStringAsync(), await unknown.Content.ReadAsStringAsync());
        Assert.Contains("data-code=\"sign_in_failed\"", left, StringComparison.Ordinal);
        Assert.Contains("data-code=\"sign_in_failed\"", right, StringComparison.Ordinal);
        Assert.Contains($"value=\"{person.Email}\"", left, StringComparison.Ordinal);
        Assert.DoesNotContain("not this one at all", left, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_address_costs_the_time_of_a_hash()
    {
        var passwords = new Passwords();
        var hash = passwords.Hash(TestPeople.Password);
        double Milliseconds(string? against)
        {
            var start = TimeProvider.System.GetTimestamp();
            for (var i = 0; i < 3; i++) Assert.False(passwords.Fits(against, "not this one at all"));
            return TimeProvider.System.GetElapsedTime(start).TotalMilliseconds;
        }
        _ = Milliseconds(hash);
        Assert.InRange(Milliseconds(null) / Milliseconds(hash), 0.2, 5);
    }

    [Theory, Databases]
    public async Task Five_wrong_tries_lock_for_fifteen_minutes_and_five_more_for_thirty(string database)
    {
        var clock = new TestClock();
        await using var app = await TestApp.Start(database, clock);
        var person = await app.AddTestPerson(Role.Viewer);
        async Task<bool> Try(string password)
        {
            using var scope = app.Services.CreateScope();
            var services = scope.ServiceProvider;
            try
            {
                await SignIn.Handle(new(person.Email, password), services.GetRequiredService<Showrunner.Data.AppDb>(), new Passwords(1000), services.GetRequiredService<Visitors>(), clock, default);
                return true;
            }
            catch (Showrunner.Platform.Refused refused) when (refused.Code == "sign_in_failed") { return false; }
        }
        for (var i = 0; i < 5; i++) Assert.False(await Try("wrong wrong wrong"));
        Assert.False(await Try(TestPeople.Password));
        clock.Move(TimeSpan.FromMinutes(14.9));
        Assert.False(await Try(TestPeople.Password));
        clock.Move(TimeSpan.FromMinutes(0.2));
        for (var i = 0; i < 5; i++) Assert.False(await Try("wrong wrong wrong"));
        clock.Move(TimeSpan.FromMinutes(29));
        Assert.False(await Try(TestPeople.Password));
        clock.Move(TimeSpan.FromMinutes(1.1));
        Assert.True(await Try(TestPeople.Password));
        Assert.Equal(0, await app.InDb(db => db.People.Where(p => p.Id == person.Id).Select(p => p.FailedAttempts).SingleAsync()));
        Assert.Equal(2, await app.InDb(db => db.AuditEntries.CountAsync(e => e.Action == "person.locked")));
    }

    [Theory, Databases]
    public async Task Parallel_guesses_are_all_counted(string database)
    {
        await using var app = await TestApp.Start(database);
        var person = await app.AddTestPerson(Role.Viewer);
        await Parallel.ForAsync(0, 12, async (_, cancel) =>
        {
            using var scope = app.Services.CreateScope();
            var services = scope.ServiceProvider;
            await Assert.ThrowsAsync<Showrunner.Platform.Refused>(() => SignIn.Handle(
                new(person.Email, "wrong wrong wrong"), services.GetRequiredService<Showrunner.Data.AppDb>(), new Passwords(1000), services.GetRequiredService<Visitors>(), TimeProvider.System, cancel));
        });
        // Five were let in and counted; the lock stopped the rest before they were looked at.
        Assert.Equal(5, await app.InDb(db => db.People.Where(p => p.Id == person.Id).Select(p => p.FailedAttempts).SingleAsync()));
    }

    [Theory, Databases]
    public async Task Too_many_tries_from_one_address_are_refused(string database)
    {
        await using var app = await TestApp.Start(database);
        using var browser = app.Browser();
        for (var i = 0; i < TryLimits.PerName; i++)
        {
            using var answer = await browser.Submit("/signin", Fields("nobody@example.test", "x"));
            Assert.Equal((HttpStatusCode)422, answer.StatusCode);
        }
        using var one = await browser.Submit("/signin", Fields("Nobody@example.test ", "x"));
        using var other = await browser.Submit("/signin", Fields("somebody@example.test", "x"));
        Assert.Equal(HttpStatusCode.TooManyRequests, one.StatusCode);
        Assert.Equal((HttpStatusCode)422, other.StatusCode);
    }

    [Theory]
    [InlineData("/settings/me?x=1", "/settings/me?x=1")]
    [InlineData("https://evil.test/", "/")]
    [InlineData("//evil.test/", "/")]
    [InlineData("/\\evil.test", "/")]
    [InlineData("/\t/evil.test", "/")]
    [InlineData("", "/")]
    public async Task Goes_back_only_to_addresses_of_this_desk(string wanted, string sent)
    {
        await using var app = await TestApp.Start("sqlite");
        var person = await app.AddTestPerson(Role.Viewer);
        using var answer = await app.Browser().Submit("/signin", Fields(person.Email, TestPeople.Password, wanted));
        Assert.Equal((HttpStatusCode.Redirect, sent), (answer.StatusCode, answer.Headers.Location?.ToString()));
    }

    [Theory, Databases]
    public async Task A_form_without_its_token_is_a_bad_request(string database)
    {
        await using var app = await TestApp.Start(database);
        var person = await app.AddTestPerson(Role.Admin);
        using var stranger = app.Browser();
        using var admin = await app.BrowserOf(person);
        foreach (var (browser, path) in new[] { (stranger, "/signin"), (stranger, "/welcome/x"), (admin, "/settings/people"), (admin, "/settings/me"), (admin, "/settings/keys"), (admin, "/sign-out") })
        {
            using var content = new FormUrlEncodedContent([KeyValuePair.Create("email", person.Email), KeyValuePair.Create("password", TestPeople.Password)]);
            using var answer = await browser.PostAsync(new Uri(path, UriKind.Relative), content);
            Assert.Equal((path, HttpStatusCode.BadRequest), (path, answer.StatusCode));
        }
        Assert.Equal(HttpStatusCode.OK, (await admin.Get("/api/me")).StatusCode);
    }

    [Theory, Databases]
    public async Task Changes_sent_by_another_site_are_refused(string database)
    {
        await using var app = await TestApp.Start(database);
        using var admin = await app.SignInAs(Role.Admin);
        foreach (var (header, value) in new[] { ("Sec-Fetch-Site", "cross-site"), ("Origin", "https://evil.test") })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/people", UriKind.Relative));
            request.Headers.Add(header, value);
            request.Content = System.Net.Http.Json.JsonContent.Create(new { name = "Eve", email = "eve@example.test", role = "admin" });
            using var answer = await admin.SendAsync(request);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }
        Assert.Equal(1, await app.InDb(db => db.People.CountAsync()));
    }
}
