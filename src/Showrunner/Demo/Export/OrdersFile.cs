using Showrunner.Demo.Words;
using Showrunner.Imports.Kinds;
using Showrunner.Ledger;
using Fields = Showrunner.Imports.Kinds.OrderField;

namespace Showrunner.Demo.Export;

/// <summary>The affiliate order export of a seller's console.</summary>
internal static class OrdersFile
{
    public static ExportColumns<OrderLineDraft> Columns(ExportForm form) => form.Language switch
    {
        ExportLanguage.Indonesian => new(SellerAffiliateOrders.Kind, "ID", ExportHeaders.OrdersIndonesian, (field, header) => Cell(form, field, header)),
        ExportLanguage.Vietnamese => new(SellerAffiliateOrders.Kind, "VI", ExportHeaders.OrdersVietnamese, (field, header) => Cell(form, field, header)),
        _ => new(SellerAffiliateOrders.Kind, "EN", ExportHeaders.OrdersEnglish, (field, header) => Cell(form, field, header)),
    };

    private static Func<OrderLineDraft, string> Cell(ExportForm form, string field, string header) => field switch
    {
        // A stray tab keeps spreadsheets from rounding the number; real files have it.
        Fields.OrderNo => d => d.OrderNo + "\t",
        Fields.ProductNo => d => d.ProductNo,
        Fields.ProductName => d => d.ProductName,
        Fields.SkuNo => d => d.SkuNo,
        Fields.SellerSku => d => d.SellerSku,
        Fields.Price => d => form.Plain(d.PriceMinor),
        Fields.Gmv => d => form.Plain(d.GmvMinor),
        Fields.Currency => _ => form.Market.Currency,
        Fields.Quantity => d => ExportForm.Count(d.Quantity),
        Fields.FullyReturned => d => d.ReturnedQuantity == d.Quantity ? "Yes" : "No",
        Fields.ReturnedQuantity => d => ExportForm.Count(d.ReturnedQuantity),
        Fields.RefundedQuantity => _ => "0",
        Fields.Status => d => form.Status(d.Status),
        Fields.Creator => d => d.CreatorHandle,
        Fields.Channel => d => form.Channel(d.Channel),
        Fields.ContentNo => d => d.ContentNo,
        Fields.CommissionRate => d => form.Percent(d.CommissionRatePpm),
        Fields.AdsCommissionRate => d => form.Percent(d.AdsCommissionRatePpm),
        Fields.EstBase => d => form.Plain(d.EstBaseMinor),
        Fields.ActualBase => d => form.Plain(d.ActualBaseMinor),
        Fields.EstCommission => d => form.Plain(d.EstCommissionMinor),
        Fields.ActualCommission => d => form.Plain(d.ActualCommissionMinor),
        Fields.EstAdsCommission => d => form.Plain(d.EstAdsCommissionMinor),
        Fields.ActualAdsCommission => d => form.Plain(d.ActualAdsCommissionMinor),
        Fields.EstBonus => d => form.Plain(d.EstBonusMinor),
        Fields.ActualBonus => d => form.Plain(d.ActualBonusMinor),
        Fields.OrderedAt => d => form.Moment(d.OrderedAt),
        Fields.PaidAt => d => form.Moment(d.PaidAt),
        Fields.DeliveredAt => d => form.Moment(d.DeliveredAt),
        Fields.SettledAt => d => form.Moment(d.SettledAt),
        _ => header switch
        {
            "commission model" => _ => "Open collaboration",
            "Platform" => _ => "TikTok",
            _ => _ => ExportForm.None,
        },
    };
}
