namespace Showrunner.Demo;

/// <summary>Seeded chance (SplitMix64): small enough that every creator has his own, so that no creator's luck depends on another's.</summary>
internal struct Chance(ulong seed)
{
    private ulong _state = seed;

    public static Chance Of(int seed, int a, int b, int c) =>
        new(Mix(Mix(Mix(Mix((ulong)seed + 0x9e3779b97f4a7c15) + (ulong)a) + (ulong)b) + (ulong)c));

    /// <summary>From 0 up to, not including, 1.</summary>
    public double Next()
    {
        _state += 0x9e3779b97f4a7c15;
        return (Mix(_state) >> 11) * (1.0 / (1UL << 53));
    }

    public bool Hits(double probability) => Next() < probability;
    public int Below(int limit) => (int)(Next() * limit);
    /// <summary>Both ends included.</summary>
    public int Between(int low, int high) => low + Below(high - low + 1);
    public double Between(double low, double high) => low + Next() * (high - low);
    public T Pick<T>(IReadOnlyList<T> from) => from[Below(from.Count)];

    /// <summary>Median 1; sigma 0.5 stays within a factor of three, 1.5 makes a long tail.</summary>
    public double LogNormal(double sigma) => Math.Exp(sigma * Normal());

    /// <summary>Small numbers far oftener than large ones, up to the limit: the popularity of products.</summary>
    public int Popular(int limit) => Math.Min(limit - 1, (int)(Math.Pow(limit + 1, Next()) - 1));

    public int Poisson(double mean)
    {
        if (mean > 40) return Math.Max(0, (int)Math.Round(mean + Math.Sqrt(mean) * Normal()));
        var (count, product, limit) = (0, Next(), Math.Exp(-mean));
        while (product > limit)
        {
            product *= Next();
            count++;
        }
        return count;
    }

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - Next())) * Math.Cos(2 * Math.PI * Next());

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        return z ^ (z >> 31);
    }
}
