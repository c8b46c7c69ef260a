using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Markets;
using Showrunner.Tasks;

namespace Showrunner.Tests.Tasks;

public class TaskTests
{
    private static readonly DateOnly Friday = new(2026, 3, 6);

    private static async Task<IReadOnlyList<ListTasks.Item>> Read(HttpClient browser, string query = "") =>
        (await browser.GetFromJsonAsync<List<ListTasks.Item>>("/api/tasks" + query))!;

    private static async Task<long> Add(HttpClient browser, AddTask.Request request)
    {
        using var answer = await browser.PostAsJsonAsync("/api/tasks", request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<AddTask.Response>())!.Id;
    }

    [Theory, Databases]
    public async Task A_task_lies_on_its_record_and_on_the_list_of_whoever_does_it(string database)
    {
        await using var app = await TestApp.Start(database);
        using var boss = await app.SignInAs(Role.Manager);
        var worker = await app.AddTestPerson(Role.Viewer, "VN");
        using var his = await app.BrowserOf(worker);

        var id = await Add(boss, new("VN", "Call back", Friday, "Ask for the sample", worker.Id, "/creators/12", "@lan"));

        Assert.Empty(await Read(boss));
        var task = Assert.Single(await Read(his));
        Assert.Equal((id, "VN", "Call back", "@lan", "/creators/12", Friday, worker.Name), (task.Id, task.Market, task.Title, task.SubjectName, task.SubjectPath, task.DueDay, task.PersonName));
        Assert.Single(await Read(boss, "?view=team&about=/creators/12"));
        Assert.Empty(await Read(boss, "?view=team&about=/creators/1"));
        Assert.Contains("Call back", await (await his.Get("/today")).Content.ReadAsStringAsync());
    }

    [Theory, Databases]
    public async Task Done_is_done_once_and_can_be_taken_back(string database)
    {
        var clock = new Showrunner.Tests.Accounts.TestClock();
        await using var app = await TestApp.Start(database, clock);
        using var person = await app.SignInAs(Role.Analyst);
        var id = await Add(person, new("VN", "Check the returns", Friday));

        foreach (var _ in new[] { 1, 2 }) Assert.Equal(HttpStatusCode.OK, (await person.PutAsync(new Uri($"/api/tasks/{id}/done", UriKind.Relative), null)).StatusCode);
        Assert.Empty(await Read(person));
        Assert.NotNull(Assert.Single(await Read(person, "?view=done")).DoneAt);
        Assert.Single(await app.InDb(db => db.AuditEntries.Where(e => e.Action == "task.finished").ToListAsync()));
        await person.DeleteAsync(new Uri($"/api/tasks/{id}/done", UriKind.Relative));
        Assert.Single(await Read(person));
    }

    /// <summary><see cref="ShowTask"/> looks for the one, not through the list.</summary>
    [Theory, Databases]
    public async Task A_task_below_the_end_of_the_list_still_has_its_page(string database)
    {
        await using var app = await TestApp.Start(database);
        var boss = await app.AddTestPerson(Role.Manager);
        using var person = await app.BrowserOf(boss);
        var market = await app.InDb(db => db.Markets.Where(m => m.Code == "VN").Select(m => m.Id).SingleAsync());
        await app.InDb(async db =>
        {
            foreach (var n in Enumerable.Range(0, 400))
            {
                var task = new TeamTask { MarketId = market, AuthorId = boss.Id, AuthorName = boss.Name };
                task.Plan($"No. {n}", "", Friday.AddDays(n), boss.Id);
                db.Add(task);
            }
            return await db.SaveChangesAsync();
        });
        Assert.Equal(300, (await Read(person)).Count);
        var last = await app.InDb(db => db.TeamTasks.MaxAsync(t => t.Id));
        Assert.Contains("No. 399", await (await person.Get($"/tasks/{last}")).Content.ReadAsStringAsync());
        Assert.Equal("No. 399", (await person.GetFromJsonAsync<ListTasks.Item>($"/api/tasks/{last}"))!.Title);
    }

    [Theory, Databases]
    public async Task Lateness_counts_in_the_days_of_the_market(string database)
    {
        // 18:00 in London is one in the morning in Ho Chi Minh City.
        var clock = new Showrunner.Tests.Accounts.TestClock();
        clock.Move(new DateTimeOffset(2026, 3, 6, 18, 0, 0, TimeSpan.Zero) - clock.GetUtcNow());
        await using var app = await TestApp.Start(database, clock);
        using var person = await app.SignInAs(Role.Manager);
        await Add(person, new("VN", "There", Friday));
        await Add(person, new("GB", "Here", Friday));
        Assert.Equal([-1, 0], (await Read(person)).OrderByDescending(t => t.Market).Select(t => t.DaysLeft));
    }

    [Theory, Databases]
    public async Task Another_markets_tasks_do_not_exist(string database)
    {
        await using var app = await TestApp.Start(database);
        using var boss = await app.SignInAs(Role.Admin);
        using var outside = await app.SignInAs(Role.Manager, "DE");
        var outsider = await app.AddTestPerson(Role.Viewer, "DE");
        var id = await Add(boss, new("VN", "Not yours", Friday));

        Assert.Empty(await Read(outside, "?view=team"));
        Assert.Equal(HttpStatusCode.NotFound, (await outside.PutAsync(new Uri($"/api/tasks/{id}/done", UriKind.Relative), null)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await outside.Get($"/tasks/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await outside.PostAsJsonAsync("/api/tasks", new AddTask.Request("VN", "x", Friday))).StatusCode);
        Assert.DoesNotContain(await boss.GetFromJsonAsync<List<ListAssignees.Response>>("/api/tasks/assignees?market=VN") ?? [], p => p.Id == outsider.Id);
        var refused = await boss.PostAsJsonAsync("/api/tasks", new AddTask.Request("VN", "x", Friday, PersonId: outsider.Id));
        Assert.Contains("task_person_outside", await refused.Content.ReadAsStringAsync());
    }

    [Theory, Databases]
    public async Task The_form_keeps_what_was_typed_and_says_what_is_missing(string database)
    {
        await using var app = await TestApp.Start(database);
        using var person = await app.SignInAs(Role.Manager);
        const string page = "/tasks/new?market=VN&about=/shops/3&name=Nice+shop";

        using var refused = await person.Submit(page, ("market", "VN"), ("title", "Call them"), ("due", ""), ("note", "about stock"), ("about", "/shops/3"), ("name", "Nice shop"), ("back", "/shops/3"));
        var html = await refused.Content.ReadAsStringAsync();
        Assert.Contains("data-code=\"task_due\"", html);
        Assert.Contains("about stock", html);

        using var added = await person.Submit(page, ("market", "VN"), ("title", "Call them"), ("due", "2026-03-06"), ("note", ""), ("about", "/shops/3"), ("name", "Nice shop"), ("back", "/shops/3"));
        Assert.Equal("/shops/3", added.Headers.Location?.ToString());
        var task = Assert.Single(await Read(person));
        using var changed = await person.Submit($"/tasks/{task.Id}", ("title", "Call them twice"), ("due", "2026-03-09"), ("back", "/today"));
        Assert.Equal(("Call them twice", new DateOnly(2026, 3, 9)), (await Read(person)).Select(t => (t.Title, t.DueDay)).Single());
    }

    [Theory, InlineData(""), InlineData("   ")]
    public void A_task_says_what_is_to_be_done(string title) =>
        Assert.Equal("task_title", Assert.Throws<Showrunner.Platform.Refused>(() => new TeamTask().Plan(title, "", Friday, 1)).Code);
}
