namespace Showrunner.Engine.Matching.Assignment;

/// <param name="Feasible">Whether every job has an agent and every capacity holds.</param>
/// <param name="AgentOf">One agent for each job. Where it is not feasible, the assignment with the least overload that was met.</param>
/// <param name="Objective">The cost of <paramref name="AgentOf"/>.</param>
/// <param name="Bound">No feasible assignment costs less. <see cref="long.MaxValue"/> where it is proven that there is none.</param>
/// <param name="End">Why the search ended.</param>
/// <param name="Shortages">Where it is not feasible: what does not fit, and by how much.</param>
/// <param name="Work">Steps that were done.</param>
public sealed record AssignmentResult(bool Feasible, int[] AgentOf, long Objective, long Bound, AssignmentEnd End, IReadOnlyList<AssignmentShortage> Shortages, long Work)
{
    /// <summary>How far the objective can be from the best, as a share of the bound; 0 is proven best. Infinite where nothing feasible was found.</summary>
    public double Gap => !Feasible ? double.PositiveInfinity : Objective == Bound ? 0 : (Objective - Bound) / Math.Max(1.0, Math.Abs((double)Bound));
}
