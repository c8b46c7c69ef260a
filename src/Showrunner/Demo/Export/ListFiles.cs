using Showrunner.Demo.Words;
using Showrunner.Imports.Kinds;
using Showrunner.Ledger;
using Fields = Showrunner.Imports.Kinds.ContentField;

namespace Showrunner.Demo.Export;

/// <summary>A LIVE and one of the products sold in it, as the LIVE list tells them; without a product when nothing was sold.</summary>
internal readonly record struct LiveRow(ContentDraft Live, Sums Sold);

/// <summary>A creator with what he came to over the whole period.</summary>
internal readonly record struct CreatorRow(string Handle, Sums Sold, int Samples, int Posted, int Showcase);

/// <summary>The lists: creators, videos, LIVEs, products.</summary>
internal static class ListFiles
{
    public static ExportColumns<CreatorRow> Creators(ExportForm form) => new(CreatorList.Kind, "Compass", ExportHeaders.Creators, (field, _) => field switch
    {
        TotalField.Creator => r => r.Handle,
        TotalMeasure.Gmv => r => form.Money(r.Sold.Gmv),
        TotalMeasure.Refunds => r => form.Money(r.Sold.Refunds),
        TotalMeasure.Orders => r => ExportForm.Count(r.Sold.Orders),
        TotalMeasure.Items => r => ExportForm.Count(r.Sold.Items),
        TotalMeasure.ItemsRefunded => r => ExportForm.Count(r.Sold.ItemsRefunded),
        TotalMeasure.Aov => r => r.Sold.Orders == 0 ? ExportForm.None : form.Money(r.Sold.Gmv / r.Sold.Orders),
        TotalMeasure.Videos => r => ExportForm.Count(r.Sold.Videos),
        TotalMeasure.Lives => r => ExportForm.Count(r.Sold.Lives),
        TotalMeasure.EstCommission => r => form.Money(r.Sold.Commission),
        TotalMeasure.Samples => r => ExportForm.Count(r.Samples),
        TotalMeasure.SampleContent => r => ExportForm.Count(r.Posted),
        TotalMeasure.ShowcaseProducts => r => ExportForm.Count(r.Showcase),
        TotalMeasure.VideoGmv => r => form.Money(r.Sold.VideoGmv),
        TotalMeasure.LiveGmv => r => form.Money(r.Sold.LiveGmv),
        TotalMeasure.ProductCardGmv => r => form.Money(r.Sold.CardGmv),
        TotalMeasure.Ctr => r => form.Share(r.Sold.Clicks, r.Sold.Impressions),
        TotalMeasure.Ctor => r => form.Share(Math.Min(r.Sold.Orders, r.Sold.Clicks), r.Sold.Clicks),
        TotalMeasure.ProductImpressions => r => ExportForm.Count(r.Sold.Impressions),
        TotalMeasure.VideoViews => r => ExportForm.Count(r.Sold.Views),
        _ => _ => ExportForm.None,
    });

    public static ExportColumns<ContentDraft> Videos(ExportForm form) => form.Language == ExportLanguage.English
        ? new(VideoList.Kind, "seller video details", [.. ExportHeaders.VideoDetails.Select(h => h.Replace("#", form.Sign, StringComparison.Ordinal))], (field, _) => Video(form, field))
        : new(VideoList.Kind, "Compass", ExportHeaders.Videos, (field, _) => Video(form, field));

    private static Func<ContentDraft, string> Video(ExportForm form, string field) => field switch
    {
        Fields.ContentNo => d => d.ContentNo,
        Fields.Title => d => d.Title,
        Fields.PostedAt => d => form.ListMoment(d.PostedAt),
        Fields.Link => d => $"https://www.tiktok.com/@{d.CreatorHandle}/video/{d.ContentNo}",
        Fields.Creator => d => d.CreatorHandle,
        Fields.CreatorNo => d => d.CreatorNo,
        Fields.ProductNo => d => d.ProductNo,
        Fields.ProductName => d => d.ProductName,
        Fields.Gmv => d => form.Money(d.GmvMinor ?? 0),
        Fields.AttributedGmv => d => form.Money(d.AttributedGmvMinor ?? 0),
        Fields.Refunds => d => form.Money(d.RefundMinor ?? 0),
        Fields.EstCommission => d => form.Money(d.EstCommissionMinor ?? 0),
        Fields.Orders => d => ExportForm.Count(d.Orders),
        Fields.Items => d => ExportForm.Count(d.Items),
        Fields.ItemsRefunded => d => ExportForm.Count(d.ItemsRefunded),
        Fields.Customers => d => ExportForm.Count(d.Customers),
        Fields.Views => d => ExportForm.Count(d.Views),
        Fields.Likes => d => ExportForm.Count(d.Likes),
        Fields.Comments => d => ExportForm.Count(d.Comments),
        Fields.Shares => d => ExportForm.Count(d.Shares),
        Fields.NewFollowers => d => ExportForm.Count(d.NewFollowers),
        Fields.ProductImpressions => d => ExportForm.Count(d.ProductImpressions),
        Fields.ProductClicks => d => ExportForm.Count(d.ProductClicks),
        Fields.CompletionRate => d => form.Percent(d.CompletionRatePpm),
        _ => _ => ExportForm.None,
    };

    public static ExportColumns<LiveRow> Lives(ExportForm form) => new(AffiliateLiveList.Kind, "EN", ExportHeaders.Lives, (field, header) => field switch
    {
        Fields.ContentNo => r => r.Live.ContentNo,
        Fields.Title => r => r.Live.Title,
        Fields.PostedAt => r => form.ListMoment(r.Live.PostedAt),
        Fields.EndedAt => r => form.ListMoment(r.Live.EndedAt!.Value),
        Fields.Creator => r => r.Live.CreatorHandle,
        Fields.ProductNo => r => r.Sold.ProductNo.Length > 0 ? r.Sold.ProductNo : ExportForm.None,
        Fields.ProductName => r => r.Sold.ProductName.Length > 0 ? r.Sold.ProductName : ExportForm.None,
        Fields.Gmv => r => form.Money(r.Sold.Gmv),
        Fields.Items => r => ExportForm.Count(r.Sold.Items),
        Fields.Refunds => r => form.Money(r.Sold.Refunds),
        Fields.ItemsRefunded => r => ExportForm.Count(r.Sold.ItemsRefunded),
        Fields.Orders => r => ExportForm.Count(r.Sold.Orders),
        Fields.EstCommission => r => form.Money(r.Sold.Commission),
        _ => r => header == "AOV" && r.Sold.Orders > 0 ? form.Money(r.Sold.Gmv / r.Sold.Orders) : ExportForm.None,
    });

    public static ExportColumns<Sums> Products(ExportForm form) => new(ProductList.Kind, "Compass", ExportHeaders.Products, (field, _) => field switch
    {
        TotalField.ProductNo => r => r.ProductNo,
        TotalField.ProductName => r => r.ProductName,
        TotalField.Category => r => r.CategoryPath,
        TotalMeasure.Gmv => r => form.Money(r.Gmv),
        TotalMeasure.Refunds => r => form.Money(r.Refunds),
        TotalMeasure.Items => r => ExportForm.Count(r.Items),
        TotalMeasure.ItemsRefunded => r => ExportForm.Count(r.ItemsRefunded),
        TotalMeasure.Orders => r => ExportForm.Count(r.Orders),
        TotalMeasure.Videos => r => ExportForm.Count(r.Videos),
        TotalMeasure.Lives => r => ExportForm.Count(r.Lives),
        TotalMeasure.EstCommission => r => form.Money(r.Commission),
        _ => _ => ExportForm.None,
    });
}
