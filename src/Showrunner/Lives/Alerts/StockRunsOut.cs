using Showrunner.Engine.Live.Shows;
using Showrunner.Lives.Intake;

namespace Showrunner.Lives.Alerts;

/// <summary>At the rate of the last quarter of an hour, a product is likelier than not to be sold out within the next.</summary>
public sealed class StockRunsOut : AlertRule
{
    private const int Minutes = 15, Least = 5;
    private const double Likely = 0.5;

    public override string Code => "stock_out";

    public override IEnumerable<Sighting> Look(WatchedShow show)
    {
        foreach (var product in show.Figures.Products)
        {
            if (product.Total(LiveMeasure.Stock) is not { } stock || !product.Told.TryGetValue(LiveMeasure.Items, out var items)) continue;
            var sold = items.Values.SkipLast(1).TakeLast(Minutes).Select(value => (double)(value ?? 0)).ToArray();
            if (sold.Length < Least || sold.Sum() <= 0) continue;
            var ahead = StockAhead.Of(stock, sold, Minutes);
            if (ahead.Chance > Likely) yield return new(product.Number, stock, (decimal)Math.Round(ahead.MinutesLeft, 1));
        }
    }
}
