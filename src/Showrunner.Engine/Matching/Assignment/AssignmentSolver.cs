namespace Showrunner.Engine.Matching.Assignment;

/// <summary>
/// Solves generalised assignment: bound by Lagrangian relaxation, assignments by repairing what its agents choose and by local search,
/// pairs struck out by their penalties, and a tree for what is left. It ends when the assignment is proven best or the budget is over.
/// </summary>
public static class AssignmentSolver
{
    /// <param name="given">What is to be assigned; the order of agents and jobs does not matter.</param>
    /// <param name="budget">How long it may take; null: until it is proven.</param>
    /// <param name="seed">For the kicks of local search.</param>
    /// <param name="cancel">Ends it with the best so far.</param>
    public static AssignmentResult Solve(GeneralisedAssignment given, AssignmentBudget? budget = null, int seed = 1, CancellationToken cancel = default)
    {
        var order = new CanonicalOrder(given);
        var meter = new Meter(budget ?? new AssignmentBudget(), cancel);
        var run = new AssignmentRun(order.Ordered, meter, (ulong)seed);
        run.Go();
        var agentOf = order.Back(run.Best.AgentOf);
        var proven = run.Best.IsFeasible ? run.Bound >= run.Best.Cost : run.Bound == long.MaxValue;
        return new AssignmentResult(run.Best.IsFeasible, agentOf, given.CostOf(agentOf), run.Best.IsFeasible ? Math.Min(run.Bound, run.Best.Cost) : run.Bound,
            proven ? AssignmentEnd.Proven : meter.End ?? AssignmentEnd.WorkSpent, run.Best.IsFeasible ? [] : Shortages.Of(given, agentOf), meter.Work);
    }
}
