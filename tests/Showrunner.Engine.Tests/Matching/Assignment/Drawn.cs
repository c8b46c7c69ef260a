using Showrunner.Engine.Matching.Assignment;
using Showrunner.Engine.Simulation;

namespace Showrunner.Engine.Tests.Matching.Assignment;

/// <summary>Instances drawn from a seed, and the truth about small ones by trying everything.</summary>
internal static class Drawn
{
    /// <summary>As the literature's type C: costs 10 to 50, weights 5 to 25, capacities a share of an even load.</summary>
    public static GeneralisedAssignment Of(int seed, int agents, int jobs, double share = 0.8)
    {
        var chance = new Chance((ulong)seed);
        var (costs, weights) = (new long[agents * jobs], new int[agents * jobs]);
        for (var p = 0; p < costs.Length; p++) (costs[p], weights[p]) = (chance.Between(10, 50), chance.Between(5, 25));
        var capacities = new int[agents];
        for (var i = 0; i < agents; i++) capacities[i] = (int)(share * weights.AsSpan(i * jobs, jobs).ToArray().Sum() / agents);
        return new GeneralisedAssignment(agents, jobs, costs, weights, capacities);
    }

    /// <summary>Also costs below zero, weights of zero and pairs that cannot be.</summary>
    public static GeneralisedAssignment Odd(int seed)
    {
        var chance = new Chance((ulong)seed);
        var (agents, jobs) = (chance.Between(1, 4), chance.Between(0, 6));
        var (costs, weights) = (new long[agents * jobs], new int[agents * jobs]);
        for (var p = 0; p < costs.Length; p++) (costs[p], weights[p]) = (chance.Between(-20, 20), chance.Hits(0.15) ? 1000 : chance.Between(0, 9));
        return new GeneralisedAssignment(agents, jobs, costs, weights, [.. Enumerable.Range(0, agents).Select(_ => chance.Between(0, 18))]);
    }

    /// <returns>Null when nothing is feasible.</returns>
    public static long? Least(GeneralisedAssignment given)
    {
        long? least = null;
        var agentOf = new int[given.Jobs];
        for (var number = 0L; number < (long)Math.Pow(given.Agents, given.Jobs); number++)
        {
            var rest = number;
            for (var j = 0; j < given.Jobs; j++, rest /= given.Agents) agentOf[j] = (int)(rest % given.Agents);
            if (given.OverloadsOf(agentOf).All(over => over == 0) && given.CostOf(agentOf) is var cost && (least is null || cost < least)) least = cost;
        }
        return least;
    }
}
