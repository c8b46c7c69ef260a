using Showrunner.Engine.Simulation;

namespace Showrunner.Engine.Matching.Outcomes;

/// <summary>Draws of some numbers out of many.</summary>
internal sealed class Draw(int seed)
{
    private Chance _chance = Chance.Of(seed, 0, 0, 0);

    /// <summary>A share of the first numbers, at least one, in rising order.</summary>
    public int[] Some(int count, double share)
    {
        var all = Enumerable.Range(0, count).ToArray();
        var wanted = Math.Clamp((int)Math.Round(share * count), 1, count);
        if (wanted == count) return all;
        for (var i = 0; i < wanted; i++)
        {
            var other = i + _chance.Below(count - i);
            (all[i], all[other]) = (all[other], all[i]);
        }
        Array.Sort(all, 0, wanted);
        return all[..wanted];
    }
}
