namespace Showrunner.Engine.Matching.Outcomes;

/// <summary>Numbers for everything that products share: each level of the category tree (with the path above it), shop, brand.</summary>
internal sealed class Nodes
{
    public const int Levels = 3;
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    public Nodes(IReadOnlyList<ProductFacts> products)
    {
        Of = [.. products.Select(Numbers)];
    }

    /// <summary>By product: widest level, one in the middle, narrowest, shop, brand; −1 where not known.</summary>
    public int[][] Of { get; }

    private int[] Numbers(ProductFacts product)
    {
        var path = product.Category;
        var numbers = new int[Levels + 2];
        for (var level = 0; level < Levels; level++)
        {
            // Trees of any depth: the first level, the last, and the one that lies between.
            var depth = path.Count == 0 ? 0 : level == 0 ? 1 : level == Levels - 1 ? path.Count : (path.Count + 1) / 2;
            numbers[level] = depth == 0 ? -1 : Number("c\u001f" + string.Join('\u001f', path.Take(depth)));
        }
        numbers[Levels] = string.IsNullOrEmpty(product.Shop) ? -1 : Number("s\u001f" + product.Shop);
        numbers[Levels + 1] = string.IsNullOrEmpty(product.Brand) ? -1 : Number("b\u001f" + product.Brand);
        return numbers;
    }

    private int Number(string key)
    {
        if (!_numbers.TryGetValue(key, out var number)) _numbers[key] = number = _numbers.Count;
        return number;
    }
}
