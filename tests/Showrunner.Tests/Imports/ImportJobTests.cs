using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Showrunner.Imports;
using Showrunner.Platform.Jobs;
using static Showrunner.Tests.Imports.ImportBrowser;

namespace Showrunner.Tests.Imports;

public class ImportJobTests
{
    private const string Two = Header + "lina,1000,3\nbudi,500,2\n";

    [Theory, Databases]
    public async Task A_load_that_waits_says_so_and_can_be_cancelled(string database)
    {
        using var gate = new CancellationTokenSource();
        await using var app = await TestApp.Start(database, also: services => services.AddSingleton(new JobKind("blocker", async (_, _, _) =>
        {
            try { await Task.Delay(Timeout.Infinite, gate.Token); } catch (OperationCanceledException) { }
        })));
        await app.InDb(async db =>
        {
            db.Jobs.Add(new Job { Kind = "blocker", Subject = "1", TitleKey = "imports.job" });
            return await db.SaveChangesAsync();
        });
        app.Services.GetRequiredService<JobBoard>().Ring();
        while (await app.InDb(db => db.Jobs.AnyAsync(j => j.State == Job.Queued))) await Task.Delay(50);
        using var manager = await app.SignInAs("manager", "VN");
        var page = await manager.Receive(CreatorFile, Two);
        await manager.SubmitTo(page, page + "/load");
        Assert.Equal("waiting", (await manager.Json(page + "/progress")).GetProperty("state").GetString());
        var shown = await manager.Read(page);
        Assert.Contains("Waiting to start", shown, StringComparison.Ordinal);
        Assert.Contains("1 import running", shown, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await manager.SubmitTo("/imports", page, [("market", "VN")])).StatusCode);
        await manager.SubmitTo(page, page + "/cancellation");
        Assert.Equal("cancelled", (await manager.Json(page + "/progress")).GetProperty("state").GetString());
        Assert.Contains("The ledger is as it was", await manager.Read(page), StringComparison.Ordinal);
        await gate.CancelAsync();
        Assert.Equal(2, (await manager.Load(page)).GetProperty("loaded").GetInt64());
    }

    [Theory, Databases]
    public async Task A_running_load_stops_when_cancelled_and_leaves_nothing(string database)
    {
        await using var app = await TestApp.Start(database);
        using var manager = await app.SignInAs("manager", "VN");
        var rows = new StringBuilder(Header);
        for (var i = 0; i < 600_000; i++) rows.Append("creator").Append(i).Append(',').Append(i * 31L).Append(',').Append(i % 90).Append('\n');
        var page = await manager.Receive(CreatorFile, rows.ToString());
        await manager.SubmitTo(page, page + "/load");
        while ((await manager.Json(page + "/progress")).GetProperty("state").GetString() == "waiting") await Task.Delay(20);
        await manager.SubmitTo("/imports/mappings", page + "/cancellation");
        Assert.Equal("cancelled", (await manager.End(page)).GetProperty("state").GetString());
        Assert.Equal(0, await ImportPagesTests.Facts(app));
    }

    [Theory, Databases]
    public async Task A_load_whose_process_was_killed_is_finished_by_the_next_start(string database)
    {
        var app = await TestApp.Start(database);
        var person = await app.AddTestPerson("manager", "VN");
        using var manager = await app.BrowserOf(person);
        var page = await manager.Receive(CreatorFile, Two);
        await app.InDb(async db =>
        {
            var import = await db.Imports.SingleAsync();
            var job = new Job { Kind = LoadImport.JobKind, Subject = $"{import.Id}", TitleKey = "imports.job", CreatedAt = import.CreatedAt };
            job.Take($"{Environment.MachineName}/99999999", import.CreatedAt, TimeSpan.FromDays(1)); // a process that is no more holds the lease
            db.Jobs.Add(job);
            await db.SaveChangesAsync();
            (import.JobId, import.State) = (job.Id, Import.Loading);
            return await db.SaveChangesAsync();
        });
        var columns = Directory.CreateDirectory(Path.Combine(app.Folder, "columns")).FullName;
        await File.WriteAllTextAsync(Path.Combine(columns, StageName), "half a stage");
        Assert.Equal("running", (await manager.Json(page + "/progress")).GetProperty("state").GetString());
        await using var next = await app.Restart();
        using var after = await next.BrowserOf(person);
        Assert.Equal(("loaded", 2), ((await after.End(page)).GetProperty("state").GetString(), (await after.Json("/api" + page)).GetProperty("loaded").GetInt64()));
        Assert.Equal(4, await ImportPagesTests.Facts(next));
    }

    private const string StageName = "stage-99999999-1.duckdb";

    [Theory, Databases]
    public async Task Several_people_upload_and_load_at_once(string database)
    {
        await using var app = await TestApp.Start(database);
        var counts = await Task.WhenAll(Enumerable.Range(0, 6).Select(async n =>
        {
            using var manager = await app.SignInAs("manager", "VN");
            var page = await manager.Receive(CreatorFile, $"{Header}own{n},{n + 1},1\nshared,70,7\n");
            var done = await manager.Load(page);
            return (Loaded: done.GetProperty("loaded").GetInt64(), Unchanged: done.GetProperty("unchanged").GetInt64());
        }));
        Assert.Equal(6 + 1, counts.Sum(c => c.Loaded)); // what all of them hold was new once
        Assert.Equal(5, counts.Sum(c => c.Unchanged));
        Assert.Equal(14, await ImportPagesTests.Facts(app));
    }

    [Theory, Databases]
    public async Task The_api_takes_a_file_previews_loads_and_undoes_it(string database)
    {
        await using var app = await TestApp.Start(database);
        using var manager = await app.SignInAs("manager", "VN");
        using var form = new MultipartFormDataContent { { new StringContent("VN"), "market" }, { new StringContent(Two), "file", CreatorFile } };
        using var created = await manager.PostAsync(new Uri("/api/imports", UriKind.Relative), form);
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        var path = created.Headers.Location!.ToString();
        var preview = await manager.Json(path + "/preview");
        Assert.Equal(("creator_list", 2, 1), (preview.GetProperty("kind").GetString(), preview.GetProperty("rows").GetInt64(), preview.GetProperty("headerRow").GetInt64()));
        Assert.Equal(HttpStatusCode.Accepted, (await manager.PostAsync(new Uri(path + "/load", UriKind.Relative), null)).StatusCode);
        Assert.Equal(2, (await manager.End(path[4..])).GetProperty("loaded").GetInt64());
        Assert.Equal(HttpStatusCode.Conflict, (await manager.PostAsync(new Uri(path + "/load", UriKind.Relative), null)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await manager.PostAsync(new Uri(path + "/undoing", UriKind.Relative), null)).StatusCode);
        Assert.Equal("undone", (await manager.Json("/api/imports"))[0].GetProperty("state").GetString());
        Assert.Equal(0, await ImportPagesTests.Facts(app));
    }
}
