using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;

namespace Showrunner.Tests.Accounts;

public class FirstStartTests
{
    private static readonly (string, string)[] Ada = [("name", "Ada"), ("email", "Ada@Example.test"), ("password", TestPeople.Password), ("language", "de")];

    [Theory, Databases]
    public async Task The_first_link_makes_an_admin_who_is_signed_in(string database)
    {
        await using var app = await TestApp.Start(database);
        var link = await app.InDb(db => SetupLink.Create(db, TimeProvider.System));
        using var browser = app.Browser();

        using var answer = await browser.Submit(link!, Ada);

        Assert.Equal((HttpStatusCode.Redirect, "/overview"), (answer.StatusCode, answer.Headers.Location?.ToString()));
        var me = await browser.GetFromJsonAsync<ShowMe.Response>("/api/me");
        Assert.Equal(("Ada", "de", null), (me!.Name, me.Language, me.MarketIds));
        Assert.Contains(AccountsRoom.ManagePeople, me.Permissions);
        Assert.Null(await app.InDb(db => SetupLink.Create(db, TimeProvider.System)));
    }

    [Theory, Databases]
    public async Task The_first_link_works_once(string database)
    {
        await using var app = await TestApp.Start(database);
        var link = await app.InDb(db => SetupLink.Create(db, TimeProvider.System));
        using var first = app.Browser();
        using var second = app.Browser();
        var page = await second.Get(link!);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        using var won = await first.Submit(link!, Ada);

        using var late = await second.Get(link!);

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Equal(1, await app.InDb(db => db.People.CountAsync()));
    }

    [Theory, Databases]
    public async Task The_first_link_expires_after_a_day_and_at_the_next_start(string database)
    {
        var clock = new TestClock();
        await using var app = await TestApp.Start(database, clock);
        using var browser = app.Browser();
        var first = await app.InDb(db => SetupLink.Create(db, clock));
        clock.Move(TimeSpan.FromMinutes(1));
        var second = await app.InDb(db => SetupLink.Create(db, clock));
        Assert.Equal((HttpStatusCode)422, (await browser.Get(first!)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.Get(second!)).StatusCode);
        clock.Move(TimeSpan.FromDays(1));
        Assert.Equal((HttpStatusCode)422, (await browser.Get(second!)).StatusCode);
        Assert.Equal((HttpStatusCode)422, (await browser.Get("/welcome/guess")).StatusCode);
    }

    [Theory, Databases]
    public async Task Two_browsers_with_the_first_link_make_one_admin(string database)
    {
        await using var app = await TestApp.Start(database);
        var link = await app.InDb(db => SetupLink.Create(db, TimeProvider.System));
        using var one = app.Browser();
        using var two = app.Browser();
        // Both have the form open before either sends it: whoever opens it later is told that the link was used.
        var (formOne, formTwo) = (await one.OpenForm(link!), await two.OpenForm(link!));
        var answers = await Task.WhenAll(one.Post(link!, formOne, Ada), two.Post(link!, formTwo, [.. Ada.Where(f => f.Item1 != "email"), ("email", "bob@example.test")]));
        Assert.Equal(1, answers.Count(a => a.StatusCode == HttpStatusCode.Redirect));
        Assert.Equal(1, await app.InDb(db => db.People.CountAsync()));
    }

    [Fact]
    public async Task A_weak_password_brings_the_form_back_with_the_name()
    {
        await using var app = await TestApp.Start("sqlite");
        var link = await app.InDb(db => SetupLink.Create(db, TimeProvider.System));
        using var browser = app.Browser();
        using var answer = await browser.Submit(link!, ("name", "Ada L."), ("email", "ada@example.test"), ("password", "short"), ("language", "en"));
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Equal((HttpStatusCode)422, answer.StatusCode);
        Assert.Contains("value=\"Ada L.\"", html, StringComparison.Ordinal);
        Assert.Contains("data-code=\"password_too_short\"", html, StringComparison.Ordinal);
        using var good = await browser.Submit(link!, Ada);
        Assert.Equal(HttpStatusCode.Redirect, good.StatusCode);
    }
}
