using Showrunner.Insights;

namespace Showrunner.Creators.Past;

/// <summary>Everything that rooms know to have happened with a creator, newest first.</summary>
public static class ReadTimeline
{
    public const int PageSize = 20;

    /// <param name="Id">The creator.</param>
    /// <param name="Before">Where the page before ended.</param>
    public sealed record Request(long Id, DateTimeOffset? Before = null);
    public sealed record Response(IReadOnlyList<Happening> Happenings, DateTimeOffset? Next);

    public static async Task<Response> Handle(Request request, Data.AppDb db, BoardDesk desk, IEnumerable<ITimelineSource> sources, CancellationToken cancel)
    {
        var creator = await ShowCreator.Find(request.Id, db, cancel);
        var open = await desk.Open(creator.MarketId, cancel);
        return await Read(open, request with { Id = creator.Id }, await ShowCreator.Handles(creator.Id, db, cancel), sources, cancel);
    }

    internal static async Task<Response> Read(OpenMarket open, Request request, IReadOnlyList<long> handles, IEnumerable<ITimelineSource> sources, CancellationToken cancel)
    {
        var all = new List<Happening>();
        // One more tells whether a page follows.
        foreach (var source in sources) all.AddRange(await source.Read(new TimelineQuestion(open, request.Id, handles, request.Before, PageSize + 1), cancel));
        var ordered = all.OrderByDescending(h => h.At).ThenBy(h => h.Text, StringComparer.Ordinal).ToList();
        if (ordered.Count <= PageSize) return new Response(ordered, null);
        // What happened at the same moment stays on one page, for the next begins before it.
        var last = ordered[PageSize - 1].At;
        List<Happening> page = [.. ordered.TakeWhile(h => h.At >= last)];
        return new Response(page, ordered.Count > page.Count ? last : null);
    }
}
