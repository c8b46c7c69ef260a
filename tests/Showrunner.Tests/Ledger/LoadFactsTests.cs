using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Showrunner.Creators;
using Showrunner.Data;
using Showrunner.Ledger;
using Showrunner.Ledger.Columns;
using Showrunner.Ledger.Loading;
using Showrunner.Markets;
using Showrunner.Shops;

namespace Showrunner.Tests.Ledger;

public class LoadFactsTests
{
    [Theory, Databases]
    public async Task A_second_load_of_the_same_rows_changes_nothing_and_twins_stay(string database)
    {
        await using var app = await TestApp.Start(database);
        var first = await Load(app, 1, Line("A", 100), Line("A", 100), Line("B", 250));
        var second = await Load(app, 2, Line("A", 100), Line("A", 100), Line("B", 250));
        Assert.Equal((3, 0, 0), (first.Loaded, first.Unchanged, first.Restated));
        Assert.Equal((0, 3, 0), (second.Loaded, second.Unchanged, second.Restated));
        Assert.Equal((3, 450), await Sum(app, "gmv_minor"));
        await Proven(app);
    }

    [Theory, Databases]
    public async Task A_file_of_several_batches_keeps_twins_apart_and_is_compared_row_by_row(string database)
    {
        const int rows = 50_010; // ten more than one batch
        await using var app = await TestApp.Start(database);
        var lines = Enumerable.Range(0, rows).Select(i => Line(i == rows - 1 ? "0" : i.ToString(System.Globalization.CultureInfo.InvariantCulture), 10)).ToArray();
        var first = await Load(app, 1, lines);
        Assert.Equal((rows, 0, 0), (first.Loaded, first.Unchanged, first.Restated));
        lines[7].RefundMinor = lines[rows - 3].RefundMinor = 4;
        var second = await Load(app, 2, lines);
        Assert.Equal((0, rows - 2, 2), (second.Loaded, second.Unchanged, second.Restated));
        Assert.Equal((rows, 8), await Sum(app, "refund_minor"));
        await Proven(app);
    }

    [Theory, Databases]
    public async Task A_newer_file_restates_and_undoing_it_brings_the_older_figures_back(string database)
    {
        await using var app = await TestApp.Start(database);
        await Load(app, 1, Line("A", 100), Line("B", 250));
        var newer = await Load(app, 2, Line("A", 100, refund: 40), Line("C", 7));
        Assert.Equal((1, 0, 1), (newer.Loaded, newer.Unchanged, newer.Restated));
        Assert.Equal((3, 40), await Sum(app, "refund_minor"));
        Assert.Equal(1, await Count(app, "SELECT count(*) AS \"Value\" FROM order_line_history WHERE refund_minor = 0"));
        await Proven(app);

        await Undo(app, 2);
        Assert.Equal((2, 0), await Sum(app, "refund_minor"));
        Assert.Equal(0, await Count(app, "SELECT count(*) AS \"Value\" FROM order_line_history"));
        await Proven(app);
    }

    [Theory, Databases]
    public async Task Undoing_a_middle_file_keeps_what_a_later_one_restated(string database)
    {
        await using var app = await TestApp.Start(database);
        await Load(app, 1, Line("A", 100));
        await Load(app, 2, Line("A", 100, refund: 10));
        await Load(app, 3, Line("A", 100, refund: 20));
        await Undo(app, 2);
        Assert.Equal((1, 20), await Sum(app, "refund_minor"));
        await Undo(app, 3);
        Assert.Equal((1, 0), await Sum(app, "refund_minor"));
        await Undo(app, 1);
        Assert.Equal((0, 0), await Sum(app, "refund_minor"));
        await Proven(app);
    }

    [Theory, Databases]
    public async Task Files_that_know_different_things_complete_a_line_in_either_order_and_undoing_one_takes_its_part_back(string database)
    {
        await using var app = await TestApp.Start(database);
        string[] seller = ["campaign_id", "est_commission_minor"], partner = ["settled_at", "actual_commission_minor", "status"];
        OrderLineDraft Sellers(string no) { var l = Line(no, 100); l.ActualCommissionMinor = 11; l.SettledAt = new(2026, 4, 1, 0, 0, 0, TimeSpan.Zero); l.Status = LineStatus.Completed; return l; }
        OrderLineDraft Partners(string no, long commission = 22) { var l = Line(no, 100); l.EstCommissionMinor = commission; l.CampaignNo = "Spring"; l.Status = LineStatus.Unknown; return l; }
        async Task<string[]> Lines() => await app.InDb(db => db.Database.SqlQueryRaw<string>("""
            SELECT order_no || ' ' || coalesce(CAST(actual_commission_minor AS text), '-') || ' ' || coalesce(CAST(est_commission_minor AS text), '-') || ' ' || status
              || CASE WHEN settled_at IS NULL THEN ' open' ELSE ' settled' END || CASE WHEN campaign_id IS NULL THEN ' none' ELSE ' campaign' END AS "Value" FROM order_line ORDER BY order_no
            """).ToArrayAsync());
        const string done = LineStatus.Completed;

        await LoadOf(app, 1, seller, Sellers("A"));
        await LoadOf(app, 2, partner, Partners("A"), Partners("B"));
        var later = await LoadOf(app, 3, seller, Sellers("B"));
        Assert.Equal((0, 0, 1), (later.Loaded, later.Unchanged, later.Restated));
        string[] whole = [$"A 11 22 {done} settled campaign", $"B 11 22 {done} settled campaign"];
        Assert.Equal(whole, await Lines());
        await Proven(app);
        var again = await LoadOf(app, 4, partner, Partners("A"), Partners("B"));
        Assert.Equal((0, 2, 0), (again.Loaded, again.Unchanged, again.Restated));

        // A column that the file has restates to empty; undoing brings it back.
        var empty = Partners("A");
        (empty.EstCommissionMinor, empty.CampaignNo) = (null, "");
        await LoadOf(app, 5, partner, empty);
        Assert.Equal($"A 11 - {done} settled none", (await Lines())[0]);
        await Undo(app, 5);
        Assert.Equal(whole, await Lines());

        // The earlier file goes, also from under two later ones; what only it knew goes with it.
        await LoadOf(app, 6, partner, Partners("A", 33));
        await Undo(app, 1);
        Assert.Equal($"A - 33 {LineStatus.Unknown} open campaign", (await Lines())[0]);
        await Proven(app);
        await Undo(app, 6);
        Assert.Equal($"A - 22 {LineStatus.Unknown} open campaign", (await Lines())[0]);
        await Undo(app, 2);
        Assert.Equal([$"B 11 - {done} settled none"], await Lines());
        await Undo(app, 3);
        Assert.Empty(await Lines());
        Assert.Equal(0, await Count(app, "SELECT count(*) AS \"Value\" FROM order_line_history"));
        await Proven(app);
    }

    [Theory, Databases]
    public async Task People_and_things_of_a_file_become_rows_once(string database)
    {
        await using var app = await TestApp.Start(database);
        await Load(app, 1, Line("A", 100), Line("B", 250));
        await Load(app, 2, Line("C", 5));
        var names = await app.InDb(async db => (await db.Creators.Select(c => c.Handle).ToListAsync(), await db.Products.Select(p => p.Name).ToListAsync(), await db.Shops.CountAsync(), await db.Categories.CountAsync()));
        Assert.Equal(["lina"], names.Item1);
        Assert.Equal(["Fan"], names.Item2);
        Assert.Equal((1, 2), (names.Item3, names.Item4));
    }

    [Theory, Databases]
    public async Task Missing_or_behind_columns_are_made_from_the_truth(string database)
    {
        await using var app = await TestApp.Start(database);
        await Load(app, 1, Line("A", 100), Line("B", 250));
        var columns = app.Services.GetRequiredService<LedgerColumns>();
        using (var connection = columns.Connect()) connection.Execute("DELETE FROM order_line WHERE order_no = 'A'");
        var doubts = await app.InDb(db => ProveColumns.Handle(db, columns, default));
        Assert.Single(doubts);
        await app.InDb(async db => { await columns.Rebuild(db, default); return 0; });
        await Proven(app);
    }

    [Theory, Databases]
    public async Task Columns_are_kept_over_a_restart_and_made_anew_where_an_older_program_made_them(string database)
    {
        await using var app = await TestApp.Start(database);
        await Load(app, 1, Line("A", 100), Line("B", 250));
        var applied = app.Services.GetRequiredService<LedgerColumns>().Applied;
        await using var next = await app.Restart();
        using (var kept = next.Services.GetRequiredService<LedgerColumns>().Connect())
        {
            Assert.Equal(applied, next.Services.GetRequiredService<LedgerColumns>().Applied);
            kept.Execute("ALTER TABLE order_line ALTER status TYPE VARCHAR");
        }
        await using var last = await next.Restart();
        using (last.Services.GetRequiredService<LedgerColumns>().Connect()) Assert.Equal(-1, last.Services.GetRequiredService<LedgerColumns>().Applied);
        await Proven(last);
    }

    [Theory, Databases]
    public async Task A_load_that_fails_before_its_commit_leaves_no_trace(string database)
    {
        await using var app = await TestApp.Start(database);
        await Load(app, 1, Line("A", 100));
        await Assert.ThrowsAsync<IOException>(() => Load(app, 2, () => throw new IOException("disk full"), Line("B", 1), Line("A", 3)));
        Assert.Equal((1, 100), await Sum(app, "gmv_minor"));
        Assert.Equal(1, await app.InDb(db => db.LedgerChanges.CountAsync()));
        await Proven(app);
    }

    internal static OrderLineDraft Line(string order, long gmv, long refund = 0) => new()
    {
        OrderNo = order,
        SkuNo = "S",
        ProductNo = "P1",
        ProductName = "Fan",
        CreatorHandle = "lina",
        ShopNo = "shop",
        ShopName = "Shop",
        CategoryPath = "Home/Fans",
        Channel = Channel.Live,
        Status = LineStatus.Completed,
        Quantity = 1,
        GmvMinor = gmv,
        RefundMinor = refund,
        Day = new DateOnly(2026, 3, 1),
        OrderedAt = new DateTimeOffset(2026, 3, 1, 4, 0, 0, TimeSpan.Zero),
        EstCommissionMinor = gmv / 10,
    };

    internal static Task<LoadCounts> Load(TestApp app, long importId, params OrderLineDraft[] lines) => Load(app, importId, () => { }, lines);

    private static Task<LoadCounts> Load(TestApp app, long importId, Action inTruth, params OrderLineDraft[] lines) => Load(app, importId, stage =>
    {
        foreach (var line in lines) stage.Add(line);
    }, inTruth);

    private static Task<LoadCounts> LoadOf(TestApp app, long importId, string[] untold, params OrderLineDraft[] lines) => Load(app, importId, stage =>
    {
        foreach (var line in lines) stage.Add(line);
    }, null, untold);

    /// <summary>One load into Vietnam of whatever is put on the stage.</summary>
    internal static async Task<LoadCounts> Load(TestApp app, long importId, Action<Stage> fill, Action? inTruth = null, string[]? untold = null)
    {
        using var scope = app.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var load = scope.ServiceProvider.GetRequiredService<LoadFacts>();
        var market = await db.Markets.SingleAsync(m => m.Code == "VN");
        using var stage = load.OpenStage(untold);
        fill(stage);
        return await load.Handle(db, stage, new LoadOrder(importId, market.Id), _ => { inTruth?.Invoke(); return Task.CompletedTask; }, (_, _) => { }, default);
    }

    private static Task Undo(TestApp app, long importId) => app.InDb(async db =>
        await new UndoLoad(app.Services.GetRequiredService<LedgerColumns>(), TimeProvider.System).Handle(db, importId, _ => Task.CompletedTask, default));

    private static async Task<(long Rows, long Sum)> Sum(TestApp app, string column)
    {
        await app.InDb(db => app.Services.GetRequiredService<LedgerColumns>().CatchUp(db, default));
        using var connection = app.Services.GetRequiredService<LedgerColumns>().Connect();
        using var result = connection.Query($"SELECT count(*), coalesce(sum({column}), 0)::BIGINT FROM order_line");
        result.Read();
        return (result.GetInt64(0), result.GetInt64(1));
    }

    private static Task<int> Count(TestApp app, string sql) => app.InDb(db => db.Database.SqlQueryRaw<int>(sql).SingleAsync());

    private static async Task Proven(TestApp app) =>
        Assert.Empty(await app.InDb(db => ProveColumns.Handle(db, app.Services.GetRequiredService<LedgerColumns>(), default)));
}
