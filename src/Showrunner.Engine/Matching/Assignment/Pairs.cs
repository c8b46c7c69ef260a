namespace Showrunner.Engine.Matching.Assignment;

/// <summary>
/// Which agent may still take which job. Pairs are struck out one by one, and a job that is settled takes its weight from its agent's
/// room; all of it can be undone in reverse order, for which every list keeps the struck ones behind the open ones.
/// </summary>
internal sealed class Pairs
{
    private readonly int[] _byAgent, _byJob, _inAgent, _inJob, _agentStart, _jobStart, _agentOpen, _jobOpen;
    private readonly List<int> _trail = [];
    private readonly Stack<int> _due = new();

    public Pairs(GeneralisedAssignment given, long scale)
    {
        (Agents, Jobs) = (given.Agents, given.Jobs);
        var all = Agents * Jobs;
        (Agent, Job, Weight, Cost) = (new int[all], new int[all], new int[all], new long[all]);
        (_byAgent, _byJob, _inAgent, _inJob) = (new int[all], new int[all], new int[all], new int[all]);
        (_agentStart, _agentOpen, _jobStart, _jobOpen) = (new int[Agents], new int[Agents], new int[Jobs], new int[Jobs]);
        (Room, AgentOf, Stale) = (new long[Agents], new int[Jobs], new bool[Agents]);
        Array.Fill(AgentOf, -1);
        for (var i = 0; i < Agents; i++) (_agentStart[i], _agentOpen[i], Room[i], Stale[i]) = (i * Jobs, Jobs, given.Capacity(i), true);
        for (var j = 0; j < Jobs; j++) (_jobStart[j], _jobOpen[j]) = (j * Agents, Agents);
        for (var p = 0; p < all; p++)
        {
            var (i, j) = (p / Jobs, p % Jobs);
            (Agent[p], Job[p], Weight[p], Cost[p]) = (i, j, given.Weight(i, j), given.Cost(i, j) * scale);
            (_byAgent[p], _inAgent[p], _byJob[j * Agents + i], _inJob[p]) = (p, p, p, j * Agents + i);
        }
    }

    public int Agents { get; }
    public int Jobs { get; }
    public int[] Agent { get; }
    public int[] Job { get; }
    public int[] Weight { get; }
    /// <summary>Scaled.</summary>
    public long[] Cost { get; }
    /// <summary>What is left of each capacity after the settled jobs.</summary>
    public long[] Room { get; }
    /// <summary>Of settled jobs; −1 of the others.</summary>
    public int[] AgentOf { get; }
    /// <summary>Agents that something changed for.</summary>
    public bool[] Stale { get; }
    /// <summary>Cost of the settled jobs, scaled.</summary>
    public long Settled { get; private set; }
    public int SettledJobs { get; private set; }
    public int Mark => _trail.Count;

    public ReadOnlySpan<int> OfAgent(int agent) => _byAgent.AsSpan(_agentStart[agent], _agentOpen[agent]);
    public ReadOnlySpan<int> OfJob(int job) => _byJob.AsSpan(_jobStart[job], _jobOpen[job]);
    public bool IsOpen(int pair) => _inJob[pair] - _jobStart[Job[pair]] < _jobOpen[Job[pair]];

    /// <summary>Strikes a pair out, and all that follows from it.</summary>
    /// <returns>False when a job is left without any agent.</returns>
    public bool Strike(int pair)
    {
        if (AgentOf[Job[pair]] >= 0 || !IsOpen(pair)) return true;
        Take(pair);
        return Follow(Job[pair]);
    }

    /// <summary>Gives a job to an agent, and all that follows from it.</summary>
    /// <returns>False when a job is left without any agent.</returns>
    public bool Settle(int pair)
    {
        var job = Job[pair];
        while (_jobOpen[job] > 1)
        {
            var last = _byJob[_jobStart[job] + _jobOpen[job] - 1];
            Take(last == pair ? _byJob[_jobStart[job] + _jobOpen[job] - 2] : last);
        }
        return Follow(job);
    }

    /// <summary>Strikes out what does not fit at all, and settles jobs that have one agent only.</summary>
    public bool Begin()
    {
        for (var i = 0; i < Agents; i++) StrikeHeavy(i);
        for (var j = 0; j < Jobs; j++)
            if (!Follow(j)) return false;
        return true;
    }

    public void Undo(int mark)
    {
        while (_trail.Count > mark)
        {
            var (pair, settled) = _trail[^1] is var entry && entry < 0 ? (~entry, true) : (entry, false);
            _trail.RemoveAt(_trail.Count - 1);
            var (i, j) = (Agent[pair], Job[pair]);
            Stale[i] = true;
            if (settled)
            {
                Room[i] += Weight[pair];
                Settled -= Cost[pair];
                SettledJobs--;
                AgentOf[j] = -1;
                _agentOpen[i]++;
            }
            else
            {
                _agentOpen[i]++;
                _jobOpen[j]++;
            }
        }
    }

    private bool Follow(int job)
    {
        _due.Push(job);
        var alright = true;
        while (_due.TryPop(out var next))
        {
            if (!alright || AgentOf[next] >= 0) continue;
            if (_jobOpen[next] == 0) alright = false;
            else if (_jobOpen[next] == 1)
            {
                var pair = _byJob[_jobStart[next]];
                if (Weight[pair] > Room[Agent[pair]]) alright = false;
                else SettleLast(pair);
            }
        }
        return alright;
    }

    /// <summary>The pair leaves its agent's list but stays its job's.</summary>
    private void SettleLast(int pair)
    {
        var (i, j) = (Agent[pair], Job[pair]);
        OutOfAgent(pair);
        Room[i] -= Weight[pair];
        Settled += Cost[pair];
        SettledJobs++;
        AgentOf[j] = i;
        _trail.Add(~pair);
        StrikeHeavy(i);
    }

    private void StrikeHeavy(int agent)
    {
        for (var at = _agentOpen[agent] - 1; at >= 0; at--)
        {
            var pair = _byAgent[_agentStart[agent] + at];
            if (Weight[pair] <= Room[agent]) continue;
            Take(pair);
            _due.Push(Job[pair]);
        }
    }

    private void Take(int pair)
    {
        OutOfAgent(pair);
        var j = Job[pair];
        Swap(_byJob, _inJob, _inJob[pair], _jobStart[j] + --_jobOpen[j]);
        _trail.Add(pair);
    }

    private void OutOfAgent(int pair)
    {
        var i = Agent[pair];
        Swap(_byAgent, _inAgent, _inAgent[pair], _agentStart[i] + --_agentOpen[i]);
        Stale[i] = true;
    }

    private static void Swap(int[] list, int[] place, int a, int b)
    {
        (list[a], list[b]) = (list[b], list[a]);
        (place[list[a]], place[list[b]]) = (a, b);
    }
}
