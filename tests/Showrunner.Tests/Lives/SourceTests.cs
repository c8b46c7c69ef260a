using System.Net;
using System.Net.Http.Json;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Showrunner.Lives.Intake;
using Showrunner.Lives.Sessions;
using Showrunner.Lives.Sources.Files;
using Showrunner.Lives.Watching;
using Showrunner.Office;
using Showrunner.Tests.Accounts;
using Showrunner.Tests.Ratchets;

namespace Showrunner.Tests.Lives;

/// <summary>Figures of shows from files: <see cref="ReceiveLiveFile"/>, <see cref="ShowLiveFile"/> and <see cref="TakeLiveFile"/>.</summary>
public sealed class SourceTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 7, 30, 0, TimeSpan.Zero);

    private const string Trend = """
        Live-Trend;;;;;;
        Uhrzeit;Zuschauer;Aufrufe;Kommentare;Umsatz (€);Bestellungen;Geheimnis;CTR
        08:32;50;100;3;100,50;2;x;1 %
        08:33;60;260;0;150,50;3;x;1 %
        08:34;70;400;5;150,50;3;x;1 %
        08:35;65;520;2;220,00;5;x;1 %
        08:36;80;650;1;300,00;6;x;1 %
        08:37;75;800;4;350,00;7;x;1 %
        08:38;viel;900;1;360,00;8;x;1 %
        23:59;75;900;1;360,00;8;x;1 %
        08:37;75;900;1;360,00;8;x;1 %
        """;

    [Theory, Databases]
    public async Task A_file_by_the_minute_says_how_it_is_understood_and_counts_once(string database)
    {
        await using var app = await TestApp.Start(database, new TestClock());
        using var manager = await app.SignInAs("manager", "DE");
        var id = await Open(manager, "DE", "room-1", "lina", Start);
        var seen = await Bring(manager, $"/api/live/{id}/files", "trend.csv", Trend);
        Assert.Equal([("Uhrzeit", "time", "time"), ("Zuschauer", "viewers", "level"), ("Aufrufe", "views", "total"), ("Kommentare", "comments", "each"), ("Umsatz (€)", "gmv", "total"), ("Bestellungen", "orders", "total"), ("Geheimnis", null, "unknown"), ("CTR", "ctr", "known")],
            seen.Columns.Select(c => (c.Heading, c.Field, c.Use)));
        Assert.All(seen.Columns, c => Assert.True(c.IsSure));
        Assert.Equal(("clock", Start.AddMinutes(1), Start.AddMinutes(7)), (seen.Times, seen.From!.Value, seen.To!.Value)); // a zero before the first count of a minute
        Assert.Equal([(9L, "Zuschauer", "number_wrong", "viel"), (10L, "Uhrzeit", "live_minute_outside", "23:59"), (11L, "Uhrzeit", "live_minute_twice", "08:37")], seen.Problems.Select(p => (p.Row, p.Column, p.Code, p.Text)));
        Assert.Empty((await Show(manager, id)).Figures); // nothing counts before it is taken

        var taken = await Take(manager, seen.Id);
        Assert.Equal((6, 1, 0, 3), (taken.Minutes, taken.Completed, taken.Unchanged, taken.Rejected));
        var show = await Show(manager, id);
        Assert.Equal((35_000L, 800L, 7L, 15L, 80L), (show.Of(LiveMeasure.Gmv)!.Total, show.Views!.Value, show.Of(LiveMeasure.OrdersPaid)!.Total, show.Of(LiveMeasure.Comments)!.Total, show.PeakViewers!.Value));
        Assert.Equal([null, null, null, 5000L, 0L, 6950L], show.Of(LiveMeasure.Gmv)!.Minutes.Take(6)); // what a counter held when it was first seen belongs to no minute
        Assert.Equal([3L, 0L, 5L, 2L, 1L, 4L], show.Of(LiveMeasure.Comments)!.Minutes.Skip(2).Take(6));
        Assert.Null(show.Of(LiveMeasure.Items)); // not told is not zero
        Assert.Equal("file:trend.csv", Assert.Single(show.Feeds).Source);

        var again = await Take(manager, (await Bring(manager, $"/api/live/{id}/files", "trend.csv", Trend)).Id);
        Assert.Equal((0, 1), (again.Completed, again.Unchanged));
        Assert.Equal(35_000L, (await Show(manager, id)).Of(LiveMeasure.Gmv)!.Total);
        await Take(manager, (await Bring(manager, $"/api/live/{id}/files", "trend.csv", Trend.Replace("08:32;50;100;3;", "08:32;50;100;4;", StringComparison.Ordinal))).Id);
        show = await Show(manager, id);
        Assert.Equal((16L, 35_000L), (show.Of(LiveMeasure.Comments)!.Total, show.Of(LiveMeasure.Gmv)!.Total)); // corrected, not added
        await Take(manager, (await Bring(manager, $"/api/live/{id}/files", "trend.csv", Trend)).Id, ("comments", "total"));
        Assert.Equal((5L, 4), (await Show(manager, id)).Of(LiveMeasure.Comments) is { } comments ? (comments.Total, comments.RanBackwards) : default); // as a person chose
    }

    [Theory]
    [InlineData("Minute,Views,New followers\n0,10,1\n1,20,0\n2,5,2\n", "elapsed", 0, 35)]
    [InlineData("Menit,Jumlah tonton\n1,10\n2,20\n3,5\n", "elapsed", 0, 35)]
    [InlineData("Time,Views\n00:00,10\n00:01,20\n00:02,5\n", "elapsed", 0, 35)]
    [InlineData("Time,Views\n14:31,10\n14:32,20\n14:33,5\n", "clock", 1, 35)]
    [InlineData("Time,Views\n2026-11-22 14:31:00,10\n22/11/2026 14:32,20\n2026-11-22T07:33:00Z,5\n", "date", 1, 35)]
    public async Task Times_are_minutes_clocks_or_dates(string text, string times, int first, long views)
    {
        await using var app = await TestApp.Start("sqlite", new TestClock());
        using var manager = await app.SignInAs("manager", "VN");
        var id = await Open(manager, "VN", "room-1", "lina", Start); // 14:30 there
        var seen = await Bring(manager, $"/api/live/{id}/files", "trend.csv", text);
        Assert.Empty(seen.Problems);
        Assert.Equal(times, seen.Times);
        await Take(manager, seen.Id);
        var told = (await Show(manager, id)).Of(LiveMeasure.Views)!;
        Assert.Equal((views, 10L), (told.Total, told.Minutes[first]!.Value));
    }

    [Theory]
    [InlineData(true, true, "1000 1300 1500 1600 2000")]
    [InlineData(false, true, "1000 300 1500 600 2000")]
    [InlineData(false, false, "5 5 5 5")] // a counter that stands still, or five each minute
    [InlineData(true, false, "10 12")] // too few to tell
    [InlineData(false, true, "0 0 0")]
    public void A_column_that_never_falls_and_ends_far_above_its_steps_is_a_running_total(bool isTotal, bool isSure, string values) =>
        Assert.Equal(new RunningTotal(isTotal, isSure), RunningTotal.Of([.. values.Split(' ').Select(long.Parse)]));

    [Theory, Databases]
    public async Task A_list_of_shows_makes_new_ones_and_completes_those_that_were_watched(string database)
    {
        await using var app = await TestApp.Start(database, new TestClock());
        using var manager = await app.SignInAs("manager", "ID");
        using var elsewhere = await app.SignInAs("manager", "DE");
        var watched = await Open(manager, "ID", null, "lina", new(2026, 11, 22, 5, 0, 0, TimeSpan.Zero)); // noon in Jakarta
        const string List = """
            Periode: 2026-11-01 ~ 2026-11-22
            ID LIVE,Judul,Nama pengguna kreator,Waktu mulai,Durasi,GMV (Rp),Pesanan SKU,Produk terjual,Penonton,Jumlah tonton,Rata-rata penonton,Puncak penonton,Komentar,Pengikut baru,Klik produk,CTR,Warna
            7301,Malam batik,@Lina,22/11/2026 12:05,1h 30m,Rp1.250.000,25,31,"1.200","4.800",90,250,120,14,640,"13,3%",merah
            7302,Sepatu,budi,21/11/2026 19:00:00,02:00:00,Rp 800.500,10,12,900,3.000,--,180,50,3,,12%,biru
            7303,Salah,budi,20/11/2026 19:00:00,02:00:00,€ 5,10,12,900,3.000,60,180,50,3,300,12%,biru
            7304,Belum selesai,budi,22/11/2026 14:00,,Rp1,1,1,1,1,1,1,1,1,1,1%,biru
            """;
        var seen = await Bring(manager, "/api/live/files?market=ID", "daftar.csv", List);
        Assert.Equal([("7301", watched), ("7302", (long?)null)], seen.Shows.Select(s => (s.Number, s.Session)));
        Assert.Equal([(5L, "GMV (Rp)", "currency_not_market"), (6L, "Durasi", "live_end_missing")], seen.Problems.Select(p => (p.Row, p.Column, p.Code)));
        Assert.Equal([("Penonton", "known"), ("CTR", "known"), ("Warna", "unknown")], seen.Columns.Where(c => c.Use is "known" or "unknown").Select(c => (c.Heading, c.Use)));
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync($"/api/live/files/{seen.Id}")).StatusCode);

        var taken = await Take(manager, seen.Id);
        Assert.Equal((1, 1, 0, 2), (taken.Made, taken.Completed, taken.Unchanged, taken.Rejected));
        var show = await Show(manager, watched);
        Assert.Equal((125_000_000L, 25L, 31L, 4800L, 250L, 90.0), (show.Of(LiveMeasure.Gmv)!.Total, show.Of(LiveMeasure.OrdersPaid)!.Total, show.Of(LiveMeasure.Items)!.Total, show.Views!.Value, show.PeakViewers!.Value, show.AverageViewers!.Value));
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 6, 35, 0, TimeSpan.Zero), show.Show.EndedAt);
        var other = await Show(manager, taken.Sessions.Single(s => s != watched));
        Assert.Equal(("Sepatu", "budi", 80_050_000L), (other.Show.Title, other.Show.Creator, other.Of(LiveMeasure.Gmv)!.Total));
        Assert.Null(other.Of(LiveMeasure.ProductClicks));
        Assert.Null(other.AverageViewers);

        var again = await Take(manager, (await Bring(manager, "/api/live/files?market=ID", "daftar.csv", List)).Id);
        Assert.Equal((0, 0, 2), (again.Made, again.Completed, again.Unchanged));
        var grown = await Take(manager, (await Bring(manager, "/api/live/files?market=ID", "daftar.csv", List.Replace("Rp 800.500", "Rp 790.000", StringComparison.Ordinal))).Id);
        Assert.Equal((0, 1, 1), (grown.Made, grown.Completed, grown.Unchanged));
        Assert.Equal(79_000_000L, (await Show(manager, other.Show.Id)).Of(LiveMeasure.Gmv)!.Total); // settled lower than first told
        Assert.Equal(2, await app.InDb(db => db.LiveSessions.CountAsync()));
    }

    [Fact]
    public async Task Lists_are_read_in_three_languages_and_as_workbooks()
    {
        await using var app = await TestApp.Start("sqlite", new TestClock());
        using var manager = await app.SignInAs("manager");
        var english = await Bring(manager, "/api/live/files?market=US", "LIVE analysis.csv", "Creator ID,Creator,Nickname,Launched Time,Duration,LIVE gross merchandise value,Created SKU orders,LIVE SKU orders,LIVE items sold,Views,LIVE likes,Product Impressions,CTR\n77,ana,Ana,2026-11-20 10:00:00,1h 40min,\"$1,234.50\",12,10,14,900,55,2000,3%\n");
        Assert.Equal((123_450L, 12L, 10L, 14L, 55L, "ana"), english.Shows.Single() is var us ? (us.Figures["gmv"], us.Figures["orderscreated"], us.Figures["orders"], us.Figures["items"], us.Figures["likes"], us.Creator) : default);
        var german = await Bring(manager, "/api/live/files?market=DE", "Liste.csv", "LIVE-ID;Benutzername;Startzeit;Endzeit;Umsatz;Bestellungen;Aufrufe;Zuschauerspitze\n1;eva;20.11.2026 18:00;20.11.2026 19:30;1.234,50 €;10;1.900;88\n");
        Assert.Equal((123_450L, 1900L, new DateTimeOffset(2026, 11, 20, 17, 0, 0, TimeSpan.Zero)), german.Shows.Single() is var de ? (de.Figures["gmv"], de.Figures["views"], de.StartedAt) : default);
        using var book = new MemoryStream();
        WorkbookWriter.Write(book, new WorkbookSpec(new Stamp("LIVE", Start), [new SheetSpec("LIVE", new TableBlock(new Table(
            [new Column("LIVE ID", CellFormat.Text), new Column("Creator username", CellFormat.Text), new Column("Start time", CellFormat.Text), new Column("Duration", CellFormat.Text), new Column("GMV", CellFormat.Number(2)), new Column("PCU", CellFormat.Integer)],
            [["1", "eva", "2026-11-20 18:00", "01:30:00", 1234.5m, 88L]])))]));
        var sheet = await Bring(manager, "/api/live/files?market=DE", "list.xlsx", book.ToArray());
        Assert.Equal((123_450L, 88L), sheet.Shows.Single() is var row ? (row.Figures["gmv"], row.Figures["pcu"]) : default);

        foreach (var (path, text, code) in new[] { ("/api/live/files?market=DE", "Time,Views\n10:00,5\n", "live_file_no_list"), ("/api/live/files?market=DE", "", "file_empty"), ("/api/live/files?market=XX", Trend, "market_unknown") })
        {
            using var refused = await Send(manager, path, "x.csv", Encoding.UTF8.GetBytes(text));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            Assert.Contains(code, await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Theory, Databases]
    public async Task A_person_brings_a_file_looks_at_it_and_loads_it(string database)
    {
        await using var app = await TestApp.Start(database, new TestClock());
        using var manager = await app.SignInAs("manager", "DE");
        using var viewer = await app.SignInAs("viewer", "DE");
        var id = await Open(manager, "DE", "room-1", "lina", Start);
        Assert.Equal(HttpStatusCode.Forbidden, (await viewer.GetAsync("/live/file")).StatusCode);
        using var brought = await Upload(manager, $"/live/{id}/file", "trend.csv", Trend);
        Assert.Equal(HttpStatusCode.Redirect, brought.StatusCode);
        var page = brought.Headers.Location!.ToString();
        var html = WebUtility.HtmlDecode(await manager.GetStringAsync(page));
        foreach (var word in new[] { "What was understood", "Total since the show began", "unknown, left out", "Row 9: “viel” in Zuschauer is not a number", "€350.00", "Load 6 minutes" }) Assert.Contains(word, html, StringComparison.Ordinal);
        using var looked = await manager.SubmitTo(page, page.Split('?')[0], ("do", "look"), ("how.comments", "total"));
        Assert.Contains("how.comments=total", looked.Headers.Location!.ToString(), StringComparison.Ordinal);
        using var taken = await manager.SubmitTo(page, page.Split('?')[0], ("do", "take"), ("how.comments", "each"));
        var show = WebUtility.HtmlDecode(await manager.GetStringAsync(taken.Headers.Location!.ToString()));
        foreach (var word in new[] { "6 minutes were loaded; rows left out: 3.", "File “trend.csv”", "€350" }) Assert.Contains(word, show, StringComparison.Ordinal);
        using var wrong = await Upload(manager, "/live/file?market=DE", "trend.csv", Trend, ("market", "DE"));
        Assert.Contains("Figures by minute are loaded on the page of their show", WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        using var list = await Upload(manager, "/live/file?market=DE", "list.csv", "LIVE ID,Creator,Start time,End time,GMV\n9,eva,2026-11-20 18:00,2026-11-20 19:00,5\n", ("market", "DE"));
        var listed = list.Headers.Location!.ToString();
        Assert.Contains("Load 1 show", await manager.GetStringAsync(listed), StringComparison.Ordinal);
        using var loaded = await manager.SubmitTo(listed, listed.Split('?')[0], ("do", "take"));
        Assert.Contains("New shows: 1", await manager.GetStringAsync(loaded.Headers.Location!.ToString()), StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task What_the_bridge_from_a_chat_sends_counts(string database)
    {
        await using var app = await TestApp.Start(database, new TestClock());
        using var program = await EventTests.Program(app);
        var at = Start.ToUnixTimeMilliseconds();
        var sent = new[]
        {
            $$"""{"id":"start","type":"session_started","at":{{at}},"market":"DE","creator":"lina"}""", $$"""{"id":"71","type":"comment","at":{{at + 1}},"text":"Wie viel kostet das?","person":"tom"}""", $$"""{"id":"72","type":"joined","at":{{at + 2}},"person":"tom"}""",
            $$"""{"id":"73","type":"like","at":{{at + 3}},"total":1500}""", $$"""{"id":"74","type":"like","at":{{at + 4}},"total":1515}""", $$"""{"id":"75","type":"viewers","at":{{at + 5}},"count":321}""",
            $$"""{"id":"76","type":"follow","at":{{at + 6}},"person":"tom"}""", $$"""{"id":"76","type":"follow","at":{{at + 6}}}""", $$"""{"id":"77","type":"share","at":{{at + 7}}}""", $$"""{"id":"78","type":"note","at":{{at + 8}},"text":"Rose × 600","person":"tom"}""", $$"""{"id":"end","type":"session_ended","at":{{at + 9}}}""",
        };
        using var answer = await program.PostAsync(new Uri("/api/live/7301999/events?source=connector", UriKind.Relative), new StringContent($"[{string.Join(',', sent)}]", Encoding.UTF8, "text/plain"));
        var told = (await answer.Content.ReadFromJsonAsync<ReceiveEvents.Response>())!;
        Assert.Equal((11, 10, 1, 0), (told.Received, told.Counted, told.Repeated, told.RejectedCount));
        using var viewer = await app.SignInAs("viewer", "DE");
        var show = await Show(viewer, told.Session);
        Assert.Equal((1515L, 321L, 1L, 1L, 1L, 1L), (show.Of(LiveMeasure.Likes)!.Total, show.PeakViewers!.Value, show.Of(LiveMeasure.Follows)!.Total, show.Of(LiveMeasure.Shares)!.Total, show.Of(LiveMeasure.Joined)!.Total, show.Of(LiveMeasure.Comments)!.Total));
        Assert.Contains(show.Marks, mark => mark.Text == "Rose × 600");
        Assert.Contains("LIVE chat", await viewer.GetStringAsync($"/live/{told.Session}"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_bridge_of_the_docs_sends_only_known_events()
    {
        var text = File.ReadAllText(Repository.Full("docs/live.md"));
        var types = System.Text.RegularExpressions.Regex.Matches(text, "tell\\('([a-z_]+)'").Select(match => match.Groups[1].Value).ToHashSet();
        Assert.Subset(EventKinds.All.ToHashSet(), types);
        foreach (var message in new[] { "chat", "gift", "like", "member", "roomUser", "share", "social", "follow", "streamEnd" }) Assert.Contains($"live.on('{message}'", text, StringComparison.Ordinal);
    }

    private static async Task<long> Open(HttpClient person, string market, string? number, string creator, DateTimeOffset start) =>
        (await (await person.PostAsJsonAsync("/api/live", new OpenSession.Request(market, number, null, creator, StartedAt: start))).Content.ReadFromJsonAsync<OpenSession.Response>())!.Id;

    private static async Task<ShowSession.Response> Show(HttpClient person, long id) => (await person.GetFromJsonAsync<ShowSession.Response>($"/api/live/{id}"))!;

    private static Task<ShowLiveFile.Response> Bring(HttpClient person, string path, string name, string text) => Bring(person, path, name, Encoding.UTF8.GetBytes(text));

    private static async Task<ShowLiveFile.Response> Bring(HttpClient person, string path, string name, byte[] file)
    {
        using var answer = await Send(person, path, name, file);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<ShowLiveFile.Response>())!;
    }

    private static async Task<HttpResponseMessage> Send(HttpClient person, string path, string name, byte[] file)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(file), "file", name } };
        return await person.PostAsync(new Uri(path, UriKind.Relative), form);
    }

    private static async Task<HttpResponseMessage> Upload(HttpClient person, string path, string name, string text, params (string Name, string Value)[] more)
    {
        using var form = new MultipartFormDataContent { { new StringContent(await person.OpenForm(path)), "__RequestVerificationToken" }, { new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "files", name } };
        foreach (var (field, value) in more) form.Add(new StringContent(value), field);
        return await person.PostAsync(new Uri(path, UriKind.Relative), form);
    }

    private static async Task<TakeLiveFile.Response> Take(HttpClient person, long file, params (string Field, string Use)[] how)
    {
        using var answer = await person.PostAsJsonAsync($"/api/live/files/{file}/taking", new TakeLiveFile.Request(how.ToDictionary(choice => choice.Field, choice => choice.Use)));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<TakeLiveFile.Response>())!;
    }
}
