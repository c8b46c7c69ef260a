namespace Showrunner.Engine.Live.Shows;

/// <summary>
/// How rare a minute is among past minutes of like size: its rank, which needs no distribution (conformal p-value, Vovk, Gammerman and Shafer 2005). Of each size the values at the
/// ranks 1, 2, 4, 8 … are kept; between two of them the larger rank counts, so that a chance is never called smaller than it is.
/// </summary>
public sealed record MinuteRanks
{
    private const int Sizes = 4;

    /// <summary>Upper bounds of the sizes, by what is usual, but for the last one.</summary>
    public required double[] Bounds { get; init; }
    /// <summary>For each size, value over usual at doubling ranks, the strangest first; and how many minutes there were.</summary>
    public required double[][] Ranked { get; init; }
    public required int[] Counts { get; init; }
    /// <summary>Whether high values are strange, rather than low ones.</summary>
    public required bool High { get; init; }

    /// <summary>Chance of a minute at least as strange, above 0 to 1; 1 where no past is known.</summary>
    public double Chance(double value, double usual)
    {
        if (usual <= 0 || Counts.Length == 0) return 1;
        var size = 0;
        while (size < Bounds.Length && usual > Bounds[size]) size++;
        var (ranked, ratio, rank) = (Ranked[size], High ? -value / usual : value / usual, 0);
        while (rank < ranked.Length && ratio >= ranked[rank]) rank++;
        return Math.Min(1, (rank == 0 ? 1.0 : 1 << rank) / (Counts[size] + 1));
    }

    internal static MinuteRanks Of(List<(double Value, double Usual)> minutes, bool high)
    {
        double[] usual = [.. minutes.Select(m => m.Usual).Where(u => u > 0).Order()];
        double[] bounds = usual.Length == 0 ? [] : [.. Enumerable.Range(1, Sizes - 1).Select(i => usual[i * usual.Length / Sizes])];
        double[][] sorted = usual.Length == 0 ? [] : [.. Enumerable.Range(0, Sizes).Select(s => minutes
            .Where(m => m.Usual > 0 && (s == 0 || m.Usual > bounds[s - 1]) && (s == Sizes - 1 || m.Usual <= bounds[s])).Select(m => (high ? -1 : 1) * m.Value / m.Usual).Order().ToArray())];
        return new MinuteRanks { Bounds = bounds, Counts = [.. sorted.Select(s => s.Length)], High = high, Ranked = [.. sorted.Select(Doubling)] };
    }

    private static double[] Doubling(double[] sorted)
    {
        var kept = new List<double>();
        for (var rank = 1; rank <= sorted.Length; rank *= 2) kept.Add(sorted[rank - 1]);
        return [.. kept];
    }
}
