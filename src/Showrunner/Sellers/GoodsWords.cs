using Showrunner.Web;

namespace Showrunner.Sellers;

/// <summary>What is known of goods, as people write it.</summary>
internal static class GoodsWords
{
    public static string Cost(ReadGoods.Goods goods, Formats formats) =>
        goods.CostLowMinor == goods.CostHighMinor ? formats.Money(goods.CostLowMinor) : $"{formats.Money(goods.CostLowMinor)} – {formats.Money(goods.CostHighMinor)}";

    public static string Stars(long ppm, Formats formats) => formats.Number(ppm / 1_000_000m, 1);
}
