using Showrunner.Web;

namespace Showrunner.Ledger;

/// <summary>What the figures of period totals count.</summary>
public static class TotalUnits
{
    private static readonly HashSet<string> Money =
    [
        TotalMeasure.Gmv, TotalMeasure.LiveGmv, TotalMeasure.VideoGmv, TotalMeasure.ProductCardGmv, TotalMeasure.TargetGmv, TotalMeasure.OpenGmv, TotalMeasure.DirectGmv,
        TotalMeasure.Refunds, TotalMeasure.EstCommission, TotalMeasure.ActualCommission, TotalMeasure.EstFlatFee, TotalMeasure.PartnerEstCommission, TotalMeasure.PartnerActualCommission,
        TotalMeasure.TargetEstCommission, TotalMeasure.OpenEstCommission, TotalMeasure.Aov, TotalMeasure.LiveGpm, TotalMeasure.VideoGpm,
    ];

    public static FigureUnit Of(string measure) => Money.Contains(measure) ? FigureUnit.Money : measure is TotalMeasure.Ctr or TotalMeasure.Ctor ? FigureUnit.Rate : FigureUnit.Count;
}
