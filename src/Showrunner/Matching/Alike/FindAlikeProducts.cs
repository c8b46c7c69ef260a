using Showrunner.Data;
using Showrunner.Matching.Workbench;
using Showrunner.Platform;

namespace Showrunner.Matching.Alike;

/// <summary>Products that are sold by whom a product is sold by, with what they share.</summary>
public static class FindAlikeProducts
{
    /// <param name="Id">Row number of the product.</param>
    /// <param name="Top">How many, 1 to 200.</param>
    public sealed record Request(long Id, int Top = 10);

    /// <param name="Likeness">More than 0, at most 1.</param>
    /// <param name="Both">Creators who sell both.</param>
    /// <param name="Category">That of both; null where they are not of the same.</param>
    public sealed record Alike(MatchedProduct Product, double Likeness, int Both, string? Category);

    /// <param name="IsReady">False while it is still worked out.</param>
    public sealed record Response(string Market, MatchedProduct Product, IReadOnlyList<Alike> Products, bool IsReady, DateOnly Last, long Change, DateTimeOffset AsOf);

    /// <param name="patience">How long to wait for what is not worked out yet; null waits for it.</param>
    public static async Task<Response> Handle(Request request, AppDb db, KeptMarkets kept, KeptAlikes alikes, Actor actor, CancellationToken cancel, TimeSpan? patience = null)
    {
        actor.Needs(MatchingRoom.See);
        RankCreators.CheckTop(request.Top);
        var (market, learned, at) = await FindProduct.At(request.Id, db, kept, actor, cancel);
        var names = await CategoryNames.In(actor.Language, db, cancel);
        var alike = patience is { } time ? await alikes.Within(time, learned, cancel) : await alikes.Of(learned, cancel);
        var own = learned.Products[at];
        return new Response(market.Code, own, [.. (alike?.OfProduct(at, request.Top, cancel) ?? []).Select(s => new Alike(learned.Products[s.Place], Math.Min(1, s.Score), alike!.SharedCreators(at, s.Place),
            own.Category.Length > 0 && learned.Products[s.Place].Category == own.Category ? names.Leaf(own.Category) : null))], alike is not null, learned.Last, learned.Change, learned.LearnedAt);
    }
}
