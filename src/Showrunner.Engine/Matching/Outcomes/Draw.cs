using Showrunner.Engine.Simulation;

namespace Showrunner.Engine.Matching.Outcomes;

/// <summary>Draws of some numbers out of many.</summary>
internal sealed class Draw(int seed)
{
    private Chance _chance = Chance.Of(seed, 0, 0, 0);

    /// <summary>A share of the first numbers, at least one, in rising order.</summary>
    public int[] Some(int count, double share) => AtMost(count, Math.Clamp((int)Math.Round(share * count), 1, count));

    /// <summary>So many of the first numbers, or all, in rising order.</summary>
    public int[] AtMost(int count, int wanted)
    {
        var all = Enumerable.Range(0, count).ToArray();
        if (wanted >= count) return all;
        for (var i = 0; i < wanted; i++)
        {
            var other = i + _chance.Below(count - i);
            (all[i], all[other]) = (all[other], all[i]);
        }
        Array.Sort(all, 0, wanted);
        return all[..wanted];
    }
}
