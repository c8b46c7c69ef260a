using Microsoft.EntityFrameworkCore;
using Showrunner.Creators;
using Showrunner.Data;
using Showrunner.Platform;

namespace Showrunner.Matching.Workbench;

/// <summary>Two creators side by side for one product: what is expected of each, every reason with what it does for either, and who is ahead why.</summary>
public static class CompareCreators
{
    /// <param name="Product">Row number.</param>
    /// <param name="Creator">Row numbers of the two.</param>
    /// <param name="Margin">In percent, where nobody told what the goods cost.</param>
    public sealed record Request(long Product, long[] Creator, double? Margin = null);

    /// <param name="LeftOut">Why the product is not offered to him anyway; null where it can be.</param>
    public sealed record Side(RankCreators.Ranked Value, RankCreators.LeftOut? LeftOut);

    /// <param name="Text">Key of the sentence.</param>
    /// <param name="Values">Its figures, as of reasons.</param>
    /// <param name="Times">How many times the odds, or the amount, it makes for him.</param>
    public sealed record Effect(string Text, IReadOnlyList<object> Values, double Times);

    /// <param name="Part">accept, post or gmv.</param>
    /// <param name="Feature">What it is about; those that say the same in words are one row.</param>
    /// <param name="For">Of the two in their order.</param>
    public sealed record Row(string Part, string Feature, IReadOnlyList<Effect> For)
    {
        /// <summary>How far it sets the first ahead of the second, as a logarithm.</summary>
        internal double Ahead => Math.Log(For[0].Times / For[1].Times);
    }

    /// <param name="Ahead">Row number of who is ahead; null where both are worth the same.</param>
    /// <param name="Why">only: the other cannot be offered it; value: worth more; loss: neither is worth it, this one costs less; none: the product can be offered to neither; same.</param>
    /// <param name="ByMinor">How much more the offer is worth.</param>
    /// <param name="Part">accept, post or gmv: what decides; null where no single one does.</param>
    /// <param name="Row">The place among the rows of what decides most in it.</param>
    /// <param name="IsClear">Their values' ranges do not overlap.</param>
    public sealed record Verdict(long? Ahead, string Why, long ByMinor, string? Part, int? Row, bool IsClear);

    public sealed record Response(string Market, MatchedProduct Product, double Margin, long SampleMinor, IReadOnlyList<Side> Creators, IReadOnlyList<Row> Rows, Verdict Verdict, bool KnowsAnswers, bool KnowsSales, DateOnly Last, long Change, DateTimeOffset AsOf);

    public static async Task<Response> Handle(Request request, AppDb db, KeptMarkets kept, Actor actor, CancellationToken cancel)
    {
        actor.Needs(MatchingRoom.See);
        if (request.Creator.Distinct().Count() != 2) throw new Refused("match_compare_two");
        var terms = MatchTerms.Of(request.Margin);
        var (market, learned, at) = await FindProduct.At(request.Product, db, kept, actor, cancel);
        var people = await db.Creators.AsNoTracking().Where(c => c.MarketId == market.Id && request.Creator.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.MergedIntoId ?? c.Id, cancel);
        if (people.Count != 2) throw new Refused("not_found");
        if (people.Values.Distinct().Count() != 2) throw new Refused("match_compare_two");
        if (people.Values.Any(id => learned.CreatorAt(id) is null)) (_, learned, at) = await FindProduct.At(request.Product, db, kept, actor, cancel, atOnce: true);
        int Place(long id) => learned.CreatorAt(people[id]) ?? throw new Refused("not_found");
        return Tell(learned, at, [.. request.Creator.Distinct().Select(Place)], await RankCreators.Out(market.Id, db, cancel), terms, await CategoryNames.In(actor.Language, db, cancel));
    }

    private static Response Tell(MatchedMarket learned, int product, int[] two, HashSet<long> gone, MatchTerms terms, CategoryNames names)
    {
        var of = learned.Products[product];
        var sides = two.Select(c => new Side(RankCreators.Tell(learned, c, product, terms, names), RankCreators.Why(learned, c, product, gone, null))).ToList();
        var rows = CompareReasons.Rows(MatchReasons.All(learned, two[0], product, names), MatchReasons.All(learned, two[1], product, names));
        return new Response(learned.Rules.Code, of, of.Margin ?? terms.Margin, learned.Minor(terms.Sample(of)), sides, rows, CompareReasons.Decide(sides, rows), learned.Model.KnowsAnswers, learned.Model.KnowsSales, learned.Last, learned.Change, learned.LearnedAt);
    }
}
