using Showrunner.Engine.Matching.Outcomes;
using Showrunner.Engine.Matching.Values;

namespace Showrunner.Matching;

/// <summary>A part of a score in words, with what it does to it.</summary>
/// <param name="Text">Key of the sentence.</param>
/// <param name="Values">Its figures: money in minor units, shares from 0 to 1, counts.</param>
/// <param name="Part">accept, post or gmv: what it is a reason for.</param>
/// <param name="Times">How many times the odds, or the amount, it makes: 1 is nothing.</param>
/// <param name="Feature">What of the model it is: category, audience and so on.</param>
public sealed record MatchReason(string Text, IReadOnlyList<object> Values, string Part, double Times, string Feature = "");

/// <summary>The parts of a score as sentences. They are the score's own: what is not a part of it is no reason.</summary>
internal static class MatchReasons
{
    private const double LeastTold = 0.07;
    private static readonly HashSet<string> Known = [PairRow.Narrow, PairRow.PriceFit, PairRow.PerProduct, PairRow.Pull, PairRow.Commission, PairRow.Rating, PairRow.Audience, PairRow.Taking, PairRow.Shop, PairRow.Reliability, PairRow.Taken, PairRow.Wide, PairRow.Products, PairRow.Followers, PairRow.Own, PairRow.TakingHere, PairRow.Price, PairRow.Offered, PairRow.Worth, PairRow.Words, PairRow.Course, PairRow.ProductCourse, PairRow.Posting];

    /// <summary>All parts that say something, the strongest first.</summary>
    public static IReadOnlyList<MatchReason> Of(MatchedMarket learned, int creator, int product, CategoryNames names) =>
        [.. All(learned, creator, product, names).Where(r => Math.Abs(Math.Log(r.Times)) >= LeastTold && Known.Contains(r.Feature))
            .OrderByDescending(r => Math.Abs(Math.Log(r.Times))).ThenBy(r => r.Feature, StringComparer.Ordinal)];

    /// <summary>Every part, also those that change nothing here, in the models' order.</summary>
    public static IReadOnlyList<MatchReason> All(MatchedMarket learned, int creator, int product, CategoryNames names)
    {
        var (reasons, evidence) = (learned.Model.Explain(creator, product), learned.Model.Evidence(creator, product));
        return [.. Parts("gmv", reasons.Gmv).Concat(Parts("accept", reasons.Accept)).Concat(Parts("post", reasons.Post))
            .Select(p => Say(p.Part, p.Contribution, evidence, learned.Creators[creator], learned.Products[product], names, learned.Rules.MinorPerMajor))];
    }

    public static bool IsKnown(string feature) => Known.Contains(feature);

    private static IEnumerable<(string Part, Contribution Contribution)> Parts(string part, Explanation explanation) => explanation.Parts.Select(p => (part, p));

    private static MatchReason Say(string part, Contribution one, PairEvidence e, MatchedCreator creator, MatchedProduct product, CategoryNames names, long minor)
    {
        var times = Math.Exp(one.Amount);
        return one.Feature switch
        {
            PairRow.Narrow or PairRow.Wide when e.CategoryProducts > 0 && e.CategoryGmv > 0 => Reason("sells", names.Leaf(product.Category), Minor(e.CategoryGmv), e.CategoryProducts),
            PairRow.Narrow or PairRow.Wide when e.CategoryProducts > 0 => Reason("shows", e.CategoryProducts, names.Leaf(product.Category)),
            PairRow.Narrow or PairRow.Wide => Reason("sellsNone", names.Leaf(product.Category)),
            PairRow.PriceFit when e.UsualLevel is { } usual && e.Level is { } level => Reason("price", usual, level),
            PairRow.Own => Reason(one.Value > 0 ? "own" : "ownNot", names.Leaf(product.Category)),
            PairRow.Price when e.Level is { } at => Reason("level", at),
            PairRow.PerProduct when e.Products > 0 && e.Gmv <= 0 => Reason("usualNone", e.Products),
            PairRow.PerProduct => Reason(e.Products > 0 ? "usual" : "unproven", Minor(e.Products == 0 ? 0 : e.Gmv / e.Products), e.Products),
            PairRow.Worth when product.PriceMinor is { } price => Reason("costs", price),
            PairRow.Followers when creator.Followers is { } followers => Reason("followers", (int)Math.Min(followers, int.MaxValue)),
            PairRow.Products => Reason("products", e.Products),
            PairRow.Audience when e.Female is { } mine && e.BuyersFemale is { } theirs => Reason("audience", mine, theirs),
            PairRow.Reliability when e.Samples >= 1 => Reason("posts", (int)Math.Round(e.Posted), (int)Math.Round(e.Samples)),
            PairRow.Taking when e.Offered > 0 => Reason("takes", e.Taken, e.Offered),
            PairRow.Shop when product.Shop.Length > 0 => Reason(e.OfShop > 0 ? "shop" : "shopNone", e.OfShop, product.Shop),
            PairRow.Commission when product.Commission is { } rate => Reason("commission", rate),
            PairRow.Words => Reason(e.Words >= 0 ? "words" : "wordsFar"),
            PairRow.Course => Reason(one.Value >= 0 ? "rises" : "falls", Change(one.Value)),
            PairRow.ProductCourse => Reason(one.Value >= 0 ? "productRises" : "productFalls", Change(one.Value)),
            PairRow.Posting => Reason(one.Value >= 0 ? "postsMore" : "postsLess", Change(one.Value)),
            _ => Reason("other." + (Known.Contains(one.Feature) ? Plain(one.Feature) : "rest")),
        };

        double Change(double logarithm) => Math.Abs(Math.Exp(logarithm) - 1);
        MatchReason Reason(string code, params object[] values) => new("match.reason." + code, values, part, times, one.Feature);
        long Minor(double major) => (long)Math.Round(major * minor);
    }

    private static string Plain(string feature) => feature is PairRow.Products or PairRow.Shop or PairRow.PerProduct ? "rest" : feature;
}
