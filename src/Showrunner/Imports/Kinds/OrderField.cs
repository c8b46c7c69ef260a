namespace Showrunner.Imports.Kinds;

/// <summary>What a column of order lines can fill; also the words of a mapping file.</summary>
internal static class OrderField
{
    public const string OrderNo = "order_no", SkuNo = "sku_no", SellerSku = "seller_sku", ProductNo = "product_no", ProductName = "product_name";
    public const string ContentNo = "content_no", Creator = "creator", ShopNo = "shop_no", ShopName = "shop_name", BuyerNo = "buyer_no", Category = "category";
    public const string CampaignNo = "campaign_no", CampaignName = "campaign_name", InvitationNo = "invitation_no", CommissionType = "commission_type";
    public const string Channel = "channel", Status = "status", Currency = "currency";
    public const string OrderedAt = "ordered_at", PaidAt = "paid_at", DeliveredAt = "delivered_at", SettledAt = "settled_at";
    public const string Quantity = "quantity", ReturnedQuantity = "returned_quantity", RefundedQuantity = "refunded_quantity", FullyReturned = "fully_returned";
    public const string Price = "price", Gmv = "gmv", Refund = "refund";
    public const string CommissionRate = "commission_rate", AdsCommissionRate = "ads_commission_rate";
    public const string EstBase = "est_base", ActualBase = "actual_base", EstCommission = "est_commission", ActualCommission = "actual_commission";
    public const string EstAdsCommission = "est_ads_commission", ActualAdsCommission = "actual_ads_commission";
    public const string EstBonus = "est_bonus", ActualBonus = "actual_bonus";

    public static readonly IReadOnlyList<string> All =
    [
        OrderNo, SkuNo, SellerSku, ProductNo, ProductName, ContentNo, Creator, ShopNo, ShopName, BuyerNo, Category, CampaignNo, CampaignName, InvitationNo, CommissionType, Channel, Status, Currency,
        OrderedAt, PaidAt, DeliveredAt, SettledAt, Quantity, ReturnedQuantity, RefundedQuantity, FullyReturned, Price, Gmv, Refund,
        CommissionRate, AdsCommissionRate, EstBase, ActualBase, EstCommission, ActualCommission, EstAdsCommission, ActualAdsCommission, EstBonus, ActualBonus,
    ];
}
