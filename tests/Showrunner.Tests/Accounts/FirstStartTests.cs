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

        Assert.Equal((HttpStatusCode.Redirect, "/"), (answer.StatusCode, answer.Headers.Location?.ToString()));
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
}
