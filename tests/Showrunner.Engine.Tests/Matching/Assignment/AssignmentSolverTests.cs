using Showrunner.Engine.Matching.Assignment;
using Showrunner.Engine.Simulation;

namespace Showrunner.Engine.Tests.Matching.Assignment;

public sealed class AssignmentSolverTests
{
    [Fact]
    public void Equals_what_trying_everything_gives()
    {
        var (feasible, none) = (0, 0);
        for (var seed = 1; seed <= 400; seed++)
        {
            var given = Drawn.Odd(seed);
            var (least, result) = (Drawn.Least(given), AssignmentSolver.Solve(given));
            Assert.Equal(AssignmentEnd.Proven, result.End);
            Assert.Equal(least is not null, result.Feasible);
            if (least is null)
            {
                Assert.Equal(long.MaxValue, result.Bound);
                Assert.NotEmpty(result.Shortages);
                none++;
                continue;
            }
            Assert.Equal((least.Value, least.Value, 0), (result.Objective, result.Bound, result.Gap));
            Assert.Equal(result.Objective, given.CostOf(result.AgentOf));
            Assert.All(given.OverloadsOf(result.AgentOf), over => Assert.Equal(0, over));
            feasible++;
        }
        Assert.True(feasible > 100 && none > 50);
    }

    [Fact]
    public void Tight_capacities_are_met_and_proven()
    {
        for (var seed = 1; seed <= 8; seed++)
        {
            var given = Drawn.Of(seed, 3, 9, 0.75);
            var result = AssignmentSolver.Solve(given);
            Assert.Equal(Drawn.Least(given), result.Feasible ? result.Objective : null);
        }
    }

    [Fact]
    public void The_order_of_agents_and_jobs_does_not_matter()
    {
        var given = Drawn.Of(11, 6, 40);
        var chance = new Chance(3);
        var budget = new AssignmentBudget(Work: 3_000_000);
        var first = AssignmentSolver.Solve(given, budget);
        for (var round = 0; round < 4; round++)
        {
            var (agents, jobs) = (Shuffled(6, ref chance), Shuffled(40, ref chance));
            var other = new GeneralisedAssignment(6, 40, [.. agents.SelectMany(i => jobs.Select(j => given.Cost(i, j)))],
                [.. agents.SelectMany(i => jobs.Select(j => given.Weight(i, j)))], [.. agents.Select(given.Capacity)]);
            var second = AssignmentSolver.Solve(other, budget);
            Assert.Equal((first.Objective, first.Bound, first.Work), (second.Objective, second.Bound, second.Work));
            Assert.Equal(first.AgentOf, Enumerable.Range(0, 40).Select(j => agents[second.AgentOf[Array.IndexOf(jobs, j)]]));
        }
    }

    [Fact]
    public void The_same_work_gives_the_same_answer_and_more_work_none_that_is_worse()
    {
        var given = Drawn.Of(7, 10, 120);
        var before = AssignmentSolver.Solve(given, new AssignmentBudget(Work: 1));
        foreach (var work in (long[])[1_000_000, 5_000_000, 20_000_000])
        {
            var (one, same) = (AssignmentSolver.Solve(given, new AssignmentBudget(Work: work)), AssignmentSolver.Solve(given, new AssignmentBudget(Work: work)));
            Assert.Equal((one.Objective, one.Bound, one.Work), (same.Objective, same.Bound, same.Work));
            Assert.Equal(one.AgentOf, same.AgentOf);
            Assert.True(one.Feasible && one.Objective >= one.Bound);
            if (before.Feasible) Assert.True(one.Objective <= before.Objective && one.Bound >= before.Bound);
            before = one;
        }
    }

    [Fact]
    public void More_capacity_never_costs_more()
    {
        long? before = null;
        foreach (var share in (double[])[0.8, 0.9, 1.0, 1.2])
        {
            var result = AssignmentSolver.Solve(Drawn.Of(21, 4, 24, share));
            Assert.Equal(AssignmentEnd.Proven, result.End);
            if (before is not null) Assert.True(result.Objective <= before);
            before = result.Objective;
        }
    }

    [Fact]
    public void A_cancelled_run_and_one_out_of_time_still_answer()
    {
        var given = Drawn.Of(9, 20, 200);
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        var cancelled = AssignmentSolver.Solve(given, cancel: stop.Token);
        var late = AssignmentSolver.Solve(given, new AssignmentBudget(Time: TimeSpan.Zero));
        Assert.Equal((AssignmentEnd.Cancelled, AssignmentEnd.TimeOver), (cancelled.End, late.End));
        Assert.Equal(200, cancelled.AgentOf.Length);
        Assert.True(cancelled.Bound <= cancelled.Objective || !cancelled.Feasible);
        Assert.Equal(cancelled.Objective, late.Objective);
    }

    [Fact]
    public void Values_are_made_greatest_by_giving_them_below_zero()
    {
        var result = AssignmentSolver.Solve(new GeneralisedAssignment(2, 3, [-9, -2, -7, -4, -3, -8], [5, 5, 5, 5, 5, 5], [5, 10]));
        Assert.Equal((-20, -20), (result.Objective, result.Bound));
        Assert.Equal([0, 1, 1], result.AgentOf);
    }

    private static int[] Shuffled(int count, ref Chance chance)
    {
        var list = Enumerable.Range(0, count).ToArray();
        for (var i = count - 1; i > 0; i--)
        {
            var k = chance.Below(i + 1);
            (list[i], list[k]) = (list[k], list[i]);
        }
        return list;
    }
}
