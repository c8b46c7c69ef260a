using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Accounts.Feeds;
using Showrunner.Campaigns;
using Showrunner.Campaigns.Planning;
using Showrunner.Lives;
using Showrunner.Office;
using Showrunner.Tasks;
using Showrunner.Tests.Accounts;
using Showrunner.Tests.Lives;
using Plan = Showrunner.Office.Plan;

namespace Showrunner.Tests.Campaigns;

/// <summary>Dates of campaigns and their way through Microsoft Project: <see cref="SetCampaignDates"/>, <see cref="ShowCampaignDates"/>, <see cref="ExportCampaignPlan"/>, <see cref="ComparePlan"/>; and the list of tasks: <see cref="ExportTasks"/>.</summary>
public sealed class CampaignPlanTests
{
    private static readonly DateOnly Start = new(2026, 12, 10), End = new(2026, 12, 20), Register = new(2026, 12, 4);
    private static readonly SetCampaignDates.Request Dates = new(0, Register, Start, End, [new(null, "Samples out", new(2026, 12, 5)), new(null, "Briefing", new(2026, 12, 8))]);

    [Theory, Databases]
    public async Task Dates_are_set_kept_apart_and_audited(string database)
    {
        await using var app = await TestApp.Start(database, new TestClock());
        var id = await Campaign(app, "VN", "771");
        using var manager = await app.SignInAs("manager", "VN");
        using var viewer = await app.SignInAs("viewer", "VN");
        using var elsewhere = await app.SignInAs("manager", "ID");
        var path = $"/api/campaigns/{id}/dates";
        Assert.Equal(HttpStatusCode.Forbidden, (await viewer.PutAsJsonAsync(path, Dates)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.PutAsJsonAsync(path, Dates)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync(path)).StatusCode);
        foreach (var wrong in new[] { Dates with { EndsOn = null }, Dates with { EndsOn = Start.AddDays(-1) }, Dates with { RegisterUntil = End.AddDays(1) }, Dates with { StartsOn = new(1926, 1, 1) }, Dates with { Milestones = [new(null, " ", Start)] }, Dates with { Milestones = [new(null, "No day", null)] }, Dates with { Milestones = [new(null, "Twice", Start), new(null, "Twice", Start)] } })
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await manager.PutAsJsonAsync(path, wrong)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await viewer.GetAsync($"/api/campaigns/{id}/plan.xml")).StatusCode); // nothing to plan yet
        await Set(manager, id, Dates);
        var set = (await viewer.GetFromJsonAsync<ShowCampaignDates.Response>(path))!;
        Assert.Equal((1, Register, Start, End), (set.Version, set.RegisterUntil!.Value, set.StartsOn!.Value, set.EndsOn!.Value));
        Assert.Equal([("Samples out", (int?)1), ("Briefing", 2)], set.Milestones.Select(m => (m.Name!, m.No)));
        Assert.Equal(HttpStatusCode.Conflict, (await manager.PutAsJsonAsync(path, Dates)).StatusCode); // made from what was before
        await Set(manager, id, new(1, Register, Start, End, set.Milestones));
        Assert.Equal(1, (await viewer.GetFromJsonAsync<ShowCampaignDates.Response>(path))!.Version); // the same again
        await Set(manager, id, new(1, null, Start, End, [set.Milestones[1] with { Name = "Big briefing" }, new(null, "Go", new(2026, 12, 9))]));
        Assert.Equal([("Big briefing", (int?)2), ("Go", 3)], (await viewer.GetFromJsonAsync<ShowCampaignDates.Response>(path))!.Milestones.Select(m => (m.Name!, m.No)));
        Assert.Equal(2, await app.InDb(db => db.Set<AuditEntry>().CountAsync(e => e.Action == "campaign.dates_set")));

        var page = WebUtility.HtmlDecode(await manager.GetStringAsync($"/campaigns/{id}?market=VN"));
        foreach (var word in new[] { "Big briefing", "The campaign runs", "10–20 Dec 2026", "in 18 days", "No LIVE show belongs to" }) Assert.Contains(word, page, StringComparison.Ordinal);
        using var refused = await manager.Submit($"/campaigns/{id}?market=VN", ("do", "dates"), ("version", "2"), ("starts", "2026-12-10"), ("ends", "2026-12-01"), ("no", "2"), ("milestone", "Typed here"), ("day", "2026-12-08"));
        var again = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());
        Assert.Contains("The campaign ends before it starts", again, StringComparison.Ordinal);
        Assert.Contains("value=\"Typed here\"", again, StringComparison.Ordinal);
        using var saved = await manager.Submit($"/campaigns/{id}?market=VN", ("do", "dates"), ("version", "2"), ("starts", ""), ("ends", ""), ("register", ""), ("no", "2"), ("milestone", ""), ("day", "2026-12-08"), ("no", "3"), ("milestone", "Go"), ("day", "2026-12-09"));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Equal("Go", Assert.Single((await viewer.GetFromJsonAsync<ShowCampaignDates.Response>(path))!.Milestones).Name);
    }

    [Theory, Databases]
    public async Task A_plan_goes_to_Project_and_comes_back_with_its_differences(string database)
    {
        await using var app = await TestApp.Start(database, new TestClock());
        var (id, other) = (await Campaign(app, "DE", "881"), await Campaign(app, "DE", "882"));
        var person = await app.AddTestPerson("manager", "DE");
        using var manager = await app.BrowserOf(person);
        using var viewer = await app.SignInAs("viewer", "DE");
        await Set(manager, id, Dates);
        await Set(manager, other, Dates);
        var about = $"/campaigns/{id}";
        (await manager.PostAsJsonAsync("/api/tasks", new AddTask.Request("DE", "Call sellers", new DateOnly(2026, 11, 27), SubjectPath: about, SubjectName: "C"))).EnsureSuccessStatusCode();
        (await manager.PostAsJsonAsync("/api/lives", new PlanShow.Request("DE", new ShowFields("Opening", Start, new TimeOnly(19, 0), 60), about, "C"))).EnsureSuccessStatusCode();
        using var file = await viewer.GetAsync($"/campaigns/{id}/plan.xml");
        Assert.True(file.IsSuccessStatusCode, await file.Content.ReadAsStringAsync());
        var xml = await file.Content.ReadAsStringAsync();
        var plan = Read(xml);
        Assert.Equal(["Campaign 881", "Preparation", "Registration", "Campaign runs", "Evaluation", "Milestones", "Samples out", "Briefing", "LIVE shows", "Opening", "Tasks", "Call sellers"], plan.Tasks.Select(t => t.Name));
        Assert.Equal((new DateTime(2026, 12, 10, 8, 0, 0), new DateTime(2026, 12, 20, 17, 0, 0)), plan.Tasks.Where(t => t.Name == "Campaign runs").Select(t => (t.Start, t.Finish)).Single());
        Assert.Equal(new DateTime(2026, 12, 10, 19, 0, 0), plan.Tasks.Single(t => t.Name == "Opening").Start);
        Assert.Equal((person.Name, person.Email), (plan.Resources.Single().Name, plan.Resources.Single().Email));
        Assert.Empty(plan.Calendar.On(new DateOnly(2026, 12, 25))); // a holiday of the market
        Assert.Equal(new DateTime(2026, 11, 27, 17, 0, 0), plan.Tasks[^1].Deadline);

        Assert.Empty((await Compare(manager, id, xml)).Changes);
        Assert.Equal(HttpStatusCode.Forbidden, (await Upload(viewer, id, xml)).StatusCode);
        foreach (var (wrong, sentence) in new[] { ("PK\u0003\u0004 no plan", "is not XML"), ("<html/>", "no plan of Microsoft Project"), ("<Project xmlns=\"http://schemas.microsoft.com/project\"><Tasks/></Project>", "does not say which campaign") })
        {
            using var answer = await Upload(manager, id, wrong);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains(sentence, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        using (var answer = await Upload(manager, other, xml)) Assert.Contains("another campaign", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        var edited = Write(plan with
        {
            Subject = null, // some programs forget it; the note remains
            Tasks =
            [
                .. plan.Tasks.Where(t => t.Name != "Briefing").Select(t => t.Name switch
                {
                    "Samples out" => t with { Name = "Samples sent", Start = new(2026, 12, 7, 8, 0, 0), Finish = new(2026, 12, 7, 8, 0, 0) },
                    "Campaign runs" => t with { Finish = new(2026, 12, 22, 17, 0, 0) },
                    _ => t,
                }),
                new PlanTask(900_001, "Press day", new(2026, 12, 9, 8, 0, 0), new(2026, 12, 9, 8, 0, 0)),
                new PlanTask(900_002, "A task of somebody", new(2026, 12, 9, 8, 0, 0), new(2026, 12, 9, 17, 0, 0)),
            ],
        });
        var compared = await Compare(manager, id, edited);
        Assert.Equal(
            [("moved", "end", "", End, new(2026, 12, 22), null), ("renamed", "milestone", "Samples out", null, null, "Samples sent"), ("moved", "milestone", "Samples out", new(2026, 12, 5), new(2026, 12, 7), null), ("added", "milestone", "Press day", null, new(2026, 12, 9), null), ("removed", "milestone", "Briefing", new DateOnly(2026, 12, 8), null, (string?)null)],
            compared.Changes.Select(c => (c.Kind, c.What, c.Name, c.From, c.To, c.NewName)));
        Assert.Equal(End, (await manager.GetFromJsonAsync<ShowCampaignDates.Response>($"/api/campaigns/{id}/dates"))!.EndsOn); // only shown

        var page = $"/campaigns/{id}?market=DE";
        var token = await manager.OpenForm(page);
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new StringContent("compare"), "do" }, { new ByteArrayContent(Encoding.UTF8.GetBytes(edited)), "file", "plan.xml" } };
        using var seen = await manager.PostAsync(new Uri(page, UriKind.Relative), form);
        var html = WebUtility.HtmlDecode(await seen.Content.ReadAsStringAsync());
        foreach (var sentence in new[] { "The plan differs in 5 points", "End: moved from 20 Dec 2026 to 22 Dec 2026", "Milestone “Samples out”: renamed “Samples sent”", "Milestone “Press day”: new, on 9 Dec 2026", "Milestone “Briefing”: removed", "Take 5 changes" }) Assert.Contains(sentence, html, StringComparison.Ordinal);

        var now = (await manager.GetFromJsonAsync<ShowCampaignDates.Response>($"/api/campaigns/{id}/dates"))!;
        await Set(manager, id, new(now.Version, Register.AddDays(1), Start, End, now.Milestones)); // meanwhile
        var wanted = JsonSerializer.Serialize(compared.Wanted, JsonSerializerOptions.Web);
        using var late = await manager.Submit(page, ("do", "take"), ("plan", wanted));
        var shown = WebUtility.HtmlDecode(await late.Content.ReadAsStringAsync());
        foreach (var sentence in new[] { "since the differences were shown", "Registration until: moved from 5 Dec 2026 to 4 Dec 2026", "Take 6 changes" }) Assert.Contains(sentence, shown, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await manager.PutAsJsonAsync($"/api/campaigns/{id}/dates", compared.Wanted)).StatusCode);
        var fresh = await Compare(manager, id, edited);
        using var taken = await manager.Submit(page, ("do", "take"), ("plan", JsonSerializer.Serialize(fresh.Wanted, JsonSerializerOptions.Web)));
        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        Assert.Empty((await Compare(manager, id, await manager.GetStringAsync($"/campaigns/{id}/plan.xml"))).Changes);
        var result = (await manager.GetFromJsonAsync<ShowCampaignDates.Response>($"/api/campaigns/{id}/dates"))!;
        Assert.Equal((new DateOnly(2026, 12, 22), Register), (result.EndsOn!.Value, result.RegisterUntil!.Value));
        Assert.Equal([("Samples sent", (int?)1), ("Press day", 3)], result.Milestones.Select(m => (m.Name!, m.No)));
        using var torn = await manager.Submit(page, ("do", "take"), ("plan", "{"));
        Assert.Equal(HttpStatusCode.BadRequest, torn.StatusCode);
    }

    [Theory, Databases]
    public async Task Dates_are_in_calendars_and_a_team_shares_the_feed_of_one_market(string database)
    {
        await using var app = await TestApp.Start(database, new TestClock());
        var (german, vietnamese) = (await Campaign(app, "DE", "1"), await Campaign(app, "VN", "2"));
        using var manager = await app.SignInAs("manager", "DE", "VN");
        using var nobody = app.Browser();
        await Set(manager, german, Dates);
        await Set(manager, vietnamese, Dates);
        foreach (var market in new[] { "DE", "VN" }) await LiveTests.Plan(manager, market, new ShowFields("Show of " + market, Start, new TimeOnly(19, 0), 60));
        (await manager.PostAsJsonAsync("/api/tasks", new AddTask.Request("DE", "My own task", new DateOnly(2026, 11, 30)))).EnsureSuccessStatusCode();
        var campaigns = LiveTests.Unfolded(await nobody.GetStringAsync((await Open(manager, new(["campaigns"]))).Path));
        foreach (var line in new[] { "SUMMARY:Campaign 1", "DTSTART;VALUE=DATE:20261210", "DTEND;VALUE=DATE:20261221", "SUMMARY:Briefing (Campaign 2)", "SUMMARY:Last day to join: Campaign 1" }) Assert.Contains(line, campaigns, StringComparison.Ordinal);
        Assert.DoesNotContain("Show of", campaigns, StringComparison.Ordinal);

        var team = await Open(manager, new(["lives", "campaigns"], "DE"));
        var shared = LiveTests.Unfolded(await nobody.GetStringAsync(team.Path));
        foreach (var line in new[] { "NAME:Showrunner: LIVE shows\\, Dates of campaigns – Germany", "SUMMARY:Show of DE", "TRIGGER:-PT30M", "SUMMARY:Campaign 1" }) Assert.Contains(line, shared, StringComparison.Ordinal);
        foreach (var line in new[] { "Show of VN", "Campaign 2", "My own task" }) Assert.DoesNotContain(line, shared, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await manager.PostAsJsonAsync("/api/me/calendars", new OpenFeed.Request(["lives"], "ID"))).StatusCode); // not his market
        using var made = await manager.Submit("/settings/calendar?source=lives&only=DE", ("sources", "lives"), ("only", "DE"));
        var page = WebUtility.HtmlDecode(await made.Content.ReadAsStringAsync());
        Assert.Contains("LIVE shows – Germany", page, StringComparison.Ordinal);
        (await manager.DeleteAsync($"/api/me/calendars/{team.Id}")).EnsureSuccessStatusCode();
        Assert.Equal(HttpStatusCode.NotFound, (await nobody.GetAsync(team.Path)).StatusCode);
    }

    [Theory, Databases]
    public async Task The_task_list_is_a_project_plan_too(string database)
    {
        await using var app = await TestApp.Start(database, new TestClock());
        var (person, colleague) = (await app.AddTestPerson("manager", "DE", "VN"), await app.AddTestPerson("analyst", "DE"));
        using var manager = await app.BrowserOf(person);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await manager.GetAsync("/api/tasks/plan.xml?market=DE")).StatusCode); // nothing to do
        foreach (var task in new[] { new AddTask.Request("DE", "Mine", new DateOnly(2026, 11, 27), "With a note"), new AddTask.Request("VN", "Mine too", new DateOnly(2026, 11, 28)), new AddTask.Request("DE", "Hers", new DateOnly(2026, 11, 20), PersonId: colleague.Id) })
            (await manager.PostAsJsonAsync("/api/tasks", task)).EnsureSuccessStatusCode();
        var mine = Read(await manager.GetStringAsync("/tasks/plan.xml?market=DE"));
        Assert.Equal([("Mine", "With a note"), ("Mine too", null)], mine.Tasks.Select(t => (t.Name, t.Notes)));
        var team = Read(await manager.GetStringAsync("/tasks/plan.xml?view=team&market=DE"));
        Assert.Equal([("Hers", colleague.Name), ("Mine", person.Name)], team.Tasks.Select(t => (t.Name, team.Resources.Single(r => r.Uid == team.Assignments.Single(a => a.Task == t.Uid).Resource).Name)));
        Assert.Equal(new DateTime(2026, 11, 27, 17, 0, 0), team.Tasks[1].Deadline);
        Assert.Empty(team.Calendar.On(new DateOnly(2026, 12, 25)));
        Assert.Contains("/tasks/plan.xml?view=mine&market=", WebUtility.HtmlDecode(await manager.GetStringAsync("/today")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await manager.GetAsync("/api/tasks/plan.xml?market=ID")).StatusCode);
    }

    private static Task<long> Campaign(TestApp app, string market, string no) => app.InDb(async db =>
    {
        var id = await db.Set<Showrunner.Markets.Market>().Where(m => m.Code == market).Select(m => m.Id).SingleAsync();
        var campaign = db.Add(new Campaign { MarketId = id, CampaignNo = no, Name = "Campaign " + no }).Entity;
        await db.SaveChangesAsync();
        return campaign.Id;
    });

    private static async Task Set(HttpClient person, long id, SetCampaignDates.Request dates)
    {
        using var answer = await person.PutAsJsonAsync($"/api/campaigns/{id}/dates", dates);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static async Task<OpenFeed.Response> Open(HttpClient person, OpenFeed.Request request) => (await (await person.PostAsJsonAsync("/api/me/calendars", request)).Content.ReadFromJsonAsync<OpenFeed.Response>())!;

    private static async Task<HttpResponseMessage> Upload(HttpClient person, long id, string xml)
    {
        using var content = new StringContent(xml, Encoding.UTF8, new MediaTypeHeaderValue("application/xml"));
        return await person.PostAsync(new Uri($"/api/campaigns/{id}/plan", UriKind.Relative), content);
    }

    private static async Task<ComparePlan.Response> Compare(HttpClient person, long id, string xml)
    {
        using var answer = await Upload(person, id, xml);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<ComparePlan.Response>())!;
    }

    private static Plan Read(string xml)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(xml));
        return PlanReader.Read(stream);
    }

    private static string Write(Plan plan)
    {
        using var stream = new MemoryStream();
        PlanWriter.Write(stream, plan);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
