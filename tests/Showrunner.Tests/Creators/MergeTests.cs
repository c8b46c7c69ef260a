using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Showrunner.Accounts;
using Showrunner.Creators;
using Showrunner.Creators.Persons;
using Showrunner.Data;
using Showrunner.Ledger;
using Showrunner.Ledger.Columns;
using Showrunner.Ledger.Loading;
using Showrunner.Markets;
using Showrunner.Metrics;
using Showrunner.Platform;
using Showrunner.Tests.Demo;
using Showrunner.Tests.Insights;
using Showrunner.Tests.Ledger;

namespace Showrunner.Tests.Creators;

/// <summary>lina sold 500 in March and budi 100; they turn out to be one person (<see cref="MergeCreators"/>, <see cref="PartCreators"/>).</summary>
public class MergeTests
{
    [Theory, Databases]
    public async Task Every_figure_of_the_person_is_the_sum_of_both(string database)
    {
        await using var app = await BoardData.Small(database);
        await BoardData.LoadTotals(app, "budi", ("gmv", Figure.Exact(7)));
        using var manager = await app.SignInAs("manager", "VN");
        var (lina, budi) = (await Id(app, "lina"), await Id(app, "budi"));
        await Merge(manager, budi, lina);
        var page = await Show(manager, lina);
        Assert.Equal((600m, 60m, 2), (page.Board.Find("gmv")!.Value, page.Board.Find("refunds")!.Value, page.Lines.Select(l => l.Creator).Distinct().Count()));
        Assert.Equal((600L, "budi"), (page.Profile.Gmv, Assert.Single(page.Handles).Handle));
        var list = (await manager.GetFromJsonAsync<ListCreators.Response>($"/api/creators?market=VN&{BoardData.March}&q=budi"))!;
        Assert.Equal((1L, 1L, "lina", 600L), (list.Count, list.Known, list.Creators[0].Handle, list.Creators[0].Gmv));
        var file = await manager.GetStringAsync(new Uri($"/creators/export?market=VN&{BoardData.March}&format=csv", UriKind.Relative));
        Assert.Contains("lina", file, StringComparison.Ordinal);
        Assert.DoesNotContain("budi", file, StringComparison.Ordinal);
        await DemoFixture.Proven(app);
        Assert.Equal(600, DemoFixture.One(app, $"SELECT sum(gmv_minor)::BIGINT FROM order_line WHERE creator_id = {lina} AND day >= DATE '2026-03-01' AND status <> 'unpaid'"));
        await Rebuilt(app);
        Assert.Equal(600m, (await Show(manager, lina)).Board.Find("gmv")!.Value);
        Assert.Equal(600m, (await Show(manager, budi)).Board.Find("gmv")!.Value); // an old address leads to the person
        var rows = await manager.GetFromJsonAsync<JsonElement>($"/api/lines?market=VN&{BoardData.March}&creator={budi}&only=paid");
        Assert.Equal(600, rows.GetProperty("sums").GetProperty("gmv").GetDecimal());
        Assert.Equal(1, (await manager.GetFromJsonAsync<JsonElement>($"/api/totals?market=VN&{BoardData.March}&creator={budi}")).GetProperty("count").GetInt32());
        await EnginesAgree(app, [lina, budi]);
    }

    [Theory, Databases]
    public async Task What_is_imported_later_under_either_handle_lands_on_the_person_and_can_be_undone(string database)
    {
        await using var app = await BoardData.Small(database);
        using var manager = await app.SignInAs("manager", "VN");
        var (lina, budi) = (await Id(app, "lina"), await Id(app, "budi"));
        await Merge(manager, budi, lina);
        var first = BoardData.Line("B", "S1", "budi", 150, 1, BoardData.Day.AddDays(9)); // restates what is known
        var counts = await LoadFactsTests.Load(app, 2, first, BoardData.Line("N", "S1", "budi", 1_000, 1, BoardData.Day), BoardData.Line("M", "S1", "lina", 10_000, 1, BoardData.Day));
        Assert.Equal((2, 1), (counts.Loaded, counts.Restated));
        Assert.Equal(11_650m, (await Show(manager, lina)).Board.Find("gmv")!.Value);
        await DemoFixture.Proven(app);
        Assert.Equal(3, (await LoadFactsTests.Load(app, 3, first, BoardData.Line("N", "S1", "budi", 1_000, 1, BoardData.Day), BoardData.Line("M", "S1", "lina", 10_000, 1, BoardData.Day))).Unchanged);
        await app.InDb(async db => await new UndoLoad(app.Services.GetRequiredService<LedgerColumns>(), TimeProvider.System).Handle(db, 2, _ => Task.CompletedTask, default));
        Assert.Equal(600m, (await Show(manager, lina)).Board.Find("gmv")!.Value);
        await DemoFixture.Proven(app);
        await EnginesAgree(app, [lina, budi]);
    }

    [Theory, Databases]
    public async Task Parting_puts_everything_back_as_it_was(string database)
    {
        await using var app = await CreatorData.Profiles(database);
        using var manager = await app.SignInAs("manager", "VN");
        var (lina, budi, quiet) = (await Id(app, "lina"), await Id(app, "budi"), await Id(app, "quiet"));
        foreach (var (what, value, ids) in new[] { ("tag", "vip", new[] { budi, quiet }), ("tag", "own", [lina]), ("stage", "talking", [budi]), ("owner", "me", [budi]), ("contacted", "", [budi]) })
            (await manager.PostAsJsonAsync("/api/creators/actions", new { market = "VN", @do = what, value, ids })).EnsureSuccessStatusCode();
        var before = await Rows(app);
        await Merge(manager, budi, lina);
        var person = (await Show(manager, lina)).Profile;
        Assert.Equal(("talking", 2, true), (person.Stage, person.Tags.Count, person.OwnerId is not null));
        await Merge(manager, quiet, lina); // brings the same tag
        await Part(manager, budi);
        Assert.Equal(2, (await Show(manager, lina)).Profile.Tags.Count);
        await Part(manager, quiet);
        Assert.Equal(before, await Rows(app));
        Assert.Equal(300m, (await Show(manager, lina)).Board.Find("gmv")!.Value);
        Assert.Equal(100m, (await Show(manager, budi)).Board.Find("gmv")!.Value);
        await DemoFixture.Proven(app);
        var past = (await Show(manager, budi)).Timeline.Happenings.Select(h => h.Text).ToList();
        Assert.Contains("budi was merged into lina", past);
        Assert.Contains("budi and lina were parted", past);
        Assert.Equal(4, await app.InDb(db => db.AuditEntries.CountAsync(e => e.Action == "creator.merged" || e.Action == "creator.parted")));
    }

    [Theory, Databases]
    public async Task What_people_changed_since_stays_with_the_person(string database)
    {
        await using var app = await CreatorData.Profiles(database);
        using var manager = await app.SignInAs("manager", "VN");
        var (lina, budi) = (await Id(app, "lina"), await Id(app, "budi"));
        (await manager.PostAsJsonAsync("/api/creators/actions", new { market = "VN", @do = "stage", value = "talking", ids = new[] { budi } })).EnsureSuccessStatusCode();
        await Merge(manager, budi, lina);
        (await manager.PostAsJsonAsync("/api/creators/actions", new { market = "VN", @do = "stage", value = "partner", ids = new[] { lina } })).EnsureSuccessStatusCode();
        await Part(manager, budi);
        Assert.Equal(("partner", "talking"), ((await Show(manager, lina)).Profile.Stage, (await Show(manager, budi)).Profile.Stage));
    }

    [Theory, Databases]
    public async Task Several_handles_are_merged_and_parted_in_their_order(string database)
    {
        await using var app = await CreatorData.Profiles(database);
        using var manager = await app.SignInAs("manager", "VN");
        var (lina, budi, quiet) = (await Id(app, "lina"), await Id(app, "budi"), await Id(app, "quiet"));
        await Merge(manager, quiet, budi);
        await Merge(manager, budi, lina);
        Assert.Equal(400m, (await Show(manager, quiet)).Board.Find("gmv")!.Value);
        Assert.Equal("part_later_first", await Refusal(await manager.DeleteAsync(Path(quiet))));
        await Part(manager, budi);
        var page = await Show(manager, budi);
        Assert.Equal((100m, "quiet"), (page.Board.Find("gmv")!.Value, Assert.Single(page.Handles).Handle));
        await DemoFixture.Proven(app);
    }

    [Theory, Databases]
    public async Task Wrong_merges_are_refused_and_change_nothing(string database)
    {
        await using var app = await CreatorData.Profiles(database);
        var stranger = await app.InDb(async db =>
        {
            var creator = new Creator { MarketId = (await db.Markets.SingleAsync(m => m.Code == "ID")).Id, Handle = "stranger" };
            db.Add(creator);
            await db.SaveChangesAsync();
            return creator.Id;
        });
        using var manager = await app.SignInAs("manager", "VN");
        using var both = await app.SignInAs("manager", "VN", "ID");
        using var viewer = await app.SignInAs("viewer", "VN");
        var (lina, budi) = (await Id(app, "lina"), await Id(app, "budi"));
        var before = await Rows(app);
        Assert.Equal("merge_itself", await Refusal(await Post(manager, lina, lina)));
        Assert.Equal("merge_other_market", await Refusal(await Post(both, stranger, lina)));
        Assert.Equal(HttpStatusCode.NotFound, (await Post(manager, stranger, lina)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Post(manager, lina, stranger)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await Post(viewer, lina, budi)).StatusCode);
        Assert.Equal("not_merged", await Refusal(await manager.DeleteAsync(Path(lina))));
        Assert.Equal(before, await Rows(app));
        await Merge(manager, budi, lina);
        var quiet = await Id(app, "quiet");
        Assert.Equal("merged_already", await Refusal(await Post(manager, budi, quiet)));
        Assert.Equal("merged_already", await Refusal(await Post(manager, quiet, budi)));
        Assert.Equal(1, await app.InDb(db => db.CreatorMerges.CountAsync()));
    }

    [Theory, Databases]
    public async Task Pages_lead_from_the_old_address_to_the_person_with_the_tasks_of_both(string database)
    {
        await using var app = await CreatorData.Profiles(database);
        using var manager = await app.SignInAs("manager", "VN");
        var (lina, budi) = (await Id(app, "lina"), await Id(app, "budi"));
        var me = await app.InDb(db => db.People.Where(p => p.Role == "manager").Select(p => p.Id).FirstAsync());
        (await manager.PostAsJsonAsync("/api/tasks", new { title = "Call budi", dueDay = "2030-01-01", personId = me, market = "VN", subjectPath = $"/creators/{budi}", subjectName = "@budi" })).EnsureSuccessStatusCode();
        using var merged = await manager.SubmitTo($"/creators/{budi}?market=VN&{BoardData.March}", $"/creators/{budi}/merger", ("handle", "@Lina"), ("return", $"/creators/{budi}"));
        Assert.Equal(HttpStatusCode.Redirect, merged.StatusCode);
        var led = await manager.Get($"/creators/{budi}?market=VN&{BoardData.March}");
        Assert.Equal(HttpStatusCode.Redirect, led.StatusCode);
        Assert.Contains($"/creators/{lina}", led.Headers.Location!.ToString(), StringComparison.Ordinal);
        var page = await (await manager.Get($"/creators/{lina}?market=VN&{BoardData.March}")).Content.ReadAsStringAsync();
        foreach (var said in new[] { "@budi", "Call budi", "Part again" }) Assert.Contains(said, WebUtility.HtmlDecode(page), StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task Accounts_elsewhere_are_added_by_hand_and_from_a_file_and_found(string database)
    {
        await using var app = await CreatorData.Profiles(database);
        using var manager = await app.SignInAs("manager", "VN");
        var (lina, budi) = (await Id(app, "lina"), await Id(app, "budi"));
        (await manager.PostAsJsonAsync($"/api/creators/{lina}/accounts", new { platform = "instagram", handle = "@Lina.Cooks" })).EnsureSuccessStatusCode();
        (await manager.PostAsJsonAsync($"/api/creators/{lina}/accounts", new { platform = "instagram", handle = "lina.cooks" })).EnsureSuccessStatusCode(); // AddAccount twice
        Assert.Equal("platform_unknown", await Refusal(await manager.PostAsJsonAsync($"/api/creators/{lina}/accounts", new { platform = "myspace", handle = "x" })));
        var told = CreatorData.Profile("budi", null, day: CreatorData.ProfileDay.AddDays(1));
        told.Accounts["youtube"] = "@BudiTV";
        await CreatorData.Tell(app, 3, told);
        foreach (var (word, id) in new[] { ("lina.cooks", lina), ("buditv", budi) })
            Assert.Equal(id, Assert.Single((await manager.GetFromJsonAsync<ListCreators.Response>($"/api/creators?market=VN&{BoardData.March}&q={word}"))!.Creators).Id);
        var account = Assert.Single((await Show(manager, lina)).Accounts);
        (await manager.DeleteAsync(new Uri($"/api/creators/accounts/{account.Id}", UriKind.Relative))).EnsureSuccessStatusCode(); // RemoveAccount
        Assert.Empty((await Show(manager, lina)).Accounts);
    }

    private static async Task EnginesAgree(TestApp app, long[] creators)
    {
        if (!await app.InDb(db => Task.FromResult(db.IsPostgres))) return;
        using var scope = app.Services.CreateScope();
        var (db, run) = (scope.ServiceProvider.GetRequiredService<AppDb>(), scope.ServiceProvider.GetRequiredService<RunMetricQuery>());
        var rules = (await db.Markets.SingleAsync(m => m.Code == "VN")).Rules;
        foreach (var family in new[] { Family.Lines, Family.Totals })
            foreach (var (by, where) in new[] { ((string[])["creator"], (MetricFilter[])[]), ([], [MetricFilter.Rows("creator", creators)]), ([], [MetricFilter.Rows("creator", creators[^1])]), ([], []) })
            {
                var query = new MetricQuery(rules, ["gmv", "active_creators"], new DayRange(new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 31))) { By = by, Where = where, Compare = "previous", Basis = family };
                var (here, there) = (await run.Handle(query, default), await run.Handle(query, new PostgresEngine(db), default));
                Assert.Equal(here.Rows.Select(r => string.Join('|', r.Keys.Concat(r.Labels)) + string.Join('|', r.Values)), there.Rows.Select(r => string.Join('|', r.Keys.Concat(r.Labels)) + string.Join('|', r.Values)));
            }
    }

    private static Task<bool> Rebuilt(TestApp app) => app.InDb(async db =>
    {
        await app.Services.GetRequiredService<LedgerColumns>().Rebuild(db, default);
        return true;
    });

    /// <summary>All creators but for the number of the change that touched them last.</summary>
    private static Task<List<string>> Rows(TestApp app) => app.InDb(async db =>
    {
        var creators = await db.Creators.AsNoTracking().OrderBy(c => c.Id).ToListAsync();
        foreach (var creator in creators) creator.ChangeId = 0;
        return creators.Select(c => JsonSerializer.Serialize(c)).ToList();
    });

    private static async Task Merge(HttpClient browser, long id, long into) => (await Post(browser, id, into)).EnsureSuccessStatusCode();
    private static Task<HttpResponseMessage> Post(HttpClient browser, long id, long into) => browser.PostAsJsonAsync(Path(id), new { intoId = into });
    private static async Task Part(HttpClient browser, long id) => (await browser.DeleteAsync(Path(id))).EnsureSuccessStatusCode();
    private static Uri Path(long id) => new($"/api/creators/{id}/merger", UriKind.Relative);
    private static async Task<ShowCreator.Response> Show(HttpClient browser, long id) => (await browser.GetFromJsonAsync<ShowCreator.Response>($"/api/creators/{id}?{BoardData.March}"))!;
    private static async Task<string?> Refusal(HttpResponseMessage answer) => (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();
    private static Task<long> Id(TestApp app, string handle) => app.InDb(db => db.Creators.Where(c => c.Handle == handle).Select(c => c.Id).SingleAsync());
}
