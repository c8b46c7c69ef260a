using Showrunner.Engine.Matching.Assignment;

namespace Showrunner.Engine.Tests.Matching.Assignment;

/// <summary>The first instance of the OR-Library's gap1 (5 agents, 15 jobs): least cost 261, greatest value 336.</summary>
public sealed class PublishedInstanceTests
{
    private static readonly long[] Costs =
    [
        17, 21, 22, 18, 24, 15, 20, 18, 19, 18, 16, 22, 24, 24, 16,
        23, 16, 21, 16, 17, 16, 19, 25, 18, 21, 17, 15, 25, 17, 24,
        16, 20, 16, 25, 24, 16, 17, 19, 19, 18, 20, 16, 17, 21, 24,
        19, 19, 22, 22, 20, 16, 19, 17, 21, 19, 25, 23, 25, 25, 25,
        18, 19, 15, 15, 21, 25, 16, 16, 23, 15, 22, 17, 19, 22, 24,
    ];

    private static readonly int[] Weights =
    [
        8, 15, 14, 23, 8, 16, 8, 25, 9, 17, 25, 15, 10, 8, 24,
        15, 7, 23, 22, 11, 11, 12, 10, 17, 16, 7, 16, 10, 18, 22,
        21, 20, 6, 22, 24, 10, 24, 9, 21, 14, 11, 14, 11, 19, 16,
        20, 11, 8, 14, 9, 5, 6, 19, 19, 7, 6, 6, 13, 9, 18,
        8, 13, 13, 13, 10, 20, 25, 16, 16, 17, 10, 10, 5, 12, 23,
    ];

    private static readonly int[] Capacities = [36, 34, 38, 27, 33];

    [Fact]
    public void Its_least_cost_is_found_and_proven()
    {
        var result = AssignmentSolver.Solve(new GeneralisedAssignment(5, 15, Costs, Weights, Capacities));
        Assert.Equal((261, 261, AssignmentEnd.Proven), (result.Objective, result.Bound, result.End));
    }

    [Fact]
    public void Its_greatest_value_is_found_and_proven()
    {
        var result = AssignmentSolver.Solve(new GeneralisedAssignment(5, 15, [.. Costs.Select(c => -c)], Weights, Capacities));
        Assert.Equal((-336, -336, AssignmentEnd.Proven), (result.Objective, result.Bound, result.End));
    }
}
