namespace Showrunner.Matching.Planning;

/// <summary>
/// Splits a plan into target collaborations: each of one shop, with at most 50 creators and 100 products. Who is invited sees all products of a
/// collaboration, so creators of the same products go together.
/// </summary>
internal static class Collaborations
{
    public const int MostCreators = 50, MostProducts = 100;

    /// <returns>The same offers in the same order, each with the number of its collaboration within its shop, from 1.</returns>
    public static IReadOnlyList<PlanOffers.Offer> Numbered(IReadOnlyList<PlanOffers.Offer> offers)
    {
        var numbers = new Dictionary<(long Shop, long Creator), int>();
        foreach (var shop in offers.GroupBy(o => o.Product.ShopId))
        {
            var sets = shop.GroupBy(o => o.Creator.Id).Select(g => (Creator: g.Key, Products: g.Select(o => o.Product.Id).Order().ToArray()))
                .OrderBy(s => string.Join(',', s.Products), StringComparer.Ordinal).ThenBy(s => s.Creator);
            var (number, creators, products) = (1, 0, new HashSet<long>());
            foreach (var (creator, wanted) in sets)
            {
                if (creators > 0 && (creators == MostCreators || products.Union(wanted).Count() > MostProducts)) (number, creators, products) = (number + 1, 0, []);
                creators++;
                products.UnionWith(wanted);
                numbers[(shop.Key, creator)] = number;
            }
        }
        return [.. offers.Select(o => o with { Collaboration = numbers[(o.Product.ShopId, o.Creator.Id)] })];
    }
}
