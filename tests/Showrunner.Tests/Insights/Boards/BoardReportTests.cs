using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Showrunner.Insights.Boards;
using Showrunner.Platform;
using Showrunner.Reports;
using Showrunner.Reports.Readings;
using Showrunner.Reports.Sending;
using Showrunner.Tests.Reports;

namespace Showrunner.Tests.Insights.Boards;

/// <summary><see cref="BoardReport"/>: what a person composes of tiles, notes and other boards, in every format and on a schedule; <see cref="AskTiles"/> and <see cref="TellTile"/> on the way.</summary>
public class BoardReportTests
{
    [Theory, Databases]
    public async Task A_board_of_ones_own_says_the_same_in_every_file(string database)
    {
        await using var app = await BoardData.Small(database);
        using var browser = await app.SignInAs("manager", "VN");
        var board = await Composed(browser);
        foreach (var language in Texts.Languages)
        {
            var address = $"/reports/board.{{0}}?market=VN&{BoardData.March}&compare=previous&subject={board}&language={language}";
            var cells = OfficeReader.Cells(await Saved(app, browser, address, "xlsx"));
            var slides = OfficeReader.Slides(await Saved(app, browser, address, "pptx"));
            var text = OfficeReader.Document(await Saved(app, browser, address, "docx")).Text;
            var print = OfficeReader.Print(await Saved(app, browser, address, "pdf"));
            var content = await Content(app, board, language);
            Assert.Equal(["Now", "Live only", "By channel", "What to do"], content.Sections.SkipLast(1).Select(s => s.Sheet));
            Assert.Equal([600m, 400m], content.Figures.Where(f => f.Code == "gmv").Select(f => f.Value));
            Assert.Equal(content.Sections.Count, content.Sections.Select(s => s.Code).Distinct().Count());
            foreach (var figure in content.Figures)
            {
                Assert.Contains(cells.Values.SelectMany(s => s.Values), c => c[0].ValueKind == JsonValueKind.Number && Math.Abs(c[0].GetDouble() - (double)figure.Value!.Value) < 1e-6);
                foreach (var file in new[] { string.Join("\n", slides), text }) Assert.Contains(figure.ShownReading!, file, StringComparison.Ordinal);
                Assert.Contains(figure.ShownReading!, print, StringComparison.Ordinal);
            }
            foreach (var file in new[] { string.Join("\n", slides), text, print }) Assert.Contains("Call the five largest", file, StringComparison.Ordinal);
        }
        var page = await browser.GetStringAsync($"/reports?report=board&subject={board}&market=VN&{BoardData.March}");
        Assert.Contains("Call the five largest", page, StringComparison.Ordinal);
        Assert.Contains($"<option value=\"{board}\" selected", page, StringComparison.Ordinal);
        Assert.Contains("Call the five largest", await browser.GetStringAsync($"/boards/{board}?market=VN&{BoardData.March}"), StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task A_figure_of_a_filtered_tile_has_a_code_of_its_own(string database)
    {
        await using var app = await BoardData.Small(database);
        using var browser = await app.SignInAs("manager", "VN");
        var board = await Composed(browser);
        var content = await Content(app, board, "en");
        var codes = content.Figures.Where(f => f.Code == "gmv").Select(f => f.Reading!).ToList();
        Assert.Equal(2, codes.Distinct().Count());
        var live = (await browser.GetFromJsonAsync<ShowReading.Response>($"/api/figures/{codes[1]}"))!;
        Assert.Equal((400m, 400m, "channel"), (live.Then, live.Now, live.Where.Single().Dimension));
        Assert.Contains("channel=live", await browser.GetStringAsync($"/figures/{codes[1]}"), StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task A_board_goes_out_on_a_schedule_with_the_rights_of_who_set_it_up(string database)
    {
        await using var app = await BoardData.Small(database);
        using var owner = await app.SignInAs("manager", "VN");
        using var other = await app.SignInAs("analyst", "VN");
        var board = await Composed(owner);
        var schedule = new SaveSchedule.Request("VN", "My board", "board", $"{board}", "days28", "none", "en", ["xlsx"], "week", 1, new TimeOnly(8, 0), false, false, Addresses: ["a@example.test"]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await other.PostAsJsonAsync("/api/reports/schedules", schedule)).StatusCode); // another's private board is not there
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await other.GetAsync(new Uri($"/reports/board.xlsx?market=VN&{BoardData.March}&subject={board}", UriKind.Relative))).StatusCode);
        (await owner.PostAsJsonAsync("/api/reports/schedules", schedule)).EnsureSuccessStatusCode();
        var ready = (await owner.PostAsJsonAsync("/api/reports/schedules", schedule with { Name = "Ready-made", Subject = "risk" }));
        ready.EnsureSuccessStatusCode();
        var page = await owner.GetStringAsync("/reports/schedules");
        Assert.Contains("My board", page, StringComparison.Ordinal);
        Assert.DoesNotContain(">-6<", page, StringComparison.Ordinal); // the ready-made board is called by its name
    }

    [Theory, Databases]
    public async Task Tiles_of_other_boards_are_taken_in_and_notes_are_changed(string database)
    {
        await using var app = await BoardData.Small(database);
        using var browser = await app.SignInAs("manager", "VN");
        using var other = await app.SignInAs("manager", "VN");
        var (from, to) = (await Composed(browser), (await Post<CreateBoard.Response>(browser, "/api/boards", new CreateBoard.Request("VN", "Second"))).Id);
        Assert.Equal(4, (await Post<TakeTiles.Response>(browser, $"/api/boards/{to}/taken", new TakeTiles.Request($"{from}"))).Taken);
        Assert.Equal(7, (await Post<TakeTiles.Response>(browser, $"/api/boards/{to}/taken", new TakeTiles.Request("growth"))).Taken);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.PostAsJsonAsync($"/api/boards/{to}/taken", new TakeTiles.Request($"{to}"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsJsonAsync($"/api/boards/{to}/taken", new TakeTiles.Request("growth"))).StatusCode);
        for (var left = 13; left > 0; left--) await Post<SaveNote.Response>(browser, $"/api/boards/{to}/notes", new SaveNote.Request("Note", "text"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.PostAsJsonAsync($"/api/boards/{to}/notes", new SaveNote.Request("One too many", "text"))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.PostAsJsonAsync($"/api/boards/{from}/notes", new SaveNote.Request("Empty", "  "))).StatusCode);
        var tiles = await browser.GetFromJsonAsync<JsonElement>($"/api/boards/{from}?market=VN&{BoardData.March}");
        var note = tiles.EnumerateArray().Single(t => t.GetProperty("text").ValueKind == JsonValueKind.String).GetProperty("id").GetInt64();
        await Post<SaveNote.Response>(browser, $"/api/boards/{from}/notes", new SaveNote.Request("What to do", "Nothing today", note));
        Assert.Contains("Nothing today", await browser.GetStringAsync($"/boards/{from}?market=VN&{BoardData.March}"), StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task An_empty_period_is_refused_with_a_sentence(string database)
    {
        await using var app = await BoardData.Small(database);
        using var browser = await app.SignInAs("manager", "VN");
        var board = (await Post<SaveTile.Response>(browser, "/api/boards/tiles", new SaveTile.Request("VN", null, "Mine", "Now", "m=gmv"))).Board;
        using var answer = await browser.GetAsync(new Uri($"/reports/board.pdf?market=VN&from=2019-01-01&to=2019-01-07&subject={board}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    /// <summary>Figures, filtered figures, a chart with rows under it, and a note.</summary>
    private static async Task<long> Composed(HttpClient browser)
    {
        var board = (await Post<SaveTile.Response>(browser, "/api/boards/tiles", new SaveTile.Request("VN", null, "Mine", "Now", "m=gmv&m=orders", 2))).Board;
        await Post<SaveTile.Response>(browser, "/api/boards/tiles", new SaveTile.Request("VN", board, null, "Live only", "m=gmv&channel=live"));
        await Post<SaveTile.Response>(browser, "/api/boards/tiles", new SaveTile.Request("VN", board, null, "By channel", "m=gmv&m=orders&by=channel&chart=bar"));
        await Post<SaveNote.Response>(browser, $"/api/boards/{board}/notes", new SaveNote.Request("What to do", "Call the five largest\nand send samples"));
        return board;
    }

    private static Task<ReportContent> Content(TestApp app, long board, string language) => ReportFixture.Run(app, run =>
        run.Whole(new RunReport.Request("board", "VN", new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 31), ["xlsx"], language, Subject: $"{board}"), Actor.Program("test"), default));

    private static async Task<string> Saved(TestApp app, HttpClient browser, string address, string format)
    {
        var path = Path.Combine(app.Folder, "board." + format);
        using var answer = await browser.GetAsync(new Uri(string.Format(System.Globalization.CultureInfo.InvariantCulture, address, format), UriKind.Relative));
        answer.EnsureSuccessStatusCode();
        await File.WriteAllBytesAsync(path, await answer.Content.ReadAsByteArrayAsync());
        return path;
    }

    private static async Task<T> Post<T>(HttpClient browser, string path, object request)
    {
        using var answer = await browser.PostAsJsonAsync(path, request);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<T>())!;
    }
}
