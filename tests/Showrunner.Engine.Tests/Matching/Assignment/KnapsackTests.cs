using Showrunner.Engine.Matching.Assignment;
using Showrunner.Engine.Simulation;

namespace Showrunner.Engine.Tests.Matching.Assignment;

public sealed class KnapsackTests
{
    [Fact]
    public void Equals_what_trying_everything_gives_and_its_bound_is_never_below()
    {
        var chance = new Chance(5);
        var sack = new Knapsack(12);
        for (var round = 0; round < 400; round++)
        {
            var (count, room) = (chance.Between(0, 12), chance.Between(0, 60));
            sack.Clear();
            for (var k = 0; k < count; k++) sack.Add(k, chance.Between(1, 30), chance.Between(0, 15));
            var value = sack.Solve(room);
            Assert.Equal(Best(sack, room, -1), value);
            Assert.Equal(value, Enumerable.Range(0, count).Where(sack.IsChosen).Sum(sack.Value));
            Assert.True(Enumerable.Range(0, count).Where(sack.IsChosen).Sum(sack.Weight) <= room);
            for (var without = -1; without < count; without++)
                for (var less = 0; less <= room; less += 7) Assert.True(sack.Bound(less, without) >= Best(sack, less, without));
        }
    }

    [Fact]
    public void Stays_exact_where_only_the_table_can_decide()
    {
        // Even weights, each worth itself, in an odd room: no bound tells one choice from another.
        var sack = new Knapsack(40);
        for (var k = 0; k < 40; k++) sack.Add(k, 1000 + 2 * k, 1000 + 2 * k);
        Assert.Equal(20_000, sack.Solve(20_001 - 20_001 % 2));
        Assert.Equal(20_500, sack.Solve(20_501));
    }

    private static long Best(Knapsack sack, int room, int without)
    {
        var best = 0L;
        for (var set = 0; set < 1 << sack.Count; set++)
        {
            var (value, weight) = (0L, 0L);
            for (var k = 0; k < sack.Count; k++)
                if ((set >> k & 1) == 1) (value, weight) = (value + (k == without ? 0 : sack.Value(k)), weight + (k == without ? 0 : sack.Weight(k)));
            if (weight <= room) best = Math.Max(best, value);
        }
        return best;
    }
}
