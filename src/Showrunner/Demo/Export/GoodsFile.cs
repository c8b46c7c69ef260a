using Showrunner.Ledger;
using Fields = Showrunner.Imports.Kinds.GoodsList;

namespace Showrunner.Demo.Export;

/// <summary>Costs, stock, prices and ratings as a seller keeps them.</summary>
internal static class GoodsFile
{
    public static ExportColumns<GoodsDraft> Columns(ExportForm form) => new(Fields.Kind, "costs", ExportHeaders.Goods(form.Language), (field, _) => field switch
    {
        Fields.ProductNo => d => d.ProductNo,
        Fields.Name => d => d.ProductName,
        Fields.Cost => d => form.Plain(d.CostMinor),
        Fields.ValidFrom => d => d.CostMinor is null ? ExportForm.None : ExportForm.Day(d.CostFrom),
        Fields.Currency => _ => form.Market.Currency,
        Fields.Stock => d => ExportForm.Count(d.Stock),
        Fields.Day => d => ExportForm.Day(d.Day),
        Fields.Price => d => form.Plain(d.PriceMinor),
        Fields.Rating => d => form.Stars(d.RatingPpm),
        _ => _ => ExportForm.None,
    });
}
