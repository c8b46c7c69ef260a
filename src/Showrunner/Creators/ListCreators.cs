using Showrunner.Insights;
using Showrunner.Platform;
using Showrunner.Web;

namespace Showrunner.Creators;

/// <summary>Creators of a market by what they sold in a period; those a search finds without sales stand at the end.</summary>
public static class ListCreators
{
    private const int MostIdle = 50;

    /// <param name="Q">A part of the handle or name.</param>
    /// <param name="Sort">A figure's code, with a minus for the largest first.</param>
    public sealed record Request(string? Market, DateOnly From, DateOnly To, string Compare = "previous", string? Q = null, string? Sort = null, int After = 0);
    public sealed record Person(RankRow Figures, string Name, string Category, long? Followers);
    public sealed record Response(IReadOnlyList<Person> Creators, long Known, int? Next, string Basis, IReadOnlyList<DayRange> TotalPeriods, MarketExtent Extent, long Change, DateTimeOffset AsOf);

    public static async Task<Response> Handle(Request request, BoardDesk desk, CancellationToken cancel)
    {
        var open = await desk.Open(request.Market, cancel);
        var found = await FindIds.Handle(open, "creator", request.Q, cancel);
        var ranking = await RankGroups.Handle(Ask(request, found), open, cancel);
        var rows = ranking.Rows.ToList();
        if (found is not null && ranking.Next is null)
        {
            var idle = found.Except(rows.Select(r => r.Id)).Take(MostIdle).ToList();
            if (request.After == 0) rows.AddRange(idle.Select(id => new RankRow(id, "", null, null, null, null, null, null, null)));
        }
        var people = await People(open, rows, cancel);
        var known = (long)(await open.Rows($"SELECT count(*) FROM creator WHERE market_id = {open.Id}", [], cancel))[0][0]!;
        return new Response(people, known, ranking.Next, ranking.Basis, ranking.TotalPeriods, open.Extent, open.Change, open.AsOf);
    }

    public static async Task<IResult> Export(Request request, string? format, BoardDesk desk, Say say, CancellationToken cancel)
    {
        var open = await desk.Open(request.Market, cancel);
        return await ExportRanking.Handle(Ask(request, await FindIds.Handle(open, "creator", request.Q, cancel)), open, "menu.directory", format, say, cancel);
    }

    private static RankGroups.Request Ask(Request request, IReadOnlyList<long>? only) =>
        new("creator", new DayRange(request.From, request.To), request.Compare, request.Sort, request.After) { Only = only };

    private static async Task<List<Person>> People(OpenMarket open, List<RankRow> rows, CancellationToken cancel)
    {
        if (rows.Count == 0) return [];
        var about = await open.Rows($"SELECT id, handle, name, category, followers FROM creator WHERE market_id = {open.Id} AND id IN ({string.Join(", ", rows.Select(r => r.Id))})", [], cancel);
        var byId = about.ToDictionary(r => (long)r[0]!);
        return [.. from row in rows
                   where byId.ContainsKey(row.Id)
                   let creator = byId[row.Id]
                   select new Person(row with { Name = (string)creator[1]! }, (string)creator[2]!, (string)creator[3]!, (long?)creator[4])];
    }
}
