using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Showrunner.Ledger;
using Showrunner.Platform;
using Showrunner.Sellers;
using Showrunner.Tests.Imports;
using Showrunner.Tests.Insights;
using Showrunner.Tests.Ledger;

namespace Showrunner.Tests.Sellers;

public class AgencyTests
{
    [Theory, Databases]
    public async Task An_agency_keeps_each_days_share_of_what_its_creators_earned(string database)
    {
        await using var app = await Small(database, splitPpm: null);
        using var manager = await app.SignInAs("manager", "VN");
        var id = await Agency(app);
        var unknown = await Show(manager, id);
        Assert.Equal((500m, 1, (long?)null, (long?)null), (unknown.Board.Find("gmv")!.Value, unknown.Creators, unknown.AgencyPpm, unknown.Share.EstMinor));

        Assert.True((await Agree(manager, id, 200_000, new(2026, 1, 1))).IsSuccessStatusCode);
        Assert.True((await Agree(manager, id, 300_000, new(2026, 3, 6))).IsSuccessStatusCode);
        await LoadFactsTests.Load(app, 8, Settled("K", 330, new(2026, 3, 20)));
        var page = await Show(manager, id);
        Assert.Equal(new ReadSplits.Money(40, 10), page.Share);
        Assert.Equal((300_000, 30L + 10, 10L), (page.AgencyPpm, page.Share.EstMinor, page.Share.SettledMinor));

        Assert.True((await manager.DeleteAsync(new Uri($"/api/agencies/{id}/splits/2026-03-06", UriKind.Relative))).IsSuccessStatusCode);
        page = await Show(manager, id);
        Assert.Equal((200_000, 37L, 7L), (page.AgencyPpm, page.Share.EstMinor, page.Share.SettledMinor));
        Assert.Equal(["split.agreed", "split.agreed", "split.removed"],
            await app.InDb(db => db.Set<Showrunner.Accounts.AuditEntry>().Where(a => a.Action.StartsWith("split.")).OrderBy(a => a.Id).Select(a => a.Action).ToListAsync()));
    }

    [Theory, Databases]
    public async Task Before_the_first_agreement_the_profiles_split_holds(string database)
    {
        await using var app = await Small(database, splitPpm: 800_000);
        using var viewer = await app.SignInAs("viewer", "VN");
        var item = Assert.Single((await viewer.GetFromJsonAsync<ListAgencies.Response>($"/api/agencies?market=VN&{BoardData.March}"))!.Agencies);
        Assert.Equal(("North Star", 1L, 500m, 150m, 200_000L, 30L, 0L), (item.Name, item.Creators, item.Gmv, item.EstEarnings, item.AgencyPpm, item.EstShareMinor, item.SettledShareMinor));
        var html = await viewer.Read($"/agencies/{item.Id}?market=VN&{BoardData.March}");
        Assert.Contains("From the creators' profiles", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Note the share", html, StringComparison.Ordinal);
        Assert.Contains("North Star", await viewer.Read($"/agencies?market=VN&{BoardData.March}"), StringComparison.Ordinal);
        Assert.Contains("North Star", await viewer.Read($"/explore?market=VN&m=gmv&by=agency&{BoardData.March}"), StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task A_share_beyond_the_whole_and_anothers_agency_are_refused(string database)
    {
        await using var app = await Small(database, splitPpm: null);
        var id = await Agency(app);
        using var manager = await app.SignInAs("manager", "VN");
        Assert.Contains("split_share", await (await Agree(manager, id, 1_000_001, new(2026, 1, 1))).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("split_day", await (await manager.PutAsJsonAsync($"/api/agencies/{id}/splits", new AgreeSplit.Request(1, null))).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var viewer = await app.SignInAs("viewer", "VN");
        Assert.Equal(HttpStatusCode.Forbidden, (await Agree(viewer, id, 1, new(2026, 1, 1))).StatusCode);
        using var foreign = await app.SignInAs("manager", "ID");
        Assert.Equal(HttpStatusCode.NotFound, (await Agree(foreign, id, 1, new(2026, 1, 1))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await foreign.GetAsync(new Uri($"/api/agencies/{id}?{BoardData.March}", UriKind.Relative))).StatusCode);
        var nobody = Actor.Program("test") with { Permissions = new HashSet<string>() };
        Assert.Equal("not_allowed", (await Assert.ThrowsAsync<Refused>(() => app.InDb(async db => { await RemoveSplit.Handle(id, new(2026, 1, 1), db, nobody, default); return 0; }))).Code);
        Assert.Equal(HttpStatusCode.NotFound, (await foreign.DeleteAsync(new Uri($"/api/agencies/{id}/splits/2026-01-01", UriKind.Relative))).StatusCode);
    }

    [Theory, Databases]
    public async Task The_page_takes_a_share_and_gives_it_back(string database)
    {
        await using var app = await Small(database, splitPpm: null);
        using var manager = await app.SignInAs("manager", "VN");
        var page = $"/agencies/{await Agency(app)}?market=VN&{BoardData.March}";
        using var agreed = await manager.SubmitTo(page, page, ("share", "12.5"), ("from", "2026-01-01"));
        Assert.Equal(HttpStatusCode.Redirect, agreed.StatusCode);
        Assert.Equal(125_000, await app.InDb(db => db.AgencySplits.Select(s => s.AgencyPpm).SingleAsync()));
        Assert.Contains("12.5%", await manager.Read(page), StringComparison.Ordinal);
        await manager.SubmitTo(page, page.Split('?')[0] + "/splits/2026-01-01/removal");
        Assert.Equal(0, await app.InDb(db => db.AgencySplits.CountAsync()));
    }

    private static OrderLineDraft Settled(string order, long gmv, DateOnly day)
    {
        var line = BoardData.Line(order, "S1", "lina", gmv, 1, day);
        (line.EstCommissionMinor, line.ActualCommissionMinor) = (33, 33);
        return line;
    }

    /// <summary>lina (GMV 500, est. 150 on 5 March, of which 100 is not paid for yet) is bound to North Star.</summary>
    private static async Task<TestApp> Small(string database, long? splitPpm)
    {
        var app = await BoardData.Small(database);
        await LoadFactsTests.Load(app, 5, stage => stage.Add(new CreatorDraft { Handle = "lina", AgencyName = "North Star", AgencySplitPpm = splitPpm, Day = new DateOnly(2026, 3, 1) }));
        return app;
    }

    private static Task<long> Agency(TestApp app) => app.InDb(db => db.Agencies.Select(a => a.Id).SingleAsync());

    private static Task<HttpResponseMessage> Agree(HttpClient browser, long id, long ppm, DateOnly from) => browser.PutAsJsonAsync($"/api/agencies/{id}/splits", new AgreeSplit.Request(ppm, from));

    private static async Task<ShowAgency.Response> Show(HttpClient browser, long id) => (await browser.GetFromJsonAsync<ShowAgency.Response>($"/api/agencies/{id}?{BoardData.March}"))!;
}
