using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;

namespace Showrunner.Tests.Accounts;

public class KeyTests
{
    private static async Task<CreateKey.Response> Make(HttpClient browser, object request)
    {
        using var answer = await browser.PostAsJsonAsync("/api/keys", request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<CreateKey.Response>())!;
    }

    [Theory, Databases]
    public async Task A_key_opens_the_api_within_its_scope_and_nothing_else(string database)
    {
        await using var app = await TestApp.Start(database);
        using var admin = await app.SignInAs(Role.Admin);
        var key = await Make(admin, new { name = "reader", scopes = new[] { "audit.read" }, markets = new[] { "VN" } });
        using var program = app.WithKey(key.Secret);

        var me = await program.GetFromJsonAsync<ShowMe.Response>("/api/me");

        Assert.Equal(["audit.read"], me!.Permissions);
        Assert.Single(me.MarketIds!);
        Assert.Equal(HttpStatusCode.OK, (await program.Get("/api/audit")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await program.Get("/api/people")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await program.Get("/settings/audit")).StatusCode);
    }

    [Theory, Databases]
    public async Task Only_the_hash_of_a_key_is_kept(string database)
    {
        await using var app = await TestApp.Start(database);
        using var admin = await app.SignInAs(Role.Admin);
        var key = await Make(admin, new { name = "reader", scopes = new[] { "audit.read" } });
        var row = await app.InDb(db => db.ApiKeys.SingleAsync());
        var trail = string.Concat(await app.InDb(db => db.AuditEntries.Select(e => e.Details).ToListAsync()));
        Assert.StartsWith("sr_", key.Secret, StringComparison.Ordinal);
        Assert.Equal(key.Secret[..9], row.Prefix);
        Assert.Equal(Secret.Hash(key.Secret), row.KeyHash);
        Assert.DoesNotContain(key.Secret[9..], $"{row.Name}{row.KeyHash}{row.Scopes}{trail}", StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task A_key_ends_when_it_expires_or_is_revoked(string database)
    {
        var clock = new TestClock();
        await using var app = await TestApp.Start(database, clock);
        var person = await app.AddTestPerson(Role.Admin);
        using var admin = await app.BrowserOf(person);
        var (brief, other) = (await Make(admin, new { name = "brief", scopes = new[] { "audit.read" }, days = 2 }), await Make(admin, new { name = "other", scopes = new[] { "audit.read" } }));
        Assert.Equal(HttpStatusCode.OK, (await app.WithKey(brief.Secret).Get("/api/audit")).StatusCode);
        clock.Move(TimeSpan.FromDays(2));
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.WithKey(brief.Secret).Get("/api/audit")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await app.WithKey(other.Secret).Get("/api/audit")).StatusCode);
        using var revoked = await admin.Submit($"/settings/keys/{other.Id}/revocation");
        Assert.Equal("/settings/keys", revoked.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.WithKey(other.Secret).Get("/api/audit")).StatusCode);
    }

    [Theory, Databases]
    public async Task A_key_never_reaches_further_than_its_maker(string database)
    {
        await using var app = await TestApp.Start(database);
        var person = await app.AddTestPerson(Role.Manager, "VN");
        using var manager = await app.BrowserOf(person);
        using var wider = await manager.PostAsJsonAsync("/api/keys", new { name = "x", scopes = new[] { "people.manage" } });
        using var elsewhere = await manager.PostAsJsonAsync("/api/keys", new { name = "x", scopes = new[] { "keys.manage" }, markets = new[] { "DE" } });
        Assert.Equal((HttpStatusCode)422, wider.StatusCode);
        Assert.Equal((HttpStatusCode)422, elsewhere.StatusCode);
        var key = await Make(manager, new { name = "x", scopes = new[] { "keys.manage" } });
        Assert.Equal(person.MarketIds, (await app.WithKey(key.Secret).GetFromJsonAsync<ShowMe.Response>("/api/me"))!.MarketIds);

        using var admin = await app.SignInAs(Role.Admin);
        using var demoted = await admin.PutAsJsonAsync($"/api/people/{person.Id}/role", new { role = "viewer", markets = new[] { "VN" } });
        Assert.Equal(HttpStatusCode.OK, demoted.StatusCode);
        Assert.Empty((await app.WithKey(key.Secret).GetFromJsonAsync<ShowMe.Response>("/api/me"))!.Permissions);
    }

    [Theory, Databases]
    public async Task People_see_and_revoke_only_their_own_keys(string database)
    {
        await using var app = await TestApp.Start(database);
        using var one = await app.SignInAs(Role.Manager);
        using var two = await app.SignInAs(Role.Manager);
        using var admin = await app.SignInAs(Role.Admin);
        var key = await Make(one, new { name = "mine", scopes = new[] { "keys.manage" } });
        Assert.Empty((await two.GetFromJsonAsync<List<ListKeys.Response>>("/api/keys"))!);
        Assert.Single((await admin.GetFromJsonAsync<List<ListKeys.Response>>("/api/keys"))!);
        using var foreign = await two.DeleteAsync(new Uri($"/api/keys/{key.Id}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
    }

    [Theory, Databases]
    public async Task A_form_shows_the_key_once(string database)
    {
        await using var app = await TestApp.Start(database);
        using var manager = await app.SignInAs(Role.Manager);
        using var shown = await manager.Submit("/settings/keys", ("name", "bot"), ("scopes", "keys.manage"), ("scope", "all"), ("days", "30"));
        Assert.Matches("value=\"sr_[A-Za-z0-9_-]{43}\"", await shown.Content.ReadAsStringAsync());
        Assert.DoesNotMatch("value=\"sr_", await (await manager.Get("/settings/keys")).Content.ReadAsStringAsync());
    }
}
