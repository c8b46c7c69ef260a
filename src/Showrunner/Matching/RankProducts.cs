using Showrunner.Data;
using Showrunner.Matching.Workbench;
using Showrunner.Platform;

namespace Showrunner.Matching;

/// <summary>The products that it is worth most to offer a creator, whose they are, and which are left out why.</summary>
public static class RankProducts
{
    /// <param name="Id">Row number of the creator.</param>
    /// <param name="Top">How many, 1 to 200.</param>
    /// <param name="Shop">Only of this shop.</param>
    /// <param name="Margin">In percent, where nobody told what the goods cost.</param>
    /// <param name="LeftOut">Lists what is left out for this reason, up to 200 of it.</param>
    public sealed record Request(long Id, int Top = 20, long? Shop = null, double? Margin = null, string? LeftOut = null);

    public sealed record Ranked(MatchedProduct Product, RankCreators.Ranked Value);

    /// <param name="Why">already_sells, waiting, declined or out.</param>
    /// <param name="Since">When it was offered.</param>
    /// <param name="GmvMinor">What he sells of it in 28 days.</param>
    public sealed record LeftOut(MatchedProduct Product, string Why, DateOnly? Since, long? GmvMinor);

    /// <param name="LeftOut">Some of each reason; all of the one that was asked for, up to 200.</param>
    public sealed record Response(string Market, MatchedCreator Creator, IReadOnlyList<Ranked> Products, IReadOnlyList<LeftOut> LeftOut, IReadOnlyDictionary<string, int> LeftOutCounts, int Considered, bool KnowsAnswers, bool KnowsSales, DateOnly Last, long Change, DateTimeOffset AsOf);

    public static async Task<Response> Handle(Request request, AppDb db, KeptMarkets kept, Actor actor, CancellationToken cancel)
    {
        actor.Needs(MatchingRoom.See);
        RankCreators.CheckTop(request.Top);
        var terms = MatchTerms.Of(request.Margin);
        var (market, learned, at) = await FindCreator.At(request.Id, db, kept, actor, cancel);
        var gone = await RankCreators.Out(market.Id, db, cancel);
        var names = await CategoryNames.In(actor.Language, db, cancel);
        var worth = new List<(int Product, double Value)>();
        var leftOut = new LeftOutList<LeftOut>(request.LeftOut, all: false);
        for (var p = 0; p < learned.Products.Count; p++)
        {
            if (request.Shop is { } shop && learned.Products[p].ShopId != shop) continue;
            if (RankCreators.Why(learned, at, p, gone, null) is { } why) leftOut.Add(why.Why, new LeftOut(learned.Products[p], why.Why, why.Since, why.GmvMinor));
            else worth.Add((p, learned.Worth(at, p, terms)));
        }
        worth.Sort((a, b) => b.Value != a.Value ? b.Value.CompareTo(a.Value) : learned.Products[a.Product].Id.CompareTo(learned.Products[b.Product].Id));
        return new Response(market.Code, learned.Creators[at], [.. worth.Take(request.Top).Select(w => new Ranked(learned.Products[w.Product], RankCreators.Tell(learned, at, w.Product, terms, names)))],
            leftOut.Shown(l => (l.GmvMinor ?? 0, l.Since ?? default, l.Product.Id)), leftOut.Counts, worth.Count, learned.Model.KnowsAnswers, learned.Model.KnowsSales, learned.Last, learned.Change, learned.LearnedAt);
    }
}
