namespace Showrunner.Engine.Matching.Values;

/// <summary>Prices as far as anything tells of them.</summary>
internal static class PriceScale
{
    private const int LeastInScale = 5;

    /// <summary>Ranks of prices within the narrowest category; within all products where that holds few.</summary>
    public static double?[] Levels(IReadOnlyList<MatchProduct> products)
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

    /// <summary>What a piece of each product costs: by its price, else by its sales, else what is usual.</summary>
    public static double[] Pieces(MarketFacts facts)
    {
        var (worth, units) = (new double[facts.Products.Count], new double[facts.Products.Count]);
        foreach (var sale in facts.Sales) (worth[sale.Product], units[sale.Product]) = (worth[sale.Product] + sale.Gmv * sale.Months, units[sale.Product] + sale.Units);
        var usual = units.Sum() > 0 && worth.Sum() > 0 ? worth.Sum() / units.Sum() : 1;
        return [.. facts.Products.Select((p, i) => p.Price ?? (units[i] > 0 && worth[i] > 0 ? worth[i] / units[i] : usual))];
    }
}
