using Showrunner.Insights;
using Showrunner.Platform;
using Showrunner.Web;

namespace Showrunner.Sellers;

/// <summary>Shops of a market by what they sold in a period.</summary>
public static class ListShops
{
    /// <param name="Q">A part of the name.</param>
    /// <param name="Sort">A figure's code, with a minus for the largest first.</param>
    public sealed record Request(string? Market, DateOnly From, DateOnly To, string Compare = "previous", string? Q = null, string? Sort = null, int After = 0);
    public sealed record Response(IReadOnlyList<RankRow> Shops, long Known, int? Next, string Basis, IReadOnlyList<DayRange> TotalPeriods, MarketExtent Extent, long Change, DateTimeOffset AsOf);

    public static async Task<Response> Handle(Request request, BoardDesk desk, CancellationToken cancel)
    {
        var open = await desk.Open(request.Market, cancel);
        var ranking = await RankGroups.Handle(await Ask(request, open, cancel), open, cancel);
        var known = (long)(await open.Rows($"SELECT count(*) FROM shop WHERE market_id = {open.Id}", [], cancel))[0][0]!;
        return new Response(ranking.Rows, known, ranking.Next, ranking.Basis, ranking.TotalPeriods, open.Extent, open.Change, open.AsOf);
    }

    public static async Task<IResult> Export(Request request, string? format, BoardDesk desk, Say say, CancellationToken cancel)
    {
        var open = await desk.Open(request.Market, cancel);
        return await ExportRanking.Handle(await Ask(request, open, cancel), open, "menu.shops", format, say, cancel);
    }

    private static async Task<RankGroups.Request> Ask(Request request, OpenMarket open, CancellationToken cancel) =>
        new("shop", new DayRange(request.From, request.To), request.Compare, request.Sort, request.After) { Only = await FindIds.Handle(open, "shop", request.Q, cancel) };
}
