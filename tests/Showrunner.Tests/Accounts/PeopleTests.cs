using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Platform;

namespace Showrunner.Tests.Accounts;

public partial class PeopleTests
{
    [GeneratedRegex("value=\"http://[^\"/]+(/(?:invite|reset)/[^\"]+)\"")]
    private static partial Regex ShownLink();

    [Theory, Databases]
    public async Task An_invited_person_chooses_a_password_once_and_sees_only_his_markets(string database)
    {
        await using var app = await TestApp.Start(database);
        using var admin = await app.SignInAs(Role.Admin);
        using var shown = await admin.Submit("/settings/people", ("name", "Budi"), ("email", "budi@example.test"), ("role", Role.Manager), ("scope", "some"), ("markets", "VN"), ("markets", "ID"));
        var link = ShownLink().Match(await shown.Content.ReadAsStringAsync()).Groups[1].Value;
        Assert.StartsWith("/invite/", link, StringComparison.Ordinal);
        using var budi = app.Browser();

        using var joined = await budi.Submit(link, ("password", TestPeople.Password), ("language", "id"));

        Assert.Equal("/", joined.Headers.Location?.ToString());
        var me = await budi.GetFromJsonAsync<ShowMe.Response>("/api/me");
        Assert.Equal(("Budi", "id", 2), (me!.Name, me.Language, me.MarketIds!.Count));
        Assert.Equal(HttpStatusCode.Conflict, (await app.Browser().Get(link)).StatusCode);
        var page = await (await budi.Get("/settings/keys")).Content.ReadAsStringAsync();
        Assert.Contains("value=\"VN\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"DE\"", page, StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task An_invitation_expires_and_a_new_link_replaces_it(string database)
    {
        var clock = new TestClock();
        await using var app = await TestApp.Start(database, clock);
        var old = await app.InDb(db => AddPerson.Handle("Cut", "cut@example.test", Role.Viewer, ["market=VN"], db, clock, default));
        clock.Move(TimeSpan.FromDays(7));
        Assert.Equal((HttpStatusCode)422, (await app.Browser().Get(old)).StatusCode);
        using var admin = await app.SignInAs(Role.Admin);
        var id = await app.InDb(db => db.People.Where(p => p.Name == "Cut").Select(p => p.Id).SingleAsync());
        using var shown = await admin.Submit($"/settings/people/{id}", ("do", "link"));
        var link = ShownLink().Match(await shown.Content.ReadAsStringAsync()).Groups[1].Value;
        Assert.Equal(HttpStatusCode.OK, (await app.Browser().Get(link)).StatusCode);
    }

    [Theory, Databases]
    public async Task A_refused_invitation_comes_back_with_what_was_typed(string database)
    {
        await using var app = await TestApp.Start(database);
        using var admin = await app.SignInAs(Role.Admin);
        var taken = await app.AddTestPerson(Role.Viewer);

        using var answer = await admin.Submit("/settings/people", ("name", "Dewi"), ("email", taken.Email.ToUpperInvariant()), ("role", Role.Analyst), ("scope", "all"));

        var html = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("data-code=\"email_taken\"", html, StringComparison.Ordinal);
        Assert.Contains("value=\"Dewi\"", html, StringComparison.Ordinal);
        Assert.Matches("value=\"analyst\" selected", html);
    }

    [Theory, Databases]
    public async Task Only_admins_manage_people(string database)
    {
        await using var app = await TestApp.Start(database);
        var victim = await app.AddTestPerson(Role.Viewer);
        foreach (var role in new[] { Role.Viewer, Role.Analyst, Role.Manager })
        {
            using var browser = await app.SignInAs(role);
            using var list = await browser.Get("/api/people");
            using var invite = await browser.PostAsJsonAsync("/api/people", new { name = "Eve", email = "eve@example.test", role = "admin" });
            using var promote = await browser.PutAsJsonAsync($"/api/people/{victim.Id}/role", new { role = "admin" });
            using var disable = await browser.PutAsync(new Uri($"/api/people/{victim.Id}/disabled", UriKind.Relative), null);
            using var page = await browser.Get("/settings/people");
            using var form = await browser.SubmitTo("/settings/me", "/settings/people", ("name", "Eve"), ("email", "eve@example.test"), ("role", "admin"));
            Assert.All([list, invite, promote, disable, page, form], answer => Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode));
        }
        Assert.False(await app.InDb(db => db.People.AnyAsync(p => p.EmailKey == "eve@example.test")));
    }

    [Theory, Databases]
    public async Task Disabling_ends_sessions_keys_and_sign_in_at_once(string database)
    {
        await using var app = await TestApp.Start(database);
        using var admin = await app.SignInAs(Role.Admin);
        var person = await app.AddTestPerson(Role.Manager);
        using var browser = await app.BrowserOf(person);
        var key = await (await browser.PostAsJsonAsync("/api/keys", new { name = "bot", scopes = new[] { "keys.manage" } })).Content.ReadFromJsonAsync<CreateKey.Response>();
        Assert.Equal(HttpStatusCode.OK, (await app.WithKey(key!.Secret).Get("/api/me")).StatusCode);

        using var disabled = await admin.Submit($"/settings/people/{person.Id}", ("do", "disable"));

        Assert.Equal(HttpStatusCode.Redirect, disabled.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.Get("/api/me")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.WithKey(key.Secret).Get("/api/me")).StatusCode);
        using var again = await app.Browser().Submit("/signin", ("email", person.Email), ("password", TestPeople.Password));
        Assert.Equal((HttpStatusCode)422, again.StatusCode);
        using var enabled = await admin.DeleteAsync(new Uri($"/api/people/{person.Id}/disabled", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, enabled.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.Get("/api/me")).StatusCode);
    }

    [Theory, Databases]
    public async Task A_new_password_ends_the_other_sessions_and_the_old_password(string database)
    {
        await using var app = await TestApp.Start(database);
        var person = await app.AddTestPerson(Role.Viewer);
        using var here = await app.BrowserOf(person);
        using var elsewhere = await app.BrowserOf(person);
        using var wrong = await here.Submit("/settings/me", ("do", "password"), ("current", "not the right one"), ("password", "a louder desk by the sea"));
        Assert.Equal((HttpStatusCode)422, wrong.StatusCode);

        using var changed = await here.Submit("/settings/me", ("do", "password"), ("current", TestPeople.Password), ("password", "a louder desk by the sea"));

        Assert.Equal("/settings/me", changed.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.OK, (await here.Get("/api/me")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await elsewhere.Get("/api/me")).StatusCode);
        using var old = await app.Browser().Submit("/signin", ("email", person.Email), ("password", TestPeople.Password));
        Assert.Equal((HttpStatusCode)422, old.StatusCode);
    }

    [Theory, Databases]
    public async Task The_last_admin_stays_even_when_two_take_each_others_role_at_once(string database)
    {
        await using var app = await TestApp.Start(database);
        var (one, two) = (await app.AddTestPerson(Role.Admin), await app.AddTestPerson(Role.Admin));
        using var first = await app.BrowserOf(one);
        using var second = await app.BrowserOf(two);
        var answers = await Task.WhenAll(
            first.PutAsJsonAsync($"/api/people/{two.Id}/role", new { role = "viewer" }),
            second.PutAsJsonAsync($"/api/people/{one.Id}/role", new { role = "viewer" }));
        Assert.Equal(1, answers.Count(a => a.StatusCode == HttpStatusCode.OK));
        Assert.Equal(1, await app.InDb(db => db.People.CountAsync(p => p.Role == Role.Admin)));
    }

    [Theory]
    [InlineData("short", "password_too_short"), InlineData("aaaaaaaaaaaaaaaaaa", "password_too_simple"), InlineData("ababababababab", "password_too_simple")]
    public void Weak_passwords_are_refused(string password, string code) =>
        Assert.Equal(code, Assert.Throws<Refused>(() => new Passwords(1000).Hash(password)).Code);

    [Theory]
    [InlineData("no-at"), InlineData("a@"), InlineData("@b"), InlineData("a@b@c"), InlineData("a b@c.test"), InlineData("a@c.test\r\nBcc: x")]
    public void Addresses_that_are_none_are_refused(string email) =>
        Assert.Equal("email_wrong", Assert.Throws<Refused>(() => Person.Create("A", email, "en", default)).Code);
}
