using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Showrunner.Lives.Alerts;
using Showrunner.Lives.Intake;
using Showrunner.Lives.Usual;
using Showrunner.Lives.Watching;
using Showrunner.Markets;
using Showrunner.Tests.Accounts;

namespace Showrunner.Tests.Lives;

/// <summary>What shows that are over say of those that are on: <see cref="KeptUsual"/>, <see cref="WorstFigure"/>, <see cref="ShowOutlook"/> and the rules <see cref="GmvDrop"/>, <see cref="RefundSpike"/>, <see cref="ComplaintSpike"/>.</summary>
public sealed class UsualTests
{
    private const int Length = 60;

    [Theory, Databases]
    public async Task A_show_is_held_against_shows_that_are_over(string database)
    {
        var clock = new TestClock();
        await using var app = await TestApp.Start(database, clock);
        using var program = await EventTests.Program(app, "DE");
        using var viewer = await app.SignInAs("viewer", "DE");
        // Starts with half its sales in the first ten minutes: an even course would ask for a sixth by then.
        for (var show = 0; show < 24; show++) await Tell(program, $"past-{show}", -1440 * (show + 1), Length, minute => 20 + show % 3 + (minute < 10 ? 100 : 0));
        var id = await Tell(program, "on", 0, 20, minute => minute < 12 ? 60 : 15, "\"target_gmv\":1000,\"planned_minutes\":60,");
        clock.Move(TimeSpan.FromMinutes(-10)); // the start of the events is half an hour ago
        var early = await Show();
        Assert.Null(early.Outlook);
        Assert.Null(early.Show.Worst);
        await Learn();
        var shown = await Show();
        var outlook = Assert.IsType<ShowOutlook>(shown.Outlook);
        Assert.Equal((24, Length, true), (outlook.Shows, outlook.Minutes, outlook.IsPlannedLength));
        Assert.InRange(outlook.GmvMinor, outlook.LowMinor, outlook.HighMinor);
        Assert.InRange(outlook.LowMinor, shown.Show.GmvMinor!.Value, outlook.HighMinor);
        Assert.True(outlook.HighMinor > outlook.LowMinor);
        var worst = Assert.IsType<WorstFigure>(shown.Show.Worst);
        Assert.Equal(LiveMeasure.Gmv, worst.Measure);
        Assert.True(worst.Seen < worst.Low && worst.Low < worst.Usual);
        // 840 of 1,000 at a third of its time: far ahead if sales came evenly, behind as they come.
        Assert.InRange(shown.Show.Pace!.Value, 0.9, 1.6);
        Assert.InRange(early.Show.Pace!.Value, 2.3, 2.8);
        Assert.Equal(shown.Minutes, shown.Of(LiveMeasure.Gmv)!.Usual!.Count);
        var page = WebUtility.HtmlDecode(await viewer.GetStringAsync($"/live/{id}"));
        foreach (var words in new[] { "At the end (estimate)", "an estimate from 24 shows that are over", "nine of ten shows have more", "Usual" }) Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.Contains("below usual", WebUtility.HtmlDecode(await viewer.GetStringAsync("/live?look=table")), StringComparison.Ordinal);

        async Task<ShowSession.Response> Show() => (await viewer.GetFromJsonAsync<ShowSession.Response>($"/api/live/{id}", Json))!;
        Task Learn() => Learned(app);
    }

    [Theory, Databases]
    public async Task What_strays_from_its_baseline_is_told_once_and_ends(string database)
    {
        var clock = new TestClock();
        await using var app = await TestApp.Start(database, clock);
        using var program = await EventTests.Program(app, "DE");
        using var viewer = await app.SignInAs("viewer", "DE");
        for (var show = 0; show < 24; show++) await Tell(program, $"past-{show}", -1440 * (show + 1), Length, minute => 40 + (show + minute) % 5, complaint: minute => (minute + show) % 11 == 0 ? 1 : 0);
        await Learned(app);
        clock.Move(TimeSpan.FromMinutes(-8));
        await Tell(program, "on", 0, 22, minute => minute < 17 ? 41 : 0, "\"planned_minutes\":60,", minute => minute < 17 ? 0 : 6);
        Assert.Equal(["complaint_spike", "gmv_drop"], (await Look()).Select(a => a.Rule).Order());
        var drop = (await Look()).Single(a => a.Rule == "gmv_drop"); // looked at twice, told once
        Assert.True(drop.Seen < 1000 && drop.Usual > 3000, $"{drop.Seen} of {drop.Usual}");
        clock.Move(TimeSpan.FromMinutes(10));
        await Tell(program, "on", 22, 10, _ => 42, "\"planned_minutes\":60,");
        Assert.Empty(await Look());
        clock.Move(TimeSpan.FromMinutes(15)); // nothing comes any more: a gap, and no fall of GMV to zero
        Assert.Equal(["feed_silent"], (await Look()).Select(a => a.Rule));

        async Task<IReadOnlyList<ListAlerts.Item>> Look()
        {
            await app.Services.GetRequiredService<WatchShows>().Tick(default);
            return (await viewer.GetFromJsonAsync<ListAlerts.Response>("/api/live/alerts"))!.Alerts;
        }
    }

    [Theory, Databases]
    public async Task Where_hardly_any_show_is_over_nothing_is_called_usual(string database)
    {
        await using var app = await TestApp.Start(database, new TestClock());
        using var program = await EventTests.Program(app, "DE");
        using var viewer = await app.SignInAs("viewer", "DE");
        await Tell(program, "past", -1440, Length, _ => 50);
        await Tell(program, "camera-test", -2880, 3, _ => 50);
        var id = await Tell(program, "on", 0, 29, _ => 0, "\"planned_minutes\":60,");
        await Learned(app);
        var shown = (await viewer.GetFromJsonAsync<ShowSession.Response>($"/api/live/{id}", Json))!;
        Assert.Equal((null, null), (shown.Outlook, shown.Show.Worst));
        var market = await app.InDb(db => db.Markets.SingleAsync(m => m.Code == "DE"));
        Assert.Equal(1, app.Services.GetRequiredService<KeptUsual>().Of(market.Id).Shows);
        Assert.Equal(1, (await app.InDb(db => ReadPast.Newest(market.Id, db, new TestClock().GetUtcNow(), default))).Shows - 1); // the camera's is counted, not learned from
    }

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() } };

    private static Task Learned(TestApp app) => app.InDb(async db =>
    {
        await app.Services.GetRequiredService<KeptUsual>().Learn(await db.Markets.Where(m => m.Code == "DE").Select(m => m.Id).SingleAsync(), default);
        return 0;
    });

    /// <summary>Minutes of a show with so much GMV in each; only the one called "on" goes on.</summary>
    private static async Task<long> Tell(HttpClient program, string room, double start, int minutes, Func<int, int> gmv, string more = "", Func<int, int>? complaint = null)
    {
        List<string> lines = [EventTests.Line("s", "session_started", room == "on" ? 0 : start, $", {more} \"market\":\"DE\", \"title\":\"{room}\"")];
        for (var minute = 0; minute < minutes; minute++)
        {
            var at = start + minute + 0.5;
            lines.Add(EventTests.Line($"v{at}", "viewers", at, ", \"count\":200"));
            if (gmv(minute) > 0) lines.Add(EventTests.Line($"o{at}", "order_paid", at, $", \"amount\":{gmv(minute)}"));
            else lines.Add(EventTests.Line($"k{at}", "like", at));
            for (var i = 0; i < (complaint?.Invoke(minute) ?? 0); i++) lines.Add(EventTests.Line($"c{at}-{i}", "comment", at, ", \"text\":\"This is broken\""));
            if (complaint is not null) lines.Add(EventTests.Line($"h{at}", "comment", at, ", \"text\":\"hello all\""));
        }
        if (room != "on") lines.Add(EventTests.Line("e", "session_ended", start + minutes));
        return (await EventTests.Send(program, Uri.EscapeDataString(room), [.. lines])).Session;
    }
}
