using Showrunner.Data;
using Showrunner.Matching.Workbench;
using Showrunner.Platform;

namespace Showrunner.Matching.Alike;

/// <summary>Creators who sell what a creator sells and who sell like him, with what they share.</summary>
public static class FindAlikeCreators
{
    /// <param name="Id">Row number of the creator.</param>
    /// <param name="Top">How many, 1 to 200.</param>
    public sealed record Request(long Id, int Top = 10);

    /// <param name="Likeness">More than 0, at most 1.</param>
    /// <param name="Both">Products that both sell.</param>
    /// <param name="InCategory">How many of these are of the category.</param>
    /// <param name="Category">That of most of these; where they share none, one that both sell in.</param>
    public sealed record Alike(MatchedCreator Creator, double Likeness, int Both, int InCategory, string? Category);

    /// <param name="IsReady">False while it is still worked out.</param>
    public sealed record Response(string Market, MatchedCreator Creator, IReadOnlyList<Alike> Creators, bool IsReady, DateOnly Last, long Change, DateTimeOffset AsOf);

    /// <param name="patience">How long to wait for what is not worked out yet; null waits for it.</param>
    public static async Task<Response> Handle(Request request, AppDb db, KeptMarkets kept, KeptAlikes alikes, Actor actor, CancellationToken cancel, TimeSpan? patience = null)
    {
        actor.Needs(MatchingRoom.See);
        RankCreators.CheckTop(request.Top);
        var (market, learned, at) = await FindCreator.At(request.Id, db, kept, actor, cancel);
        var gone = await RankCreators.Out(market.Id, db, cancel);
        var names = await CategoryNames.In(actor.Language, db, cancel);
        var alike = patience is { } time ? await alikes.Within(time, learned, cancel) : await alikes.Of(learned, cancel);
        // Those who want nothing are no help, so more are asked for.
        var found = alike?.OfCreator(at, request.Top + gone.Count, cancel).Where(s => !gone.Contains(learned.Creators[s.Place].Id)).Take(request.Top) ?? [];
        return new Response(market.Code, learned.Creators[at], [.. found.Select(s => Tell(alike!, learned, at, s.Place, s.Score, names))], alike is not null, learned.Last, learned.Change, learned.LearnedAt);
    }

    private static Alike Tell(AlikeMarket alike, MatchedMarket learned, int one, int other, float likeness, CategoryNames names)
    {
        var (both, category, count) = alike.SharedProducts(one, other);
        return new Alike(learned.Creators[other], Math.Min(1, likeness), both, count, category is null ? null : names.Leaf(category));
    }
}
