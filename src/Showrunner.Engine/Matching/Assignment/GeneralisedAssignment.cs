namespace Showrunner.Engine.Matching.Assignment;

/// <summary>
/// Every job goes to exactly one agent; what an agent takes on must fit its capacity; the sum of costs is to be least.
/// A job that weighs more than an agent's capacity cannot go there, which is also how a forbidden pair is said.
/// For a greatest sum of values, give their negatives as costs.
/// </summary>
public sealed class GeneralisedAssignment
{
    // Sums of costs stay exact in a long even after they are scaled.
    private const long MostCost = 1L << 50;
    private readonly long[] _costs;
    private readonly int[] _weights, _capacities;

    /// <param name="agents">How many agents, at least one.</param>
    /// <param name="jobs">How many jobs; none is allowed.</param>
    /// <param name="costs">agents × jobs, agent by agent, in whole units such as money's minor ones; negative is allowed.</param>
    /// <param name="weights">agents × jobs, agent by agent: what the job takes of that agent's capacity, from 0.</param>
    /// <param name="capacities">One for each agent, from 0.</param>
    /// <exception cref="ArgumentException">A length does not fit, a weight or capacity is negative, or the costs are too large to be added.</exception>
    public GeneralisedAssignment(int agents, int jobs, ReadOnlySpan<long> costs, ReadOnlySpan<int> weights, ReadOnlySpan<int> capacities)
    {
        if (agents < 1) throw new ArgumentException($"There are {agents} agents; give at least one.", nameof(agents));
        if (jobs < 0) throw new ArgumentException($"There are {jobs} jobs; give none or more.", nameof(jobs));
        var pairs = (long)agents * jobs;
        if (costs.Length != pairs) throw new ArgumentException($"{agents} agents × {jobs} jobs need {pairs} costs; there are {costs.Length}.", nameof(costs));
        if (weights.Length != pairs) throw new ArgumentException($"{agents} agents × {jobs} jobs need {pairs} weights; there are {weights.Length}.", nameof(weights));
        if (capacities.Length != agents) throw new ArgumentException($"{agents} agents need {agents} capacities; there are {capacities.Length}.", nameof(capacities));
        for (var i = 0; i < agents; i++)
            if (capacities[i] < 0) throw new ArgumentException($"The capacity of agent {i} is {capacities[i]}; give 0 or more.", nameof(capacities));
        for (var p = 0; p < weights.Length; p++)
        {
            if (weights[p] < 0) throw new ArgumentException($"The weight of job {p % jobs} with agent {p / jobs} is {weights[p]}; give 0 or more.", nameof(weights));
            if (Math.Abs((double)costs[p]) * jobs > MostCost) throw new ArgumentException($"The cost of job {p % jobs} with agent {p / jobs} is {costs[p]}; {jobs} jobs allow up to {MostCost / jobs}. Give costs in larger units.", nameof(costs));
        }
        (Agents, Jobs, _costs, _weights, _capacities) = (agents, jobs, costs.ToArray(), weights.ToArray(), capacities.ToArray());
    }

    public int Agents { get; }
    public int Jobs { get; }

    public long Cost(int agent, int job) => _costs[agent * Jobs + job];
    public int Weight(int agent, int job) => _weights[agent * Jobs + job];
    public int Capacity(int agent) => _capacities[agent];

    /// <param name="agentOf">One agent for each job.</param>
    public long CostOf(ReadOnlySpan<int> agentOf)
    {
        var sum = 0L;
        for (var j = 0; j < agentOf.Length; j++) sum += Cost(agentOf[j], j);
        return sum;
    }

    /// <returns>One number for each agent: by how much its jobs exceed its capacity, 0 where they fit.</returns>
    public long[] OverloadsOf(ReadOnlySpan<int> agentOf)
    {
        var over = new long[Agents];
        for (var i = 0; i < Agents; i++) over[i] = -_capacities[i];
        for (var j = 0; j < agentOf.Length; j++) over[agentOf[j]] += Weight(agentOf[j], j);
        for (var i = 0; i < Agents; i++) over[i] = Math.Max(0, over[i]);
        return over;
    }
}
