using Showrunner.Web;

namespace Showrunner.Sellers;

/// <summary>What is known of goods, as people write it.</summary>
internal static class GoodsWords
{
    public static string Cost(ReadGoods.Goods goods, Formats formats) =>
        goods.CostLowMinor == goods.CostHighMinor ? formats.Money(goods.CostLowMinor) : $"{formats.Money(goods.CostLowMinor)} – {formats.Money(goods.CostHighMinor)}";

    /// <summary>As the marketplace names it; a word that we do not know stays as the file has it.</summary>
    public static string Status(string told, Say say)
    {
        var key = "product.status." + told.Trim().ToLowerInvariant().Replace(' ', '_');
        return say.Has(key) ? say[key] : told;
    }

    public static string Stars(long ppm, Formats formats) => formats.Number(ppm / 1_000_000m, 1);
}
