using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Creators;
using Showrunner.Creators.Work;
using Showrunner.Tests.Accounts;
using Showrunner.Tests.Insights;

namespace Showrunner.Tests.Creators;

public class ChangeCreatorsTests
{
    [Theory, Databases]
    public async Task Tagging_the_ticked_is_one_action_that_can_be_taken_back(string database)
    {
        await using var app = await CreatorData.Profiles(database);
        using var browser = await app.SignInAs("manager", "VN");
        var ids = await Ids(app, "lina", "budi");
        var done = await Change(browser, new { market = "VN", @do = "tag", value = "Kitchen", ids });
        Assert.Equal((2, 2), (done.Chosen, done.Changed));
        Assert.Equal(["Kitchen"], (await List(browser, "&q=lina")).Creators[0].Tags);
        var tag = await app.InDb(db => db.CreatorLabels.SingleAsync());
        Assert.Equal(2, (await List(browser, "&tag=" + tag.Id)).Count);
        Assert.Equal(1, await app.InDb(db => db.Set<AuditEntry>().CountAsync(a => a.Action == "creators.changed")));

        var again = await Change(browser, new { market = "VN", @do = "tag", value = " kitchen ", ids = await Ids(app, "lina", "budi", "quiet") });
        Assert.Equal((3, 1), (again.Chosen, again.Changed));
        Assert.Null((await Change(browser, new { market = "VN", @do = "tag", value = "kitchen", ids })).ActionId);

        var undone = await Undo(browser, done.ActionId!.Value);
        Assert.Equal((2, 0), (undone.Restored, undone.Kept));
        Assert.Equal(["quiet"], (await List(browser, "&tag=" + tag.Id)).Creators.Select(c => c.Handle));
        Assert.Equal("action_undone_already", await Refusal(await browser.PostAsync(new Uri($"/api/creators/actions/{done.ActionId}/undo", UriKind.Relative), null)));
    }

    [Theory, Databases]
    public async Task All_that_match_are_changed_and_undo_leaves_those_changed_since(string database)
    {
        var clock = new TestClock();
        await using var app = await CreatorData.Profiles(database, clock);
        using var browser = await app.SignInAs("manager", "VN");
        var first = await Change(browser, new { market = "VN", @do = "stage", value = "contacted", query = "q=kitchen", from = "2026-03-01", to = "2026-03-31" });
        Assert.Equal((2, 2), (first.Chosen, first.Changed));
        clock.Move(TimeSpan.FromDays(3));
        var lina = Assert.Single((await List(browser, "&stage=contacted&waiting=2&q=lina")).Creators);
        Assert.Equal((CreatorStage.Contacted, 3), (lina.Stage, (int)(clock.GetUtcNow() - lina.StageSince!.Value).TotalDays));
        var second = await Change(browser, new { market = "VN", @do = "stage", value = "talking", ids = await Ids(app, "lina") });
        Assert.Equal(1, second.Changed);

        var undone = await Undo(browser, first.ActionId!.Value);
        Assert.Equal((1, 1), (undone.Restored, undone.Kept));
        var stages = (await List(browser, "&sort=handle")).Creators.ToDictionary(c => c.Handle, c => c.Stage);
        Assert.Equal(("talking", ""), (stages["lina"], stages["quiet"]));
        // Taking the undoing back is doing it again.
        Assert.Equal(1, (await Undo(browser, undone.ActionId)).Restored);
        Assert.Equal(CreatorStage.Contacted, (await List(browser, "&q=quiet")).Creators[0].Stage);
    }

    [Theory, Databases]
    public async Task An_undo_that_nothing_is_left_of_says_so_and_changes_nothing(string database)
    {
        await using var app = await CreatorData.Profiles(database);
        using var browser = await app.SignInAs("manager", "VN");
        var ids = await Ids(app, "lina");
        var first = await Change(browser, new { market = "VN", @do = "stage", value = "contacted", ids });
        await Change(browser, new { market = "VN", @do = "stage", value = "talking", ids });
        await Change(browser, new { market = "VN", @do = "stage", value = "contacted", ids }); // the same again is a later change
        Assert.Equal("action_overtaken", await Refusal(await browser.PostAsync(new Uri($"/api/creators/actions/{first.ActionId}/undo", UriKind.Relative), null)));
        Assert.Equal(3, await app.InDb(db => db.CreatorActions.CountAsync()));
    }

    [Theory, Databases]
    public async Task Owners_change_hands_with_a_history(string database)
    {
        await using var app = await CreatorData.Profiles(database);
        var (ana, ben, far) = (await app.AddTestPerson("manager", "VN"), await app.AddTestPerson("analyst", "VN"), await app.AddTestPerson("manager", "ID"));
        using var browser = await app.BrowserOf(ana);
        var ids = await Ids(app, "lina");
        await Change(browser, new { market = "VN", @do = "owner", value = "me", ids });
        Assert.Equal("lina", Assert.Single((await List(browser, "&owner=me")).Creators).Handle);
        var handed = await Change(browser, new { market = "VN", @do = "owner", value = ben.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), ids });
        Assert.Equal(ben.Name, (await List(browser, "&q=lina")).Creators[0].Owner);
        Assert.Equal("owner_not_here", await Refusal(await browser.PostAsJsonAsync("/api/creators/actions", new { market = "VN", @do = "owner", value = far.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), ids })));
        await Undo(browser, handed.ActionId!.Value);
        var page = (await browser.GetFromJsonAsync<ShowCreator.Response>($"/api/creators/{ids[0]}?{BoardData.March}"))!;
        Assert.Equal([ana.Name, ben.Name, ana.Name], page.Owners.Select(o => o.Name));
        Assert.Equal(ana.Name, page.Profile.Owner);
    }

    [Theory, Databases]
    public async Task Lists_hold_who_was_put_in_and_marks_of_contact_end_the_silence(string database)
    {
        await using var app = await CreatorData.Profiles(database);
        using var browser = await app.SignInAs("manager", "VN");
        var ids = await Ids(app, "lina", "quiet");
        await Change(browser, new { market = "VN", @do = "list", value = "Tết", ids });
        await Change(browser, new { market = "VN", @do = "unlist", value = "tết", ids = ids[..1] });
        Assert.Equal(["Tết"], (await List(browser, "&q=quiet")).Creators[0].Lists);
        var contacted = await Change(browser, new { market = "VN", @do = "contacted", ids });
        Assert.Equal(["budi"], (await List(browser, "&quiet=7")).Creators.Select(c => c.Handle));
        await Undo(browser, contacted.ActionId!.Value);
        Assert.Equal(3, (await List(browser, "&quiet=7")).Count);
        var sets = (await browser.GetFromJsonAsync<ShowSets.Response>($"/api/creators/sets?market=VN&{BoardData.March}"))!;
        Assert.Equal(("Tết", 1), (sets.Labels.Single().Name, sets.Labels.Single().Count));
        Assert.Equal("label_in_use", await Refusal(await browser.DeleteAsync(new Uri($"/api/creators/labels/{sets.Labels[0].Id}", UriKind.Relative))));
        await Change(browser, new { market = "VN", @do = "unlist", value = "Tết", ids });
        Assert.True((await browser.DeleteAsync(new Uri($"/api/creators/labels/{sets.Labels[0].Id}", UriKind.Relative))).IsSuccessStatusCode);
        Assert.Empty(await app.InDb(db => db.CreatorLabels.ToListAsync())); // DeleteLabel forgot it
    }

    [Theory, Databases]
    public async Task Who_only_reads_changes_nothing_and_other_markets_are_not_there(string database)
    {
        await using var app = await CreatorData.Profiles(database);
        using var manager = await app.SignInAs("manager", "VN");
        var ids = await Ids(app, "lina");
        var done = await Change(manager, new { market = "VN", @do = "stage", value = "contacted", ids });
        foreach (var role in new[] { "viewer", "analyst" })
        {
            using var reader = await app.SignInAs(role, "VN");
            Assert.Equal(HttpStatusCode.Forbidden, (await reader.PostAsJsonAsync("/api/creators/actions", new { market = "VN", @do = "stage", value = "talking", ids })).StatusCode);
            Assert.DoesNotContain("/creators/actions", await (await reader.Get($"/creators?market=VN&{BoardData.March}")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        using var other = await app.SignInAs("manager", "ID");
        Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsJsonAsync("/api/creators/actions", new { market = "VN", @do = "stage", value = "talking", ids })).StatusCode);
        Assert.Equal("selection_empty", await Refusal(await other.PostAsJsonAsync("/api/creators/actions", new { market = "ID", @do = "stage", value = "talking", ids })));
        Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsync(new Uri($"/api/creators/actions/{done.ActionId}/undo", UriKind.Relative), null)).StatusCode);
        foreach (var (wish, code) in new (object, string)[]
        {
            (new { market = "VN", @do = "stage", value = "famous", ids }, "stage_unknown"), (new { market = "VN", @do = "fire", ids }, "action_unknown"), (new { market = "VN", @do = "untag", value = "x", ids }, "label_missing"),
            (new { market = "VN", @do = "tag", value = " ", ids }, "label_name_missing"), (new { market = "VN", @do = "tag", value = "x", ids = Array.Empty<long>() }, "selection_empty"), (new { market = "VN", @do = "tag", value = "x" }, "selection_empty"),
        })
            Assert.Equal(code, await Refusal(await manager.PostAsJsonAsync("/api/creators/actions", wish)));
    }

    [Theory, Databases]
    public async Task The_forms_lead_back_with_a_sentence_and_a_way_to_undo(string database)
    {
        await using var app = await CreatorData.Profiles(database);
        using var browser = await app.SignInAs("manager", "VN");
        var list = $"/creators?market=VN&{BoardData.March}&q=kitchen";
        using var done = await browser.SubmitTo(list, "/creators/actions", ("market", "VN"), ("do", "tag"), ("tagName", "Pans"), ("all", "1"), ("query", "q=kitchen"), ("from", "2026-03-01"), ("to", "2026-03-31"), ("return", list));
        Assert.Equal(list, done.Headers.Location?.ToString());
        Assert.Contains("Done for 2 of 2 chosen creators.", await (await browser.Get(list)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var action = await app.InDb(db => db.CreatorActions.SingleAsync());
        using var undone = await browser.SubmitTo(list, $"/creators/actions/{action.Id}/undo?return={Uri.EscapeDataString(list)}");
        Assert.Equal(list, undone.Headers.Location?.ToString());
        Assert.Contains("Taken back for 2 creators.", await (await browser.Get(list)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var refused = await browser.SubmitTo(list, "/creators/actions", ("market", "VN"), ("do", "untag"), ("tagName", "nobody has it"), ("id", "1"), ("return", "//elsewhere.test"));
        Assert.Equal("/creators", refused.Headers.Location?.ToString());
        Assert.Contains("There is no tag or list", await (await browser.Get(list)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task<ChangeCreators.Response> Change(HttpClient browser, object wish)
    {
        using var answer = await browser.PostAsJsonAsync("/api/creators/actions", wish);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<ChangeCreators.Response>())!;
    }

    private static async Task<UndoChange.Response> Undo(HttpClient browser, long id)
    {
        using var answer = await browser.PostAsync(new Uri($"/api/creators/actions/{id}/undo", UriKind.Relative), null);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<UndoChange.Response>())!;
    }

    private static async Task<string?> Refusal(HttpResponseMessage answer) => (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();

    private static Task<long[]> Ids(TestApp app, params string[] handles) => app.InDb(db => db.Creators.Where(c => handles.Contains(c.Handle)).OrderBy(c => c.Handle).Select(c => c.Id).ToArrayAsync());

    private static async Task<ListCreators.Response> List(HttpClient browser, string more) => (await browser.GetFromJsonAsync<ListCreators.Response>($"/api/creators?market=VN&{BoardData.March}{more}"))!;
}
