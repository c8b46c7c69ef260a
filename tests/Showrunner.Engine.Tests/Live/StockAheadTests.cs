using Showrunner.Engine.Live.Shows;
using Showrunner.Engine.Simulation;

namespace Showrunner.Engine.Tests.Live;

public sealed class StockAheadTests
{
    [Fact]
    public void Says_when_stock_runs_out_and_how_sure_that_is()
    {
        var ahead = StockAhead.Of(30, [.. Enumerable.Repeat(3.0, 30)], within: 20);
        Assert.InRange(ahead.PerMinute, 2.6, 3.1);
        Assert.InRange(ahead.MinutesLeft, 9, 12);
        Assert.True(ahead.Soonest < ahead.MinutesLeft && ahead.MinutesLeft < ahead.Latest);
        Assert.True(ahead.Chance > 0.9);
        Assert.True(StockAhead.Of(300, [.. Enumerable.Repeat(3.0, 30)], within: 20).Chance < 0.01);
    }

    [Fact]
    public void The_chance_is_honest()
    {
        var (expected, happened) = (0.0, 0);
        for (var n = 0; n < 3000; n++)
        {
            var chance = Chance.Of(1, 2, 3, n);
            var (rate, stock) = (chance.Between(0.5, 5.0), chance.Between(5, 60));
            double[] sold = [.. Enumerable.Range(0, 20).Select(_ => (double)chance.Poisson(rate))];
            expected += StockAhead.Of(stock, sold, within: 10).Chance;
            if (Enumerable.Range(0, 10).Sum(_ => chance.Poisson(rate)) >= stock) happened++;
        }
        Assert.InRange(expected / happened, 0.93, 1.07);
    }

    [Fact]
    public void More_stock_never_makes_it_likelier_and_more_time_never_less_likely()
    {
        for (var left = 1; left < 60; left++) Assert.True(StockAhead.Of(left, [2, 3, 1, 4], 10).Chance >= StockAhead.Of(left + 1, [2, 3, 1, 4], 10).Chance);
        for (var within = 0; within < 60; within++) Assert.True(StockAhead.Of(20, [2, 3, 1, 4], within).Chance <= StockAhead.Of(20, [2, 3, 1, 4], within + 1).Chance);
    }

    [Fact]
    public void Nothing_left_is_out_now_and_nothing_sold_is_vague()
    {
        Assert.Equal(1, StockAhead.Of(0, [1], 10).Chance);
        var ahead = StockAhead.Of(50, [0, 0, 0, double.NaN], 60);
        Assert.True(ahead.Chance < 0.05);
        Assert.True(ahead.Latest is null or > 200);
    }
}
