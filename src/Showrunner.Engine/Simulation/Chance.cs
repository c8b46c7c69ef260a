namespace Showrunner.Engine.Simulation;

/// <summary>
/// Seeded chance: SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014). Eight bytes, so that
/// everybody in a simulation has his own and nobody's luck depends on another's. Not for secrets. A mutable struct: pass it by ref.
/// </summary>
/// <param name="seed">Any number; the same seed draws the same row of numbers on every machine.</param>
public struct Chance(ulong seed)
{
    private const ulong Step = 0x9e3779b97f4a7c15;
    private ulong _state = seed;

    /// <summary>A chance of its own for every place in a simulation: the seed, and up to three numbers that say where.</summary>
    public static Chance Of(int seed, int a, int b, int c) =>
        new(Mix(Mix(Mix(Mix((ulong)seed + Step) + (ulong)a) + (ulong)b) + (ulong)c));

    /// <summary>From 0 up to, not including, 1; all 53 bits that a double holds.</summary>
    public double Next()
    {
        _state += Step;
        return (Mix(_state) >> 11) * (1.0 / (1UL << 53));
    }

    /// <summary>True with this probability; below 0 never, from 1 on always.</summary>
    public bool Hits(double probability) => Next() < probability;

    /// <summary>0 to <paramref name="limit"/> − 1.</summary>
    public int Below(int limit) => (int)(Next() * limit);

    /// <summary>Both ends included.</summary>
    public int Between(int low, int high) => low + Below(high - low + 1);

    /// <summary>Evenly from low up to, not including, high.</summary>
    public double Between(double low, double high) => low + Next() * (high - low);

    /// <summary>Any of them, each as likely.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The list is empty.</exception>
    public T Pick<T>(IReadOnlyList<T> from) => from[Below(from.Count)];

    /// <summary>Standard normal, mean 0 and deviation 1 (Box and Muller, 1958; two draws for each).</summary>
    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - Next())) * Math.Cos(2 * Math.PI * Next());

    /// <summary>Median 1; sigma 0.5 stays within a factor of three, 1.5 makes a long tail.</summary>
    public double LogNormal(double sigma) => Math.Exp(sigma * Normal());

    /// <summary>Small numbers far oftener than large ones, 0 to <paramref name="limit"/> − 1: the popularity of products (log-uniform, Zipf with exponent 1).</summary>
    public int Popular(int limit) => Math.Min(limit - 1, (int)(Math.Pow(limit + 1, Next()) - 1));

    /// <summary>How often something rare happens that happens <paramref name="mean"/> times on average (Knuth's product method; the normal limit above 40).</summary>
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

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        return z ^ (z >> 31);
    }
}
