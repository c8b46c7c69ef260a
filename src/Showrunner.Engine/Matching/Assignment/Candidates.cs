namespace Showrunner.Engine.Matching.Assignment;

/// <summary>The agents worth trying for each job: open pairs, the cheapest first by cost and by what their room is worth.</summary>
internal sealed class Candidates
{
    public const int Most = 12;
    private readonly int[] _agents, _count;
    private readonly long[] _least;

    public Candidates(GeneralisedAssignment given, Pairs pairs, Relaxation relaxation)
    {
        (_agents, _count, _least) = (new int[pairs.Jobs * Most], new int[pairs.Jobs], new long[pairs.Jobs]);
        var (keys, agents) = (new double[pairs.Agents], new int[pairs.Agents]);
        for (var j = 0; j < pairs.Jobs; j++)
        {
            var open = pairs.OfJob(j);
            for (var k = 0; k < open.Length; k++)
            {
                var i = pairs.Agent[open[k]];
                (keys[k], agents[k]) = (pairs.Cost[open[k]] + relaxation.RoomPrices[i] * pairs.Weight[open[k]], i);
            }
            Array.Sort(keys, agents, 0, open.Length);
            _count[j] = Math.Min(Most, open.Length);
            Array.Copy(agents, 0, _agents, j * Most, _count[j]);
            _least[j] = long.MaxValue;
            foreach (var i in Of(j)) _least[j] = Math.Min(_least[j], given.Cost(i, j));
        }
    }

    public ReadOnlySpan<int> Of(int job) => _agents.AsSpan(job * Most, _count[job]);

    /// <summary>What the job costs at its cheapest candidate.</summary>
    public long Least(int job) => _least[job];
}
