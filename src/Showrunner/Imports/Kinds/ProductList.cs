using Showrunner.Ledger;
using static Showrunner.Imports.Kinds.TotalField;
using static Showrunner.Ledger.TotalMeasure;

namespace Showrunner.Imports.Kinds;

/// <summary>Products with or without totals: Affiliate Center, Data Compass, Seller Center, market-data catalogues.</summary>
internal static class ProductList
{
    public static readonly Kind Kind = new("product_list", FactFamily.Products,
        new Layout("affiliate", [ProductNo, ProductName, Gmv],
            ("Product ID", ProductNo), ("Product name", ProductName), ("GMV", Gmv), ("Items sold", Items), ("Est. commission", EstCommission),
            ("Samples", Samples), ("Sales creator", TotalMeasure.Creators), ("LIVE streams", TotalMeasure.Lives), ("Videos", Videos), ("Refunded GMV", Refunds),
            ("Refunded items sold", ItemsRefunded), ("Est. flat fee", EstFlatFee))
        { Window = StatWindow.Period },
        new Layout("Compass", [ProductNo, ProductName, Gmv],
            ("Product name", ProductName), ("Product ID", ProductNo), ("Product category", Category), ("Creator-attributed GMV", Gmv),
            ("Affiliate-attributed GMV", Gmv), ("Refunds", Refunds), ("Creator-attributed items sold", Items), ("Affiliate-attributed items sold", Items),
            ("Items refunded", ItemsRefunded), ("Attributed orders", Orders), ("Avg. daily customers", AvgDailyCustomers),
            ("Avg. daily creators with sales", ""), ("Avg. daily creators posted content", ""), ("Avg. daily videos with sales", ""),
            ("Avg. daily LIVE streams with sales", ""), ("Videos", Videos), ("Live streams", TotalMeasure.Lives), ("Est. commission", EstCommission),
            ("Samples shipped", Samples), ("Est. flat fee", EstFlatFee))
        { Window = StatWindow.Period },
        new Layout("seller", [ProductNo, ProductName, Status, Gmv],
            ("ID", ProductNo), ("Product", ProductName), ("Sản phẩm", ProductName), ("Status", Status), ("GMV", Gmv), ("Items sold", Items), ("Units sold", Items),
            ("Orders", Orders), ("LIVE GMV", LiveGmv), ("Video GMV", VideoGmv), ("Product card GMV", ProductCardGmv),
            ("Shop tab GMV", ""), ("Shop Tab items sold", ""), ("Shop tab listing impressions", ""), ("Shop tab page views", ""),
            ("Shop tab unique page views", ""), ("Shop tab unique product customers", ""), ("Shop tab clickthrough rate", ""), ("Shop tab conversion rate", ""),
            ("LIVE items sold", ""), ("LIVE impressions", ""), ("Page views from LIVE", ""), ("Unique page views from LIVE", ""),
            ("LIVE unique product customers", ""), ("LIVE click-through rate", ""), ("LIVE conversion rate", ""),
            ("Video items sold", ""), ("Video impressions", ""), ("Page views from video", ""), ("Unique page views from video", ""),
            ("Video unique product customers", ""), ("Video click-through rate", ""), ("Video conversion rate", ""),
            ("Product card items sold", ""), ("Product card units sold", ""), ("Product card impressions", ""), ("Page views from product card", ""),
            ("Unique page views from product card", ""), ("Product card unique customers", ""), ("Product card unique buyers", ""),
            ("Product card click-through rate", ""), ("Product card conversion rate", ""))
        { Window = StatWindow.Period },
        new Layout("market data", [ProductNo, ProductName, Price],
            ("Product ID", ProductNo), ("Product title", ProductName), ("Price", Price), ("Category", Category), ("Category (English)", CategoryName),
            ("Listed at", ListedAt), ("Commission rate", CommissionRate), ("Items sold (28 days)", Items), ("GMV (28 days)", Gmv),
            ("Description", Description), ("Features", ""))
        { Window = StatWindow.Days28 });
}
