namespace Showrunner.Engine.Matching.Assignment;

/// <summary>Makes an assignment of what the agents choose: a job chosen by several goes to the cheapest, one chosen by none to where it fits best, the most urgent first.</summary>
internal static class Repair
{
    public static int[] Of(GeneralisedAssignment given, Pairs pairs, Relaxation relaxation)
    {
        var (agentOf, room) = ((int[])pairs.AgentOf.Clone(), (long[])pairs.Room.Clone());
        for (var i = 0; i < pairs.Agents; i++)
            foreach (var pair in relaxation.Chosen(i))
            {
                var j = pairs.Job[pair];
                if (pairs.AgentOf[j] < 0 && (agentOf[j] < 0 || given.Cost(i, j) < given.Cost(agentOf[j], j))) agentOf[j] = i;
            }
        for (var j = 0; j < agentOf.Length; j++)
            if (pairs.AgentOf[j] < 0 && agentOf[j] >= 0) room[agentOf[j]] -= given.Weight(agentOf[j], j);
        foreach (var j in Enumerable.Range(0, agentOf.Length).Where(j => agentOf[j] < 0).OrderByDescending(j => relaxation.Prices[j]).ToArray())
        {
            var (least, to) = (double.MaxValue, -1);
            foreach (var pair in pairs.OfJob(j))
            {
                var i = pairs.Agent[pair];
                var over = Math.Max(0, pairs.Weight[pair] - Math.Max(0, room[i]));
                // What does not fit costs more than any price can make up for.
                var cost = pairs.Cost[pair] + relaxation.RoomPrices[i] * pairs.Weight[pair] + (over > 0 ? 1e18 + 1e12 * over : 0);
                if (cost < least) (least, to) = (cost, i);
            }
            agentOf[j] = to;
            room[to] -= given.Weight(to, j);
        }
        return agentOf;
    }
}
