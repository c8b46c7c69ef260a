using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Showrunner.Data;
using Showrunner.Demo;
using Showrunner.Demo.Export;
using Showrunner.Imports;
using Showrunner.Ledger.Columns;
using Showrunner.Platform;
using Showrunner.Platform.Jobs;

namespace Showrunner.Tests.Demo;

public sealed class ExportDemoTests : IDisposable
{
    // Any clock that ever runs this is later: an import refuses what lies in the future.
    private static readonly DateOnly End = new(2025, 11, 21);
    private static readonly DemoSize Tiny = new("tiny", 80, 2_400, 60, 90);
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "showrunner-export-" + Guid.NewGuid().ToString("N"));

    public void Dispose()
    {
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }

    [Theory, Databases]
    public async Task Importing_the_files_brings_what_loading_brings(string database)
    {
        await using var loaded = await TestApp.Start(database);
        using (var scope = loaded.Services.CreateScope())
            await scope.ServiceProvider.GetRequiredService<LoadDemo>().Handle(LoadDemo.Request.Of(Tiny) with { End = End }, Actor.Program("test"), (_, _) => { }, default);
        await using var imported = await TestApp.Start(database);
        foreach (var file in Export()) await Import(imported, file);

        Assert.Equal(await Sums(loaded), await Sums(imported));
        Assert.Equal(12, (await Sums(imported)).Count); // lines of four countries, and two answers to offers in each
        Assert.Equal(await Goods(loaded), await Goods(imported));
        Assert.Equal(4, (await Goods(imported)).Count);
        await DemoFixture.Proven(imported);
        Assert.Equal(One(loaded, "SELECT count(*) FROM content_stat WHERE kind = 'video'"), One(imported, "SELECT count(*) FROM content_stat WHERE kind = 'video'"));
        Assert.Equal(One(loaded, "SELECT count(DISTINCT content_no) FROM content_stat WHERE kind = 'live'"), One(imported, "SELECT count(DISTINCT content_no) FROM content_stat WHERE kind = 'live'"));
        Assert.Equal(One(loaded, "SELECT sum(gmv_minor) FROM content_stat"), One(imported, "SELECT sum(gmv_minor) FROM content_stat"));
        Assert.Equal(One(loaded, "SELECT sum(gmv_minor) FROM order_line WHERE status <> 'unpaid'"), One(imported, "SELECT sum(low) FROM period_total WHERE measure = 'gmv' AND subject = 'creator'"));
        Assert.Equal(One(loaded, "SELECT sum(refund_minor) FROM order_line"), One(imported, "SELECT sum(low) FROM period_total WHERE measure = 'refunds' AND subject = 'product'"));
    }

    [Fact]
    public void Each_country_has_its_consoles_language_and_quirks()
    {
        var files = Export();
        Assert.Equal(28, files.Count);
        Assert.Equal(files.Select(f => f.Path).Order(), Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories).Order());
        Assert.StartsWith("\uFEFFOrder ID,Product ID,Product Name,SKU,", Text(files, "US", "affiliate_orders"));
        Assert.StartsWith("\uFEFFID Pesanan,ID Produk,Produk,SKU,", Text(files, "ID", "affiliate_orders"));
        Assert.StartsWith("\uFEFFID đơn hàng,ID sản phẩm,Tên sản phẩm,Sku,", Text(files, "VN", "affiliate_orders"));
        Assert.Contains("Đã quyết toán", Text(files, "VN", "affiliate_orders"));
        Assert.Contains(".000₫,", Text(files, "VN", "affiliate_orders"));
        Assert.Contains("Gross merchandise value (Video) (€)", Text(files, "DE", "Video_Details"));
        Assert.Contains(",--,", Text(files, "DE", "affiliate_orders"));
        Assert.Matches(@"[^,]+\t,1999", Text(files, "US", "affiliate_orders"));
        Assert.Contains(",Rp", Text(files, "ID", "Creator_List"));
        Assert.StartsWith("\uFEFFID Produk,Nama Produk,Harga Pokok,Berlaku Sejak,", Text(files, "ID", "goods_"));
    }

    [Fact]
    public void The_same_seed_writes_the_same_files()
    {
        var first = Export().ToDictionary(f => Path.GetRelativePath(_folder, f.Path), f => File.ReadAllText(f.Path));
        Directory.Delete(_folder, recursive: true);
        Assert.All(Export(), f => Assert.Equal(first[Path.GetRelativePath(_folder, f.Path)], File.ReadAllText(f.Path)));
        Directory.Delete(_folder, recursive: true);
        Assert.NotEqual(first.Values.Max(), Export(seed: 8).Select(f => File.ReadAllText(f.Path)).Max());
    }

    [Fact]
    public void A_folder_with_something_in_it_is_refused_and_left_alone()
    {
        Directory.CreateDirectory(_folder);
        File.WriteAllText(Path.Combine(_folder, "mine.txt"), "mine");
        Assert.Equal("demo_folder_not_empty", Assert.Throws<Refused>(() => Export()).Code);
        Assert.Equal("mine", File.ReadAllText(Assert.Single(Directory.EnumerateFileSystemEntries(_folder))));
    }

    [Fact]
    public void What_was_cancelled_leaves_nothing_behind()
    {
        using var stop = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() =>
            ExportDemo.Handle(new(Tiny with { Lines = 60_000 }, _folder, End: End), TimeProvider.System, (_, _) => stop.Cancel(), stop.Token));
        Assert.False(Directory.Exists(_folder));
        Directory.CreateDirectory(_folder);
        Assert.Throws<OperationCanceledException>(() => ExportDemo.Handle(new(Tiny, _folder, End: End) { Truth = Path.Combine(_folder, "..", Path.GetFileName(_folder) + ".truth") }, TimeProvider.System, (_, _) => { }, stop.Token));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder));
    }

    [Fact]
    public void Large_ones_are_packed_and_read_all_the_same()
    {
        var file = Path.Combine(Directory.CreateDirectory(_folder).FullName, "packed.csv.gz");
        using (var packed = new DelimitedFile(file, isPacked: true)) packed.Row(["one", "two, \"three\"", "four\nfive"]);
        using var unpacked = new System.IO.Compression.GZipStream(File.OpenRead(file), System.IO.Compression.CompressionMode.Decompress);
        Assert.Equal("one,\"two, \"\"three\"\"\",\"four\nfive\"\r\n", new StreamReader(unpacked, Encoding.UTF8).ReadToEnd());
    }

    private IReadOnlyList<ExportDemo.Written> Export(int seed = DemoMarket.DefaultSeed) =>
        ExportDemo.Handle(new(Tiny, _folder, seed, End: End), TimeProvider.System, (_, _) => { }, TestContext.Current.CancellationToken);

    private static string Text(IReadOnlyList<ExportDemo.Written> files, string market, string name) =>
        Encoding.UTF8.GetString(File.ReadAllBytes(files.Single(f => f.Market == market && Path.GetFileName(f.Path).Contains(name, StringComparison.Ordinal)).Path));

    private static long One(TestApp app, string sql) => DemoFixture.One(app, $"SELECT CAST(({sql}) AS BIGINT)");

    private static async Task<List<string>> Sums(TestApp app)
    {
        var markets = await app.InDb(db => db.Set<Showrunner.Markets.Market>().ToDictionaryAsync(m => m.Id, m => m.Code));
        using var connection = app.Services.GetRequiredService<LedgerColumns>().Connect();
        using var rows = connection.Query("""
            SELECT market_id, string_agg(CAST(n AS VARCHAR), ' ' ORDER BY status, channel) FROM (
              SELECT market_id, status, channel, concat_ws('/', status, channel, count(*), count(DISTINCT order_key), sum(gmv_minor), sum(quantity), sum(refund_minor), sum(returned_quantity),
                sum(est_commission_minor), sum(actual_commission_minor), sum(actual_ads_commission_minor), sum(actual_bonus_minor), min(day), max(day), count(DISTINCT product_id), count(DISTINCT creator_id), count(settled_at)) AS n
              FROM order_line GROUP BY market_id, status, channel) GROUP BY market_id ORDER BY market_id
            """);
        var sums = new List<string>();
        while (rows.Read()) sums.Add(markets[rows.GetInt64(0)] + " " + rows.GetText(1));
        using var offers = connection.Query("SELECT market_id, concat_ws('/', answer, count(*), min(day), max(day), max(answered_day), count(sample_day), count(posted_day), max(posted_day)) FROM offer GROUP BY market_id, answer ORDER BY market_id, answer");
        while (offers.Read()) sums.Add(markets[offers.GetInt64(0)] + " " + offers.GetText(1));
        return sums;
    }

    /// <summary>Costs, stock, prices and ratings by country, and the margin they make.</summary>
    private static async Task<List<string>> Goods(TestApp app)
    {
        var goods = new List<string>();
        foreach (var market in await app.InDb(db => db.Set<Showrunner.Markets.Market>().ToListAsync()))
        {
            using var connection = app.Services.GetRequiredService<LedgerColumns>().Connect();
            using var rows = connection.Query($"""
                SELECT string_agg(concat_ws('/', measure, n, v, a, z, p), ' ' ORDER BY measure) FROM (SELECT measure, count(*) AS n, sum(value) AS v, min(day) AS a, max(day) AS z, count(DISTINCT product_id) AS p
                  FROM product_figure WHERE market_id = {market.Id} GROUP BY measure)
                """);
            if (!rows.Read() || rows.IsNull(0)) continue;
            var table = await DemoFixture.Ask(app, market.Code, query => query, new DayRange(End.AddDays(-89), End), "cogs", "gross_margin", "cost_coverage", "stock", "product_rating", "days_of_cover");
            Assert.InRange(table["cost_coverage"]!.Value, 0.6m, 1); // some sellers keep costs to themselves
            goods.Add($"{market.Code} {rows.GetText(0)} {string.Join(' ', table.Rows[0].Values)}");
        }
        return goods;
    }

    private static async Task Import(TestApp app, ExportDemo.Written file)
    {
        using var scope = app.Services.CreateScope();
        var (db, place, actor) = (scope.ServiceProvider.GetRequiredService<AppDb>(), scope.ServiceProvider.GetRequiredService<DataPlace>(), Actor.Program("test"));
        await using var content = File.OpenRead(file.Path);
        var import = await ReceiveFile.Handle(content, file.Path, new ReceiveFile.Wish(file.Market), db, place, actor, TimeProvider.System, default);
        await LoadImport.Ask(import.Id, db, app.Services.GetRequiredService<JobBoard>(), actor, TimeProvider.System, default);
        while (!(await app.InDb(fresh => fresh.Jobs.AsNoTracking().SingleAsync(j => j.Id == import.JobId))).IsOver) await Task.Delay(20, TestContext.Current.CancellationToken);
        var done = await app.InDb(fresh => fresh.Imports.AsNoTracking().SingleAsync(i => i.Id == import.Id));
        Assert.True(done.State == Showrunner.Imports.Import.Loaded, $"{file.Path}: {done.State} {done.Problem}");
        Assert.True(done.Rejected == 0, string.Create(CultureInfo.InvariantCulture, $"{file.Path}: {done.Rejected} of {done.RowsRead} rows rejected, see {done.ErrorPath}"));
    }
}
