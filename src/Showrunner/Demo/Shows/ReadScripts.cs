using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Imports;
using Showrunner.Ledger;

namespace Showrunner.Demo.Shows;

/// <summary>LIVEs of the demo market as they lie in the ledger, so that a show that is played again comes to the figures that stand there.</summary>
internal static class ReadScripts
{
    internal sealed class Told
    {
        public required string ContentNo { get; init; }
        public required string Title { get; init; }
        public long CreatorId { get; init; }
        public long? DurationSeconds { get; init; }
        public long? Views { get; init; }
        public long? PeakViewers { get; init; }
        public long? Likes { get; init; }
        public long? Comments { get; init; }
        public long? ProductClicks { get; init; }
        public long? Orders { get; init; }
        public long? Items { get; init; }
        public long? GmvMinor { get; init; }
    }

    internal sealed class Sold
    {
        public required string Product { get; init; }
        public long Times { get; init; }
    }

    private const string Columns = """
        content_no AS "ContentNo", title AS "Title", creator_id AS "CreatorId", duration_seconds AS "DurationSeconds", views AS "Views", peak_viewers AS "PeakViewers",
        likes AS "Likes", comments AS "Comments", product_clicks AS "ProductClicks", orders AS "Orders", items AS "Items", gmv_minor AS "GmvMinor"
        """;

    /// <summary>The best LIVEs that a market's demo tells.</summary>
    public static Task<List<Told>> Best(long market, int count, AppDb db, CancellationToken cancel) => db.Database.SqlQueryRaw<Told>(
        $"SELECT {Columns} FROM content_stat WHERE market_id = {{0}} AND kind = {{1}} AND import_id IN (SELECT id FROM import WHERE is_demo) AND duration_seconds >= 3000 AND orders > 0 ORDER BY gmv_minor DESC, content_no LIMIT {{2}}", market, ContentKind.Live, count).ToListAsync(cancel);

    /// <summary>One of them as events; null when it is no longer there.</summary>
    public static async Task<DemoShowScript?> Of(long marketId, long creator, string contentNo, AppDb db, CancellationToken cancel)
    {
        var told = (await db.Database.SqlQueryRaw<Told>($"SELECT {Columns} FROM content_stat WHERE market_id = {{0}} AND creator_id = {{1}} AND content_no = {{2}}", marketId, creator, contentNo).ToListAsync(cancel)).FirstOrDefault();
        var import = await db.Imports.AsNoTracking().Where(i => i.IsDemo && i.MarketId == marketId && i.State == Import.Loaded).OrderByDescending(i => i.Id).FirstOrDefaultAsync(cancel);
        if (told is null || import is null || await ShowDemoStory.DemoMarketOf(import, db, cancel) is not { } demo) return null;
        var sold = await db.Database.SqlQueryRaw<Sold>("""
            SELECT p.product_no AS "Product", count(*) AS "Times" FROM order_line l JOIN product p ON p.id = l.product_id
            WHERE l.market_id = {0} AND l.creator_id = {1} AND l.content_no = {2} GROUP BY p.product_no ORDER BY count(*) DESC, p.product_no
            """, marketId, creator, contentNo).ToListAsync(cancel);
        var minutes = demo.MinutesOf(new ContentDraft
        {
            ContentNo = told.ContentNo,
            DurationSeconds = told.DurationSeconds,
            Views = told.Views,
            PeakViewers = told.PeakViewers,
            Likes = told.Likes,
            Comments = told.Comments,
            ProductClicks = told.ProductClicks,
            Orders = told.Orders,
            Items = told.Items,
            GmvMinor = told.GmvMinor,
        }).ToList();
        return new(minutes, [.. sold.Select(s => (s.Product, s.Times))], demo.LiveComments, (int)(creator % 100_000));
    }
}
