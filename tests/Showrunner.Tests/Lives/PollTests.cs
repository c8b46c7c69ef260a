using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Showrunner.Lives.Intake;
using Showrunner.Lives.Sessions;
using Showrunner.Lives.Sources.Polling;
using Showrunner.Lives.Watching;
using Showrunner.Tests.Accounts;

namespace Showrunner.Tests.Lives;

/// <summary>Asking a marketplace: <see cref="SetPoll"/>, <see cref="ShowPoll"/>, <see cref="StopPoll"/> and <see cref="PollClock"/> over <see cref="PollShow"/> and <see cref="PollShop"/>, against a server with its shapes.</summary>
public sealed class PollTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 7, 50, 0, TimeSpan.Zero); // ten minutes ago

    [Theory, Databases]
    public async Task A_running_show_is_asked_for_and_what_is_missing_stays_unknown(string database)
    {
        var clock = new TestClock();
        await using var marketplace = await FakeMarketplace.Start();
        await using var app = await Begin(database, clock, marketplace);
        using var manager = await app.SignInAs("manager", "DE");
        var id = await Open(manager);
        marketplace.Say("core_stats", Core(gmv: "100.50", orders: 4, views: 1000));
        marketplace.Say("gmv_trend_performances", Trend("TREND_GMV", "gmv", "{\"amount\":\"20.10\",\"currency\":\"EUR\"}", "{\"amount\":\"30.00\",\"currency\":\"EUR\"}", "{\"amount\":\"50.40\",\"currency\":\"EUR\"}"));
        marketplace.Say("view_trend_performances", Trend("TREND_ONLINE_VIEWER", "value", "\"50\"", "\"70\"", "\"60\""));
        marketplace.Say("interactive_trend_performances", Trend("WATCH_PV", "value", "\"300\"", "\"700\"", "\"1000\""));
        marketplace.Say("product_stats", """{"product_stats":[{"product_id":"p1","exposure_count":900,"total_click_count":80,"paid_order_count":3,"inventory_consumption_count":4,"inventory_left_count":16,"local_gmv":{"amount":"90.00","currency":"EUR"}},{"product_name":"no number"}]}""");
        await Ask(manager, id);
        await Tick(app);

        var show = await Show(manager, id);
        Assert.Equal(("fine", ""), await State(manager, id));
        Assert.Equal((10_050L, 4L, 1000L, 70L), (show.Of(LiveMeasure.Gmv)!.Total, show.Of(LiveMeasure.OrdersPaid)!.Total, show.Views!.Value, show.PeakViewers!.Value));
        Assert.Equal("trend", show.Of(LiveMeasure.Gmv)!.Source); // who tells most minutes
        Assert.Equal([2010L, 3000L, 5040L], show.Of(LiveMeasure.Gmv)!.Minutes.Take(3)); // counts of each minute: they add up to the show's own total
        Assert.Equal([300L, 400L, 300L], show.Of(LiveMeasure.Views)!.Minutes.Take(3)); // totals: the last is the show's own
        Assert.Equal([50L, 70L, 60L], show.Of(LiveMeasure.Viewers)!.Minutes.Take(3));
        Assert.Null(show.Of(LiveMeasure.Likes)); // nobody tells it
        Assert.Null(show.Of(LiveMeasure.Follows)); // -1 is no figure
        Assert.Equal(("p1", 900L, 80L, 3L, 4L, 9000L, 16L), Assert.Single(show.Products) is var p ? (p.Number, p.Impressions!.Value, p.Clicks!.Value, p.Orders!.Value, p.Items!.Value, p.GmvMinor!.Value, p.Stock!.Value) : default);
        Assert.Equal(["core_stats", "product_stats", "trend"], show.Feeds.Select(f => f.Source));
        var page = WebUtility.HtmlDecode(await manager.GetStringAsync($"/live/{id}"));
        foreach (var word in new[] { "Marketplace, totals", "Marketplace, by minute", "The marketplace answers" }) Assert.Contains(word, page, StringComparison.Ordinal);

        var before = marketplace.Asked.Count;
        await Tick(app); // not due yet
        Assert.Equal(before, marketplace.Asked.Count);
        marketplace.Say("core_stats", Core(gmv: "90.00", orders: 5, views: 1100)); // a total that runs backwards
        clock.Move(TimeSpan.FromMinutes(1));
        await Tick(app);
        var told = await app.InDb(db => db.LiveEvents.Where(e => e.Source == "core_stats" && e.Kind == EventKind.OrderPaid).OrderBy(e => e.At).Select(e => e.AmountMinor).ToListAsync());
        Assert.Equal([10_050L, 9000L], told);
        Assert.Equal(10_050L, (await Show(manager, id)).Of(LiveMeasure.Gmv)!.Total); // not believed

        await manager.PostAsJsonAsync($"/api/live/{id}/reports", new TellShow.Request("session_ended"));
        clock.Move(TimeSpan.FromMinutes(1));
        await Tick(app);
        Assert.Equal("over", (await State(manager, id)).State);
        before = marketplace.Asked.Count;
        clock.Move(TimeSpan.FromHours(1));
        await Tick(app);
        Assert.Equal(before, marketplace.Asked.Count);
    }

    [Theory, Databases]
    public async Task What_goes_wrong_is_waited_out_and_said(string database)
    {
        var clock = new TestClock();
        await using var marketplace = await FakeMarketplace.Start();
        await using var app = await Begin(database, clock, marketplace);
        using var manager = await app.SignInAs("manager", "DE");
        using var viewer = await app.SignInAs("viewer", "DE");
        var id = await Open(manager);
        Assert.Equal(HttpStatusCode.Forbidden, (await viewer.PutAsJsonAsync($"/api/live/{id}/poll", new SetPoll.Request("x"))).StatusCode);
        foreach (var wrong in new[] { new SetPoll.Request(" "), new SetPoll.Request("a\nb"), new SetPoll.Request("a", AppKey: "k") }) Assert.Equal(HttpStatusCode.UnprocessableEntity, (await manager.PutAsJsonAsync($"/api/live/{id}/poll", wrong)).StatusCode);
        var nameless = (await (await manager.PostAsJsonAsync("/api/live", new OpenSession.Request("DE", null, "No number"))).Content.ReadFromJsonAsync<OpenSession.Response>())!.Id;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await manager.PutAsJsonAsync($"/api/live/{nameless}/poll", new SetPoll.Request("x"))).StatusCode); // the marketplace would not know whom is meant
        await Ask(manager, id);
        Assert.DoesNotContain(FakeMarketplace.Token, (await app.InDb(db => db.LivePolls.SingleAsync())).Secret, StringComparison.Ordinal); // encrypted

        marketplace.Answers["core_stats"] = _ => FakeMarketplace.TooMany(120);
        await Expect("throttled", "429", TimeSpan.FromSeconds(120));
        marketplace.Answers["core_stats"] = _ => FakeMarketplace.Code(36_009_002, "Too many requests");
        await Expect("throttled", "36009002 Too many requests", TimeSpan.FromSeconds(60));
        marketplace.Answers["core_stats"] = _ => Results.StatusCode(500);
        await Expect("failing", "500", TimeSpan.FromSeconds(120)); // the pauses grow
        marketplace.Answers["core_stats"] = _ => Results.Text("<html>", "text/html");
        await Expect("failing", "no JSON", TimeSpan.FromSeconds(240));
        marketplace.Answers["core_stats"] = _ => new Slow();
        await Expect("failing", "timeout", TimeSpan.FromSeconds(480));
        Assert.Empty((await Show(manager, id)).Figures);

        marketplace.Say("core_stats", Core(gmv: "5", orders: 1, views: 10, currency: "USD"));
        clock.Move(TimeSpan.FromMinutes(10));
        await Tick(app);
        Assert.Equal(("partial", "USD ≠ EUR"), await State(manager, id)); // the rest of the endpoints are not there either
        Assert.Null((await Show(manager, id)).Of(LiveMeasure.Gmv));
        Assert.Equal(10L, (await Show(manager, id)).Views);

        marketplace.Say("core_stats", Core(gmv: "5", orders: 1, views: 11));
        clock.Move(TimeSpan.FromSeconds(30));
        await Tick(app); // only totals are asked for: what was missing is missing still
        Assert.Equal(("partial", 500L), ((await State(manager, id)).State, (await Show(manager, id)).Of(LiveMeasure.Gmv)!.Total));

        await Ask(manager, id, "TTP_old");
        await Tick(app);
        Assert.Equal(("refused", "105005 Access denied. The access token has expired."), await State(manager, id));
        Assert.Contains("Authorise the app there again and give the new token", WebUtility.HtmlDecode(await manager.GetStringAsync($"/live/{id}")), StringComparison.Ordinal);
        var before = marketplace.Asked.Count;
        clock.Move(TimeSpan.FromHours(1));
        await Tick(app);
        Assert.Equal(before, marketplace.Asked.Count); // nobody asks again before there is another
        using var form = await manager.SubmitTo($"/live/{id}/poll", $"/live/{id}/poll", ("do", "begin"), ("token", FakeMarketplace.Token));
        Assert.Equal(HttpStatusCode.Redirect, form.StatusCode);
        await Tick(app);
        Assert.Equal("partial", (await State(manager, id)).State);
        (await manager.DeleteAsync($"/api/live/{id}/poll")).EnsureSuccessStatusCode();
        Assert.Equal("none", (await State(manager, id)).State);

        async Task Expect(string state, string said, TimeSpan wait)
        {
            await Tick(app);
            var now = (await manager.GetFromJsonAsync<ShowPoll.Response>($"/api/live/{id}/poll"))!;
            Assert.Equal((state, said, clock.GetUtcNow() + wait), (now.State, now.Said, now.NextAt!.Value));
            clock.Move(wait);
        }
    }

    [Theory, Databases]
    public async Task Shows_that_are_over_come_page_by_page(string database)
    {
        var clock = new TestClock();
        await using var marketplace = await FakeMarketplace.Start();
        await using var app = await Begin(database, clock, marketplace);
        using var manager = await app.SignInAs("manager", "DE");
        marketplace.Answers["performance"] = context => Results.Text(context.Request.Query["page_token"] == "two"
            ? $$"""{"code":0,"data":{"live_stream_sessions":[{{Session("9003", 1763755200, 0, "1.00")}}],"next_page_token":""} }"""
            : $$"""{"code":0,"data":{"live_stream_sessions":[{{Session("9001", 1795197600, 1795201200, "1234.50")}},{{Session("9002", 1795201200, 1795204800, "-1")}}],"next_page_token":"two","total_count":3} }""", "application/json");
        (await manager.PutAsJsonAsync("/api/live/poll?market=DE", new SetPoll.Request(FakeMarketplace.Token, "key", "secret", "cipher"))).EnsureSuccessStatusCode();
        await Tick(app);
        Assert.Equal("fine", (await manager.GetFromJsonAsync<ShowPoll.Response>("/api/live/poll?market=DE"))!.State);
        Assert.Equal(2, marketplace.Asked.Count);
        Assert.All(marketplace.Asked, asked => Assert.Contains("shop_cipher=cipher&app_key=key&timestamp=", asked.Replace("page_token=two&", "", StringComparison.Ordinal), StringComparison.Ordinal));
        Assert.Contains("start_date_ge=2026-11-18&end_date_lt=2026-11-23", marketplace.Asked[0], StringComparison.Ordinal);
        var shows = await app.InDb(db => db.LiveSessions.AsNoTracking().OrderBy(s => s.Number).ToListAsync());
        Assert.Equal([("9001", "lina", 60.0), ("9002", "lina", 60.0)], shows.Select(s => (s.Number, s.CreatorName, (s.EndedAt!.Value - s.StartedAt).TotalMinutes))); // the third is still on
        var first = await Show(manager, shows[0].Id);
        Assert.Equal((123_450L, 5000L, 40L, 180L, 21.0), (first.Of(LiveMeasure.Gmv)!.Total, first.Views!.Value, first.Of(LiveMeasure.OrdersPaid)!.Total, first.PeakViewers!.Value, first.AverageViewers!.Value));
        Assert.Null((await Show(manager, shows[1].Id)).Of(LiveMeasure.Gmv)); // not told yet

        marketplace.Answers["performance"] = _ => Results.Text($$"""{"code":0,"data":{"live_stream_sessions":[{{Session("9001", 1795197600, 1795201200, "1200.00")}},{{Session("9002", 1795201200, 1795204800, "50")}}]} }""", "application/json");
        clock.Move(TimeSpan.FromHours(1));
        await Tick(app);
        Assert.Equal(120_000L, (await Show(manager, shows[0].Id)).Of(LiveMeasure.Gmv)!.Total); // settled, not added
        Assert.Equal(5000L, (await Show(manager, shows[1].Id)).Of(LiveMeasure.Gmv)!.Total);
        Assert.Equal(2, await app.InDb(db => db.LiveSessions.CountAsync()));
        Assert.Contains("Another token, or stop", await manager.GetStringAsync("/live/file?market=DE"), StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task Only_one_of_two_nodes_asks_for_a_show(string database)
    {
        var clock = new TestClock();
        await using var marketplace = await FakeMarketplace.Start();
        await using var app = await Begin(database, clock, marketplace);
        using var manager = await app.SignInAs("manager", "DE");
        var id = await Open(manager);
        await Ask(manager, id);
        await app.InDb(async one =>
        {
            using var scope = app.Services.CreateScope();
            var two = scope.ServiceProvider.GetRequiredService<Showrunner.Data.AppDb>();
            var (mine, other) = (await one.LivePolls.SingleAsync(), await two.LivePolls.SingleAsync());
            mine.Take(clock.GetUtcNow());
            await one.SaveChangesAsync();
            other.Take(clock.GetUtcNow().AddSeconds(1));
            await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => two.SaveChangesAsync());
            return 0;
        });
        await Tick(app); // somebody holds it
        Assert.Empty(marketplace.Asked);
        clock.Move(TimeSpan.FromMinutes(6)); // he died
        await Tick(app);
        Assert.NotEmpty(marketplace.Asked);
    }

    [Theory]
    [InlineData("https://open-api.example/", "0.2", true, 1)]
    [InlineData("http://127.0.0.1:9/", null, true, 2)]
    [InlineData("http://elsewhere.example/", "5", false, 5)]
    [InlineData("file:///etc/passwd", "900", false, 60)]
    [InlineData(null, "", false, 2)]
    public void Only_an_encrypted_address_is_asked(string? address, string? seconds, bool isAsked, double pause) =>
        Assert.Equal((isAsked, TimeSpan.FromSeconds(pause)), PollSettings.Read(address, seconds) is var read ? (read.Address is not null, read.Pause) : default);

    [Fact]
    public void A_signature_covers_the_path_and_the_sorted_query() =>
        Assert.Equal("6c64468c08c65f36c6af5af0041e654334314de6784748dbcbb036a0a1125d27", AskMarketplace.Sign("/analytics/x", [("timestamp", "1795334400"), ("page_size", "100"), ("app_key", "12")], "s3cret"));

    private static string Core(string gmv, int orders, int views, string currency = "EUR") => string.Create(CultureInfo.InvariantCulture,
        $$$"""{"stats":{"local_gmv":{"amount":"{{{gmv}}}","currency":"{{{currency}}}"},"paid_order_count":{{{orders}}},"watch_pv":{{{views}}},"current_visitor_count":40,"peak_concurrent_user_count":77,"accumulated_new_follower_count":-1,"click_through_rate":"0.1","of_tomorrow":[1]}}""");

    private static string Trend(string type, string field, params string[] values) =>
        $$"""{"trends":[{"stats_type":"{{type}}","data_points":[{{string.Join(',', values.Select((value, at) => $$"""{"timestamp":{{Start.AddMinutes(at).ToUnixTimeSeconds()}},"{{field}}":{{value}}}"""))}}]},{"stats_type":"OF_TOMORROW","data_points":[]}]}""";

    private static string Session(string number, long start, long end, string gmv) =>
        $$$"""{"id":"{{{number}}}","title":"Night","username":"Lina","start_time":"{{{start}}}","end_time":"{{{end}}}","sales_performance":{"gmv":{"amount":"{{{gmv}}}","currency":"EUR"},"sku_orders":40,"unit_sold":55,"24h_live_gmv":{"amount":"-1","currency":"EUR"}},"interaction_performance":{"acu":21,"pcu":180,"viewers":3000,"views":5000,"likes":90}}""";

    private static Task<TestApp> Begin(string database, TestClock clock, FakeMarketplace marketplace) => TestApp.Start(database, clock, services =>
    {
        var settings = new PollSettings(marketplace.Address, TimeSpan.Zero, TimeSpan.FromSeconds(20), TimeSpan.FromMinutes(1), TimeSpan.FromHours(1));
        services.AddSingleton(settings);
        services.AddSingleton(new AskMarketplace(new HttpClient { Timeout = TimeSpan.FromSeconds(2) }, settings, clock));
    });

    private static Task Tick(TestApp app) => app.Services.GetRequiredService<PollClock>().Tick(default);

    private static async Task<long> Open(HttpClient person) => (await (await person.PostAsJsonAsync("/api/live", new OpenSession.Request("DE", "room-1", "Night", StartedAt: Start))).Content.ReadFromJsonAsync<OpenSession.Response>())!.Id;

    private static async Task Ask(HttpClient person, long show, string token = FakeMarketplace.Token) => (await person.PutAsJsonAsync($"/api/live/{show}/poll", new SetPoll.Request(token))).EnsureSuccessStatusCode();

    private static async Task<ShowSession.Response> Show(HttpClient person, long id) => (await person.GetFromJsonAsync<ShowSession.Response>($"/api/live/{id}"))!;

    private static async Task<(string State, string Said)> State(HttpClient person, long id) => (await person.GetFromJsonAsync<ShowPoll.Response>($"/api/live/{id}/poll"))! is var poll ? (poll.State, poll.Said) : default;

    private sealed class Slow : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => Task.Delay(TimeSpan.FromSeconds(30), httpContext.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
    }
}
