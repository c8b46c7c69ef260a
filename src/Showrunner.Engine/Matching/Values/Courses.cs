using Showrunner.Engine.Matching.Outcomes;

namespace Showrunner.Engine.Matching.Values;

/// <summary>
/// Who and what sells more of late than before, against what the market does: the share of the last 28 days in twelve weeks as odds against everybody's, drawn to them
/// (<see cref="RateShrinkage"/>). What that says of the next 28 days is learned one month back: there the next are known. Where it foretold nothing it says nothing.
/// </summary>
internal sealed class Courses
{
    private const int LeastCases = 100, MostCases = 20_000, Groups = 8;
    private const double Certain = 1.96;
    public static readonly IReadOnlyList<string> Names = [PairRow.Course, PairRow.ProductCourse, PairRow.Posting];
    private readonly MarketFacts facts;
    private readonly LastMonths[] creators, products;
    private readonly RateShrinkage[] recent, before;
    private readonly double[] slopes = new double[Names.Count];

    public Courses(MarketFacts facts)
    {
        this.facts = facts;
        (creators, products) = (new LastMonths[facts.Creators.Count], new LastMonths[facts.Products.Count]);
        var sales = facts.Sales.Where(s => s.IsShown && s.Course.All > 0).ToList();
        foreach (var sale in sales) (creators[sale.Creator], products[sale.Product]) = (creators[sale.Creator] + sale.Course, products[sale.Product] + sale.Course);
        LastMonths[][] of = [creators, products, [.. facts.Creators.Select(c => c.Posts)]];
        recent = [.. of.Select(all => RateShrinkage.Of(all.Select(c => (c.Recent, c.All))))];
        before = [.. of.Select(all => RateShrinkage.Of(all.Select(c => (c.Before, c.Before + c.Earlier))))];
        if (sales.Count >= LeastCases) Learn(sales.Count <= MostCases ? sales : sales.FindAll(s => Simulation.Chance.Of(0, 0, facts.Creators[s.Creator].Key.GetHashCode(), facts.Products[s.Product].Key.GetHashCode()).Next() * sales.Count < MostCases));
        Foretells = slopes.Any(s => s != 0);
    }

    /// <summary>Whether anything of it proved to tell of the next 28 days.</summary>
    public bool Foretells { get; }

    /// <summary>What each part makes the next 28 days against the mean of all, as logarithms, and what it is of.</summary>
    public void Of(int creator, int product, in PairSales? without, Span<double> values, Span<double> parts)
    {
        var less = without is { IsShown: true } pair ? pair.Course : default;
        Values(creators[creator] - less, products[product] - less, facts.Creators[creator].Posts, recent, c => c.Recent, c => c.All, values);
        for (var i = 0; i < parts.Length; i++) parts[i] = slopes[i] * values[i];
    }

    /// <summary>All parts together, as a factor.</summary>
    public double Times(int creator, int product, in PairSales? without)
    {
        if (!Foretells) return 1;
        Span<double> values = stackalloc double[3], parts = stackalloc double[3];
        Of(creator, product, without, values, parts);
        return Math.Exp(parts[0] + parts[1] + parts[2]);
    }

    private static void Values(in LastMonths creator, in LastMonths product, in LastMonths posts, RateShrinkage[] rates, Func<LastMonths, double> hits, Func<LastMonths, double> all, Span<double> values)
    {
        (values[0], values[1], values[2]) = (Odds(rates[0], hits(creator), all(creator)), Odds(rates[1], hits(product), all(product)), Odds(rates[2], hits(posts), all(posts)));
    }

    private static double Odds(RateShrinkage rates, double hits, double all)
    {
        if (!(all > 0)) return 0;
        var rate = rates.Rate(Math.Max(0, Math.Min(hits, all)), all);
        return Math.Log(rate / (1 - rate)) - Math.Log(rates.Mean / (1 - rates.Mean));
    }

    /// <summary>The last month against the two before, by what could be seen a month ago of the others' sales.</summary>
    private void Learn(List<PairSales> sales)
    {
        var table = new FeatureTable(Names, sales.Count);
        var row = new double[Names.Count];
        var spread = 1 / (RateShrinkage.Of(sales.Select(s => (s.Course.Recent, s.Course.All))).Weight + 1);
        foreach (var sale in sales)
        {
            Values(creators[sale.Creator] - sale.Course, products[sale.Product] - sale.Course, facts.Creators[sale.Creator].Posts, before, c => c.Before, c => c.Before + c.Earlier, row);
            table.Add(row);
        }
        var labels = sales.Select(s => s.Course.Recent / s.Course.All).ToArray();
        var weights = sales.Select(s => s.Course.All / (1 + spread * (s.Course.All - 1))).ToArray();
        var whole = Slopes(table, labels, weights);
        var (ofCreators, ofProducts) = (Errors(s => facts.Creators[s.Creator].Key), Errors(s => facts.Products[s.Product].Key));
        for (var i = 0; i < slopes.Length; i++) slopes[i] = Proven(whole[i], i == 1 ? ofProducts[i] : ofCreators[i]);

        // The jackknife by groups, since what is one creator's, or one product's, errs together.
        double[] Errors(Func<PairSales, long> of)
        {
            var group = sales.Select(s => (int)(Groups * Simulation.Chance.Of(0, 0, 1, of(s).GetHashCode()).Next())).ToArray();
            var without = Enumerable.Range(0, Groups).Select(g => Slopes(table, labels, [.. weights.Select((w, i) => group[i] == g ? 0 : w)])).ToArray();
            return [.. whole.Select((_, i) => without.Average(w => w[i]) is var mean ? Math.Sqrt((Groups - 1.0) / Groups * without.Sum(w => (w[i] - mean) * (w[i] - mean))) : 0)];
        }
    }

    /// <summary>Nothing within what chance does one time in forty, then ever more of it.</summary>
    private static double Proven(double slope, double error) => slope <= 0 ? 0 : slope * Math.Max(0, 1 - Math.Pow(Certain * error / slope, 2));

    private static double[] Slopes(FeatureTable table, double[] labels, double[] weights)
    {
        if (weights.Sum() <= 0) return new double[Names.Count];
        var model = LogisticModel.Fit(table, labels, weights);
        var zero = new double[Names.Count];
        return [.. Enumerable.Range(0, zero.Length).Select(i =>
        {
            var one = new double[zero.Length];
            one[i] = 1;
            return model.LogOdds(one) - model.LogOdds(zero);
        })];
    }
}
