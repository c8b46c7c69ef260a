namespace Showrunner.Engine.Matching.Assignment;

/// <summary>An assignment that is being changed: every agent's jobs and load, the cost and the overload of it all.</summary>
internal sealed class Loads
{
    private readonly GeneralisedAssignment _given;
    private readonly int[] _jobs, _count, _place;
    private readonly long[] _load;

    public Loads(GeneralisedAssignment given)
    {
        _given = given;
        (_jobs, _count, _place) = (new int[given.Agents * given.Jobs], new int[given.Agents], new int[given.Jobs]);
        (_load, AgentOf) = (new long[given.Agents], new int[given.Jobs]);
    }

    public int[] AgentOf { get; }
    public long Cost { get; private set; }
    public long Overload { get; private set; }

    public ReadOnlySpan<int> OfAgent(int agent) => _jobs.AsSpan(agent * _given.Jobs, _count[agent]);

    /// <summary>What is left of the capacity; negative where it is exceeded.</summary>
    public long Slack(int agent) => _given.Capacity(agent) - _load[agent];

    /// <summary>By how much the overload rises when the agent's load does by so much.</summary>
    public long Rise(int agent, long by)
    {
        var slack = Slack(agent);
        return Math.Max(0, by - slack) - Math.Max(0, -slack);
    }

    public void Set(ReadOnlySpan<int> agentOf)
    {
        Array.Clear(_count);
        Array.Clear(_load);
        (Cost, Overload) = (0, 0);
        for (var j = 0; j < agentOf.Length; j++) Put(j, agentOf[j]);
    }

    public void Move(int job, int agent)
    {
        var from = AgentOf[job];
        var weight = _given.Weight(from, job);
        Overload += Rise(from, -weight);
        _load[from] -= weight;
        Cost -= _given.Cost(from, job);
        var last = _jobs[from * _given.Jobs + --_count[from]];
        _jobs[from * _given.Jobs + _place[job]] = last;
        _place[last] = _place[job];
        Put(job, agent);
    }

    private void Put(int job, int agent)
    {
        var weight = _given.Weight(agent, job);
        Overload += Rise(agent, weight);
        _load[agent] += weight;
        Cost += _given.Cost(agent, job);
        (AgentOf[job], _place[job]) = (agent, _count[agent]);
        _jobs[agent * _given.Jobs + _count[agent]++] = job;
    }
}
