namespace Showrunner.Engine.Live.Streams;

/// <summary>
/// What is remembered of how large a statistic gets: the level that a tenth of its values exceed, the largest, and how many there were. Between the two the chance falls as
/// a power of the value, which both determine; above the largest on along a power that leans on a prior (a tail index in the manner of Hill 1975, from the two order
/// statistics). A value is so never rarer than one in what was seen, as a conformal rank is (Vovk, Gammerman and Shafer 2005), unless it lies beyond all of it. The level is
/// followed by stochastic approximation (Robbins and Monro 1951) of its logarithm.
/// </summary>
public sealed record TailState
{
    // A rank counts for one in 500 at most, however many were seen: how far beyond the largest a value lies matters more than the age of the stream.
    internal const int Deepest = 500;
    private const double Share = 0.1, PriorIndex = 0.3, PriorWeight = 2, Tiny = 1e-300;
    private const int Fewest = 30, Forget = 40_000, LevelMemory = 100, Lag = 25;

    /// <summary>Values learned from, up to 500.</summary>
    public int Count { get; set; }
    /// <summary>Exceeded by a tenth, in the statistic's unit.</summary>
    public double Level { get; set; }
    /// <summary>The largest, forgotten over tens of thousands of values.</summary>
    public double Most { get; set; }
    /// <summary>The largest of the last values, which do not count yet: what grows slowly is not to hide behind itself.</summary>
    public double Recent { get; set; }
    public int Waited { get; set; }

    /// <summary>Chance of a value at least as large as this one, above 0 to 1.</summary>
    /// <param name="value">Not below 0.</param>
    /// <param name="floor">What is no news however small the level is, in the statistic's unit.</param>
    public double Chance(double value, double floor)
    {
        var level = Math.Max(Level, floor);
        if (value <= level || level <= 0) return 1;
        var (count, most) = (Math.Max(Fewest, Count), Math.Max(Most, level));
        var (depth, own) = (Math.Log(Share * count), Math.Log(most / level));
        if (value <= most) return Share * Math.Exp(-depth * Math.Log(value / level) / own);
        return Math.Exp(-Math.Log(value / most) * (depth + PriorWeight) / (own + PriorIndex * PriorWeight)) / count;
    }

    /// <param name="value">Not below 0.</param>
    /// <param name="floor">As in <see cref="Chance"/>.</param>
    public void Learn(double value, double floor)
    {
        if (Count < Fewest) Level = Math.Max(Level, Math.Max(value, floor));
        Count = Math.Min(Count + 1, Deepest);
        Recent = Math.Max(Recent, value);
        Most *= 1 - 1.0 / Forget;
        if (Count < Lag || ++Waited >= Lag) (Most, Recent, Waited) = (Math.Max(Most, Recent), 0, 0);
        var step = Math.Max(4.0 / (Count + 8), 1.0 / LevelMemory);
        Level = Math.Max(Level, Tiny) * Math.Exp(step * ((value > Math.Max(Level, floor) ? 1 : 0) - Share));
    }
}
