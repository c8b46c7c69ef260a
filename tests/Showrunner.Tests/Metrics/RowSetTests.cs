using Showrunner.Metrics;

namespace Showrunner.Tests.Metrics;

public class RowSetTests
{
    [Theory, InlineData(1, 500), InlineData(60, 90), InlineData(1_000_000, 1_000_400), InlineData(1, 3_000_000)]
    public void Sets_of_days_count_everyone_once(int first, int last)
    {
        var chance = new Random(7);
        var days = Enumerable.Range(0, 20).Select(day => Enumerable.Range(0, day * 10).Select(_ => (long)chance.Next(first + day, last)).ToHashSet()).ToList();
        Assert.Equal(days.SelectMany(d => d).Distinct().Count(), RowSet.CountAll([.. days.Select(d => new RowSet(d))]));
        foreach (var day in days) Assert.Equal(day.Count, RowSet.CountAll([new RowSet(day)]));
    }

    [Fact]
    public void No_days_hold_nobody() => Assert.Equal(0, RowSet.CountAll([new RowSet([]), new RowSet([])]));
}
