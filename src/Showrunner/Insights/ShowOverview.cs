using Showrunner.Platform;

namespace Showrunner.Insights;

/// <summary>How is the market doing? Headline figures, how they went, where they come from and who sells most.</summary>
public static class ShowOverview
{
    private const int Most = 10;

    /// <param name="Market">Code, e.g. VN.</param>
    /// <param name="From">First market day.</param>
    /// <param name="To">Last market day.</param>
    /// <param name="Compare">previous, year or none.</param>
    public sealed record Request(string? Market, DateOnly From, DateOnly To, string Compare = "previous");
    public sealed record Response(Board Board, Ranking Creators, Ranking Products, Ranking Shops);

    public static async Task<Response> Handle(Request request, BoardDesk desk, CancellationToken cancel)
    {
        var open = await desk.Open(request.Market, cancel);
        var range = new DayRange(request.From, request.To);
        // Each question leaves processors idle while it is planned and finished: the others use them.
        var (creators, products, shops) = (Top("creator"), Top("product"), Top("shop"));
        var board = await ReadBoard.Handle(open, ReadBoard.OfMarket, range, request.Compare, [], cancel);
        return new Response(board, await creators, await products, await shops);

        Task<Ranking> Top(string by) => Task.Run(() => RankGroups.Handle(new(by, range, request.Compare, Take: Most) { Brief = true }, open, cancel), cancel);
    }
}
