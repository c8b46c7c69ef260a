namespace Showrunner.Engine.Matching.Assignment;

/// <summary>
/// Puts agents and jobs into an order that depends on their figures alone, so that the order in which they were given does not matter.
/// Each gets a signature of what it is and of what the others are to it; who has the same one is interchangeable for all we know.
/// </summary>
internal sealed class CanonicalOrder
{
    private readonly int[] _agents, _jobs;

    public CanonicalOrder(GeneralisedAssignment given)
    {
        var (agents, jobs) = (new ulong[given.Agents], new ulong[given.Jobs]);
        for (var i = 0; i < agents.Length; i++) agents[i] = Mixed((ulong)given.Capacity(i) + 1);
        for (var round = 0; round < 2; round++)
        {
            var (nextAgents, nextJobs) = ((ulong[])agents.Clone(), (ulong[])jobs.Clone());
            for (var i = 0; i < agents.Length; i++)
                for (var j = 0; j < jobs.Length; j++)
                {
                    var pair = Mixed((ulong)given.Cost(i, j)) + 3 * Mixed((ulong)given.Weight(i, j) + 7);
                    nextJobs[j] += Mixed(pair + agents[i]);
                    nextAgents[i] += Mixed(pair + 5 * jobs[j]);
                }
            (agents, jobs) = ([.. nextAgents.Select(Mixed)], [.. nextJobs.Select(Mixed)]);
        }
        _agents = [.. Enumerable.Range(0, agents.Length).OrderBy(i => agents[i])];
        _jobs = [.. Enumerable.Range(0, jobs.Length).OrderBy(j => jobs[j])];
        var (costs, weights) = (new long[agents.Length * jobs.Length], new int[agents.Length * jobs.Length]);
        for (var p = 0; p < costs.Length; p++)
        {
            var (i, j) = (_agents[p / jobs.Length], _jobs[p % jobs.Length]);
            (costs[p], weights[p]) = (given.Cost(i, j), given.Weight(i, j));
        }
        Ordered = new GeneralisedAssignment(agents.Length, jobs.Length, costs, weights, [.. _agents.Select(given.Capacity)]);
    }

    public GeneralisedAssignment Ordered { get; }

    /// <returns>Agents of jobs, both as they were given.</returns>
    public int[] Back(ReadOnlySpan<int> agentOf)
    {
        var given = new int[agentOf.Length];
        for (var j = 0; j < agentOf.Length; j++) given[_jobs[j]] = _agents[agentOf[j]];
        return given;
    }

    private static ulong Mixed(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9;
        value = (value ^ (value >> 27)) * 0x94d049bb133111eb;
        return value ^ (value >> 31);
    }
}
