using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Showrunner.Goals;
using Showrunner.Tests.Insights;

namespace Showrunner.Tests.Goals;

/// <summary><see cref="SetGoal"/>, <see cref="ListGoals"/>, <see cref="DeleteGoal"/>: goals and budgets beside what happened.</summary>
public class GoalTests
{
    private static readonly DateOnly First = new(2026, 3, 1), Last = new(2026, 3, 31);

    [Theory, Databases]
    public async Task A_goal_stands_beside_the_pipelines_figure(string database)
    {
        await using var app = await BoardData.Small(database); // the last known day is 14 March: 14 of 31 days
        using var manager = await app.SignInAs("manager", "VN");
        using var viewer = await app.SignInAs("viewer", "VN");
        await Set(manager, new("gmv", "reach", "market", null, First, Last, 1000, "the plan"));
        await Set(manager, new("gmv", "keep", "creator", "@lina", First, Last, 450, null));
        await Set(manager, new("refund_rate", "keep", "market", null, First, Last, 12, null));
        await Set(manager, new("active_creators", "reach", "market", null, First, Last, 2, null));
        var shown = (await viewer.GetFromJsonAsync<ListGoals.Response>($"/api/goals?market=VN&{BoardData.March}"))!;
        ListGoals.Item Of(string metric, string subject = "market") => shown.Goals.Single(g => g.Metric == metric && g.Subject == subject);
        var plan = Of("gmv");
        Assert.Equal((1000m, 600m, "ahead"), (plan.Target, plan.Actual, plan.State));
        Assert.Equal(14 / 31.0, plan.Elapsed, 6);
        Assert.Equal(600m * 31 / 14, plan.Forecast!.Value, 3);
        Assert.Equal((500m, "over"), (Of("gmv", "creator").Actual, Of("gmv", "creator").State));
        Assert.Equal((0.12m, 0.1m, "within"), (Of("refund_rate").Target, Of("refund_rate").Actual, Of("refund_rate").State));
        Assert.Null(Of("refund_rate").Forecast); // a rate has no pace
        Assert.Equal((2m, "reached"), (Of("active_creators").Actual, Of("active_creators").State));
        var page = WebUtility.HtmlDecode(await viewer.GetStringAsync($"/goals?market=VN&{BoardData.March}"));
        Assert.Contains("at least 1,000\u00A0₫", page, StringComparison.Ordinal);
        Assert.Contains("the plan", page, StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task Goals_are_changed_and_deleted_by_those_who_may(string database)
    {
        await using var app = await BoardData.Small(database);
        using var manager = await app.SignInAs("manager", "VN");
        using var viewer = await app.SignInAs("viewer", "VN");
        using var elsewhere = await app.SignInAs("manager", "ID");
        var said = new Goal.Said("orders", "reach", "market", null, First, Last, 10, null);
        var id = await Set(manager, said);
        Assert.Equal(HttpStatusCode.Forbidden, (await viewer.PutAsJsonAsync($"/api/goals/{id}", new SetGoal.Request("VN", said))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.PutAsJsonAsync($"/api/goals/{id}", new SetGoal.Request("VN", said))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.DeleteAsync(new Uri($"/api/goals/{id}", UriKind.Relative))).StatusCode);
        (await manager.PutAsJsonAsync($"/api/goals/{id}", new SetGoal.Request("VN", said with { Target = 12.50m }))).EnsureSuccessStatusCode();
        Assert.Equal("12.5", await app.InDb(db => db.Goals.Where(g => g.Id == id).Select(g => g.Target).SingleAsync()));
        using var form = await manager.SubmitTo($"/goals?market=VN&{BoardData.March}", "/goals", ("do", "delete"), ("id", $"{id}"));
        Assert.Equal(HttpStatusCode.Redirect, form.StatusCode);
        Assert.False(await app.InDb(db => db.Goals.AnyAsync()));
    }

    [Theory, Databases]
    public async Task What_is_no_goal_is_refused_with_a_sentence(string database)
    {
        await using var app = await BoardData.Small(database);
        using var manager = await app.SignInAs("manager", "VN");
        var said = new Goal.Said("gmv", "reach", "market", null, First, Last, 10, null);
        await Set(manager, said);
        foreach (var (wrong, code) in new (Goal.Said, string)[]
        {
            (said, "goal_twice"), (said with { Metric = "profit" }, "metric_unknown"), (said with { Sense = "hope" }, "goal_sense"), (said with { Subject = "planet" }, "goal_subject"),
            (said with { Subject = "creator" }, "goal_name_missing"), (said with { Name = "lina" }, "goal_name_too_many"), (said with { Subject = "creator", Name = "nobody" }, "filter_not_found"),
            (said with { From = Last, To = First }, "period_backwards"), (said with { To = new DateOnly(2036, 1, 1) }, "goal_period_long"), (said with { Target = 0 }, "goal_target"),
        })
        {
            using var answer = await manager.PostAsJsonAsync("/api/goals", new SetGoal.Request("VN", wrong));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains($"\"{code}\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await manager.PostAsJsonAsync("/api/goals", new SetGoal.Request("ID", said))).StatusCode);
        Assert.Equal(1, await app.InDb(db => db.Goals.CountAsync()));
    }

    [Theory]
    [InlineData("reach", 50, 100, 60, 90, false, "behind")]
    [InlineData("reach", 50, 100, 50, 100, false, "on")]
    [InlineData("reach", 50, 100, 50, 50, true, "missed")]
    [InlineData("keep", 50, 100, 40, 120, false, "heading_over")]
    [InlineData("keep", 50, 100, 100, 50, true, "kept")]
    public void The_state_follows_from_the_pace(string sense, int actual, int target, int expected, int forecast, bool over, string state) =>
        Assert.Equal(state, ListGoals.State(sense, actual, target, expected, forecast, over));

    private static async Task<long> Set(HttpClient browser, Goal.Said said)
    {
        using var answer = await browser.PostAsJsonAsync("/api/goals", new SetGoal.Request("VN", said));
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<SetGoal.Response>())!.Id;
    }
}
