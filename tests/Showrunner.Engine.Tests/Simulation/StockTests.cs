using Showrunner.Engine.Simulation;

namespace Showrunner.Engine.Tests.Simulation;

public sealed class StockTests
{
    private static readonly double[] Sold = [.. Enumerable.Range(0, 120).Select(day => 20.0 + day % 7)];

    [Fact]
    public void Is_filled_up_in_time_and_never_empty_without_reason()
    {
        var evenings = Stock.Evenings(Sold);
        Assert.All(evenings, pieces => Assert.True(pieces > 0));
        Assert.True(evenings.Zip(evenings.Skip(1)).Count(days => days.Second > days.First) is > 2 and < 8); // a delivery a month
    }

    [Fact]
    public void Runs_down_towards_a_stock_out_and_is_full_again_after_it()
    {
        var evenings = Stock.Evenings(Sold, 60, 66);
        Assert.All(evenings[60..67], pieces => Assert.Equal(0, pieces));
        Assert.InRange(evenings[59], 0, 1);
        Assert.InRange(evenings[57], 30, 60);
        Assert.True(evenings[67] > 20 * 20);
        Assert.All(evenings[..59], pieces => Assert.True(pieces > 0));
    }

    [Fact]
    public void May_still_be_out_on_the_last_day()
    {
        var evenings = Stock.Evenings(Sold, 115, 119);
        Assert.Equal((0L, 0L), (evenings[115], evenings[119]));
        Assert.Throws<ArgumentException>(() => Stock.Evenings(Sold, 20, 10));
    }
}
