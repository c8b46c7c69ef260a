using Showrunner.Engine.Matching.Plans;

namespace Showrunner.Engine.Tests.Matching.Plans;

/// <summary>Problems drawn by chance, and what is true of any plan of them.</summary>
internal sealed record PlanCase(IReadOnlyList<PlanCreator> Creators, IReadOnlyList<PlanProduct> Products, IReadOnlyList<PlanPair> Pairs, PlanLimits Limits)
{
    public PlanProblem Problem => new(Creators, Products, Pairs, Limits);

    public static PlanCase Draw(Random chance, int creators, int products, double density, PlanLimits limits, bool hasFixed = false)
    {
        var people = Enumerable.Range(0, creators).Select(i => new PlanCreator(100 + i, chance.Next(0, 4), chance.Next(4) == 0, chance.Next(3) == 0)).ToList();
        var goods = Enumerable.Range(0, products).Select(i => new PlanProduct(900 - i, i % 3, chance.Next(3) == 0 ? null : chance.Next(0, 4), chance.Next(1, 5))).ToList();
        var pairs = new List<PlanPair>();
        for (var c = 0; c < creators; c++)
            for (var p = 0; p < products; p++)
                if (chance.NextDouble() < density) pairs.Add(new PlanPair(c, p, Math.Round(chance.NextDouble() * 110 - 10, 2), chance.Next(2) == 0, Math.Round(chance.NextDouble() * 5, 2), hasFixed && chance.Next(12) == 0));
        return new PlanCase(people, goods, pairs, limits);
    }

    public static PlanLimits Limit(Random chance) => new(
        chance.Next(3) == 0 ? null : chance.Next(0, 4), chance.Next(2) == 0 ? null : chance.Next(0, 9), chance.Next(2) == 0 ? null : chance.Next(0, 9),
        chance.Next(3) == 0 ? chance.Next(0, 3) : null, chance.Next(3) == 0 ? chance.Next(0, 4) : null, chance.Next(3) == 0 ? chance.NextDouble() : 0);

    /// <summary>Checked anew, without the solver's bookkeeping.</summary>
    public bool Keeps(IReadOnlyCollection<PlanPair> chosen)
    {
        var people = chosen.Select(p => p.Creator).Distinct().ToList();
        var samples = chosen.Where(p => p.HasSample).ToList();
        return chosen.GroupBy(p => p.Creator).All(g => g.Count() <= Creators[g.Key].Capacity)
            && people.Count(c => !Creators[c].IsConnected) <= (Limits.Contacts ?? int.MaxValue)
            && samples.GroupBy(p => p.Product).All(g => g.Count() <= (Products[g.Key].Samples ?? int.MaxValue))
            && samples.Sum(p => Products[p.Product].SampleCost) <= (Limits.SampleBudget ?? double.MaxValue) * (1 + 1e-8)
            && chosen.Sum(p => p.Commission) <= (Limits.CommissionBudget ?? double.MaxValue) * (1 + 1e-8)
            && chosen.GroupBy(p => Products[p.Product].Seller).All(g => g.Count() <= (Limits.PairsPerSeller ?? int.MaxValue) && g.Select(p => p.Creator).Distinct().Count() <= (Limits.CreatorsPerSeller ?? int.MaxValue))
            && people.Count(c => Creators[c].IsNew) + 1e-8 >= Limits.NewShare * people.Count;
    }

    /// <summary>The best of all sets of pairs.</summary>
    public double Best()
    {
        var open = Pairs.Where(p => p.Value > 0).ToList();
        var best = 0.0;
        for (var set = 1; set < 1 << open.Count; set++)
        {
            var chosen = open.Where((_, i) => (set >> i & 1) == 1).ToList();
            var value = chosen.Sum(p => p.Value);
            if (value > best && Keeps(chosen)) best = value;
        }
        return best;
    }
}
