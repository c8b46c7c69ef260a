namespace Showrunner.Engine.Matching.Plans;

internal static class PlanChecks
{
    public static void Check(PlanCreator[] creators, PlanProduct[] products, IReadOnlyList<PlanPair> pairs, PlanLimits limits)
    {
        for (var i = 0; i < creators.Length; i++)
            if (creators[i].Capacity < 0) throw new ArgumentException($"Creator {i} has a capacity of {creators[i].Capacity}; it is 0 or more.", nameof(creators));
        Unlike([.. creators.Select(c => c.Key)], "creators", nameof(creators));
        Unlike([.. products.Select(p => p.Key)], "products", nameof(products));
        for (var i = 0; i < products.Length; i++)
        {
            if (products[i].Seller < 0) throw new ArgumentException($"Product {i} is of seller {products[i].Seller}; sellers are counted from 0.", nameof(products));
            if (products[i].Samples < 0) throw new ArgumentException($"Product {i} has {products[i].Samples} samples; there are 0 or more.", nameof(products));
            Amount(products[i].SampleCost, $"The sample of product {i}", nameof(products));
        }
        for (var i = 0; i < pairs.Count; i++)
        {
            var pair = pairs[i];
            if ((uint)pair.Creator >= (uint)creators.Length) throw new ArgumentException($"Pair {i} is of creator {pair.Creator}; there are {creators.Length}.", nameof(pairs));
            if ((uint)pair.Product >= (uint)products.Length) throw new ArgumentException($"Pair {i} is of product {pair.Product}; there are {products.Length}.", nameof(pairs));
            if (!double.IsFinite(pair.Value)) throw new ArgumentException($"The value of pair {i} (creator {pair.Creator}, product {pair.Product}) is {pair.Value}; it must be a finite number.", nameof(pairs));
            Amount(pair.Commission, $"The commission of pair {i}", nameof(pairs));
        }
        foreach (var (name, value) in new (string, double?)[] { ("contacts", limits.Contacts), ("sample budget", limits.SampleBudget), ("commission budget", limits.CommissionBudget), ("creators per seller", limits.CreatorsPerSeller), ("pairs per seller", limits.PairsPerSeller) })
            if (value is { } set) Amount(set, $"The limit of {name}", nameof(limits));
        if (!(limits.NewShare is >= 0 and <= 1)) throw new ArgumentException($"The share of new creators is {limits.NewShare}; it lies between 0 and 1.", nameof(limits));
    }

    private static void Amount(double value, string what, string argument)
    {
        if (!(value >= 0 && double.IsFinite(value))) throw new ArgumentException($"{what} is {value}; it must be a finite number of 0 or more.", argument);
    }

    private static void Unlike(long[] keys, string what, string argument)
    {
        Array.Sort(keys);
        for (var i = 1; i < keys.Length; i++)
            if (keys[i] == keys[i - 1]) throw new ArgumentException($"Two {what} have the key {keys[i]}.", argument);
    }
}
