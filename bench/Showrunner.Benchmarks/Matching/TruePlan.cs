using Showrunner.Engine.Matching.Outcomes;
using Showrunner.Engine.Matching.Plans;
using Showrunner.Engine.Matching.Values;
using Showrunner.Matching;

namespace Showrunner.Benchmarks.Matching;

/// <summary>
/// What a plan on expected values is truly worth, beside one on the truth as far as the ledger shows it: the same figures of the same pairs, weighed by
/// models that were taught the true chances and sales of all pairs instead of what happened to few; and beside one by somebody who knows everything.
/// </summary>
internal static class TruePlan
{
    private const int Contacts = 100, Samples = 20, PerCreator = 2, PerShop = 50, MostProducts = 60, MostPairs = 60_000;

    /// <param name="Expected">True value of the plan on expected values.</param>
    /// <param name="Shown">Of the plan on what the figures that the ledger shows truly mean.</param>
    /// <param name="Known">Of the plan on the truth itself.</param>
    public readonly record struct Worth(double Expected, double Shown, double Known, int Offers);

    private readonly record struct Pair(int Creator, int Product, double Said, double True, double Shown);

    public static Worth Of(MatchedMarket learned, TruePairs truth)
    {
        var terms = new MatchTerms();
        var none = new HashSet<long>();
        // Pairs that may be worth something by either, in a large market each product's best.
        var goods = Enumerable.Range(0, learned.Products.Count).Where(p => learned.Products[p].Price is not null).Take(MostProducts).ToList();
        var each = MostPairs / Math.Max(1, goods.Count);
        List<(int Creator, int Product)> pairs = [];
        foreach (var p in goods)
        {
            var open = Enumerable.Range(0, learned.Creators.Count).Where(c => RankCreators.Why(learned, c, p, none, null) is null && truth.Knows(c, p) && truth.Did(c, p) is null).ToList();
            if (open.Count > each)
            {
                var said = open.OrderByDescending(c => Value(c, p, learned.Model.Expect(c, p))).Take(each / 2);
                open = [.. said.Union(open.OrderByDescending(c => Value(c, p, truth.Of(c, p))).Take(each / 2)).Order()];
            }
            pairs.AddRange(open.Select(c => (c, p)));
        }
        var taught = Taught(learned, truth, pairs);
        var all = pairs.Select((x, i) => new Pair(x.Creator, x.Product, Value(x.Creator, x.Product, learned.Model.Expect(x.Creator, x.Product)), Value(x.Creator, x.Product, truth.Of(x.Creator, x.Product)), Value(x.Creator, x.Product, taught[i]))).ToList();
        var worth = all.ToDictionary(x => (x.Creator, x.Product), x => x.True);
        var whole = Solve(x => x.True, null);
        var budget = whole.Sum(x => terms.Sample(learned.Products[x.Product])) / 2;
        var chosen = Solve(x => x.Said, budget);
        return new Worth(chosen.Sum(x => worth[x]), Solve(x => x.Shown, budget).Sum(x => worth[x]), Solve(x => x.True, budget).Sum(x => worth[x]), chosen.Count);

        double Value(int creator, int product, (double Accept, double Post, double Gmv) of) => terms.Value(learned.Products[product], of.Accept, of.Post, of.Gmv);

        List<(int Creator, int Product)> Solve(Func<Pair, double> value, double? sampleBudget)
        {
            var some = all.Where(x => value(x) > 0).ToList();
            var people = some.Select(x => x.Creator).Distinct().Order().ToList();
            var (personAt, goodAt) = (people.Select((c, i) => (c, i)).ToDictionary(x => x.c, x => x.i), goods.Select((p, i) => (p, i)).ToDictionary(x => x.p, x => x.i));
            var sellers = goods.Select(p => learned.Products[p].ShopId).Distinct().Order().ToList();
            var plan = PlanSolver.Solve(new PlanProblem([.. people.Select(c => new PlanCreator(learned.Creators[c].Id, PerCreator))],
                [.. goods.Select(p => new PlanProduct(learned.Products[p].Id, sellers.IndexOf(learned.Products[p].ShopId), (int)Math.Clamp(learned.Products[p].Stock ?? Samples, 0, Samples), terms.Sample(learned.Products[p])))],
                [.. some.Select(x => new PlanPair(personAt[x.Creator], goodAt[x.Product], value(x), true))], new PlanLimits(Contacts, sampleBudget, CreatorsPerSeller: PerShop)));
            return [.. plan.Pairs.Select(x => (people[x.Creator], goods[x.Product]))];
        }
    }

    /// <summary>The same models of the same figures, taught by the truth.</summary>
    private static (double Accept, double Post, double Gmv)[] Taught(MatchedMarket learned, TruePairs truth, List<(int Creator, int Product)> pairs)
    {
        var real = pairs.Select(x => truth.Of(x.Creator, x.Product)).ToArray();
        var reasons = pairs.Select(x => learned.Model.Explain(x.Creator, x.Product)).ToArray();
        var (accept, post, gmv) = (Table(r => r.Accept), Table(r => r.Post), Table(r => r.Gmv));
        var takes = LogisticModel.Fit(accept, [.. real.Select(r => r.Accept)]);
        var posts = LogisticModel.Fit(post, [.. real.Select(r => r.Post)], [.. real.Select(r => r.Accept)]);
        var sells = GammaModel.Fit(gmv, [.. real.Select(r => r.Gmv)], [.. real.Select(r => r.Accept * r.Post)]);
        return [.. pairs.Select((_, i) => (takes.Probability(accept[i]), posts.Probability(post[i]), sells.Mean(gmv[i])))];

        // The parts themselves, so that what is bent is bent in the same way, and taught anew how much each says.
        FeatureTable Table(Func<PairReasons, Explanation> of)
        {
            var table = new FeatureTable([.. of(reasons[0]).Parts.SelectMany(p => new[] { p.Feature, p.Feature + " part" })], pairs.Count);
            foreach (var reason in reasons) table.Add([.. of(reason).Parts.SelectMany(p => new[] { p.Value, p.Amount })]);
            return table;
        }
    }
}
