using Showrunner.Ledger;
using static Showrunner.Imports.Kinds.TotalField;
using static Showrunner.Ledger.TotalMeasure;

namespace Showrunner.Imports.Kinds;

/// <summary>Creators with their totals over a period: Affiliate Center's list, its short form, and Data Compass.</summary>
internal static class CreatorList
{
    public static readonly Kind Kind = new("creator_list", FactFamily.PeriodTotals,
        new Layout("old", [Creator, Gmv],
            ("Creator username", Creator), ("Affiliate GMV", Gmv), ("Affiliate LIVE GMV", LiveGmv), ("Affiliate shoppable video GMV", VideoGmv),
            ("Affiliate product card GMV", ProductCardGmv), ("Affiliate products sold", ProductsSold), ("Items sold", Items),
            ("Est. commission", EstCommission), ("Est. flat fee", EstFlatFee), ("Avg. order value", Aov),
            ("Affiliate product showcase", ShowcaseProducts), ("Affiliate orders", Orders), ("CTR", Ctr), ("Product impressions", ProductImpressions),
            ("Avg. affiliate customers", AvgDailyCustomers), ("Affiliate LIVE streams", TotalMeasure.Lives), ("Affiliate shoppable videos", Videos),
            ("Target collaboration GMV", TargetGmv), ("Target collaboration est. commission", TargetEstCommission),
            ("Open collaboration GMV", OpenGmv), ("Open collaboration est. commission", OpenEstCommission),
            ("Affiliate refunded GMV", Refunds), ("Affiliate items refunded", ItemsRefunded), ("Affiliate followers", Followers)),
        new Layout("Compass", [Creator, Gmv],
            ("Creator name", Creator), ("Creator-attributed GMV", Gmv), ("Affiliate-attributed GMV", Gmv), ("Refunds", Refunds),
            ("Attributed orders", Orders), ("Creator-attributed items sold", Items), ("Affiliate-attributed items sold", Items),
            ("Items refunded", ItemsRefunded), ("AOV", Aov), ("Videos", Videos), ("Live streams", TotalMeasure.Lives), ("Est. commission", EstCommission),
            ("Samples shipped", Samples), ("Est. flat fee", EstFlatFee), ("Creator video-attributed GMV", VideoGmv),
            ("Creator live-attributed GMV", LiveGmv), ("Affiliate product card-attributed GMV", ProductCardGmv), ("CTOR", Ctor), ("CTR", Ctr),
            ("Total sample content", SampleContent), ("Products added to showcase", ShowcaseProducts), ("Product impressions", ProductImpressions),
            ("Video views", VideoViews), ("Customers", Customers), ("Products sold", ProductsSold)),
        new Layout("mini", [Creator, CreatorName, Gmv],
            ("Creator Name", Creator), ("Creator Nickname", CreatorName), ("GMV", Gmv), ("Items sold", Items), ("Videos", Videos),
            ("LIVE streams", TotalMeasure.Lives), ("Est. commission", EstCommission), ("Samples", Samples), ("Refunded GMV", Refunds),
            ("Refunded items sold", ItemsRefunded), ("Est. flat fee", EstFlatFee)));
}
