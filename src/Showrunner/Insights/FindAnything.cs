using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Metrics.Dictionary;
using Showrunner.Platform;
using Showrunner.Reports.Readings;
using Showrunner.Web;

namespace Showrunner.Insights;

/// <summary>People, shops, products, campaigns, pages and figures by a part of their name.</summary>
public static class FindAnything
{
    private const int Most = 8;

    public sealed record Request(string? Market, string? Q);
    /// <summary>Note says more about it: a name beside a handle, a number beside a name.</summary>
    public sealed record Found(string Name, string? Note, string Path);
    public sealed record Response(IReadOnlyList<Found> Creators, IReadOnlyList<Found> Products, IReadOnlyList<Found> Shops, IReadOnlyList<Found> Campaigns, IReadOnlyList<Found> Pages, IReadOnlyList<Found> Figures)
    {
        public int Count => Creators.Count + Products.Count + Shops.Count + Campaigns.Count + Pages.Count + Figures.Count;
    }

    public static async Task<Response> Handle(Request request, BoardDesk desk, Menu menu, Say say, AppDb db, Actor actor, CancellationToken cancel)
    {
        var wanted = (request.Q ?? "").Trim().TrimStart('@');
        if (wanted.Length == 0) return new Response([], [], [], [], [], []);
        var open = await desk.Open(request.Market, cancel);
        var pages = menu.Main.Concat(menu.Below).SelectMany(g => g.Entries).Where(e => Has(say[e.TextKey])).Select(e => new Found(say[e.TextKey], null, e.Path));
        var figures = MetricDictionary.All.Where(m => Has(say["metric." + m.Code]) || Has(m.Code)).Select(m => new Found(say["metric." + m.Code], null, "/metrics/" + m.Code));
        return new Response(
            await Rows("(SELECT * FROM creator WHERE merged_into_id IS NULL)", "'@' || handle", "name", "handle || ' ' || also", "followers DESC NULLS LAST", "/creators/"),
            await Rows("product", "CASE WHEN name <> '' THEN name ELSE product_no END", "product_no", "name", "name", "/products/"),
            await Rows("shop", "name", "''", "shop_no", "name", "/shops/"),
            await Rows("campaign", "name", "campaign_no", "name", "name", "/campaigns/"),
            [.. pages.DistinctBy(p => p.Path).Take(Most)], [.. await Reading(wanted, say, db, actor, cancel), .. figures.Take(Most)]);

        bool Has(string text) => text.Contains(wanted, StringComparison.CurrentCultureIgnoreCase);

        async Task<List<Found>> Rows(string table, string name, string note, string also, string order, string path)
        {
            var rows = await open.Rows($"""
                SELECT id, {name}, {note} FROM {table}
                WHERE market_id = {open.Id} AND (contains(lower({name}), lower($1)) OR contains(lower({note}), lower($1)) OR contains(lower({also}), lower($1)))
                ORDER BY NOT starts_with(lower({also}), lower($1)), {order}, id LIMIT {Most}
                """, [wanted], cancel);
            return [.. rows.Select(r => new Found((string)r[1]!, (string?)r[2] is { Length: > 0 } more && more != (string)r[1]! ? more : null, path + r[0]))];
        }
    }

    /// <summary>A figure by the code that stands beside it in reports.</summary>
    private static async Task<IReadOnlyList<Found>> Reading(string wanted, Say say, AppDb db, Actor actor, CancellationToken cancel)
    {
        var code = FigureReading.Read(wanted);
        var found = code is null ? null : await db.FigureReadings.AsNoTracking().FirstOrDefaultAsync(r => r.Code == code, cancel);
        return found is null || !actor.SeesMarket(found.MarketId) ? [] : [new Found(say["metric." + found.Metric], $"{found.Shown} · {found.SubjectName}".TrimEnd(' ', '·'), "/figures/" + found.Code)];
    }
}
