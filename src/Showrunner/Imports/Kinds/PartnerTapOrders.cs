using static Showrunner.Imports.Kinds.OrderField;

namespace Showrunner.Imports.Kinds;

/// <summary>
/// Partner Center, order export of an affiliate partner (TAP): the one file that says which campaign an order came from. What the
/// partner himself earns is not the creator's and is passed over. Names differ from export to export.
/// </summary>
internal static class PartnerTapOrders
{
    /// <summary>Commission GMV stands in no other export of orders.</summary>
    private static readonly string[] Needed = [OrderNo, ProductNo, SkuNo, Creator, Quantity, Gmv, OrderedAt];

    public static readonly Kind Kind = new("partner_tap_orders", FactFamily.OrderLines,
        new Layout("EN", Needed,
            ("Order ID", OrderNo), ("SKU ID", SkuNo), ("Product ID", ProductNo), ("Product name", ProductName), ("Creator username", Creator),
            ("Content type", Channel), ("Content ID", ContentNo), ("Invitation ID", InvitationNo), ("Commission type", CommissionType),
            ("Price", Price), ("Quantity", Quantity), ("Commission GMV", Gmv), ("Fully returned or refunded", FullyReturned),
            ("Shop name", ShopName), ("Shop code", ShopNo), ("Partner campaign ID", CampaignNo),
            ("Order settlement status", Status), ("Order payment status", Status), ("Payment status", ""),
            ("Est. base commission", EstBase), ("Commission base", EstBase),
            ("Standard creator affiliate commission rate", CommissionRate), ("Creator shop ads commission rate", AdsCommissionRate),
            ("Est. creator commission", EstCommission), ("Est. creator Shop Ads commission", EstAdsCommission), ("Est. creator partner bonus commission", EstBonus),
            ("Standard creator commission", ""), ("Shop ads commission for creators", ""), ("Affiliate creator partner bonus", ""),
            ("Affiliate partner estimated commission", ""), ("Affiliate partner shop ads estimated commission", ""), ("Affiliate partner estimated bonus commission", ""),
            ("Standard affiliate partner commission rate", ""), ("Attribution type", ""), ("Order type", ""), ("Payment ID", ""),
            ("Time Created", OrderedAt), ("Created time", OrderedAt), ("Order delivered time", DeliveredAt), ("Time order delivered", DeliveredAt), ("Paid time", PaidAt))
        { IsLanguage = true, FirstNameCounts = true },
        new Layout("JA", Needed,
            ("注文ID", OrderNo), ("SKU ID", SkuNo), ("商品ID", ProductNo), ("商品名", ProductName), ("クリエイターのユーザー名", Creator),
            ("コンテンツタイプ", Channel), ("コンテンツID", ContentNo), ("Invitation ID", InvitationNo), ("成果報酬のタイプ", CommissionType),
            ("価格", Price), ("数量", Quantity), ("成果報酬GMV", Gmv), ("すべて返品または返金済み", FullyReturned),
            ("ショップ名", ShopName), ("ショップコード", ShopNo), ("Partner campaign ID", CampaignNo),
            ("注文の決済状況", Status), ("支払い状況", ""), ("成果報酬ベース", EstBase),
            ("アフィリエイトパートナー推定成果報酬", ""), ("アフィリエイトパートナーショップ広告の推定成果報酬", ""), ("アフィリエイトパートナーの推定ボーナス成果報酬", ""),
            ("作成日時", OrderedAt), ("注文配達日時", DeliveredAt), ("支払い日時", PaidAt))
        { IsLanguage = true, FirstNameCounts = true });
}
