using Showrunner.Engine.Matching.Plans;

namespace Showrunner.Engine.Tests.Matching.Plans;

public sealed class PlanSolverTests
{
    [Fact]
    public void Small_plans_are_the_best_there_are()
    {
        var chance = new Random(4);
        for (var i = 0; i < 150; i++)
        {
            var drawn = PlanCase.Draw(chance, chance.Next(1, 5), chance.Next(1, 5), 0.7, PlanCase.Limit(chance));
            if (drawn.Pairs.Count(p => p.Value > 0) > 12) continue;
            var plan = PlanSolver.Solve(drawn.Problem);
            Assert.True(drawn.Keeps([.. plan.Pairs]), $"Case {i} breaks a limit.");
            Assert.Equal(drawn.Best(), plan.Value, 6);
            Assert.Equal(plan.Pairs.Sum(p => p.Value), plan.Value, 6);
            Assert.Equal(0, plan.Gap, 9);
        }
    }

    [Fact]
    public void The_bound_is_never_less_than_the_best_even_where_the_search_gives_up()
    {
        var chance = new Random(5);
        for (var i = 0; i < 60; i++)
        {
            var drawn = PlanCase.Draw(chance, 4, 4, 0.6, PlanCase.Limit(chance));
            if (drawn.Pairs.Count(p => p.Value > 0) > 12) continue;
            var bound = new PlanBound(drawn.Problem);
            var ascent = new PlanAscent(drawn.Problem, bound, new PlanPrices(drawn.Problem));
            for (var round = 0; round < 50 && !ascent.IsDone; round++) ascent.Move(0);
            Assert.True(ascent.Lowest >= drawn.Best() - 1e-6, $"Case {i}: {ascent.Lowest} is less than {drawn.Best()}.");
        }
    }

    [Theory, InlineData(1, 0.5), InlineData(2, 0.1), InlineData(3, 1)]
    public void A_week_of_hundreds_of_creators_is_planned_close_to_the_bound(int seed, double density)
    {
        var drawn = PlanCase.Draw(new Random(seed), 400, 30, density, new PlanLimits(Contacts: 60, SampleBudget: 90, CommissionBudget: 200, CreatorsPerSeller: 40, PairsPerSeller: 60, NewShare: 0.4));
        var plan = PlanSolver.Solve(drawn.Problem);
        Assert.True(drawn.Keeps([.. plan.Pairs]));
        Assert.InRange(plan.Gap, 0, 0.01);
        Assert.True(plan.Value > 0);
    }

    [Fact]
    public void The_order_of_rows_does_not_matter()
    {
        var chance = new Random(6);
        var drawn = PlanCase.Draw(chance, 60, 12, 0.5, new PlanLimits(Contacts: 12, SampleBudget: 30, PairsPerSeller: 20, NewShare: 0.3));
        var people = Shuffle(drawn.Creators.Count);
        var goods = Shuffle(drawn.Products.Count);
        var other = drawn with
        {
            Creators = [.. people.Select(c => drawn.Creators[c])],
            Products = [.. goods.Select(p => drawn.Products[p] with { Seller = 2 - drawn.Products[p].Seller })],
            Pairs = [.. drawn.Pairs.OrderBy(_ => chance.Next()).Select(p => p with { Creator = Array.IndexOf(people, p.Creator), Product = Array.IndexOf(goods, p.Product) })],
        };
        var (one, two) = (PlanSolver.Solve(drawn.Problem), PlanSolver.Solve(other.Problem));
        Assert.Equal(one.Value, two.Value);
        Assert.Equal(one.Bound, two.Bound);
        Assert.Equal(Keys(drawn, one), Keys(other, two));

        int[] Shuffle(int count) => [.. Enumerable.Range(0, count).OrderBy(_ => chance.Next())];
        static List<(long, long)> Keys(PlanCase of, PlanResult plan) => [.. plan.Pairs.Select(p => (of.Creators[p.Creator].Key, of.Products[p.Product].Key))];
    }

    [Fact]
    public void More_of_a_limit_never_makes_the_plan_worth_less()
    {
        var chance = new Random(7);
        var drawn = PlanCase.Draw(chance, 200, 20, 0.4, new PlanLimits(Contacts: 5, SampleBudget: 20, CommissionBudget: 50));
        var plan = PlanSolver.Solve(drawn.Problem);
        for (var contacts = 10; contacts <= 60; contacts += 10)
        {
            var wider = PlanSolver.Solve((drawn with { Limits = drawn.Limits with { Contacts = contacts, SampleBudget = 20 + contacts } }).Problem, known: plan);
            Assert.True(wider.Value >= plan.Value);
            plan = wider;
        }
    }

    [Fact]
    public void A_connected_creator_costs_no_contact_and_one_contact_carries_several_products()
    {
        PlanCreator[] people = [new(1, 2), new(2, 1, IsConnected: true), new(3, 1)];
        PlanProduct[] goods = [new(1, 0), new(2, 0)];
        PlanPair[] pairs = [new(0, 0, 10), new(0, 1, 8), new(1, 0, 1), new(2, 1, 12)];
        var plan = PlanSolver.Solve(new PlanProblem(people, goods, pairs, new PlanLimits(Contacts: 1)));
        Assert.Equal(19, plan.Value, 9);
        Assert.Equal(PlanLimit.Contacts, plan.WhyNot(2, 1));
        var contacts = Assert.Single(plan.Uses);
        Assert.Equal((PlanLimit.Contacts, 1d, 1d, 12d), (contacts.Limit, contacts.Used, contacts.Most, contacts.Price));
    }

    [Fact]
    public void What_is_settled_stays_and_what_it_breaks_is_told()
    {
        PlanCreator[] people = [new(1, 1), new(2, 1), new(3, 1)];
        PlanProduct[] goods = [new(1, 0, Samples: 1, SampleCost: 5)];
        PlanPair[] pairs = [new(0, 0, -3, HasSample: true, IsFixed: true), new(1, 0, 4, HasSample: true, IsFixed: true), new(2, 0, 50, HasSample: true)];
        var plan = PlanSolver.Solve(new PlanProblem(people, goods, pairs, new PlanLimits(Contacts: 1, SampleBudget: 8)));
        Assert.Equal([0, 1], plan.Pairs.Select(p => p.Creator));
        Assert.Equal(1, plan.Value, 9);
        Assert.Equal([(PlanLimit.Contacts, 1d), (PlanLimit.Samples, 1d), (PlanLimit.SampleBudget, 2d)], plan.Unmet.Select(u => (u.Limit, u.By)));
    }

    [Fact]
    public void Nothing_to_choose_from_and_quotas_of_nothing_give_an_empty_plan()
    {
        Assert.Empty(PlanSolver.Solve(new PlanProblem([], [], [], new PlanLimits())).Pairs);
        var none = PlanSolver.Solve(new PlanProblem([new(1, 5)], [new(1, 0)], [new(0, 0, 9)], new PlanLimits(Contacts: 0)));
        Assert.Equal((0d, 0d, PlanLimit.Contacts), (none.Value, none.Gap, none.WhyNot(0, 0)));
        var loss = PlanSolver.Solve(new PlanProblem([new(1, 5)], [new(1, 0)], [new(0, 0, -9)], new PlanLimits()));
        Assert.Equal(PlanLimit.Value, loss.WhyNot(0, 0));
    }

    [Fact]
    public void Input_that_makes_no_sense_is_refused_with_the_place_it_stands_at()
    {
        PlanCreator[] people = [new(1, 1)];
        PlanProduct[] goods = [new(1, 0)];
        Assert.Contains("pair 0", Assert.Throws<ArgumentException>(() => new PlanProblem(people, goods, [new(0, 0, double.NaN)], new PlanLimits())).Message, StringComparison.Ordinal);
        Assert.Contains("pair 0", Assert.Throws<ArgumentException>(() => new PlanProblem(people, goods, [new(0, 0, double.PositiveInfinity)], new PlanLimits())).Message, StringComparison.Ordinal);
        Assert.Contains("creator 3", Assert.Throws<ArgumentException>(() => new PlanProblem(people, goods, [new(3, 0, 1)], new PlanLimits())).Message, StringComparison.Ordinal);
        Assert.Contains("twice", Assert.Throws<ArgumentException>(() => new PlanProblem(people, goods, [new(0, 0, 1), new(0, 0, 2)], new PlanLimits())).Message, StringComparison.Ordinal);
        Assert.Contains("contacts", Assert.Throws<ArgumentException>(() => new PlanProblem(people, goods, [], new PlanLimits(Contacts: -1))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new PlanProblem(people, goods, [], new PlanLimits(NewShare: 2)));
        Assert.Throws<ArgumentException>(() => new PlanProblem([new(1, -1)], goods, [], new PlanLimits()));
        Assert.Throws<ArgumentException>(() => new PlanProblem([new(1, 1), new(1, 1)], goods, [], new PlanLimits()));
    }

    [Fact]
    public void A_cancelled_run_plans_nothing()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.Throws<OperationCanceledException>(() => PlanSolver.Solve(PlanCase.Draw(new Random(1), 20, 5, 1, new PlanLimits(Contacts: 3)).Problem, cancel: stop.Token));
    }
}
