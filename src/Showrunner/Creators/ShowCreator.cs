using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Insights;
using Showrunner.Ledger;
using Showrunner.Metrics;
using Showrunner.Platform;

namespace Showrunner.Creators;

/// <summary>Who is this creator, what did he sell, with which products, videos and LIVEs?</summary>
public static class ShowCreator
{
    private const int Few = 10;

    public sealed record Request(long Id, DateOnly From, DateOnly To, string Compare = "previous");
    public sealed record Response(
        long Id, string Market, string Handle, string Name, string Category, long? Followers, DateOnly? FollowersDay, Board Board, Ranking Products,
        IReadOnlyList<ShowContents.Content> Contents, IReadOnlyList<ShowLines.Line> Lines, IReadOnlyList<ShowTotals.Total> Totals);

    public static async Task<Response> Handle(Request request, AppDb db, BoardDesk desk, CancellationToken cancel)
    {
        var creator = await db.Creators.AsNoTracking().FirstOrDefaultAsync(c => c.Id == request.Id, cancel) ?? throw new Refused("not_found");
        var open = await desk.Open(creator.MarketId, cancel);
        var range = new DayRange(request.From, request.To);
        MetricFilter[] his = [MetricFilter.Rows("creator", creator.Id)];
        return new Response(creator.Id, open.Market.Code, creator.Handle, creator.Name, creator.Category, creator.Followers, creator.FollowersDay,
            await ReadBoard.Handle(open, ReadBoard.OfCreator, range, request.Compare, his, cancel),
            await RankGroups.Handle(new("product", range, request.Compare, Take: Few) { Where = his }, open, cancel),
            await ShowContents.Read(open, new(null, range.From, range.To, Creator: creator.Id), 0, Few, cancel),
            await ShowLines.Read(open, LineFilter.For(range, creator: creator.Id), null, 0, Few, cancel),
            await ShowTotals.Of(open, "creator_id", creator.Id, cancel));
    }
}
