using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Showrunner.Lives.Alerts;
using Showrunner.Lives.Sessions;
using Showrunner.Tests.Accounts;

namespace Showrunner.Tests.Lives;

/// <summary>Alerts of running shows: <see cref="WatchShows"/> with <see cref="FeedSilent"/>, <see cref="BehindPace"/>, <see cref="StockRunsOut"/> and <see cref="ViolationSeen"/>, <see cref="ListAlerts"/>, <see cref="AnswerAlert"/>.</summary>
public sealed class AlertTests
{
    [Theory, Databases]
    public async Task What_lasts_is_one_alert_that_somebody_takes_on_and_that_ends(string database)
    {
        var clock = new TestClock();
        await using var app = await TestApp.Start(database, clock);
        using var program = await EventTests.Program(app, "DE");
        using var manager = await app.SignInAs("manager", "DE");
        using var viewer = await app.SignInAs("viewer", "DE");
        using var elsewhere = await app.SignInAs("manager", "ID");
        var session = (await EventTests.Send(program, "room", EventTests.Line("s", "session_started", 0, ", \"market\":\"DE\", \"title\":\"Serum night\", \"target_gmv\":1000, \"planned_minutes\":60"),
            EventTests.Line("o", "order_paid", 29, ", \"amount\":100"), EventTests.Line("x", "violation", 29, ", \"text\":\"Price claim\""))).Session;
        Assert.Equal([("violation", "Price claim"), ("behind_pace", "")], (await Look()).Select(a => (a.Rule, a.Text)).OrderByDescending(a => a.Rule));
        clock.Move(TimeSpan.FromMinutes(3));
        var open = await Look(); // the first two go on, and the feed has become silent
        Assert.Equal(["behind_pace", "feed_silent", "violation"], open.Select(a => a.Rule).Order());
        Assert.Equal(0.2m, Math.Round(open.Single(a => a.Rule == "behind_pace").Seen!.Value, 1));
        Assert.Equal(3, open.Single(a => a.Rule == "feed_silent").Seen);
        var pace = open.Single(a => a.Rule == "behind_pace").Id;

        Assert.Equal(HttpStatusCode.Forbidden, (await viewer.PutAsJsonAsync($"/api/live/alerts/{pace}", new AnswerAlert.Request("acknowledge"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.PutAsJsonAsync($"/api/live/alerts/{pace}", new AnswerAlert.Request("acknowledge"))).StatusCode);
        Assert.Empty((await elsewhere.GetFromJsonAsync<ListAlerts.Response>("/api/live/alerts"))!.Alerts);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await manager.PutAsJsonAsync($"/api/live/alerts/{pace}", new AnswerAlert.Request("dance"))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await manager.PutAsJsonAsync($"/api/live/alerts/{pace}", new AnswerAlert.Request("snooze", 999))).StatusCode);
        using var taken = await manager.SubmitTo("/live", $"/live/alerts/{pace}", ("do", "acknowledge"), ("back", "/live"));
        Assert.Equal("/live", taken.Headers.Location?.ToString());
        (await manager.PutAsJsonAsync($"/api/live/alerts/{open.Single(a => a.Rule == "violation").Id}", new AnswerAlert.Request("snooze"))).EnsureSuccessStatusCode();
        var page = WebUtility.HtmlDecode(await viewer.GetStringAsync("/live"));
        foreach (var word in new[] { "Behind target", "takes care of it", "The feed is silent", "Nothing was received for 3 min" }) Assert.Contains(word, page, StringComparison.Ordinal);
        Assert.DoesNotContain("Price claim", page, StringComparison.Ordinal);

        await EventTests.Send(program, "room", EventTests.Line("o2", "order_paid", 32.5, ", \"amount\":900"));
        Assert.DoesNotContain(await Look(), a => a.Rule is "behind_pace" or "feed_silent");
        (await manager.PutAsJsonAsync($"/api/live/alerts/{pace}", new AnswerAlert.Request("useless"))).EnsureSuccessStatusCode();
        var all = (await viewer.GetFromJsonAsync<ListAlerts.Response>($"/api/live/alerts?show={session}"))!;
        Assert.Equal((3, 1, 1), (all.Alerts.Count, all.Judged, all.NotUseful));
        Assert.NotNull(all.Alerts.Single(a => a.Id == pace).OverAt);
        clock.Move(TimeSpan.FromMinutes(3)); // silent again so soon: the same alert
        Assert.Contains(await Look(), a => a.Id == open.Single(o => o.Rule == "feed_silent").Id);
        (await manager.PostAsJsonAsync($"/api/live/{session}/reports", new TellShow.Request("session_ended"))).EnsureSuccessStatusCode();
        Assert.Empty(await Look());

        async Task<IReadOnlyList<ListAlerts.Item>> Look()
        {
            await app.Services.GetRequiredService<WatchShows>().Tick(default);
            return (await viewer.GetFromJsonAsync<ListAlerts.Response>("/api/live/alerts"))!.Alerts;
        }
    }

    [Theory, Databases]
    public async Task Stock_that_will_not_last_is_told_before_it_is_gone(string database)
    {
        await using var app = await TestApp.Start(database, new TestClock());
        using var program = await EventTests.Program(app, "DE");
        using var viewer = await app.SignInAs("viewer", "DE");
        await EventTests.Send(program, "room", [EventTests.Line("s", "session_started", 0, ", \"market\":\"DE\""), EventTests.Line("k1", "stock", 29, ", \"product\":\"p1\", \"count\":20"), EventTests.Line("k2", "stock", 29, ", \"product\":\"p2\", \"count\":5000"),
            .. Enumerable.Range(15, 15).SelectMany(minute => new[] { "p1", "p2" }.Select(p => EventTests.Line($"{p}-{minute}", "order_paid", minute + 0.5, $", \"product\":\"{p}\", \"quantity\":4, \"amount\":10")))]);
        await app.Services.GetRequiredService<WatchShows>().Tick(default);
        var alert = Assert.Single((await viewer.GetFromJsonAsync<ListAlerts.Response>("/api/live/alerts"))!.Alerts);
        Assert.Equal(("stock_out", "p1", 20m), (alert.Rule, alert.Subject, alert.Seen!.Value));
        Assert.InRange(alert.Usual!.Value, 4, 6);
        Assert.Contains("p1: 20 left", await viewer.GetStringAsync("/live"), StringComparison.Ordinal);
    }
}
