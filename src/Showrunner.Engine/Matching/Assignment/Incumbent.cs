namespace Showrunner.Engine.Matching.Assignment;

/// <summary>The best assignment so far: least overload first, least cost then.</summary>
internal sealed class Incumbent(GeneralisedAssignment given)
{
    public int[] AgentOf { get; } = new int[given.Jobs];
    public long Cost { get; private set; } = long.MaxValue;
    public long Overload { get; private set; } = long.MaxValue;
    public bool IsFeasible => Overload == 0;

    /// <summary>A cost that the bound cannot pass, for the length of steps: the best known, or a guess until there is one.</summary>
    public long Target(long scale, long bound) => IsFeasible ? Cost * scale : bound + Math.Abs(bound) / 50 + scale;

    public bool Offer(ReadOnlySpan<int> agentOf)
    {
        var (cost, overload) = (given.CostOf(agentOf), given.OverloadsOf(agentOf).Sum());
        if (overload > Overload || (overload == Overload && cost >= Cost)) return false;
        agentOf.CopyTo(AgentOf);
        (Cost, Overload) = (cost, overload);
        return true;
    }
}
