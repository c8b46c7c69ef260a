using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Showrunner.Lives;
using Showrunner.Lives.Intake;
using Showrunner.Lives.Replaying;
using Showrunner.Lives.Sessions;
using Showrunner.Lives.Watching;
using Showrunner.Tests.Accounts;

namespace Showrunner.Tests.Lives;

/// <summary>Events of running shows: <see cref="ReceiveEvents"/> over <see cref="ReadBatch"/> and <see cref="EventStore"/>, <see cref="OpenSession"/>, <see cref="FindSession"/>, <see cref="ShowSession"/>, <see cref="ShowWall"/>, <see cref="StreamWall"/>, <see cref="TellShow"/>, <see cref="ReplayShow"/>, <see cref="ForgetEvents"/> by <see cref="LiveClock"/>.</summary>
public sealed class EventTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 7, 30, 0, TimeSpan.Zero);

    [Theory, Databases]
    public async Task An_event_counts_once_in_its_minute_whenever_it_comes(string database)
    {
        await using var app = await TestApp.Start(database, new TestClock());
        using var program = await Program(app);
        var first = await Send(program, "room-1", Line("s", "session_started", 0, ", \"market\":\"DE\", \"title\":\"Serum night\", \"creator\":\"@Lina\", \"target_gmv\":5000"),
            Line("o1", "order_paid", 3.2, ", \"product\":\"p1\", \"quantity\":2, \"amount\":39.90, \"currency\":\"EUR\""), Line("v1", "viewers", 3.5, ", \"count\":120"), Line("c1", "comment", 3.6, ", \"text\":\"Wie viel kostet das?\", \"person\":\"Tom\""));
        Assert.Equal((4, 4, 0, 0), (first.Received, first.Counted, first.Repeated, first.RejectedCount));
        // The same again, an earlier one late, and one of the same id from another source.
        var again = await Send(program, "room-1", Line("o1", "order_paid", 3.2, ", \"product\":\"p1\", \"quantity\":2, \"amount\":39.90"), Line("o0", "order_paid", 1.1, ", \"amount\":\"10.10\", \"items\":[{\"product\":\"p1\",\"quantity\":1,\"amount\":4.10},{\"product\":\"p2\",\"amount\":6}]"),
            Line("v0", "viewers", 3.1, ", \"count\":80"), Line("o0", "order_paid", 1.1, ", \"amount\":99"));
        Assert.Equal((4, 2, 2), (again.Received, again.Counted, again.Repeated));
        using var viewer = await app.SignInAs("viewer", "DE");
        var show = (await viewer.GetFromJsonAsync<ShowSession.Response>($"/api/live/{first.Session}"))!;
        Assert.Equal(("Serum night", "lina", 500_000L, "DE", Start), (show.Show.Title, show.Show.Creator, show.Show.TargetMinor!.Value, show.Market, show.Show.StartedAt));
        Assert.Equal(5000L, show.Of(LiveMeasure.Gmv)!.Total);
        Assert.Equal([null, 1010L, null, 3990L], show.Of(LiveMeasure.Gmv)!.Minutes.Take(4));
        Assert.Equal((2L, 4L, 120L, 120L, 100.0), (show.Of(LiveMeasure.OrdersPaid)!.Total, show.Of(LiveMeasure.Items)!.Total, show.Of(LiveMeasure.Viewers)!.Total, show.PeakViewers!.Value, show.AverageViewers!.Value));
        Assert.Equal([("p1", 4400L, 3L, 2L), ("p2", 600L, 1L, 1L)], show.Products.Select(p => (p.Number, p.GmvMinor!.Value, p.Items!.Value, p.Orders!.Value)));
        Assert.Equal(("Wie viel kostet das?", "Tom", CommentSigns.Question), Assert.Single(show.Said) is var said ? (said.Text, said.Person, said.Sign) : default);
        var feed = Assert.Single(show.Feeds);
        Assert.Equal(("api", 6L, 2L), (feed.Source, feed.Events, feed.Repeated));
        await Same(app, first.Session);
    }

    [Theory, Databases]
    public async Task Totals_become_minutes_and_one_that_falls_is_flagged_and_not_believed(string database)
    {
        await using var app = await TestApp.Start(database, new TestClock());
        using var program = await Program(app);
        var opened = await program.PostAsJsonAsync("/api/live", new OpenSession.Request("ID", "room-2", "Batik", StartedAt: Start));
        var id = (await opened.Content.ReadFromJsonAsync<OpenSession.Response>())!.Id;
        string Total(string no, double minute, int total) => Line(no, "like", minute, $", \"total\":{total}");
        await Send(program, "room-2?source=core_stats", Total("a", 5.1, 1000), Total("b", 6.1, 1300), Total("c", 6.8, 1500), Total("e", 8.2, 1400), Total("f", 9.2, 2000));
        await Send(program, "room-2?source=core_stats", Total("d", 7.3, 1600)); // late: it divides what seemed to be of the ninth minute
        await Send(program, "room-2?source=connector", Line("x", "like", 6.2, ", \"count\":7"), Line("y", "comment", 6.2)); // the same likes, seen by another
        using var viewer = await app.SignInAs("viewer", "ID");
        var likes = (await viewer.GetFromJsonAsync<ShowSession.Response>($"/api/live/{id}"))!.Of(LiveMeasure.Likes)!;
        Assert.Equal(("core_stats", 2000L, 1), (likes.Source, likes.Total, likes.RanBackwards));
        Assert.Equal([null, 500L, 100L, null, 400L], likes.Minutes.Skip(5).Take(5)); // the thousand before it was watched belong to no minute
        Assert.Contains("ran backwards", await viewer.GetStringAsync($"/live/{id}"), StringComparison.Ordinal);
        await Same(app, id);
    }

    [Theory, Databases]
    public async Task Good_lines_of_a_bad_batch_land_and_the_bad_ones_are_named(string database)
    {
        await using var app = await TestApp.Start(database, new TestClock());
        using var program = await Program(app);
        await program.PostAsJsonAsync("/api/live", new OpenSession.Request("US", "room-3", StartedAt: Start));
        var answer = await Send(program, "room-3", Line("1", "like", 1), "{\"id\":\"2\",\"type\":\"like\"", Line("3", "dance", 1), Line("", "like", 1), Line("5", "order_paid", 1, ", \"amount\":9.999"), Line("6", "order_paid", 1, ", \"amount\":9, \"currency\":\"EUR\""),
            Line("7", "viewers", 1), Line("8", "like", 60), Line("9", "like", 1, ", \"count\":-4"), "[]", Line("11", "stock", 1, ", \"count\":5"), Line("12", "like", 2, ", \"of tomorrow\":{\"a\":[1]}"), "{\"id\":\"13\",\"type\":\"like\",\"at\":\"2026-11-22T07:31:00\"}");
        Assert.Equal((13, 2, 11), (answer.Received, answer.Counted, answer.RejectedCount));
        Assert.Equal([(2, "live_event_json"), (3, "live_event_type"), (4, "live_event_id"), (5, "live_event_amount"), (6, "live_event_currency"), (7, "live_event_count"), (8, "live_event_when"), (9, "live_event_whole"), (10, "live_event_object"), (11, "live_event_product"), (13, "live_event_at")],
            answer.Rejected.Select(r => (r.Line, r.Code)));
        Assert.All(answer.Rejected, r => Assert.True(r.Detail.Length > 20 && !r.Detail.Contains("refused.", StringComparison.Ordinal)));
        // The same as an array and as an object, packed.
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(Encoding.UTF8.GetBytes($"{{\"events\":[{Line("20", "like", 1)},{Line("21", "sneeze", 1)},{Line("22", "like", 1)}]}}"));
        using var content = new ByteArrayContent(packed.ToArray());
        content.Headers.ContentEncoding.Add("gzip");
        using var sent = await program.PostAsync("/api/live/room-3/events", content);
        var object1 = (await sent.Content.ReadFromJsonAsync<ReceiveEvents.Response>())!;
        Assert.Equal((3, 2, 2), (object1.Received, object1.Counted, object1.Rejected[0].Line));
        using var large = await program.PostAsync("/api/live/room-3/events", new ByteArrayContent(new byte[ReceiveEvents.Largest + 1]));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
        packed.SetLength(0);
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(new byte[100_000_000]);
        using var bomb = new ByteArrayContent(packed.ToArray());
        bomb.Headers.ContentEncoding.Add("gzip");
        using var burst = await program.PostAsync("/api/live/room-3/events", bomb);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, burst.StatusCode);
        var feed = await app.InDb(db => db.LiveFeeds.SingleAsync());
        Assert.Equal((4L, 12L), (feed.Events, feed.Refused));
    }

    [Theory, Databases]
    public async Task Nobody_sends_or_sees_where_he_does_not_belong(string database)
    {
        await using var app = await TestApp.Start(database, new TestClock());
        using var program = await Program(app, "DE");
        using var elsewhere = await Program(app, "ID");
        using var analyst = await app.SignInAs("analyst", "DE");
        using var stranger = await app.SignInAs("viewer", "ID");
        var sent = await Send(program, "room-4", Line("s", "session_started", 0, ", \"market\":\"DE\""), Line("o", "order_paid", 1, ", \"amount\":5"));
        Assert.Equal(HttpStatusCode.NotFound, (await Post(elsewhere, "room-4", Line("o2", "order_paid", 1, ", \"amount\":5"))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Post(elsewhere, "room-4", Line("s", "session_started", 0, ", \"market\":\"DE\""))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await Post(analyst, "room-4", Line("o3", "order_paid", 1, ", \"amount\":5"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/api/live/{sent.Session}")).StatusCode);
        Assert.Empty((await stranger.GetFromJsonAsync<ShowWall.Response>("/api/live"))!.Shows);
        var tile = Assert.Single((await analyst.GetFromJsonAsync<ShowWall.Response>("/api/live?sort=pace"))!.Shows);
        Assert.Equal((500L, "DE"), (tile.GmvMinor!.Value, tile.Market));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await analyst.GetAsync("/api/live?sort=luck")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Post(app.Browser(), "room-4", "{}")).StatusCode);
    }

    [Theory, Databases]
    public async Task An_operator_types_figures_notes_and_ends_the_show(string database)
    {
        var clock = new TestClock();
        await using var app = await TestApp.Start(database, clock);
        using var manager = await app.SignInAs("manager", "DE");
        using var viewer = await app.SignInAs("viewer", "DE");
        using var opened = await manager.SubmitTo("/live/new?market=DE", "/live/new?market=DE", ("market", "DE"), ("title", "Serum night"), ("target", "1000"));
        var id = long.Parse(opened.Headers.Location!.ToString().Split('/', '?')[2], CultureInfo.InvariantCulture);
        Assert.Equal(HttpStatusCode.Forbidden, (await viewer.PostAsJsonAsync($"/api/live/{id}/reports", new TellShow.Request("note", "Hm"))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await manager.PostAsJsonAsync($"/api/live/{id}/reports", new TellShow.Request("figures"))).StatusCode);
        foreach (var (minutes, gmv, views) in new[] { (1, "120.50", "900"), (2, "180", "1500") })
        {
            clock.Move(TimeSpan.FromMinutes(minutes));
            using var typed = await manager.SubmitTo($"/live/{id}", $"/live/{id}", ("do", "figures"), ("gmv", gmv), ("views", views), ("orders", "6"), ("viewers", "75"));
            Assert.Equal(HttpStatusCode.Redirect, typed.StatusCode);
        }
        using var noted = await manager.SubmitTo($"/live/{id}", $"/live/{id}", ("do", "host_changed"), ("text", "Ana"));
        var show = (await viewer.GetFromJsonAsync<ShowSession.Response>($"/api/live/{id}"))!;
        Assert.Equal((18_000L, 1500L, 6L, 75L, 12_000.0), (show.Of(LiveMeasure.Gmv)!.Total, show.Views!.Value, show.Of(LiveMeasure.OrdersPaid)!.Total, show.Of(LiveMeasure.Viewers)!.Total, show.WatchGpmMinor!.Value));
        Assert.Equal((EventKind.HostChanged, "Ana"), Assert.Single(show.Marks) is var mark ? (mark.Kind, mark.Text) : default);
        var page = WebUtility.HtmlDecode(await manager.GetStringAsync($"/live/{id}"));
        foreach (var word in new[] { "€180", "Host: Ana", "GMV by minute", "operator", "on since" }) Assert.Contains(word, page, StringComparison.Ordinal);
        using var ended = await manager.SubmitTo($"/live/{id}", $"/live/{id}", ("do", "session_ended"));
        (await manager.PostAsJsonAsync($"/api/live/{id}/reports", new TellShow.Request("session_ended"))).EnsureSuccessStatusCode(); // twice is once
        Assert.Contains("over; began", await viewer.GetStringAsync($"/live/{id}"), StringComparison.Ordinal);
        Assert.Equal(1, await app.InDb(db => db.LiveEvents.CountAsync(e => e.Kind == EventKind.SessionEnded)));
        clock.Move(LiveBoard.WatchedAfter + TimeSpan.FromMinutes(1));
        Assert.Contains("No show is on", await viewer.GetStringAsync("/live"), StringComparison.Ordinal);
        await Same(app, id);
    }

    [Theory, Databases]
    public async Task The_wall_says_what_changes_as_it_changes(string database)
    {
        await using var app = await TestApp.Start(database);
        using var program = await Program(app);
        var now = app.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        string At(string no, string type, string more = "") => $"{{\"id\":\"{no}\",\"type\":\"{type}\",\"at\":\"{now.AddSeconds(-5):O}\"{more}}}";
        await Send(program, "room-5", At("s", "session_started", ", \"market\":\"DE\", \"title\":\"Serum night\""));
        using var viewer = await app.SignInAs("viewer", "DE");
        Assert.Contains("Serum night", await viewer.GetStringAsync("/live"), StringComparison.Ordinal);
        Assert.Contains("<table class=\"table wall-table\"", await viewer.GetStringAsync("/live?look=table"), StringComparison.Ordinal);
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var stream = await viewer.GetAsync("/live/stream", HttpCompletionOption.ResponseHeadersRead, end.Token);
        Assert.Equal("text/event-stream", stream.Content.Headers.ContentType!.MediaType);
        using var reader = new StreamReader(await stream.Content.ReadAsStreamAsync(end.Token));
        var hello = await Next(reader, end.Token);
        Assert.Equal("–", hello.GetProperty("tiles")[0].GetProperty("fields").GetProperty("gmv").GetString());
        await Send(program, "room-5", At("o", "order_paid", ", \"amount\":12.5"));
        JsonElement news;
        do news = await Next(reader, end.Token); while (news.GetProperty("tiles").GetArrayLength() == 0 || !news.GetProperty("tiles")[0].GetProperty("fields").TryGetProperty("gmv", out _));
        Assert.False(news.GetProperty("tiles")[0].GetProperty("fields").TryGetProperty("title", out _)); // only what changed
        using var second = await viewer.GetAsync("/live/stream?sort=viewers", HttpCompletionOption.ResponseHeadersRead, end.Token);
        using var late = new StreamReader(await second.Content.ReadAsStreamAsync(end.Token));
        Assert.Equal("Serum night", (await Next(late, end.Token)).GetProperty("tiles")[0].GetProperty("fields").GetProperty("title").GetString());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await viewer.GetAsync("/live/stream?sort=luck", end.Token)).StatusCode);
        Assert.Equal("€12.50", news.GetProperty("tiles")[0].GetProperty("fields").GetProperty("gmv").GetString());
        Assert.Equal("€12.50", news.GetProperty("sums").GetProperty("DE").GetProperty("gmv").GetString());
    }

    [Theory, Databases]
    public async Task Replay_tells_what_was_known_then_from_what_is_known_now_until_events_are_forgotten(string database)
    {
        var clock = new TestClock();
        await using var app = await TestApp.Start(database, clock);
        using var program = await Program(app);
        using var viewer = await app.SignInAs("viewer", "US");
        using var stranger = await app.SignInAs("viewer", "DE");
        var id = (await Send(program, "room-6", Line("s", "session_started", 0, ", \"market\":\"US\""), Line("n", "note", 20, ", \"text\":\"Begun\""), Line("a", "order_paid", 29, ", \"amount\":10"))).Session; // received at minute 30
        clock.Move(TimeSpan.FromMinutes(10));
        await Send(program, "room-6", Line("b", "order_paid", 25, ", \"amount\":5"), Line("c", "order_paid", 39, ", \"amount\":7"), Line("e", "session_ended", 40));
        async Task<(long?, long?)> Gmv(int minute) => (await viewer.GetFromJsonAsync<ReplayShow.Response>($"/api/live/{id}/replay?minute={minute}"))!.Figures.FirstOrDefault(f => f.Measure == LiveMeasure.Gmv) is { } f ? (f.Then, f.Now) : (null, null);
        Assert.Equal((null, 500L), await Gmv(26));
        Assert.Equal((1000L, 1500L), await Gmv(31));
        Assert.Equal((2200L, 2200L), await Gmv(40));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await viewer.GetAsync($"/api/live/{id}/replay?minute=41")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/api/live/{id}/replay")).StatusCode);
        Assert.Contains("GMV $10.00 as known then, $15.00 as known now", WebUtility.HtmlDecode(await viewer.GetStringAsync($"/live/{id}/replay?minute=31")), StringComparison.Ordinal);
        await app.InDb(async db =>
        {
            Assert.Equal(0, await ForgetEvents.Handle(30, db, clock.GetUtcNow().AddDays(29), default));
            Assert.Equal(3, await ForgetEvents.Handle(30, db, clock.GetUtcNow().AddDays(31), default)); // the orders; what stands on the chart stays
            return 0;
        });
        Assert.Contains("were forgotten", await viewer.GetStringAsync($"/live/{id}/replay"), StringComparison.Ordinal);
        var show = (await viewer.GetFromJsonAsync<ShowSession.Response>($"/api/live/{id}"))!;
        Assert.Equal((2200L, 3), (show.Of(LiveMeasure.Gmv)!.Total, show.Marks.Count));
    }

    [Theory, Databases]
    public async Task A_show_that_nobody_ended_ends_with_its_last_event(string database)
    {
        var clock = new TestClock();
        await using var app = await TestApp.Start(database, clock);
        using var program = await Program(app);
        await Send(program, "room-7", Line("s", "session_started", 0, ", \"market\":\"US\""), Line("a", "like", 12));
        await app.InDb(db => ForgetEvents.Handle(30, db, clock.GetUtcNow().AddHours(35), default));
        Assert.Null(await app.InDb(db => db.LiveSessions.Select(s => s.EndedAt).SingleAsync()));
        await app.InDb(db => ForgetEvents.Handle(30, db, clock.GetUtcNow().AddHours(37), default));
        Assert.Equal(Start.AddMinutes(12), await app.InDb(db => db.LiveSessions.Select(s => s.EndedAt).SingleAsync()));
    }

    private static async Task<JsonElement> Next(StreamReader reader, CancellationToken end)
    {
        while (await reader.ReadLineAsync(end) is { } line)
            if (line.StartsWith("data: ", StringComparison.Ordinal)) return JsonDocument.Parse(line[6..]).RootElement.Clone();
        throw new EndOfStreamException();
    }

    /// <summary>What the process has in memory is what a new one would read.</summary>
    private static async Task Same(TestApp app, long session)
    {
        var board = app.Services.GetRequiredService<LiveBoard>();
        await app.InDb(async db =>
        {
            var stored = await db.LiveSessions.AsNoTracking().SingleAsync(s => s.Id == session);
            var (known, fresh) = (await board.Read(stored, db, default), await new LiveBoard().Read(stored, db, default));
            Assert.Equal(stored.Version, known.Version);
            var now = app.Services.GetRequiredService<TimeProvider>().GetUtcNow();
            Assert.Equal(JsonSerializer.Serialize(fresh.Figures(now).Told.Values), JsonSerializer.Serialize(known.Figures(now).Told.Values));
            return 0;
        });
    }

    internal static async Task<HttpClient> Program(TestApp app, params string[] markets)
    {
        using var manager = await app.SignInAs("manager", markets);
        var made = await manager.PostAsJsonAsync("/api/keys", new Showrunner.Accounts.CreateKey.Request("Feed", [LivesRoom.Feed]));
        return app.WithKey((await made.Content.ReadFromJsonAsync<Showrunner.Accounts.CreateKey.Response>())!.Secret);
    }

    internal static string Line(string id, string type, double minute, string more = "") => $"{{\"id\":\"{id}\",\"type\":\"{type}\",\"at\":\"{Start.AddMinutes(minute):O}\"{more}}}";

    internal static Task<HttpResponseMessage> Post(HttpClient program, string room, params string[] lines) =>
        program.PostAsync($"/api/live/{room.Split('?')[0]}/events{(room.Contains('?') ? "?" + room.Split('?')[1] : "")}", new StringContent(string.Join('\n', lines), Encoding.UTF8, "application/x-ndjson"));

    internal static async Task<ReceiveEvents.Response> Send(HttpClient program, string room, params string[] lines)
    {
        using var answer = await Post(program, room, lines);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<ReceiveEvents.Response>())!;
    }
}
