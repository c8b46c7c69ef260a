using Showrunner.Engine.Matching.Assignment;

namespace Showrunner.Engine.Tests.Matching.Assignment;

public sealed class GeneralisedAssignmentTests
{
    [Fact]
    public void Bad_figures_are_refused_with_what_and_where()
    {
        Refuses("There are 0 agents", 0, 1, [], [], []);
        Refuses("There are -1 jobs", 1, -1, [], [], [1]);
        Refuses("2 agents × 2 jobs need 4 costs; there are 3", 2, 2, [1, 2, 3], [1, 1, 1, 1], [1, 1]);
        Refuses("2 agents × 2 jobs need 4 weights; there are 0", 2, 2, [1, 2, 3, 4], [], [1, 1]);
        Refuses("2 agents need 2 capacities; there are 1", 2, 2, [1, 2, 3, 4], [1, 1, 1, 1], [1]);
        Refuses("The capacity of agent 1 is -5", 2, 1, [1, 2], [1, 1], [0, -5]);
        Refuses("The weight of job 1 with agent 1 is -1", 2, 2, [1, 2, 3, 4], [1, 1, 1, -1], [1, 1]);
        Refuses("The cost of job 0 with agent 1", 2, 1, [1, long.MaxValue], [1, 1], [1, 1]);
    }

    [Fact]
    public void What_cannot_be_met_is_named_with_what_is_missing()
    {
        var heavy = AssignmentSolver.Solve(new GeneralisedAssignment(2, 2, [1, 1, 1, 1], [3, 9, 3, 8], [5, 5]));
        Assert.False(heavy.Feasible);
        Assert.Equal((AssignmentEnd.Proven, long.MaxValue, double.PositiveInfinity), (heavy.End, heavy.Bound, heavy.Gap));
        Assert.Contains(new AssignmentShortage(1, 1, 3, true), heavy.Shortages);
        Assert.Contains(new AssignmentShortage(null, null, 1, true), heavy.Shortages);

        var full = AssignmentSolver.Solve(new GeneralisedAssignment(1, 3, [1, 1, 1], [2, 2, 2], [5]));
        Assert.Equal([new AssignmentShortage(null, null, 1, true), new AssignmentShortage(null, 0, 1, false)], full.Shortages);
    }

    [Fact]
    public void Capacities_of_zero_take_what_weighs_nothing()
    {
        var result = AssignmentSolver.Solve(new GeneralisedAssignment(2, 2, [5, 1, 2, 2], [0, 1, 1, 0], [0, 0]));
        Assert.Equal((7, true), (result.Objective, result.Feasible));
        Assert.Equal([0, 1], result.AgentOf);
    }

    [Fact]
    public void No_jobs_cost_nothing()
    {
        var result = AssignmentSolver.Solve(new GeneralisedAssignment(2, 0, [], [], [1, 1]));
        Assert.Equal((true, 0, 0, AssignmentEnd.Proven), (result.Feasible, result.Objective, result.Bound, result.End));
    }

    [Fact]
    public void Costs_as_large_as_money_gets_stay_exact()
    {
        var result = AssignmentSolver.Solve(new GeneralisedAssignment(2, 2, [100_000_000_000_001, 100_000_000_000_003, 100_000_000_000_002, 100_000_000_000_007], [1, 1, 1, 1], [1, 1]));
        Assert.Equal((200_000_000_000_005, 200_000_000_000_005), (result.Objective, result.Bound));
    }

    private static void Refuses(string sentence, int agents, int jobs, long[] costs, int[] weights, int[] capacities) =>
        Assert.Contains(sentence, Assert.Throws<ArgumentException>(() => new GeneralisedAssignment(agents, jobs, costs, weights, capacities)).Message);
}
