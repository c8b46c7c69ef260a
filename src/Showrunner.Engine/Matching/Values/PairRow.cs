namespace Showrunner.Engine.Matching.Values;

/// <summary>What speaks for a creator with a product, in numbers: the same for pairs that models learn from and for new ones, as a pair's own sales are always left out.</summary>
public static class PairRow
{
    /// <summary>Names of the parts, as explanations bear them.</summary>
    public const string Narrow = "category", Wide = "department", PriceFit = "price_fit", Price = "price", Commission = "commission", Rating = "rating", Audience = "audience",
        PerProduct = "usual_sales", Products = "products", Pull = "pull", Followers = "followers", Taking = "taking", Taken = "taken", Shop = "shop", Reliability = "reliability", Own = "own_category", TakingHere = "taking_category", Offered = "offered_category", Worth = "price_amount", Words = "words", Course = "momentum", ProductCourse = "product_momentum", Posting = "posting", Also = "+";

    internal static readonly IReadOnlyList<string> UsualNames = [Followers, Products, Own, Offered, TakingHere, PriceFit, Worth, Commission, Rating, Audience, Followers + Also + "many", Followers + Also + "most"];
    public static readonly IReadOnlyList<string> AmountNames = [.. UsualNames, PerProduct, Pull, Narrow, Wide, Words, Words + Also + "about"];
    public static readonly IReadOnlyList<string> AcceptNames = [Narrow, Wide, PriceFit, Price, Commission, Rating, Audience, Taking, Taken, Shop, Own, TakingHere, Offered, TakingHere + Also + Own, Offered + Also + Own, Words];
    public static readonly IReadOnlyList<string> PostNames = [Reliability, Narrow, PriceFit, Own, Offered, Reliability + Also + "told"];

    /// <summary>What does not depend on what either sells elsewhere.</summary>
    internal static void Usual(MarketSums sums, int creator, int product, Span<double> row)
    {
        var pair = sums.Pair(creator, product);
        var one = sums.Facts.Creators[creator];
        var other = sums.Facts.Products[product];
        row[0] = Math.Log(1 + (one.Followers ?? 0));
        // With this one: what he shows shares those who watch.
        row[1] = Math.Log(sums.Shows(creator) + (pair is { IsShown: true } ? 0 : 1));
        row[2] = Same(one, other);
        row[3] = sums.OfferShares.Of(creator, other);
        row[4] = other.Path.Count == 0 ? 0 : sums.TakingOf(creator, product, other.Path[^1]);
        row[5] = sums.PriceFit(creator, product, pair);
        row[6] = Math.Log(sums.PieceOf(product));
        row[7] = other.Commission ?? 0;
        row[8] = other.Rating ?? 0;
        row[9] = Gap(sums, one, product);
        // The best known sell more than in proportion.
        row[10] = Math.Max(0, row[0] - sums.Reached.Half);
        row[11] = Math.Max(0, row[0] - sums.Reached.Tenth);
    }

    internal static void Amount(MarketSums sums, int creator, int product, Span<double> row)
    {
        var pair = sums.Pair(creator, product);
        Usual(sums, creator, product, row);
        row[12] = sums.Levels?.Creator(creator, pair) ?? 0;
        row[13] = sums.Levels?.Product(product, pair) ?? 0;
        (row[14], row[15]) = Lifts(sums, creator, sums.Facts.Products[product], pair);
        (row[16], row[17]) = sums.Facts.Words is { } words ? (words.Shown(creator, product), words.About(creator, product)) : (0, 0);
    }

    internal static void Accept(MarketSums sums, int creator, int product, Span<double> row)
    {
        var pair = sums.Pair(creator, product);
        var other = sums.Facts.Products[product];
        (row[0], row[1]) = Lifts(sums, creator, other, pair);
        row[2] = sums.PriceFit(creator, product, pair);
        row[3] = (sums.Level(product) ?? 0.5) - 0.5;
        row[4] = other.Commission ?? 0;
        row[5] = other.Rating ?? 0;
        row[6] = Gap(sums, sums.Facts.Creators[creator], product);
        row[7] = sums.Taking(creator, product);
        row[8] = sums.Taken(creator, product);
        row[9] = other.Shop != 0 && sums.OfShop(creator, other.Shop) - (pair is { IsShown: true } ? 1 : 0) > 0 ? 1 : 0;
        row[10] = Same(sums.Facts.Creators[creator], other);
        row[11] = other.Path.Count == 0 ? sums.Taking(creator, product) : sums.TakingOf(creator, product, other.Path[^1]);
        row[12] = sums.OfferShares.Of(creator, other);
        (row[13], row[14]) = (row[10] * row[11], row[10] * row[12]);
        row[15] = sums.Facts.Words?.About(creator, product) ?? 0;
    }

    /// <param name="less">What came of the very offer that is learned from.</param>
    internal static void Post(MarketSums sums, int creator, int product, bool? less, Span<double> row)
    {
        var rate = Math.Clamp(sums.PostRate(creator, less), 1e-4, 1 - 1e-4);
        var pair = sums.Pair(creator, product);
        row[0] = Math.Log(rate / (1 - rate));
        row[1] = Lifts(sums, creator, sums.Facts.Products[product], pair).Narrow;
        row[2] = sums.PriceFit(creator, product, pair);
        row[3] = Same(sums.Facts.Creators[creator], sums.Facts.Products[product]);
        row[4] = sums.OfferShares.Of(creator, sums.Facts.Products[product]);
        // What the marketplace says and what few samples say need not be as true.
        row[5] = sums.Facts.Creators[creator].PostRate is null ? 0 : row[0] - sums.UsualPosting;
    }

    private static (double Narrow, double Wide) Lifts(MarketSums sums, int creator, MatchProduct product, in PairSales? pair) => product.Path.Count == 0 ? (0, 0)
        : (sums.Lift(creator, product.Path[^1], pair), sums.Lift(creator, product.Path[0], pair));

    /// <summary>Whether the product is of the category that he says he is in: 1, or 0.</summary>
    internal static double Same(MatchCreator creator, MatchProduct product) => creator.Category >= 0 && product.Path.Contains(creator.Category) ? 1 : 0;

    /// <summary>How far his audience is from those who buy it, in the share of women.</summary>
    private static double Gap(MarketSums sums, MatchCreator creator, int product) => creator.Female is { } mine && sums.Buyers(product) is { } theirs ? Math.Abs(mine - theirs) : 0.2;
}
