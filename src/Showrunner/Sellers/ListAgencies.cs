using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Insights;
using Showrunner.Metrics;
using Showrunner.Platform;

namespace Showrunner.Sellers;

/// <summary>The agencies of a market: who is bound to them, what those sold, and what the agencies keep of it.</summary>
public static class ListAgencies
{
    private const int Most = 500;

    /// <param name="Sort">gmv, est_earnings, creators or name, with a minus for the largest first.</param>
    public sealed record Request(string? Market, DateOnly From, DateOnly To, string Compare = "previous", string? Sort = null);
    /// <param name="Creators">Bound today, with sales or without.</param>
    /// <param name="AgencyPpm">What it keeps on the period's last day, in millionths; null is unknown.</param>
    public sealed record Item(long Id, string AgencyNo, string Name, long Creators, decimal? ActiveCreators, decimal? Gmv, decimal? GmvBefore, decimal? EstEarnings, decimal? SettledEarnings, long? AgencyPpm, long? EstShareMinor, long? SettledShareMinor);
    public sealed record Response(IReadOnlyList<Item> Agencies, MarketExtent Extent, long Change, DateTimeOffset AsOf);

    public static async Task<Response> Handle(Request request, AppDb db, BoardDesk desk, CancellationToken cancel)
    {
        var open = await desk.Open(request.Market, cancel);
        var range = new DayRange(request.From, request.To);
        var agencies = await db.Agencies.AsNoTracking().Where(a => a.MarketId == open.Id).OrderBy(a => a.Name).Take(Most).ToListAsync(cancel);
        var ids = agencies.Select(a => a.Id).ToList();
        var bound = (await open.Rows($"SELECT agency_id, count(*) FROM creator WHERE market_id = {open.Id} AND agency_id <> 0 AND merged_into_id IS NULL GROUP BY agency_id", [], cancel)).ToDictionary(r => (long)r[0]!, r => (long)r[1]!);
        var table = await open.Ask(new MetricQuery(open.Rules, ["gmv", "active_creators", "est_earnings", "settled_earnings"], range)
        {
            By = ["agency"],
            Where = [MetricFilter.Rows("agency", ids)],
            Compare = request.Compare,
            Basis = Family.Lines,
        }, cancel);
        var rows = table.Rows.ToDictionary(r => long.Parse(r.Keys[0], CultureInfo.InvariantCulture));
        var (terms, shares) = (await ReadSplits.Terms(db, ids, cancel), await ReadSplits.Handle(open, db, ids, range, cancel));
        var fair = ReadBoard.IsFair(Family.Lines, table.Compared, open.Extent);
        return new Response(Sorted(agencies.Select(a =>
        {
            var (row, share) = (rows.GetValueOrDefault(a.Id), shares.GetValueOrDefault(a.Id));
            return new Item(a.Id, a.AgencyNo, a.Name, bound.GetValueOrDefault(a.Id), row?.Values[1], row?.Values[0], fair ? row?.Before[0] : null, row?.Values[2], row?.Values[3],
                terms[a.Id].On(range.To), share?.EstMinor, share?.SettledMinor);
        }), request.Sort), open.Extent, open.Change, open.AsOf);
    }

    private static List<Item> Sorted(IEnumerable<Item> items, string? sort) => [.. (sort ?? "-gmv") switch
    {
        "gmv" => items.OrderBy(i => i.Gmv ?? 0),
        "creators" => items.OrderBy(i => i.Creators),
        "-creators" => items.OrderByDescending(i => i.Creators),
        "est_earnings" => items.OrderBy(i => i.EstEarnings ?? 0),
        "-est_earnings" => items.OrderByDescending(i => i.EstEarnings ?? 0),
        "name" => items.OrderBy(i => i.Name, StringComparer.CurrentCultureIgnoreCase),
        "-name" => items.OrderByDescending(i => i.Name, StringComparer.CurrentCultureIgnoreCase),
        _ => items.OrderByDescending(i => i.Gmv ?? 0).ThenBy(i => i.Name, StringComparer.Ordinal),
    }];
}
