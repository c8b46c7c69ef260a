namespace Showrunner.Engine.Matching.Values;

/// <summary>What creators and products did in all, from which any one pair can be left out: what speaks for a pair must not be the pair itself.</summary>
internal sealed class MarketSums
{
    /// <summary>How many products' worth of sales the market's own shares count for in a creator's.</summary>
    private const double Prior = 1.5;
    /// <summary>How far creators' prices usually spread, squared, on the scale of a category; and how many products that counts for.</summary>
    private const double PriceSpread = 0.06, PricePrior = 2;
    private readonly Dictionary<(int Creator, int Node), (double Gmv, int Products)> ofNode = [];
    private readonly Dictionary<(int, int), PairSales> pairs = [];
    private readonly Dictionary<(int Creator, long Shop), int> ofShop = [];
    private readonly Dictionary<(int, int), (int Yes, int All)> offered = [];
    private readonly Dictionary<(int Creator, int Node), (int Yes, int All)> ofNodeOffered = [];
    private readonly double?[] level;
    private const double GroupPrior = 10;
    private readonly double usualProducts;
    private readonly ToldRates told;
    private readonly double[] yesRates = new double[2];
    private readonly double[] gmv, levels, levelsSquared, weight, female, femaleWeight, piece;
    private readonly int[] count, yes, answered, posted, sampled, productYes, productAnswered;
    private readonly Dictionary<int, double> nodeShare = [];

    public MarketSums(MarketFacts facts)
    {
        Facts = facts;
        var (creators, products) = (facts.Creators.Count, facts.Products.Count);
        (gmv, levels, levelsSquared, weight) = (new double[creators], new double[creators], new double[creators], new double[creators]);
        (female, femaleWeight) = (new double[products], new double[products]);
        (count, yes, answered, posted, sampled) = (new int[creators], new int[creators], new int[creators], new int[creators], new int[creators]);
        (productYes, productAnswered) = (new int[products], new int[products]);
        (level, piece) = (PriceScale.Levels(facts.Products), PriceScale.Pieces(facts));
        var all = 0.0;
        foreach (var sale in facts.Sales)
        {
            pairs[(sale.Creator, sale.Product)] = sale;
            var product = facts.Products[sale.Product];
            (gmv[sale.Creator], all) = (gmv[sale.Creator] + sale.Gmv, all + sale.Gmv);
            if (sale.IsShown) count[sale.Creator]++;
            foreach (var node in product.Path)
            {
                var known = ofNode.GetValueOrDefault((sale.Creator, node));
                ofNode[(sale.Creator, node)] = (known.Gmv + sale.Gmv, known.Products + (sale.IsShown ? 1 : 0));
                nodeShare[node] = nodeShare.GetValueOrDefault(node) + sale.Gmv;
            }
            if (product.Shop != 0 && sale.IsShown) ofShop[(sale.Creator, product.Shop)] = ofShop.GetValueOrDefault((sale.Creator, product.Shop)) + 1;
            if (sale.IsShown && level[sale.Product] is { } at) (levels[sale.Creator], levelsSquared[sale.Creator], weight[sale.Creator]) = (levels[sale.Creator] + at, levelsSquared[sale.Creator] + at * at, weight[sale.Creator] + 1);
        }
        if (count.Any(n => n > 0)) usualProducts = Math.Exp(count.Where(n => n > 0).Average(n => Math.Log(n)));
        foreach (var node in nodeShare.Keys.ToList()) nodeShare[node] /= Math.Max(all, double.Epsilon);
        var followers = Enumerable.Range(0, creators).Where(c => count[c] > 0 && facts.Creators[c].Followers is > 0).Select(c => Math.Log(1 + facts.Creators[c].Followers!.Value)).Order().ToArray();
        if (followers.Length > 0) Reached = (followers[followers.Length / 2], followers[followers.Length * 9 / 10]);
        foreach (var sale in facts.Sales)
        {
            if (facts.Creators[sale.Creator].Female is { } share) (female[sale.Product], femaleWeight[sale.Product]) = (female[sale.Product] + share * sale.Gmv, femaleWeight[sale.Product] + sale.Gmv);
        }
        foreach (var offer in facts.Offers)
        {
            if (offer.Accepted is { } accepted)
            {
                var one = accepted ? 1 : 0;
                (yes[offer.Creator], answered[offer.Creator]) = (yes[offer.Creator] + one, answered[offer.Creator] + 1);
                (productYes[offer.Product], productAnswered[offer.Product]) = (productYes[offer.Product] + one, productAnswered[offer.Product] + 1);
                var known = offered.GetValueOrDefault((offer.Creator, offer.Product));
                offered[(offer.Creator, offer.Product)] = (known.Yes + one, known.All + 1);
                foreach (var node in facts.Products[offer.Product].Path)
                {
                    var there = ofNodeOffered.GetValueOrDefault((offer.Creator, node));
                    ofNodeOffered[(offer.Creator, node)] = (there.Yes + one, there.All + 1);
                }
            }
            if (offer.Posted is { } did) (posted[offer.Creator], sampled[offer.Creator]) = (posted[offer.Creator] + (did ? 1 : 0), sampled[offer.Creator] + 1);
        }
        var (yesses, answers) = (yes.Sum(), answered.Sum());
        YesRate = (yesses + 0.5) / (answers + 1.0);
        foreach (var same in new[] { 0, 1 })
        {
            var of = facts.Offers.Where(o => o.Accepted is not null && (PairRow.Same(facts.Creators[o.Creator], facts.Products[o.Product]) > 0 ? 1 : 0) == same).ToList();
            yesRates[same] = (of.Count(o => o.Accepted == true) + GroupPrior * YesRate) / (of.Count + GroupPrior);
        }
        PostRates = Outcomes.RateShrinkage.Of(Enumerable.Range(0, creators).Select(c => (facts.Creators[c].Posted + posted[c], Math.Max(facts.Creators[c].Samples, facts.Creators[c].Posted) + sampled[c])));
        told = ToldRates.Of(PostRates, facts, Reliability);
        OfferShares = new OfferShares(facts);
    }

    public MarketFacts Facts { get; }

    public OfferShares OfferShares { get; }

    /// <summary>Null until what is usual was learned.</summary>
    public SellingLevels? Levels { get; set; }

    /// <summary>Logarithms of the followers that half of those who sell have at least, and a tenth of them.</summary>
    public (double Half, double Tenth) Reached { get; }

    /// <summary>What a piece of the product costs, as far as anything tells.</summary>
    public double PieceOf(int product) => piece[product];

    /// <summary>How often offers are taken.</summary>
    public double YesRate { get; }

    public Outcomes.RateShrinkage PostRates { get; }

    /// <summary>How often samples are posted about, as log-odds.</summary>
    public double UsualPosting => Math.Log(PostRates.Mean / (1 - PostRates.Mean));

    public PairSales? Pair(int creator, int product) => pairs.TryGetValue((creator, product), out var sale) ? sale : null;

    public int Products(int creator) => count[creator];

    /// <summary>How many products he shows; of whom neither sales nor answers are known, he shows as many as is usual of those who show any.</summary>
    public double Shows(int creator) => count[creator] > 0 || answered[creator] > 0 ? count[creator] : usualProducts;

    public double Gmv(int creator) => gmv[creator];

    /// <summary>Products of a category node that the creator sells, and what of it.</summary>
    public (double Gmv, int Products) Of(int creator, int node) => ofNode.GetValueOrDefault((creator, node));

    public int OfShop(int creator, long shop) => ofShop.GetValueOrDefault((creator, shop));

    /// <summary>How many times the market's share of a node the creator's is, as a logarithm, this pair left out.</summary>
    public double Lift(int creator, int node, in PairSales? without)
    {
        var share = nodeShare.GetValueOrDefault(node);
        if (share <= 0) return 0;
        var own = Of(creator, node);
        var (less, all, products) = (without?.Gmv ?? 0, gmv[creator], count[creator] - (without is { IsShown: true } ? 1 : 0));
        // In products, so that one great seller does not count for all that he is.
        var sum = all - less;
        var part = sum <= 0 ? 0 : Math.Clamp((own.Gmv - less) / sum, 0, 1) * products;
        return Math.Log((part + Prior * share) / ((products + Prior) * share));
    }

    /// <summary>How far the product's place on its category's price scale lies from where he sells, in his spread, squared and negative: 0 is right in the middle.</summary>
    public double PriceFit(int creator, int product, in PairSales? without)
    {
        if (level[product] is not { } at) return -0.5;
        var (sum, squares, n) = (levels[creator], levelsSquared[creator], weight[creator]);
        if (without is { IsShown: true }) (sum, squares, n) = (sum - at, squares - at * at, n - 1);
        var mean = (sum + PricePrior * 0.5) / (n + PricePrior);
        var spread = (Math.Max(0, squares - (n <= 0 ? 0 : sum * sum / n)) + PricePrior * PriceSpread) / (n + PricePrior);
        return Math.Max(-4, -(at - mean) * (at - mean) / (2 * spread));
    }

    /// <summary>Where the product's price stands among those of its narrowest category: 0 is the cheapest, 1 the dearest; null without a price.</summary>
    public double? Level(int product) => level[product];

    /// <summary>The middle of the places on price scales at which he sells; null where nothing of it is known.</summary>
    public double? UsualLevel(int creator) => weight[creator] > 0 ? levels[creator] / weight[creator] : null;

    /// <summary>How often he took offers of a category, as log-odds, this pair's left out.</summary>
    public double TakingOf(int creator, int product, int node)
    {
        var (own, there) = (offered.GetValueOrDefault((creator, product)), ofNodeOffered.GetValueOrDefault((creator, node)));
        return Odds(there.Yes - own.Yes, there.All - own.All, 2, yesRates[PairRow.Same(Facts.Creators[creator], Facts.Products[product]) > 0 ? 1 : 0]);
    }

    /// <summary>Share of women among the followers of those who sell the product; null where none is known.</summary>
    public double? Buyers(int product) => femaleWeight[product] > 0 ? female[product] / femaleWeight[product] : null;

    /// <summary>How often the creator takes offers, as log-odds, this pair's left out.</summary>
    public double Taking(int creator, int product)
    {
        var own = offered.GetValueOrDefault((creator, product));
        return Odds(yes[creator] - own.Yes, answered[creator] - own.All, 4, YesRate);
    }

    /// <summary>How often the product is taken, as log-odds, this pair's offers left out.</summary>
    public double Taken(int creator, int product)
    {
        var own = offered.GetValueOrDefault((creator, product));
        return Odds(productYes[product] - own.Yes, productAnswered[product] - own.All, 6, YesRate);
    }

    public (int Yes, int All) Answers(int creator) => (yes[creator], answered[creator]);

    /// <summary>Samples he posted about and samples he got, as far as anything tells.</summary>
    public (double Posted, double Samples) Reliability(int creator) =>
        (Facts.Creators[creator].Posted + posted[creator], Math.Max(Facts.Creators[creator].Samples, Facts.Creators[creator].Posted) + sampled[creator]);

    /// <summary>His rate of posting after a sample, drawn to what the marketplace says of him, else to everybody's.</summary>
    /// <param name="less">An offer of his that is left out.</param>
    public double PostRate(int creator, bool? less = null)
    {
        var (did, of) = Reliability(creator);
        if (less is { } left) (did, of) = (Math.Max(0, did - (left ? 1 : 0)), of - 1);
        return told.Rate(PostRates, Facts.Creators[creator].PostRate, did, Math.Max(did, of));
    }

    private static double Odds(double hits, double cases, double prior, double usual)
    {
        var rate = (hits + prior * usual) / (cases + prior);
        return Math.Log(rate / (1 - rate));
    }
}
