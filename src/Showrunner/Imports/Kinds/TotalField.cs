using Showrunner.Ledger;

namespace Showrunner.Imports.Kinds;

internal enum FigureUnit { Count, Money, Ratio }

/// <summary>Columns of period totals: who or what they are about, else a measure's code.</summary>
internal static class TotalField
{
    public const string Creator = "creator", CreatorName = "creator_name", ProductNo = "product_no", ProductName = "product_name";
    public const string Category = "category", CategoryName = "category_name", ShopNo = "shop_no", ShopName = "shop_name";
    public const string Status = "status", Description = "description", Price = "price", CommissionRate = "commission_rate", ListedAt = "listed_at";

    public static readonly IReadOnlySet<string> Words = new HashSet<string>
    {
        Creator, CreatorName, ProductNo, ProductName, Category, CategoryName, ShopNo, ShopName, Status, Description, Price, CommissionRate, ListedAt,
    };

    public static FigureUnit Unit(string measure) => measure switch
    {
        TotalMeasure.Ctr or TotalMeasure.Ctor => FigureUnit.Ratio,
        TotalMeasure.Gmv or TotalMeasure.LiveGmv or TotalMeasure.VideoGmv or TotalMeasure.ProductCardGmv or TotalMeasure.Refunds
            or TotalMeasure.EstCommission or TotalMeasure.ActualCommission or TotalMeasure.EstFlatFee or TotalMeasure.PartnerEstCommission
            or TotalMeasure.PartnerActualCommission or TotalMeasure.TargetGmv or TotalMeasure.TargetEstCommission or TotalMeasure.OpenGmv
            or TotalMeasure.OpenEstCommission or TotalMeasure.DirectGmv or TotalMeasure.Aov or TotalMeasure.LiveGpm or TotalMeasure.VideoGpm => FigureUnit.Money,
        _ => FigureUnit.Count,
    };
}
