using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Showrunner.Accounts;
using Showrunner.Creators;
using Showrunner.Data;
using Showrunner.Insights;
using Showrunner.Insights.Findings;
using Showrunner.Platform;
using Showrunner.Shops;
using Showrunner.Tests.Demo;

namespace Showrunner.Tests.Insights;

/// <summary>Findings against the demo market, whose story is known.</summary>
public sealed class FindingsTests(FindingsFixture demo) : IClassFixture<FindingsFixture>
{
    private static async Task<IReadOnlyList<Found>> Look(TestApp app, string market, DateOnly last, string? of = null)
    {
        using var scope = app.Services.CreateScope();
        var services = scope.ServiceProvider;
        var desk = ActivatorUtilities.CreateInstance<BoardDesk>(services, Actor.Program("test"));
        return await LookThrough.Work(new(market, of, last), services.GetRequiredService<AppDb>(), desk, TimeProvider.System, (_, _) => { }, default);
    }

    /// <summary>At this size some of the story is faint, a bad batch of twenty lines: ten of its twelve parts must be found.</summary>
    [Theory, Databases]
    public async Task The_story_of_the_markets_is_found(string database)
    {
        var app = demo.On(database);
        List<string> missed = [];
        foreach (var code in new[] { "ID", "DE", "US" })
        {
            var story = DemoFixture.Market(code, size: FindingsFixture.Size).Story;
            List<Found> found = [];
            for (var last = DemoFixture.End; last > DemoFixture.End.AddDays(-42); last = last.AddDays(-7)) found.AddRange(await Look(app, code, last));
            if (!found.Any(f => f.Kind is "creator_down" or "creator_silent" && f.Name == story.AtRisk)) missed.Add($"{code}: {story.AtRisk} falls");
            if (!found.Any(f => f.Kind is "product_new" or "product_up" && f.Name == story.Rising)) missed.Add($"{code}: {story.Rising} takes off");
            if (!found.Any(f => f.Kind == "refunds_high" && f.Name == story.Returned)) missed.Add($"{code}: {story.Returned} comes back");
            if (!found.Any(f => f.Kind == "market_up" && f.Days == new DayRange(story.Promotion, story.Promotion))) missed.Add($"{code}: promotion on {story.Promotion}");
        }
        Assert.True(missed.Count <= 2, string.Join("\n", missed));
    }

    [Theory, Databases]
    public async Task A_decided_finding_is_not_told_again_and_an_open_one_not_twice(string database)
    {
        var app = demo.On(database);
        using var analyst = await app.SignInAs(Role.Analyst);
        await Look(app, "ID", DemoFixture.End);
        var open = (await analyst.GetFromJsonAsync<ListFindings.Response>("/api/findings?market=ID"))!.Findings;
        Assert.True(open.Count >= 2);
        var list = await analyst.GetStringAsync($"/reports?report=opportunities&market=ID&from={DemoFixture.End.AddDays(-27):yyyy-MM-dd}&to={DemoFixture.End:yyyy-MM-dd}");
        Assert.Contains(WebUtility.HtmlEncode(open[0].Found.Name), list, StringComparison.Ordinal);
        foreach (var format in new[] { "xlsx", "pptx", "docx" })
            Assert.Equal(HttpStatusCode.OK, (await analyst.GetAsync($"/reports/opportunities.{format}?market=ID&language=de&from={DemoFixture.End.AddDays(-27):yyyy-MM-dd}&to={DemoFixture.End:yyyy-MM-dd}")).StatusCode);
        Assert.Contains("report_no_findings", await (await analyst.GetAsync("/api/reports/opportunities.xlsx?market=GB&from=2026-11-01&to=2026-11-07")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        async Task<HttpStatusCode> Decide(long id, DecideFinding.Request request) => (await analyst.PutAsJsonAsync($"/api/findings/{id}/decision", request)).StatusCode;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Decide(open[0].Id, new(Finding.Dismissed)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Decide(open[0].Id, new(Finding.Dismissed, "other", " ")));
        foreach (var _ in new[] { 1, 2 }) Assert.Equal(HttpStatusCode.OK, await Decide(open[0].Id, new(Finding.Dismissed, "known")));
        Assert.Equal(HttpStatusCode.OK, await Decide(open[1].Id, new(Finding.Accepted)));

        await Look(app, "ID", DemoFixture.End);

        var again = (await analyst.GetFromJsonAsync<ListFindings.Response>("/api/findings?market=ID"))!;
        Assert.Equal(open.Skip(2).Select(f => f.Id).Order(), again.Findings.Select(f => f.Id).Order());
        Assert.Equal((1, 1), (again.Counts[Finding.Dismissed], again.Counts[Finding.Accepted]));
        Assert.Equal("known", Assert.Single((await analyst.GetFromJsonAsync<ListFindings.Response>("/api/findings?market=ID&state=dismissed"))!.Findings).Reason);
        Assert.Equal(2, await app.InDb(db => db.AuditEntries.CountAsync(e => e.Action.StartsWith("finding."))));
        foreach (var id in open.Take(2).Select(f => f.Id)) await Decide(id, new(Finding.Open));
    }

    [Theory, Databases]
    public async Task Findings_of_a_foreign_market_do_not_exist_and_viewers_only_read(string database)
    {
        var app = demo.On(database);
        await Look(app, "DE", DemoFixture.End);
        using var viewer = await app.SignInAs(Role.Viewer, "DE");
        using var foreigner = await app.SignInAs(Role.Manager, "ID");
        var one = (await viewer.GetFromJsonAsync<ListFindings.Response>("/api/findings?market=DE"))!.Findings[0];
        Assert.Equal(HttpStatusCode.Forbidden, (await viewer.PutAsJsonAsync($"/api/findings/{one.Id}/decision", new DecideFinding.Request(Finding.Accepted))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await foreigner.GetAsync(new Uri("/api/findings?market=DE", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await foreigner.PutAsJsonAsync($"/api/findings/{one.Id}/decision", new DecideFinding.Request(Finding.Accepted))).StatusCode);
    }

    [Theory, Databases]
    public async Task A_part_of_a_market_is_looked_through_by_itself(string database)
    {
        var app = demo.On(database);
        using var analyst = await app.SignInAs(Role.Analyst);
        using var foreigner = await app.SignInAs(Role.Manager, "ID");
        var story = DemoFixture.Market("DE", size: FindingsFixture.Size).Story;
        var (star, shop) = await app.InDb(async db => (await db.Creators.SingleAsync(c => c.Handle == story.AtRisk), await db.Products.Where(p => p.Name == story.Rising).Select(p => p.ShopId).SingleAsync()));

        var ofStar = await Look(app, "DE", DemoFixture.End, FindingScope.Of("creator", star.Id));
        var ofShop = await Look(app, "DE", DemoFixture.End.AddDays(-7), FindingScope.Of("shop", shop));

        Assert.Contains(ofStar, f => f is { Kind: "creator_down", Subject: "creator" } && f.SubjectId == star.Id);
        Assert.DoesNotContain(ofStar, f => f.Subject == "market");
        Assert.Contains(ofShop, f => f.Kind is "product_new" or "product_up" && f.Name == story.Rising);
        var listed = (await analyst.GetFromJsonAsync<ListFindings.Response>($"/api/findings?market=DE&of=shop:{shop}"))!;
        Assert.Equal((ofShop.Count, DemoFixture.End.AddDays(-7)), (listed.Findings.Count, listed.LastDay));
        Assert.DoesNotContain((await analyst.GetFromJsonAsync<ListFindings.Response>("/api/findings?market=DE"))!.Findings, f => listed.Findings.Any(l => l.Id == f.Id));
        Assert.Contains("finding-words", await (await analyst.Get($"/shops/{shop}?market=DE")).Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await analyst.Get($"/api/findings?market=ID&of=shop:{shop}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await foreigner.Get($"/api/findings?market=DE&of=shop:{shop}")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await analyst.Get("/api/findings?market=DE&of=moon:1")).StatusCode);
    }

    [Theory, Databases]
    public async Task A_campaign_is_looked_through_from_its_first_day_on(string database)
    {
        var app = demo.On(database);
        using var analyst = await app.SignInAs(Role.Analyst);
        var id = await app.InDb(db => db.Set<Showrunner.Campaigns.Campaign>().Where(c => c.Name == "Creator-Club").Select(c => c.Id).SingleAsync());
        var found = await Look(app, "DE", DemoFixture.End, FindingScope.Of("campaign", id));
        Assert.Contains(found, f => f.Kind == "creators_for_product");
        Assert.DoesNotContain(found, f => f.Subject == "market");
        // It runs since day 72 of 180: a look at its fourth week finds nothing beyond chance to tell.
        Assert.DoesNotContain(await Look(app, "DE", DemoFixture.End.AddDays(-80), FindingScope.Of("campaign", id)), f => !Finding.ByRule.Contains(f.Kind));
        Assert.Contains("Creator-Club", await (await analyst.Get($"/findings?market=DE&of=campaign:{id}")).Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await analyst.Get($"/api/findings?market=US&of=campaign:{id}")).StatusCode);
    }

    [Theory, Databases]
    public async Task A_market_with_too_few_weeks_says_nothing_rather_than_guess(string database)
    {
        await using var app = await BoardData.Small(database);
        Assert.Empty(await Look(app, "VN", BoardData.Day.AddDays(9)));
        using var manager = await app.SignInAs(Role.Manager, "VN");
        Assert.Empty((await manager.GetFromJsonAsync<ListFindings.Response>("/api/findings?market=VN"))!.Findings);
    }

    [Theory, Databases]
    public async Task The_page_looks_through_on_demand_and_makes_a_task_of_a_finding(string database)
    {
        var app = demo.On(database);
        using var manager = await app.SignInAs(Role.Manager, "US");
        using var asked = await manager.SubmitTo("/findings?market=US", "/findings", ("market", "US"), ("of", ""));
        Assert.Equal("/findings?market=US", asked.Headers.Location?.ToString());
        var page = "";
        for (var i = 0; i < 300 && !page.Contains("finding-acts", StringComparison.Ordinal); i++)
        {
            await Task.Delay(100);
            page = await (await manager.Get("/findings?market=US")).Content.ReadAsStringAsync();
        }
        Assert.Contains("/tasks/new?", page);
        Assert.Contains("finding-causes", page);
        Assert.Contains("finding-words", await (await manager.Get("/today?market=US")).Content.ReadAsStringAsync());
    }
}
