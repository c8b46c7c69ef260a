using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Showrunner.Matching.Outcomes;
using Showrunner.Matching.Planning;
using Showrunner.Matching.Scenarios;
using Showrunner.Platform.Jobs;
using Showrunner.Shops;
using Showrunner.Tasks;
using Showrunner.Tests.Accounts;
using Showrunner.Tests.Demo;
using Showrunner.Tests.Imports;

namespace Showrunner.Tests.Matching;

/// <summary>Plans that are kept: made by a job, compared, taken on, held against what came.</summary>
public sealed class ScenarioTests(DemoFixture demo) : IClassFixture<DemoFixture>
{
    private static Uri At(string path) => new(path, UriKind.Relative);

    private static async Task<long> Save(TestApp app, HttpClient manager, string name, PlanOffers.Request limits, bool fresh = false)
    {
        using var answer = await manager.PostAsJsonAsync("/api/matching/scenarios", new SaveScenario.Request(name, limits, fresh));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var saved = (await answer.Content.ReadFromJsonAsync<SaveScenario.Response>())!;
        await Over(app, saved.Job);
        return saved.Id;
    }

    private static async Task<Job> Over(TestApp app, long id)
    {
        for (var i = 0; i < 1_200; i++)
        {
            var job = await app.InDb(db => db.Jobs.AsNoTracking().SingleAsync(j => j.Id == id));
            if (job.IsOver) return job;
            await Task.Delay(50);
        }
        throw new TimeoutException("The job did not end.");
    }

    private static async Task<ShowScenario.Response> Show(HttpClient manager, long id) => (await manager.GetFromJsonAsync<ShowScenario.Response>($"/api/matching/scenarios/{id}"))!;

    [Theory, Databases]
    public async Task A_plan_is_kept_taken_on_in_part_and_made_again_around_what_was_taken_on(string database)
    {
        var app = demo.On(database);
        using var manager = await app.SignInAs("manager", "ID");
        var id = await Save(app, manager, "Week 48", new("ID", Quota: 12, Samples: 2)); // SaveScenario, MakeScenario, DraftPlan
        var made = await Show(manager, id); // ShowScenario
        Assert.Null(made.Problem);
        Assert.NotEmpty(made.Offers);
        Assert.Equal(made.Plan!.ValueMinor, made.Offers.Sum(o => o.ValueMinor), 100d);
        Assert.All(made.Offers, o => Assert.True(o.Collaboration > 0 && o.AcceptedDay is null));
        var page = await manager.Read($"/matching/scenarios/{id}");
        Assert.Contains("@" + made.Offers[0].Handle, page, StringComparison.Ordinal);

        var chosen = made.Offers.TakeLast(2).ToList();
        using (var form = await manager.SubmitTo($"/matching/scenarios/{id}", $"/matching/scenarios/{id}", [("do", "some"), ("due", "2026-12-01"), .. chosen.Select(o => ("id", $"{o.CreatorId}-{o.ProductId}"))])) Assert.Equal(HttpStatusCode.Redirect, form.StatusCode); // AcceptOffers
        var task = Assert.Single(await app.InDb(db => db.TeamTasks.AsNoTracking().Where(t => t.SubjectPath == "/matching/scenarios/" + id).ToListAsync()));
        Assert.Equal(new DateOnly(2026, 12, 1), task.DueDay);
        Assert.All(chosen, o => Assert.Contains("@" + o.Handle, task.Note, StringComparison.Ordinal));
        // The same again gives nobody a second task.
        using (var again = await manager.PostAsJsonAsync($"/api/matching/scenarios/{id}/acceptance", new AcceptOffers.Request([.. chosen.Select(o => new AcceptOffers.Pair(o.CreatorId, o.ProductId))], new DateOnly(2026, 12, 1))))
            Assert.Equal((0, 2), await again.Content.ReadFromJsonAsync<AcceptOffers.Response>() is { } said ? (said.Accepted, said.Already) : (-1, -1));
        Assert.Equal(1, await app.InDb(db => db.TeamTasks.CountAsync(t => t.SubjectPath == "/matching/scenarios/" + id)));

        // Made again with fewer contacts: what was taken on stays, though it was worth least.
        using (var changed = await manager.PutAsJsonAsync($"/api/matching/scenarios/{id}", new SaveScenario.Request("Week 48, few", new("ID", Quota: 4, Samples: 2)))) await Over(app, (await changed.Content.ReadFromJsonAsync<SaveScenario.Response>())!.Job);
        var fewer = await Show(manager, id);
        Assert.Equal("Week 48, few", fewer.Name);
        Assert.Equal(chosen.Select(o => (o.CreatorId, o.ProductId)).Order(), fewer.Offers.Where(o => o.AcceptedDay is not null).Select(o => (o.CreatorId, o.ProductId)).Order());
        Assert.True(fewer.Offers.Where(o => !o.IsConnected).Select(o => o.CreatorId).Distinct().Count() <= 4);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await manager.DeleteAsync(At($"/api/matching/scenarios/{id}"))).StatusCode);
        var csv = await manager.Read($"/matching/scenarios/{id}/export?format=csv"); // ExportScenario
        Assert.Equal(fewer.Offers.Count + 1, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Theory, Databases]
    public async Task Scenarios_stand_side_by_side_and_one_that_nobody_took_on_can_be_deleted(string database)
    {
        var app = demo.On(database);
        using var manager = await app.SignInAs("manager", "DE");
        var (wide, narrow) = (await Save(app, manager, "Wide", new("DE", Quota: 60)), await Save(app, manager, "Narrow", new("DE", Quota: 5)));
        var list = (await manager.GetFromJsonAsync<ListScenarios.Response>($"/api/matching/scenarios?market=DE&with={wide}"))!; // ListScenarios
        var (first, second) = (list.Scenarios.Single(s => s.Id == wide), list.Scenarios.Single(s => s.Id == narrow));
        Assert.Equal((wide, first.Offers), (list.With, first.Same));
        Assert.True(first.Plan!.ValueMinor > second.Plan!.ValueMinor && second.Same <= second.Offers);
        var page = await manager.Read($"/matching/scenarios?market=DE&with={wide}");
        Assert.Contains("Narrow", page, StringComparison.Ordinal);
        using (var deleted = await manager.SubmitTo($"/matching/scenarios/{narrow}", $"/matching/scenarios/{narrow}", ("do", "delete"))) Assert.Equal(HttpStatusCode.Redirect, deleted.StatusCode); // DeleteScenario
        Assert.Equal(0, await app.InDb(db => db.PlannedOffers.CountAsync(o => o.ScenarioId == narrow)));
        Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync(At($"/api/matching/scenarios/{narrow}"))).StatusCode);
    }

    [Theory, Databases]
    public async Task A_making_that_fails_or_is_ended_leaves_the_last_plan(string database)
    {
        var app = demo.On(database);
        using var manager = await app.SignInAs("manager", "ID");
        var id = await Save(app, manager, "Keeps", new("ID", Quota: 6));
        var before = await Show(manager, id);
        // A shop without products: there is nothing to plan with.
        using (var changed = await manager.PutAsJsonAsync($"/api/matching/scenarios/{id}", new SaveScenario.Request("Keeps", new("ID", Shop: 999_999))))
            Assert.Equal(Job.Failed, (await Over(app, (await changed.Content.ReadFromJsonAsync<SaveScenario.Response>())!.Job)).State);
        var after = await Show(manager, id);
        Assert.NotNull(after.Problem);
        Assert.Equal(before.Offers.Select(o => (o.CreatorId, o.ProductId, o.ValueMinor)), after.Offers.Select(o => (o.CreatorId, o.ProductId, o.ValueMinor)));
        Assert.DoesNotContain("match_no_products", await manager.Read($"/matching/scenarios/{id}"), StringComparison.Ordinal);
        using var ended = await manager.DeleteAsync(At($"/api/matching/scenarios/{id}/making")); // nothing runs: nothing happens
        Assert.True(ended.IsSuccessStatusCode);
        foreach (var wrong in new PlanOffers.Request[] { new("ID", Quota: -1), new("ID", NewShare: double.PositiveInfinity), new("ID", Caution: 101), new("ID", Margin: double.NaN) })
            using (var refused = await manager.PutAsJsonAsync($"/api/matching/scenarios/{id}", new SaveScenario.Request("Keeps", wrong), new System.Text.Json.JsonSerializerOptions { NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals }))
                Assert.False(refused.IsSuccessStatusCode);
        using var unnamed = await manager.PostAsJsonAsync("/api/matching/scenarios", new SaveScenario.Request(" ", new("ID")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unnamed.StatusCode);
    }

    [Theory, Databases]
    public async Task Only_who_may_plans_and_only_for_markets_of_his_own(string database)
    {
        var app = demo.On(database);
        using var manager = await app.SignInAs("manager", "ID");
        var id = await Save(app, manager, "Ours", new("ID", Quota: 3));
        using var stranger = await app.SignInAs("manager", "DE");
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(At($"/api/matching/scenarios/{id}"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostAsync(At($"/api/matching/scenarios/{id}/making"), null)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(At("/api/matching/scenarios?market=ID"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(At("/api/matching/outcomes?market=ID"))).StatusCode);
        using var analyst = await app.SignInAs("analyst", "ID");
        Assert.Equal(HttpStatusCode.OK, (await analyst.GetAsync(At($"/api/matching/scenarios/{id}"))).StatusCode);
        using var refused = await analyst.PostAsJsonAsync("/api/matching/scenarios", new SaveScenario.Request("Theirs", new("ID")));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Theory, Databases]
    public async Task Limits_of_shops_months_rivals_and_caution_hold_and_one_creator_is_explained(string database)
    {
        var app = demo.On(database);
        using var manager = await app.SignInAs("manager", "ID");
        async Task<PlanOffers.Response> Plan(string more) => (await manager.GetFromJsonAsync<PlanOffers.Response>("/api/matching/plan?market=ID&quota=40&samples=4" + more))!;
        var free = await Plan("");
        var even = await Plan("&shopOffers=5");
        Assert.All(even.Offers.GroupBy(o => o.Product.ShopId), g => Assert.InRange(g.Count(), 1, 5));
        Assert.True(even.ValueMinor <= free.BoundMinor);
        var careful = await Plan("&caution=100");
        Assert.True(careful.ValueMinor < free.ValueMinor);
        Assert.Empty((await Plan("&perMonth=0")).Offers);
        var alone = await Plan("&noRivals=true");
        Assert.True(alone.Candidates < free.Candidates);
        var asked = await Plan("&who=" + free.Offers[0].Creator.Handle);
        Assert.Contains(asked.Asked, a => a.Why == "in" && a.Product.Id == free.Offers[0].Product.Id);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await manager.GetAsync(At("/api/matching/plan?market=ID&who=nobody-like-this"))).StatusCode);
        Assert.Contains(free.Offers[0].Creator.Handle, await manager.Read($"/matching/plan?market=ID&perCreator=2&quota=40&samples=4&who={free.Offers[0].Creator.Handle}"), StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task What_came_of_a_plan_stands_beside_what_was_expected(string database)
    {
        var clock = new TestClock();
        clock.Move(TimeSpan.FromDays(-52)); // 1 October
        await using var app = await TestApp.Start(database, clock);
        await DemoFixture.Load(app, DemoFixture.Size);
        using var then = await app.SignInAs("manager", "ID");
        var id = await Save(app, then, "October", new("ID", Quota: 30));
        var plan = await Show(then, id);
        using (var accepted = await then.PostAsJsonAsync($"/api/matching/scenarios/{id}/acceptance", new AcceptOffers.Request(null, new DateOnly(2026, 10, 8)))) Assert.True(accepted.IsSuccessStatusCode);
        clock.Move(TimeSpan.FromDays(52));
        using var manager = await app.SignInAs("manager", "ID");
        var numbers = await app.InDb(db => db.Products.ToDictionaryAsync(p => p.Id, p => p.ProductNo));
        var file = new StringBuilder("Creator,Product ID,Offered on,Answer,Answered on,Sample sent on,Posted on\n");
        for (var at = 0; at < plan.Offers.Count; at++)
            file.Append(CultureInfo.InvariantCulture, $"{plan.Offers[at].Handle},{numbers[plan.Offers[at].ProductId]},2026-10-02,{(at % 2 == 0 ? "accepted,2026-10-03,2026-10-04,2026-10-10" : "declined,2026-10-03,,")}\n");
        var loaded = await manager.Load(await manager.Receive("offers.csv", file.ToString(), ("market", "ID")));
        Assert.Equal(("loaded", plan.Offers.Count), (loaded.GetProperty("state").GetString(), loaded.GetProperty("loaded").GetInt32()));
        var came = (await manager.GetFromJsonAsync<ShowOutcomes.Response>($"/api/matching/outcomes?market=ID&scenario={id}"))!; // ShowOutcomes
        var tracked = Assert.Single(came.Plans);
        Assert.Equal((plan.Offers.Count, plan.Offers.Count, (plan.Offers.Count + 1) / 2), (tracked.Planned, tracked.Made, tracked.Accepted));
        Assert.Equal(plan.Offers.Sum(o => o.Accept), (double)tracked.ExpectedAccepted, 3);
        var accept = came.PlansHeld.Single(h => h.Part == "accept");
        Assert.Equal((plan.Offers.Count, tracked.Accepted), (accept.Cases, (int)accept.Actual));
        // Learned eight weeks ago, the demo's own offers since are told within chance, more or less.
        var past = came.PastHeld.Single(h => h.Part == "accept");
        Assert.True(past.Cases > 50 && past.Bands.Count > 1);
        Assert.Contains("October", await manager.Read($"/matching/outcomes?market=ID&scenario={id}"), StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task At_night_kept_fresh_scenarios_are_made_again_once_facts_have_changed(string database)
    {
        await using var app = await TestApp.Start(database, new TestClock()); // by day: before three at night no night has begun
        await DemoFixture.Load(app, DemoFixture.Size);
        using var manager = await app.SignInAs("manager", "ID");
        var (fresh, still) = (await Save(app, manager, "Fresh", new("ID", Quota: 3), fresh: true), await Save(app, manager, "Still", new("ID", Quota: 3)));
        var night = app.Services.GetRequiredService<MatchClock>();
        await night.Tick(default);
        Assert.Equal(2, await app.InDb(db => db.Jobs.CountAsync(j => j.Kind == MakeScenario.JobKind))); // nothing has changed
        await app.InDb(async db =>
        {
            await db.Scenarios.ExecuteUpdateAsync(s => s.SetProperty(x => x.MadeAt, DateTimeOffset.UnixEpoch).SetProperty(x => x.ChangeId, 0));
            return 0;
        });
        await night.Tick(default);
        var job = await app.InDb(db => db.Jobs.OrderByDescending(j => j.Id).FirstAsync(j => j.Kind == MakeScenario.JobKind));
        Assert.Equal(fresh.ToString(CultureInfo.InvariantCulture), job.Subject);
        await Over(app, job.Id);
        Assert.Equal(DateTimeOffset.UnixEpoch, await app.InDb(db => db.Scenarios.Where(s => s.Id == still).Select(s => s.MadeAt).SingleAsync()));
        Assert.NotEqual(DateTimeOffset.UnixEpoch, await app.InDb(db => db.Scenarios.Where(s => s.Id == fresh).Select(s => s.MadeAt).SingleAsync()));
    }

    [Theory, Databases]
    public async Task A_plan_that_cannot_be_made_is_not_asked_for_again_in_the_same_night(string database)
    {
        await using var app = await TestApp.Start(database, new TestClock()); // by day: before three at night no night has begun
        await DemoFixture.Load(app, DemoFixture.Size);
        using var manager = await app.SignInAs("manager", "ID");
        var id = await Save(app, manager, "Fails", new("ID", Quota: 3), fresh: true);
        await app.InDb(db => db.Scenarios.ExecuteUpdateAsync(s => s.SetProperty(x => x.MadeAt, DateTimeOffset.UnixEpoch).SetProperty(x => x.ChangeId, 0).SetProperty(x => x.Limits, "{\"Shop\":999999}")));
        var night = app.Services.GetRequiredService<MatchClock>();
        await night.Tick(default);
        var job = await app.InDb(db => db.Jobs.OrderByDescending(j => j.Id).FirstAsync(j => j.Kind == MakeScenario.JobKind));
        Assert.Equal(Job.Failed, (await Over(app, job.Id)).State);
        await night.Tick(default);
        await night.Tick(default);
        Assert.Equal(job.Id, await app.InDb(db => db.Jobs.Where(j => j.Kind == MakeScenario.JobKind).MaxAsync(j => j.Id)));
        Assert.NotEmpty((await Show(manager, id)).Offers);
    }
}
