using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Showrunner.Imports;
using static Showrunner.Tests.Imports.ImportBrowser;

namespace Showrunner.Tests.Imports;

public class ImportPagesTests
{
    private const string Two = Header + "lina,1000,3\nbudi,500,2\n";

    [Theory, Databases]
    public async Task A_manager_uploads_looks_and_loads_and_the_same_file_again_changes_nothing(string database)
    {
        await using var app = await TestApp.Start(database);
        using var manager = await app.SignInAs("manager", "VN");
        var page = await manager.Receive(CreatorFile, Two);
        var preview = await manager.Read(page);
        Assert.Contains("Import 2 rows", preview, StringComparison.Ordinal);
        Assert.Contains("Creators with totals", preview, StringComparison.Ordinal);
        Assert.Contains("1 Jan – 30 Apr 2025", preview, StringComparison.Ordinal);
        Assert.Equal(0, await Facts(app));

        var first = await manager.Load(page);
        Assert.Equal(("loaded", 2, 0), (first.GetProperty("state").GetString(), first.GetProperty("loaded").GetInt64(), first.GetProperty("rejected").GetInt64()));
        Assert.Equal(4, await Facts(app));
        Assert.Contains("2 rows read: 2 new", await manager.Read(page), StringComparison.Ordinal);

        var again = await manager.Load(await manager.Receive("again-" + CreatorFile, Two));
        Assert.Equal((0, 2), (again.GetProperty("loaded").GetInt64(), again.GetProperty("unchanged").GetInt64()));
        Assert.Equal(4, await Facts(app));
        Assert.Contains("again-" + CreatorFile, await manager.Read(page), StringComparison.Ordinal); // the undo panel names who leaned on this file
        Assert.Contains(CreatorFile, await manager.Read("/imports"), StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task Whoever_may_not_load_is_turned_away_and_foreign_markets_do_not_exist(string database)
    {
        await using var app = await TestApp.Start(database);
        using var manager = await app.SignInAs("manager", "VN");
        using var viewer = await app.SignInAs("viewer", "VN");
        using var elsewhere = await app.SignInAs("manager", "ID");
        var page = await manager.Receive(CreatorFile, Two);
        foreach (var path in (string[])["/imports", page, page + "/progress", page + "/rejected.csv", "/imports/mappings", "/api/imports", "/api" + page])
        {
            using var turned = await viewer.Get(path);
            Assert.Equal(HttpStatusCode.Forbidden, turned.StatusCode);
            if (!path.StartsWith("/api", StringComparison.Ordinal)) Assert.Contains("class=\"frame\"", await turned.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
        foreach (var path in (string[])[page, page + "/progress", page + "/rejected.csv", "/api" + page, $"/api{page}/preview"])
            Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.Get(path)).StatusCode);
        foreach (var verb in (string[])["load", "cancellation", "undoing"])
            Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.SubmitTo("/imports", $"{page}/{verb}")).StatusCode);
        Assert.DoesNotContain(CreatorFile, await elsewhere.Read("/imports"), StringComparison.Ordinal);
        using var refused = await elsewhere.Upload(CreatorFile, Two, [("market", "VN")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        using var bare = await manager.PostAsync(new Uri("/imports", UriKind.Relative), new MultipartFormDataContent { { new ByteArrayContent([1]), "files", "x.csv" } });
        Assert.Equal(HttpStatusCode.BadRequest, bare.StatusCode); // without the page's token
        Assert.Equal(1, await app.InDb(db => db.Imports.CountAsync()));
    }

    [Theory, Databases]
    public async Task Rejected_rows_come_back_as_they_stood_with_the_reason_and_run_no_formula(string database)
    {
        await using var app = await TestApp.Start(database);
        using var manager = await app.SignInAs("manager", "VN");
        var page = await manager.Receive(CreatorFile, Header + "lina,1000,3\n=HYPERLINK(1),abc,2\nsari,\"7\"\"x\",1\n");
        var preview = await manager.Read(page);
        Assert.Contains("3 rows, 2 would be rejected", preview, StringComparison.Ordinal);
        Assert.Contains("Import 1 row", preview, StringComparison.Ordinal);
        Assert.Contains("“abc” in Affiliate GMV is not a number", preview, StringComparison.Ordinal);
        var done = await manager.Load(page);
        Assert.Equal((1, 2), (done.GetProperty("loaded").GetInt64(), done.GetProperty("rejected").GetInt64()));
        using var file = await manager.Get(page + "/rejected.csv");
        Assert.Equal("Creator_List_20250101-20250430.rejected.csv", file.Content.Headers.ContentDisposition!.FileName);
        var lines = (await file.Content.ReadAsStringAsync()).TrimStart('\uFEFF').Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("Creator username,Affiliate GMV,Items sold,Row,Reason", lines[0]);
        Assert.StartsWith("'=HYPERLINK(1),abc,2,3,", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("sari,\"7\"\"x\",1,4,", lines[2], StringComparison.Ordinal);
        Assert.Contains("is not a number", lines[1], StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task Undo_takes_the_file_out_and_it_can_be_loaded_again(string database)
    {
        await using var app = await TestApp.Start(database);
        using var manager = await app.SignInAs("manager", "VN");
        var page = await manager.Receive(CreatorFile, Two);
        await manager.Load(page);
        using var undone = await manager.SubmitTo(page, page + "/undoing");
        Assert.Equal(HttpStatusCode.Redirect, undone.StatusCode);
        Assert.Equal(0, await Facts(app));
        Assert.Equal("undone", (await manager.Json("/api" + page)).GetProperty("state").GetString());
        Assert.Equal(2, (await manager.Load(page)).GetProperty("loaded").GetInt64());
        Assert.Equal(4, await Facts(app));
    }

    [Theory, Databases]
    public async Task A_file_that_cannot_be_read_says_why_and_harms_nothing(string database)
    {
        await using var app = await TestApp.Start(database);
        using var manager = await app.SignInAs("manager", "VN");
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) await gzip.WriteAsync(Encoding.UTF8.GetBytes(Two + string.Concat(Enumerable.Range(0, 3000).Select(i => $"c{i},{i * 7919},1\n"))));
        using var cut = await manager.Upload(CreatorFile + ".gz", packed.ToArray()[..^200]);
        Assert.Contains("the archive is damaged or cut short", await manager.Read(cut.Headers.Location!.ToString()), StringComparison.Ordinal);
        var unknown = await manager.Receive("notes.csv", "apples,pears\n1,2\n");
        Assert.Contains("is of no kind we know. Its headers are: apples, pears", await manager.Read(unknown), StringComparison.Ordinal);
        Assert.Contains("is empty", await manager.Read(await manager.Receive("empty.csv", "")), StringComparison.Ordinal);
        var failed = await manager.Load(unknown);
        Assert.Equal(("failed", "kind_unknown"), (failed.GetProperty("state").GetString(), failed.GetProperty("problemCode").GetString()));
        Assert.Contains("is of no kind we know", await manager.Read(unknown), StringComparison.Ordinal);
        Assert.Equal(0, await Facts(app));
        Assert.Equal("ok", await manager.Read("/health"));
    }

    [Theory, Databases]
    public async Task A_missing_period_is_asked_for_and_given_on_the_spot(string database)
    {
        await using var app = await TestApp.Start(database);
        using var manager = await app.SignInAs("manager", "VN");
        var page = await manager.Receive("creators.csv", Two);
        Assert.Contains("Give the first and the last day", await manager.Read(page), StringComparison.Ordinal);
        using var half = await manager.Submit(page, ("market", "VN"), ("from", "2025-01-01"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, half.StatusCode);
        Assert.Contains("Give both days", await half.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var given = await manager.Submit(page, ("market", "VN"), ("from", "2025-01-01"), ("to", "2025-04-30"));
        Assert.Equal(HttpStatusCode.Redirect, given.StatusCode);
        Assert.Contains("Import 2 rows", await manager.Read(page), StringComparison.Ordinal);
        Assert.Equal(2, (await manager.Load(page)).GetProperty("loaded").GetInt64());
    }

    [Theory, Databases]
    public async Task A_mapping_is_saved_used_and_removed(string database)
    {
        await using var app = await TestApp.Start(database);
        using var manager = await app.SignInAs("manager", "VN");
        using var wrong = await manager.Submit("/imports/mappings", [("yaml", "name: x\nkind: order_lines\nnonsense: 1\n")]);
        Assert.Contains("there is no key “nonsense”", WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        using var saved = await manager.Submit("/imports/mappings", [("yaml", "name: Own shop\nkind: order_lines\ncurrency: VND\ncolumns:\n  order_no: No\n  quantity: Qty\n  price: Price\n  ordered_at: When\n")]);
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var page = await manager.Receive("own.csv", "No,Qty,Price,When\n1,2,5000,2026-03-01 10:00:00\n", [("mapping", "Own shop")]);
        Assert.Contains("Own shop", await manager.Read(page), StringComparison.Ordinal);
        var done = await manager.Load(page);
        Assert.Equal((1, "2026-03-01"), (done.GetProperty("loaded").GetInt64(), done.GetProperty("from").GetString()));
        using var gone = await manager.Submit("/imports/mappings", ("do", "delete"), ("id", "1"));
        Assert.DoesNotContain("Own shop", await manager.Read("/imports/mappings"), StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task A_discarded_file_is_gone_and_a_loaded_one_stays(string database)
    {
        await using var app = await TestApp.Start(database);
        using var manager = await app.SignInAs("manager", "VN");
        var page = await manager.Receive(CreatorFile, Two);
        Assert.Single(Directory.GetFiles(Path.Combine(app.Folder, "uploads")));
        await manager.Submit(page, [("do", "discard")]);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.Get(page)).StatusCode);
        Assert.Empty(Directory.GetFiles(Path.Combine(app.Folder, "uploads")));
        var loaded = await manager.Receive(CreatorFile, Two);
        await manager.Load(loaded);
        Assert.Equal(HttpStatusCode.Conflict, (await manager.SubmitTo("/imports", loaded, [("do", "discard")])).StatusCode);
        Assert.Equal(4, await Facts(app));
    }

    internal static Task<long> Facts(TestApp app) => app.InDb(db => db.Database.SqlQueryRaw<long>("SELECT count(*) AS \"Value\" FROM period_total").SingleAsync());
}
