namespace Showrunner.Engine.Identity;

/// <summary>How far two accounts agree, field by field, in a few levels; 0 is the closest. Null where either is unknown.</summary>
internal static class Compare
{
    private const int FewestProducts = 3;
    private static readonly double[] AudienceSteps = [0.015, 0.04, 0.1], ProductSteps = [0.6, 0.3];

    /// <summary>Half the sum of the differences, of women and of the age bands alike.</summary>
    public static int? Audience(IdentityProfile a, IdentityProfile b)
    {
        if (a.Audience is not { } one || b.Audience is not { } other || one.Count != other.Count) return null;
        var difference = 0.5 * Math.Abs(one[0] - other[0]);
        for (var i = 1; i < one.Count; i++) difference += 0.25 * Math.Abs(one[i] - other[i]);
        return Level(difference, AudienceSteps, (value, step) => value <= step);
    }

    /// <summary>Share of the shorter list that stands in the other; how many that are.</summary>
    public static (int Level, int Shared)? Products(IdentityProfile a, IdentityProfile b)
    {
        if (a.Products.Count < FewestProducts || b.Products.Count < FewestProducts) return null;
        var (shared, i, j) = (0, 0, 0);
        while (i < a.Products.Count && j < b.Products.Count)
        {
            var way = a.Products[i].CompareTo(b.Products[j]);
            if (way == 0) shared++;
            if (way <= 0) i++;
            if (way >= 0) j++;
        }
        if (shared == 0) return (3, 0);
        return (Level(shared / (double)Math.Min(a.Products.Count, b.Products.Count), ProductSteps, (value, step) => value >= step), shared);
    }

    /// <summary>Most words of both bios are the same.</summary>
    public static bool IsNearBio(Prepared a, Prepared b)
    {
        if (a.BioWords.Count < 3 || b.BioWords.Count < 3) return false;
        var shared = a.BioWords.Count(b.BioWords.Contains);
        return shared / (double)(a.BioWords.Count + b.BioWords.Count - shared) >= 0.6;
    }

    private static int Level(double value, double[] steps, Func<double, double, bool> fits)
    {
        for (var i = 0; i < steps.Length; i++) if (fits(value, steps[i])) return i;
        return steps.Length;
    }
}
