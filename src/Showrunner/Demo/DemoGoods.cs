using Showrunner.Demo.Words;
using Showrunner.Engine.Simulation;
using Showrunner.Ledger;

namespace Showrunner.Demo;

/// <summary>
/// What the sellers' own lists tell of the demo's goods: costs, some of them dearer since the middle, some never told; stock week by week; ratings.
/// Made with a chance of its own, so that it changes nothing else.
/// </summary>
internal sealed class DemoGoods(MarketWords words, DemoCatalogue catalogue, DemoCalendar calendar, DemoEvents events, int seed)
{
    private const int WeeksOfStock = 8, ChanceOfGoods = 4;
    private const double PiecesPerLine = 1.28;

    /// <summary>What a piece costs from a day on; none where the seller keeps it to himself.</summary>
    public IReadOnlyList<(DateOnly From, long CostMinor)> Costs(DemoProduct product)
    {
        var chance = Chance.Of(seed, words.Number, ChanceOfGoods, product.Number);
        if (chance.Hits(0.08)) return [];
        var middle = calendar.Days.From.AddDays(calendar.Count / 2);
        return chance.Hits(0.35) ? [(calendar.Days.From, (long)(product.CostMinor / chance.Between(1.04, 1.15))), (middle, product.CostMinor)] : [(calendar.Days.From, product.CostMinor)];
    }

    /// <summary>The evenings' stock.</summary>
    public long[] Stock(DemoProduct product, double[] lines)
    {
        var outs = events.All.FirstOrDefault(e => e.Kind == DemoEvent.StockOut && e.Product == product);
        double[] pieces = [.. lines.Select(l => l * PiecesPerLine)];
        return outs is null ? Engine.Simulation.Stock.Evenings(pieces) : Engine.Simulation.Stock.Evenings(pieces, outs.From, outs.To);
    }

    /// <summary>Tenths of a star, in millionths: better goods are rated better, a bad batch shows.</summary>
    public long Rating(DemoProduct product)
    {
        var chance = Chance.Of(seed, words.Number, ChanceOfGoods, product.Number + catalogue.All.Count);
        var stars = 3.6 + 1.3 * product.Traits.Quality + chance.Between(-0.2, 0.2) - (product == catalogue.Returned ? 0.7 : 0);
        return (long)Math.Round(Math.Clamp(stars, 1, 5) * 10) * 100_000;
    }

    /// <summary>Filled again for every row.</summary>
    public IEnumerable<GoodsDraft> Drafts(Func<DemoProduct, double[]> lines)
    {
        var d = new GoodsDraft();
        foreach (var product in catalogue.All)
        {
            (d.ProductNo, d.ProductName) = (product.No, product.Name);
            var (costs, stock) = (Costs(product), Stock(product, lines(product)));
            for (var week = Math.Min(WeeksOfStock, (stock.Length - 1) / 7); week >= 0; week--)
            {
                (d.Day, d.Stock, d.CostMinor, d.PriceMinor, d.RatingPpm) = (calendar.Days.To.AddDays(-7 * week), stock[^(1 + 7 * week)], null, null, null);
                if (week == 0) (d.PriceMinor, d.RatingPpm) = (product.PriceMinor, Rating(product));
                if (costs.Count > week) (d.CostFrom, d.CostMinor) = costs[week];
                yield return d;
            }
        }
    }
}
