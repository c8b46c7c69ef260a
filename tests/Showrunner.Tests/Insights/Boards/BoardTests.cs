using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Insights.Boards;
using Showrunner.Insights.Explore;
using Showrunner.Markets;
using Showrunner.Metrics.Dictionary;

namespace Showrunner.Tests.Insights.Boards;

public class BoardTests
{
    [Theory, Databases]
    public async Task A_question_is_saved_as_a_tile_and_answered_live(string database)
    {
        await using var app = await BoardData.Small(database);
        using var browser = await app.SignInAs("analyst", "VN");
        using var kept = await browser.Submit($"/explore?market=VN&{BoardData.March}&m=gmv&by=channel",
            ("market", "VN"), ("question", "m=gmv&by=channel&chart=table"), ("name", "By channel"), ("board", ""), ("newBoard", "Mine"), ("width", "2"));
        var path = kept.Headers.Location!.ToString().Split('?')[0];
        var page = await Text(browser, $"{path}?market=VN&{BoardData.March}");
        Assert.Contains("By channel", page, StringComparison.Ordinal);
        Assert.Contains("600\u00A0₫", page, StringComparison.Ordinal);
        await Showrunner.Tests.Ledger.LoadFactsTests.Load(app, 2, BoardData.Line("E", "S1", "lina", 50, 1, BoardData.Day));
        Assert.Contains("650\u00A0₫", await Text(browser, $"{path}?market=VN&{BoardData.March}"), StringComparison.Ordinal);
        var answers = await browser.GetFromJsonAsync<JsonElement>($"/api{path}?market=VN&{BoardData.March}");
        Assert.Equal("m=gmv&by=channel&chart=table", answers[0].GetProperty("question").GetString());
        Assert.Equal("450", answers[0].GetProperty("table").GetProperty("rows")[0][1].GetString());
    }

    [Theory, Databases]
    public async Task A_tile_may_keep_a_period_of_its_own(string database)
    {
        await using var app = await BoardData.Small(database);
        using var browser = await app.SignInAs("manager", "VN");
        using var kept = await browser.Submit("/explore?market=VN&from=2026-02-01&to=2026-02-28&m=gmv", ("market", "VN"), ("question", "m=gmv"), ("name", "February"), ("newBoard", "Mine"), ("width", "1"), ("own", "on"));
        var page = await Text(browser, $"{kept.Headers.Location!.ToString().Split('?')[0]}?market=VN&{BoardData.March}");
        Assert.Contains("90\u00A0₫", page, StringComparison.Ordinal);
        Assert.Contains("1–28 Feb 2026", page, StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task Tiles_are_renamed_widened_moved_and_removed(string database)
    {
        await using var app = await BoardData.Small(database);
        using var browser = await app.SignInAs("manager", "VN");
        var board = await Make(browser, "Mine");
        List<long> tiles = [];
        foreach (var name in new[] { "a", "b", "c" }) tiles.Add((await Post<SaveTile.Response>(browser, "/api/boards/tiles", new SaveTile.Request("VN", board, null, name, "m=gmv"))).Tile);
        async Task<string> Order() => string.Join(' ', await app.InDb(db => db.Tiles.OrderBy(t => t.Place).Select(t => t.Name + t.Place + t.Width).ToListAsync()));

        Assert.Equal("a11 b21 c31", await Order());
        (await browser.PutAsJsonAsync($"/api/boards/{board}/tiles/{tiles[2]}", new ChangeTile.Request("C", 2, 1))).EnsureSuccessStatusCode();
        Assert.Equal("C12 a21 b31", await Order());
        (await browser.DeleteAsync(new Uri($"/api/boards/{board}/tiles/{tiles[0]}", UriKind.Relative))).EnsureSuccessStatusCode();
        (await browser.DeleteAsync(new Uri($"/api/boards/{board}/tiles/{tiles[0]}", UriKind.Relative))).EnsureSuccessStatusCode(); // twice changes nothing
        Assert.Equal("C12 b21", await Order());
        Assert.Equal("tile_width_wrong", await Refusal(await browser.PutAsJsonAsync($"/api/boards/{board}/tiles/{tiles[1]}", new ChangeTile.Request("b", 3))));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.PutAsJsonAsync($"/api/boards/{board}/tiles/{tiles[0]}", new ChangeTile.Request("a", 1))).StatusCode);
        using var form = await browser.SubmitTo($"/boards/{board}?market=VN", $"/boards/{board}", ("do", "remove"), ("tile", tiles[2].ToString(CultureInfo.InvariantCulture)));
        Assert.Equal(HttpStatusCode.Redirect, form.StatusCode);
        Assert.Equal("b11", await Order());
    }

    [Theory, Databases]
    public async Task A_board_is_seen_by_those_it_is_shared_with_who_see_its_market(string database)
    {
        await using var app = await BoardData.Small(database);
        using var owner = await app.SignInAs("manager", "VN");
        var board = await Make(owner, "Mine");
        var guest = await app.AddTestPerson("viewer", "VN");
        using var person = await app.BrowserOf(guest);
        using var analyst = await app.SignInAs("analyst", "VN");
        using var elsewhere = await app.SignInAs("analyst", "ID");
        async Task<string> Seen() => string.Concat(await Task.WhenAll(new[] { person, analyst, elsewhere }.Select(async b => (await b.Get($"/boards/{board}?{BoardData.March}")).StatusCode == HttpStatusCode.NotFound ? '-' : 'x')));

        Assert.Equal("---", await Seen());
        (await owner.PutAsJsonAsync($"/api/boards/{board}/audience", new ShareBoard.Request("everybody"))).EnsureSuccessStatusCode();
        Assert.Equal("xx-", await Seen());
        (await owner.PutAsJsonAsync($"/api/boards/{board}/audience", new ShareBoard.Request("analyst"))).EnsureSuccessStatusCode();
        Assert.Equal("-x-", await Seen());
        (await owner.PutAsJsonAsync($"/api/boards/{board}/audience", new ShareBoard.Request("private"))).EnsureSuccessStatusCode();
        (await owner.PostAsJsonAsync($"/api/boards/{board}/guests", new InviteToBoard.Request(guest.Email.ToUpperInvariant()))).EnsureSuccessStatusCode();
        Assert.Equal("x--", await Seen());
        // Who loses the market loses the board with it.
        await app.InDb(db => db.People.Where(p => p.Id == guest.Id).ExecuteUpdateAsync(p => p.SetProperty(x => x.MarketScope, "999")));
        Assert.Equal("---", await Seen());
        Assert.Equal("audience_unknown", await Refusal(await owner.PutAsJsonAsync($"/api/boards/{board}/audience", new ShareBoard.Request("world"))));
    }

    [Theory, Databases]
    public async Task Sharing_with_someone_who_does_not_see_the_market_is_refused(string database)
    {
        await using var app = await BoardData.Small(database);
        using var owner = await app.SignInAs("manager", "VN");
        var board = await Make(owner, "Mine");
        var stranger = await app.AddTestPerson("analyst", "ID");
        using var form = await owner.SubmitTo($"/boards/{board}?market=VN", $"/boards/{board}?market=VN", ("do", "invite"), ("email", stranger.Email));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, form.StatusCode);
        Assert.Contains($"{stranger.Name} does not see the market", WebUtility.HtmlDecode(await form.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal("board_nobody", await Refusal(await owner.PostAsJsonAsync($"/api/boards/{board}/guests", new InviteToBoard.Request("nobody@example.test"))));
        Assert.Equal(0, await app.InDb(db => db.BoardGuests.CountAsync()));
    }

    [Theory, Databases]
    public async Task Only_the_maker_changes_a_board_and_viewers_only_look(string database)
    {
        await using var app = await BoardData.Small(database);
        using var owner = await app.SignInAs("manager", "VN");
        var board = await Make(owner, "Mine");
        (await owner.PutAsJsonAsync($"/api/boards/{board}/audience", new ShareBoard.Request("everybody"))).EnsureSuccessStatusCode();
        using var other = await app.SignInAs("admin");
        Assert.Equal("board_not_yours", await Refusal(await other.PutAsJsonAsync($"/api/boards/{board}/name", new RenameBoard.Request("Theirs"))));
        using var viewer = await app.SignInAs("viewer", "VN");
        foreach (var answer in new[] { await viewer.PostAsJsonAsync("/api/boards", new CreateBoard.Request("VN", "x")), await viewer.PostAsJsonAsync("/api/boards/copies", new CopyBoard.Request("risk", "VN")), await viewer.PostAsJsonAsync("/api/boards/tiles", new SaveTile.Request("VN", board, null, "x", "m=gmv")) })
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.DoesNotContain("keep-tile", await Text(viewer, $"/explore?market=VN&{BoardData.March}&m=gmv"), StringComparison.Ordinal);
        Assert.Contains("Mine", await Text(viewer, "/boards?market=VN"), StringComparison.Ordinal);
        (await owner.PutAsJsonAsync($"/api/boards/{board}/name", new RenameBoard.Request("Ours"))).EnsureSuccessStatusCode();
        Assert.Equal("board_name_wrong", await Refusal(await owner.PutAsJsonAsync($"/api/boards/{board}/name", new RenameBoard.Request("  "))));
        Assert.Contains((await viewer.GetFromJsonAsync<List<ListBoards.Response>>("/api/boards?market=VN"))!, b => b is { Name: "Ours", Own: false });
    }

    [Theory, Databases]
    public async Task A_deleted_board_takes_its_tiles_and_leaves_a_trace(string database)
    {
        await using var app = await BoardData.Small(database);
        using var owner = await app.SignInAs("manager", "VN");
        var board = await Make(owner, "Mine");
        await Post<SaveTile.Response>(owner, "/api/boards/tiles", new SaveTile.Request("VN", board, null, "a", "m=gmv"));
        using var form = await owner.SubmitTo($"/boards/{board}?market=VN", $"/boards/{board}", ("do", "delete"));
        Assert.Equal("/boards", form.Headers.Location!.ToString());
        Assert.Equal((0, 0), (await app.InDb(db => db.TileBoards.CountAsync()), await app.InDb(db => db.Tiles.CountAsync())));
        Assert.Equal(["board.created", "board.deleted"], await app.InDb(db => db.AuditEntries.Where(e => e.Action.StartsWith("board.")).OrderBy(e => e.Id).Select(e => e.Action).ToListAsync()));
        Assert.Equal(HttpStatusCode.NotFound, (await owner.DeleteAsync(new Uri($"/api/boards/{board}", UriKind.Relative))).StatusCode);
    }

    [Theory, Databases]
    public async Task A_tile_whose_figure_is_gone_says_so_and_the_others_answer(string database)
    {
        await using var app = await BoardData.Small(database);
        using var owner = await app.SignInAs("manager", "VN");
        var board = await Make(owner, "Mine");
        foreach (var question in new[] { "m=no_such_figure", "m=gmv&by=weather", "m=gmv&creator=gone", "m=gmv&by=channel&chart=table" })
            await Post<SaveTile.Response>(owner, "/api/boards/tiles", new SaveTile.Request("VN", board, null, question, question));
        var page = await Text(owner, $"/boards/{board}?market=VN&{BoardData.March}");
        foreach (var words in new[] { "no figure with the code “no_such_figure”", "“weather”", "is called “gone”", "600\u00A0₫" }) Assert.Contains(words, page, StringComparison.Ordinal);
        foreach (var format in ExportExploration.Formats)
            Assert.Equal(HttpStatusCode.OK, (await owner.Get($"/reports/board.{format}?subject={board}&market=VN&{BoardData.March}")).StatusCode);
        Assert.Equal("metrics_missing", await Refusal(await owner.PostAsJsonAsync("/api/boards/tiles", new SaveTile.Request("VN", board, null, "x", "by=channel"))));
    }

    [Theory, Databases]
    public async Task The_boards_of_the_product_open_and_can_be_copied(string database)
    {
        await using var app = await BoardData.Small(database);
        using var browser = await app.SignInAs("manager", "VN");
        foreach (var product in ProductBoards.All)
        {
            var page = await Text(browser, $"/boards/{product.Code}?market=VN&{BoardData.March}");
            Assert.DoesNotMatch(@">\s*(explore|boards?|tile|metric|dimension)\.[a-z]\w*", page);
            Assert.DoesNotContain("This tile has no answer", page, StringComparison.Ordinal);
            var copy = await Post<CreateBoard.Response>(browser, "/api/boards/copies", new CopyBoard.Request(product.Code, "VN"));
            Assert.Equal(product.Tiles.Count, await app.InDb(db => db.Tiles.CountAsync(t => t.BoardId == copy.Id)));
        }
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get("/boards/weather?market=VN")).StatusCode);
    }

    /// <summary>Every tile of the product asks for what there is, and says the same after a round trip.</summary>
    [Fact]
    public void The_boards_of_the_product_ask_for_what_there_is()
    {
        var texts = new Showrunner.Platform.Texts();
        Assert.Equal(6, ProductBoards.All.Count);
        foreach (var tile in ProductBoards.All.SelectMany(b => b.Tiles))
        {
            Assert.All(tile.Asked.Metrics, code => Assert.NotNull(MetricDictionary.Find(code)));
            Assert.All(tile.Asked.By, code => Assert.NotNull(Showrunner.Metrics.Dimension.Find(code)));
            Assert.Equal(tile.Asked.Query, Exploration.Parse(tile.Asked.Query).Query);
            Assert.True(texts.Has(tile.NameKey), tile.NameKey);
        }
    }

    [Theory, Databases]
    public async Task A_board_is_shown_in_the_money_of_its_market(string database)
    {
        await using var app = await BoardData.Small(database);
        using var browser = await app.SignInAs("manager");
        var board = await Make(browser, "Mine");
        using var answer = await browser.Get($"/boards/{board}?market=ID&{BoardData.March}");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("market=VN", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(await app.InDb(db => db.Markets.Where(m => m.Code == "VN").Select(m => m.Id).SingleAsync()), await app.InDb(db => db.TileBoards.Select(b => b.MarketId).SingleAsync()));
    }

    private static async Task<long> Make(HttpClient browser, string name) => (await Post<CreateBoard.Response>(browser, "/api/boards", new CreateBoard.Request("VN", name))).Id;

    private static async Task<T> Post<T>(HttpClient browser, string path, object request)
    {
        using var answer = await browser.PostAsJsonAsync(path, request);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<T>())!;
    }

    private static async Task<string?> Refusal(HttpResponseMessage answer) => (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();

    private static async Task<string> Text(HttpClient browser, string path)
    {
        using var answer = await browser.Get(path);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {answer.StatusCode}");
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }
}
