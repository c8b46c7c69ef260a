using Showrunner.Engine.Simulation;

namespace Showrunner.Engine.Tests.Simulation;

public sealed class LiveMinutesTests
{
    private static readonly LiveSession Session = new(95, 48_211, 3_907, 41_003, 2_750, 6_511, 401, 517, 98_765_432_109);

    [Theory, InlineData(95), InlineData(1), InlineData(2), InlineData(600)]
    public void Minutes_add_up_to_the_session(int length)
    {
        var session = Session with { Minutes = length };
        var minutes = LiveMinutes.Of(session, Chance.Of(7, 1, 2, 3)).ToList();
        Assert.Equal(Enumerable.Range(0, length), minutes.Select(m => m.Minute));
        Assert.Equal(session, new LiveSession(length, minutes.Sum(m => m.Views), minutes.Max(m => m.Viewers), minutes.Sum(m => m.Likes), minutes.Sum(m => m.Comments),
            minutes.Sum(m => m.ProductClicks), minutes.Sum(m => m.Orders), minutes.Sum(m => m.Items), minutes.Sum(m => m.GmvMinor)));
        Assert.All(minutes, m => Assert.True(Math.Min(Math.Min(m.Viewers, m.Views), Math.Min(m.Orders, m.GmvMinor)) >= 0));
    }

    [Fact]
    public void It_fills_and_thins_out_and_sells_in_rushes()
    {
        var minutes = LiveMinutes.Of(Session with { Minutes = 100, Orders = 100_000 }, new Chance(3)).ToList();
        Assert.True(minutes[..5].Average(m => m.Viewers) < 0.7 * minutes[30..70].Average(m => m.Viewers));
        Assert.True(minutes[95..].Average(m => m.Viewers) < 0.7 * minutes[30..70].Average(m => m.Viewers));
        var perViewer = minutes.Select(m => (double)m.Orders / m.Viewers).Order().ToList();
        Assert.True(perViewer[90] > 2.5 * perViewer[40]);
    }

    [Fact]
    public void The_same_session_has_the_same_minutes_and_nothing_sold_is_nothing_in_every_minute()
    {
        Assert.Equal(LiveMinutes.Of(Session, new Chance(9)), LiveMinutes.Of(Session, new Chance(9)));
        Assert.NotEqual(LiveMinutes.Of(Session, new Chance(9)), LiveMinutes.Of(Session, new Chance(10)));
        Assert.All(LiveMinutes.Of(new LiveSession(30, 0, 0, 0, 0, 0, 0, 0, 0), new Chance(1)), m => Assert.Equal(0, m.Views + m.Viewers + m.Orders + m.GmvMinor));
        Assert.Throws<ArgumentOutOfRangeException>(() => LiveMinutes.Of(Session with { Minutes = 0 }, new Chance(1)));
    }
}
