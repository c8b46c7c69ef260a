namespace Showrunner.Engine.Matching.Values;

/// <summary>What creators and products did in all, from which any one pair can be left out: what speaks for a pair must not be the pair itself.</summary>
internal sealed class MarketSums
{
    /// <summary>How many products' worth of sales the market's own shares count for in a creator's.</summary>
    private const double Prior = 1.5;
    /// <summary>How far creators' prices usually spread, squared, on the scale of a category; and how many products that counts for.</summary>
    private const double PriceSpread = 0.06, PricePrior = 2;
    private const double PullPrior = 4, MostPull = 5;
    private const int LeastInScale = 5;
    private readonly Dictionary<(int Creator, int Node), (double Gmv, int Products)> ofNode = [];
    private readonly Dictionary<(int, int), PairSales> pairs = [];
    private readonly Dictionary<(int Creator, long Shop), int> ofShop = [];
    private readonly Dictionary<(int, int), (int Yes, int All)> offered = [];
    private readonly Dictionary<(int Creator, int Node), (int Yes, int All)> ofNodeOffered = [];
    private readonly double?[] level;
    private readonly double[] gmv, shown, levels, levelsSquared, weight, pull, female, femaleWeight;
    private readonly int[] sellers, count, yes, answered, posted, sampled, productYes, productAnswered;
    private readonly Dictionary<int, double> nodeShare = [];

    public MarketSums(MarketFacts facts)
    {
        Facts = facts;
        var (creators, products) = (facts.Creators.Count, facts.Products.Count);
        (gmv, shown, levels, levelsSquared, weight) = (new double[creators], new double[creators], new double[creators], new double[creators], new double[creators]);
        (pull, female, femaleWeight, sellers) = (new double[products], new double[products], new double[products], new int[products]);
        (count, yes, answered, posted, sampled) = (new int[creators], new int[creators], new int[creators], new int[creators], new int[creators]);
        (productYes, productAnswered) = (new int[products], new int[products]);
        level = Levels(facts.Products);
        var all = 0.0;
        foreach (var sale in facts.Sales)
        {
            pairs[(sale.Creator, sale.Product)] = sale;
            var product = facts.Products[sale.Product];
            (gmv[sale.Creator], all) = (gmv[sale.Creator] + sale.Gmv, all + sale.Gmv);
            if (sale.IsShown) (shown[sale.Creator], count[sale.Creator]) = (shown[sale.Creator] + sale.Gmv, count[sale.Creator] + 1);
            foreach (var node in product.Path)
            {
                var known = ofNode.GetValueOrDefault((sale.Creator, node));
                ofNode[(sale.Creator, node)] = (known.Gmv + sale.Gmv, known.Products + (sale.IsShown ? 1 : 0));
                nodeShare[node] = nodeShare.GetValueOrDefault(node) + sale.Gmv;
            }
            if (product.Shop != 0 && sale.IsShown) ofShop[(sale.Creator, product.Shop)] = ofShop.GetValueOrDefault((sale.Creator, product.Shop)) + 1;
            if (sale.IsShown && level[sale.Product] is { } at) (levels[sale.Creator], levelsSquared[sale.Creator], weight[sale.Creator]) = (levels[sale.Creator] + at, levelsSquared[sale.Creator] + at * at, weight[sale.Creator] + 1);
        }
        foreach (var node in nodeShare.Keys.ToList()) nodeShare[node] /= Math.Max(all, double.Epsilon);
        var perProduct = Enumerable.Range(0, creators).Where(c => count[c] > 0).Select(c => shown[c] / count[c]).Order().ToArray();
        UsualGmv = perProduct.Length == 0 ? 0 : Math.Max(perProduct[perProduct.Length / 2], 1e-3 * all / facts.Sales.Count);
        foreach (var sale in facts.Sales)
        {
            if (sale.IsShown) (pull[sale.Product], sellers[sale.Product]) = (pull[sale.Product] + Against(sale), sellers[sale.Product] + 1);
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
        PostRates = Outcomes.RateShrinkage.Of(Enumerable.Range(0, creators).Select(c => (facts.Creators[c].Posted + posted[c], Math.Max(facts.Creators[c].Samples, facts.Creators[c].Posted) + sampled[c])));
    }

    public MarketFacts Facts { get; }

    /// <summary>What a creator in the middle sells of a product in 28 days.</summary>
    public double UsualGmv { get; }

    /// <summary>How often offers are taken.</summary>
    public double YesRate { get; }

    public Outcomes.RateShrinkage PostRates { get; }

    public PairSales? Pair(int creator, int product) => pairs.TryGetValue((creator, product), out var sale) ? sale : null;

    public int Products(int creator) => count[creator];

    public double Gmv(int creator) => gmv[creator];

    /// <summary>Products of a category node that the creator sells, and what of it.</summary>
    public (double Gmv, int Products) Of(int creator, int node) => ofNode.GetValueOrDefault((creator, node));

    public int OfShop(int creator, long shop) => ofShop.GetValueOrDefault((creator, shop));

    /// <summary>What the creator sells of a product in 28 days on average, this one left out; drawn to the market's where he sells few.</summary>
    public double PerProduct(int creator, in PairSales? without) => without is { IsShown: true } pair ? Others(creator, pair.Gmv, 1) : Others(creator, 0, 0);

    private double Others(int creator, double less, int fewer) => (Math.Max(0, shown[creator] - less) + 0.5 * UsualGmv) / (count[creator] - fewer + 0.5);

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

    /// <summary>How much better than its creators' other products this one sells, as a logarithm, this pair left out; drawn to no difference where few sell it.</summary>
    public double Pull(int product, in PairSales? without)
    {
        var (sum, count) = without is { IsShown: true } pair ? (pull[product] - Against(pair), sellers[product] - 1) : (pull[product], sellers[product]);
        return Math.Log((Math.Max(0, sum) + PullPrior) / (count + PullPrior));
    }

    /// <summary>One creator tells at most so much of a product.</summary>
    private double Against(in PairSales sale) => Others(sale.Creator, sale.Gmv, 1) is var others and > 0 ? Math.Min(MostPull, sale.Gmv / others) : 1;

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
        return Odds(there.Yes - own.Yes, there.All - own.All, 2);
    }

    /// <summary>Ranks of prices within the narrowest category; within all products where that holds few.</summary>
    private static double?[] Levels(IReadOnlyList<MatchProduct> products)
    {
        var levels = new double?[products.Count];
        var priced = Enumerable.Range(0, products.Count).Where(p => products[p].Price is not null).ToArray();
        var whole = priced.Select(p => products[p].Price!.Value).Order().ToArray();
        foreach (var category in priced.GroupBy(p => products[p].Path.Count == 0 ? -1 : products[p].Path[^1]))
        {
            var scale = category.Count() >= LeastInScale ? category.Select(p => products[p].Price!.Value).Order().ToArray() : whole;
            foreach (var product in category) levels[product] = Place(scale, products[product].Price!.Value);
        }
        return levels;
    }

    private static double Place(double[] sorted, double value)
    {
        int below = Bound(sorted, value, false), upTo = Bound(sorted, value, true);
        return (below + upTo) / 2.0 / sorted.Length;
    }

    private static int Bound(double[] sorted, double value, bool after)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sorted[middle] < value || after && sorted[middle] == value) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    /// <summary>Share of women among the followers of those who sell the product; null where none is known.</summary>
    public double? Buyers(int product) => femaleWeight[product] > 0 ? female[product] / femaleWeight[product] : null;

    /// <summary>How often the creator takes offers, as log-odds, this pair's left out.</summary>
    public double Taking(int creator, int product)
    {
        var own = offered.GetValueOrDefault((creator, product));
        return Odds(yes[creator] - own.Yes, answered[creator] - own.All, 4);
    }

    /// <summary>How often the product is taken, as log-odds, this pair's offers left out.</summary>
    public double Taken(int creator, int product)
    {
        var own = offered.GetValueOrDefault((creator, product));
        return Odds(productYes[product] - own.Yes, productAnswered[product] - own.All, 6);
    }

    public (int Yes, int All) Answers(int creator) => (yes[creator], answered[creator]);

    /// <summary>Samples he posted about and samples he got, as far as anything tells.</summary>
    public (double Posted, double Samples) Reliability(int creator) =>
        (Facts.Creators[creator].Posted + posted[creator], Math.Max(Facts.Creators[creator].Samples, Facts.Creators[creator].Posted) + sampled[creator]);

    /// <summary>His rate of posting after a sample, drawn to everybody's and to what the marketplace says of him.</summary>
    /// <param name="less">An offer of his that is left out.</param>
    public double PostRate(int creator, bool? less = null)
    {
        var (did, of) = Reliability(creator);
        if (less is { } left) (did, of) = (did - (left ? 1 : 0), of - 1);
        if (Facts.Creators[creator].PostRate is { } told) (did, of) = (did + ToldWeight * told, of + ToldWeight);
        return PostRates.Rate(Math.Max(0, did), Math.Max(did, of));
    }

    /// <summary>How many samples what the marketplace says counts for.</summary>
    private const double ToldWeight = 3;

    private double Odds(double hits, double cases, double prior)
    {
        var rate = (hits + prior * YesRate) / (cases + prior);
        return Math.Log(rate / (1 - rate));
    }
}
