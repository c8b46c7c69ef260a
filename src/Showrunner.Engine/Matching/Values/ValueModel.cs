using Showrunner.Engine.Matching.Outcomes;

namespace Showrunner.Engine.Matching.Values;

/// <summary>What an offer of a product to a creator may come to.</summary>
/// <param name="Accept">Probability that he takes it.</param>
/// <param name="Post">Probability that he posts once he has the sample.</param>
/// <param name="Gmv">What he then sells in 28 days, expected, and where 19 of 20 such expectations lie; in the market's currency.</param>
public readonly record struct PairValue(double Accept, double Post, AmountEstimate Gmv)
{
    /// <summary>What an offer brings on average in 28 days.</summary>
    public double ExpectedGmv => Accept * Post * Gmv.Mean;
}

/// <summary>How a value comes about, part by part; each model's parts add up to it on its own scale.</summary>
/// <param name="Accept">Log-odds.</param>
/// <param name="Post">Log-odds.</param>
/// <param name="Gmv">Logarithm of the amount: each part multiplies it.</param>
public sealed record PairReasons(Explanation Accept, Explanation Post, Explanation Gmv);

/// <summary>
/// What an offer is worth: whether he takes it, whether he posts, what he sells then. Three generalised linear models (logistic, logistic, gamma with
/// logarithmic link) of what creator and product did elsewhere, each learned from the market's own offers, samples and sales, with what little is known of one
/// drawn to what is known of all. Without enough to learn from, everybody has the usual rate.
/// </summary>
public sealed class ValueModel
{
    /// <summary>With fewer answers than this, nothing is learned from them.</summary>
    public const int LeastCases = 40;

    /// <summary>The chance that an offer is taken where nothing else is said or learned.</summary>
    public const double AssumedAccept = 0.3;

    private const int MostCases = 100_000;
    private readonly MarketSums sums;
    private readonly LogisticModel? accept, post;
    private readonly GammaModel? gmv;
    private readonly double assumedAccept;
    private readonly Courses courses;

    private ValueModel(MarketSums sums, LogisticModel? accept, LogisticModel? post, GammaModel? gmv, double assumedAccept, Courses courses) =>
        (this.sums, this.accept, this.post, this.gmv, this.assumedAccept, this.courses) = (sums, accept, post, gmv, assumedAccept, courses);

    /// <summary>Whether the chance that an offer is taken comes from answers, or is assumed for everybody.</summary>
    public bool KnowsAnswers => accept is not null;

    /// <summary>Whether sales are learned; else nobody is expected to sell anything.</summary>
    public bool KnowsSales => gmv is not null;

    public MarketFacts Facts => sums.Facts;

    /// <param name="assumedAccept">The chance that an offer is taken where too few were answered to learn it, 0 to 1.</param>
    /// <exception cref="ArgumentException">A row with an index out of range or a number that cannot be: says which.</exception>
    public static ValueModel Fit(MarketFacts facts, double assumedAccept = AssumedAccept, CancellationToken cancel = default)
    {
        FactChecks.Check(facts, assumedAccept);
        var sums = new MarketSums(facts);
        cancel.ThrowIfCancellationRequested();
        var answers = facts.Offers.Where(o => o.Accepted is not null).ToList();
        var accept = answers.Count < LeastCases ? null : Logistic(facts, PairRow.AcceptNames, answers, o => o.Accepted!.Value, (o, row) => PairRow.Accept(sums, o.Creator, o.Product, row));
        cancel.ThrowIfCancellationRequested();
        var samples = facts.Offers.Where(o => o.Posted is not null).ToList();
        var post = samples.Count < LeastCases ? null : Logistic(facts, PairRow.PostNames, samples, o => o.Posted!.Value, (o, row) => PairRow.Post(sums, o.Creator, o.Product, o.Posted, row));
        cancel.ThrowIfCancellationRequested();
        return new ValueModel(sums, accept, post, Amounts(sums), assumedAccept, new Courses(facts));
    }

    /// <summary>Whether he shows this very product.</summary>
    public bool Sells(int creator, int product) => sums.Pair(creator, product) is { IsShown: true };

    /// <summary>The three parts of a pair's value.</summary>
    public PairValue Value(int creator, int product)
    {
        Span<double> row = stackalloc double[PairRow.AmountNames.Count];
        PairRow.Amount(sums, creator, product, row);
        return new PairValue(Accept(creator, product), Post(creator, product), gmv is null ? default : Times(gmv.Estimate(row), courses.Times(creator, product, sums.Pair(creator, product))));
    }

    /// <summary>What an offer brings in 28 days on average, with its probabilities; quicker than <see cref="Value"/>, without the interval.</summary>
    public (double Accept, double Post, double Gmv) Expect(int creator, int product)
    {
        Span<double> row = stackalloc double[PairRow.AmountNames.Count];
        PairRow.Amount(sums, creator, product, row);
        return (Accept(creator, product), Post(creator, product), gmv is null ? 0 : gmv.Mean(row) * courses.Times(creator, product, sums.Pair(creator, product)));
    }

    public PairReasons Explain(int creator, int product)
    {
        Span<double> row = stackalloc double[PairRow.AmountNames.Count];
        PairRow.Amount(sums, creator, product, row);
        var amount = gmv is null ? new Explanation(0, []) : WithCourse(Whole(gmv.Explain(row))!, creator, product);
        var take = row[..PairRow.AcceptNames.Count];
        PairRow.Accept(sums, creator, product, take);
        var taken = Whole(accept?.Explain(take)) ?? new Explanation(Odds(assumedAccept), []);
        var does = row[..PairRow.PostNames.Count];
        PairRow.Post(sums, creator, product, null, does);
        return new PairReasons(taken, Whole(post?.Explain(does)) ?? new Explanation(Odds(sums.PostRates.Mean), [new Contribution(PairRow.Reliability, does[0], does[0] - Odds(sums.PostRates.Mean))]), amount);
    }

    private static AmountEstimate Times(in AmountEstimate of, double times) => new(of.Mean * times, of.Low * times, of.High * times);

    private Explanation WithCourse(Explanation amount, int creator, int product)
    {
        if (!courses.Foretells) return amount;
        double[] values = new double[Courses.Names.Count], parts = new double[values.Length];
        courses.Of(creator, product, sums.Pair(creator, product), values, parts);
        return new Explanation(amount.Base, [.. amount.Parts, .. Courses.Names.Select((name, i) => new Contribution(name, values[i], parts[i]))]);
    }

    /// <summary>What bends a part is told as the part.</summary>
    private static Explanation? Whole(Explanation? of) => of is null ? null : new Explanation(of.Base, [.. of.Parts.GroupBy(p => p.Feature.Split(PairRow.Also)[0], StringComparer.Ordinal).Select(g => new Contribution(g.Key, g.First().Value, g.Sum(p => p.Amount)))]);

    /// <summary>What the words of the reasons are about.</summary>
    public PairEvidence Evidence(int creator, int product)
    {
        var of = Facts.Products[product];
        var (posted, samples) = sums.Reliability(creator);
        var (yes, all) = sums.Answers(creator);
        var narrow = of.Path.Count == 0 ? default : sums.Of(creator, of.Path[^1]);
        return new PairEvidence(narrow.Gmv, narrow.Products, sums.Gmv(creator), sums.Products(creator), sums.UsualLevel(creator), sums.Level(product), Facts.Creators[creator].Female, sums.Buyers(product), posted, samples, yes, all,
            of.Shop == 0 ? 0 : sums.OfShop(creator, of.Shop), sums.Pair(creator, product)?.Gmv, Facts.Words is { } words ? words.Shown(creator, product) + words.About(creator, product) : 0);
    }

    private double Accept(int creator, int product)
    {
        if (accept is null) return assumedAccept;
        Span<double> row = stackalloc double[PairRow.AcceptNames.Count];
        PairRow.Accept(sums, creator, product, row);
        return accept.Probability(row);
    }

    private double Post(int creator, int product)
    {
        if (post is null) return sums.PostRate(creator);
        Span<double> row = stackalloc double[PairRow.PostNames.Count];
        PairRow.Post(sums, creator, product, null, row);
        return post.Probability(row);
    }

    private static LogisticModel Logistic(MarketFacts facts, IReadOnlyList<string> names, List<PairOffer> cases, Func<PairOffer, bool> label, Action<PairOffer, double[]> fill)
    {
        var some = Some(facts, cases, o => (o.Creator, o.Product));
        var table = new FeatureTable(names, some.Count);
        var row = new double[names.Count];
        foreach (var one in some)
        {
            fill(one, row);
            table.Add(row);
        }
        return LogisticModel.Fit(table, [.. some.Select(o => label(o) ? 1.0 : 0)]);
    }

    private static GammaModel? Amounts(MarketSums sums)
    {
        var sales = sums.Facts.Sales.Where(s => s.IsShown).ToList();
        var some = Some(sums.Facts, sales, s => (s.Creator, s.Product));
        if (some.Count < LeastCases || !some.Exists(s => s.Gmv > 0)) return null;
        var levels = sums.Levels = SellingLevels.Of(sums, sales, some);
        var table = new FeatureTable(PairRow.AmountNames, some.Count);
        var weights = new double[some.Count];
        var row = new double[PairRow.AmountNames.Count];
        for (var i = 0; i < weights.Length; i++)
        {
            PairRow.Amount(sums, some[i].Creator, some[i].Product, row);
            table.Add(row);
            weights[i] = levels.Known(row, some[i]);
        }
        return GammaModel.Fit(table, [.. some.Select(s => s.Gmv)], weights);
    }

    /// <summary>Enough to learn from, chosen by their keys alone: the order in which they came plays no part.</summary>
    private static List<T> Some<T>(MarketFacts facts, List<T> cases, Func<T, (int Creator, int Product)> of)
    {
        if (cases.Count <= MostCases) return cases;
        var share = (double)MostCases / cases.Count;
        return cases.FindAll(one => of(one) is var (c, p) && Simulation.Chance.Of(0, 0, facts.Creators[c].Key.GetHashCode(), facts.Products[p].Key.GetHashCode()).Next() < share);
    }

    private static double Odds(double rate) => Math.Log(rate / (1 - rate));
}

/// <summary>Figures behind the reasons; null is unknown.</summary>
/// <param name="CategoryGmv">What he sells in the product's narrowest category in 28 days.</param>
/// <param name="CategoryProducts">How many products there.</param>
/// <param name="Gmv">What he sells in all in 28 days.</param>
/// <param name="Products">How many products.</param>
/// <param name="UsualLevel">Where on the price scales of their categories he sells, 0 the cheapest to 1 the dearest.</param>
/// <param name="Level">Where the product stands on its own.</param>
/// <param name="Female">Share of women in his audience.</param>
/// <param name="BuyersFemale">Share of women in the audiences that the product sells to.</param>
/// <param name="Posted">Samples he posted about.</param>
/// <param name="Samples">Samples he got.</param>
/// <param name="Taken">Offers he took.</param>
/// <param name="Offered">Offers he answered.</param>
/// <param name="OfShop">Products of the same shop he sells.</param>
/// <param name="OwnGmv">What he sells of this very product in 28 days; null when he does not.</param>
/// <param name="Words">How much closer than usual his words are to the product's, more than 0, or further.</param>
public sealed record PairEvidence(double CategoryGmv, int CategoryProducts, double Gmv, int Products, double? UsualLevel, double? Level, double? Female, double? BuyersFemale, double Posted, double Samples, int Taken, int Offered, int OfShop, double? OwnGmv, double Words = 0);
