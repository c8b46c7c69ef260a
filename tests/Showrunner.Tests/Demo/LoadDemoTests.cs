using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Showrunner.Creators;
using Showrunner.Data;
using Showrunner.Demo;
using Showrunner.Imports;
using Showrunner.Markets;
using Showrunner.Platform;
using Showrunner.Platform.Jobs;
using Showrunner.Shops;
using Showrunner.Tests.Ledger;

namespace Showrunner.Tests.Demo;

public sealed class LoadDemoTests
{
    private static readonly DemoSize Tiny = new("tiny", 60, 2_000, 60);

    [Theory, Databases]
    public async Task Loading_twice_does_nothing_and_after_removal_it_can_be_loaded_again(string database)
    {
        await using var app = await TestApp.Start(database);
        Assert.False(await app.InDb(db => HasDemo.Handle(db, default)));
        var loaded = await DemoFixture.Load(app, Tiny);
        Assert.True(loaded > 2_000);
        Assert.Equal(0, await DemoFixture.Load(app, Tiny));
        Assert.True(await app.InDb(db => HasDemo.Handle(db, default)));
        Assert.Equal(4, await app.InDb(db => db.Imports.CountAsync(i => i.IsDemo && i.RowsLoaded > 100 && i.ChangeId > 0)));
        Assert.Equal(4, await Remove(app));
        Assert.Equal(0, await Remove(app));
        Assert.Equal(loaded, await DemoFixture.Load(app, Tiny));
        await DemoFixture.Proven(app);
    }

    [Theory, Databases]
    public async Task Removal_leaves_no_demo_row_and_everything_real(string database)
    {
        await using var app = await TestApp.Start(database);
        var namesake = DemoFixture.Market("ID", size: Tiny).Story.AtRisk;
        await LoadReal(app, "R1", namesake, "P-real");
        await DemoFixture.Load(app, Tiny);
        // A real file that names a demo creator and a demo product makes them real.
        var borrowed = await app.InDb(db => db.Products.FirstAsync(p => p.IsDemo && p.ProductNo.StartsWith("19991")));
        var met = await app.InDb(db => db.Creators.FirstAsync(c => c.IsDemo && c.MarketId == borrowed.MarketId));
        await LoadReal(app, "R2", met.Handle, borrowed.ProductNo);

        await Remove(app);
        await DemoFixture.Proven(app);
        var left = await app.InDb(async db => (
            Creators: await db.Creators.OrderBy(c => c.Id).ToListAsync(), Products: await db.Products.OrderBy(p => p.Id).ToListAsync(), Shops: await db.Shops.ToListAsync(), Categories: await db.Categories.ToListAsync()));
        Assert.Equal([namesake, met.Handle], left.Creators.Select(c => c.Handle));
        Assert.Equal(["P-real", borrowed.ProductNo], left.Products.Select(p => p.ProductNo));
        Assert.DoesNotContain(left.Creators, c => c.IsDemo);
        Assert.DoesNotContain(left.Products, p => p.IsDemo);
        Assert.Null(left.Creators[0].Followers); // the demo told nothing of the real namesake
        Assert.All(left.Products, p => Assert.Contains(left.Categories, c => c.Id == p.CategoryId));
        Assert.All(left.Products, p => Assert.Contains(left.Shops, s => s.Id == p.ShopId));
        Assert.Equal(2, DemoFixture.One(app, "SELECT count(*) FROM order_line"));
        Assert.Equal(0, DemoFixture.One(app, "SELECT count(*) FROM content_stat"));
        Assert.Equal(0, DemoFixture.One(app, "SELECT count(*) FROM product_figure"));
        Assert.Equal(0, await app.InDb(db => db.Set<Showrunner.Sellers.AgencySplit>().CountAsync()));
        foreach (var (table, rows) in new[] { ("creator", left.Creators.Count), ("product", left.Products.Count), ("shop", left.Shops.Count), ("category", left.Categories.Count), ("campaign", 0) })
            Assert.Equal(rows, DemoFixture.One(app, $"SELECT count(*) FROM {table}"));
    }

    [Theory, Databases]
    public async Task The_job_loads_the_size_it_was_asked_for_once(string database)
    {
        await using var app = await TestApp.Start(database);
        var board = app.Services.GetRequiredService<JobBoard>();
        var actor = Actor.Program("test");
        var refused = await Assert.ThrowsAsync<Refused>(() => app.InDb(db =>
            QueueDemo.Handle(Tiny, db, actor with { Permissions = new HashSet<string>() }, board, TimeProvider.System, default)));
        Assert.Equal("not_allowed", refused.Code);
        var id = await app.InDb(async db =>
        {
            db.Add(new Job { Kind = LoadDemo.Kind, Subject = "gigantic", TitleKey = "demo.job" });
            return await db.SaveChangesAsync();
        });
        board.Ring();
        var job = await Over(app, id);
        Assert.Equal((Job.Failed, "demo_size_unknown"), (job.State, Sentence.Unpack(job.Problem!).Code));
        Assert.False(await app.InDb(db => HasDemo.Handle(db, default)));
    }

    [Theory, Databases]
    public async Task A_manager_sees_the_banner_and_removes_the_demo_and_a_viewer_may_not(string database)
    {
        await using var app = await TestApp.Start(database);
        using var viewer = await app.SignInAs("viewer");
        using var manager = await app.SignInAs("manager");
        using var denied = await viewer.SubmitTo("/demo", "/demo/load");
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, denied.StatusCode);
        Assert.DoesNotContain("demo-banner", await (await manager.Get("/demo?market=ID")).Content.ReadAsStringAsync());

        await DemoFixture.Load(app, DemoSize.Small with { Lines = 2_000, Creators = 60 });
        var page = await (await manager.Get("/demo?market=ID")).Content.ReadAsStringAsync();
        Assert.Contains("demo-banner", page);
        Assert.Contains("@" + DemoFixture.Market("ID", size: DemoSize.Small).Story.AtRisk, page);
        using var removed = await manager.SubmitTo("/demo?market=ID", "/demo/removal");
        Assert.Equal((System.Net.HttpStatusCode.Redirect, "/"), (removed.StatusCode, removed.Headers.Location?.ToString()));
        Assert.False(await app.InDb(db => HasDemo.Handle(db, default)));
        Assert.DoesNotContain("demo-banner", await (await manager.Get("/demo?market=ID")).Content.ReadAsStringAsync());
    }

    private static async Task<Job> Over(TestApp app, long id)
    {
        while (true)
        {
            var job = await app.InDb(db => db.Jobs.AsNoTracking().SingleAsync(j => j.Id == id));
            if (job.IsOver) return job;
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    private static async Task<int> Remove(TestApp app)
    {
        using var scope = app.Services.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<RemoveDemo>().Handle(Actor.Program("test"), default);
    }

    private static async Task LoadReal(TestApp app, string order, string handle, string productNo)
    {
        using var scope = app.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var load = scope.ServiceProvider.GetRequiredService<Showrunner.Ledger.Loading.LoadFacts>();
        var market = await db.Markets.SingleAsync(m => m.Code == "ID");
        var import = db.Add(new Import { FileName = order, MarketId = market.Id, State = Import.Loaded }).Entity;
        await db.SaveChangesAsync();
        using var stage = load.OpenStage();
        var line = LoadFactsTests.Line(order, 100);
        (line.CreatorHandle, line.ProductNo, line.ShopNo) = (handle, productNo, "");
        line.ShopName = productNo == "P-real" ? "Real shop" : "";
        if (productNo != "P-real") (line.CategoryPath, line.ProductName) = ("", "");
        stage.Add(line);
        await load.Handle(db, stage, new(import.Id, market.Id), _ => Task.CompletedTask, (_, _) => { }, default);
    }
}
