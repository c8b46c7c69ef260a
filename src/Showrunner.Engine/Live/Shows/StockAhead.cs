using MathNet.Numerics;

namespace Showrunner.Engine.Live.Shows;

/// <summary>When a product's stock runs out in a show.</summary>
/// <param name="PerMinute">Rate it sells at, best guess, in pieces.</param>
/// <param name="MinutesLeft">Until nothing is left at that rate.</param>
/// <param name="Soonest">One time in ten it lasts no longer than this.</param>
/// <param name="Latest">One time in ten it lasts longer than this; null when it may well outlast everything.</param>
/// <param name="Chance">That it runs out within the minutes asked about, 0 to 1.</param>
public sealed record StockAhead(double PerMinute, double MinutesLeft, double? Soonest, double? Latest, double Chance)
{
    private const double HalfLife = 8;
    private const int FarAhead = 100_000;

    /// <summary>
    /// Sales are counts whose rate is not known but learned from the last minutes, recent ones more (gamma posterior with a weak prior), so that what the next
    /// minutes sell is negative binomial: few sales so far make the answer vague, not bold.
    /// </summary>
    /// <param name="remaining">Pieces left, not below 0.</param>
    /// <param name="sold">Pieces sold in each minute that the product was on offer, oldest first; NaN where nothing is known.</param>
    /// <param name="within">Minutes to look ahead, most often those until the end of the show; not below 0.</param>
    /// <param name="usual">Pieces a minute such a product usually sells, not below 0; it counts like one minute seen. Null when not known.</param>
    /// <exception cref="ArgumentOutOfRangeException">A figure below 0.</exception>
    public static StockAhead Of(double remaining, IReadOnlyList<double> sold, double within, double? usual = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(remaining);
        ArgumentOutOfRangeException.ThrowIfNegative(within);
        ArgumentOutOfRangeException.ThrowIfNegative(usual ?? 0, nameof(usual));
        var (pieces, minutes) = usual is { } known ? (known + 0.1, 1.0) : (0.5, 0.2);
        for (var i = 0; i < sold.Count; i++)
        {
            if (double.IsNaN(sold[i])) continue;
            ArgumentOutOfRangeException.ThrowIfNegative(sold[i], nameof(sold));
            var weight = Math.Pow(0.5, (sold.Count - 1 - i) / HalfLife);
            (pieces, minutes) = (pieces + weight * sold[i], minutes + weight);
        }
        var rate = pieces / minutes;
        if (remaining <= 0) return new StockAhead(rate, 0, 0, 0, 1);
        return new StockAhead(rate, remaining / rate, When(0.1), When(0.9), Chance(within));

        // At least so many pieces: a negative binomial's upper tail is an incomplete beta function.
        double Chance(double ahead) => ahead <= 0 ? 0 : SpecialFunctions.BetaRegularized(Math.Ceiling(remaining), pieces, ahead / (ahead + minutes));

        double? When(double share)
        {
            if (Chance(FarAhead) < share) return null;
            var (low, high) = (0.0, (double)FarAhead);
            for (var i = 0; i < 60; i++)
            {
                var middle = (low + high) / 2;
                if (Chance(middle) < share) low = middle;
                else high = middle;
            }
            return high;
        }
    }
}
