using Showrunner.Engine.Matching.Outcomes;
using Showrunner.Engine.Simulation;

namespace Showrunner.Engine.Tests.Matching.Outcomes;

/// <summary>Made-up rows whose truth is known.</summary>
internal static class Rows
{
    public static FeatureTable Table(params double[][] rows)
    {
        var table = new FeatureTable([.. Enumerable.Range(0, rows[0].Length).Select(i => $"x{i}")]);
        foreach (var row in rows) table.Add(row);
        return table;
    }

    /// <summary>A yes with log-odds 1 + 2·x0 − x1, and a third feature that says nothing.</summary>
    public static (double[][] Rows, double[] Labels) Yes(int count, int seed)
    {
        var chance = Chance.Of(seed, 1, 2, 3);
        var (rows, labels) = (new double[count][], new double[count]);
        for (var i = 0; i < count; i++)
        {
            rows[i] = [chance.Between(-2.0, 2.0), chance.Between(0.0, 10.0) / 5, chance.Next()];
            labels[i] = chance.Hits(1 / (1 + Math.Exp(-(1 + 2 * rows[i][0] - rows[i][1])))) ? 1 : 0;
        }
        return (rows, labels);
    }

    public static int[] Shuffled(int count, int seed)
    {
        var (order, chance) = (Enumerable.Range(0, count).ToArray(), Chance.Of(seed, 9, 9, 9));
        for (var i = count - 1; i > 0; i--) { var other = chance.Below(i + 1); (order[i], order[other]) = (order[other], order[i]); }
        return order;
    }
}
