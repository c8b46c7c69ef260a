using Showrunner.Engine.Simulation;

namespace Showrunner.Engine.Tests.Simulation;

public sealed class CourseTests
{
    [Fact]
    public void A_wave_rises_and_ebbs_inside_its_days()
    {
        var days = Enumerable.Range(-2, 20).Select(age => Course.Wave(age, 15)).ToList();
        Assert.Equal((0, 0, 0), (days[0], days[1], days[17]));
        Assert.Equal(4, days.IndexOf(days.Max()) - 2);
        Assert.Equal(1, days.Max(), 9);
        Assert.True(days[16] < 0.2);
    }

    [Fact]
    public void A_fall_ends_where_it_was_to_and_a_rise_is_half_way_in_the_middle()
    {
        Assert.Equal((1, 0.3, 0.3), (Course.Fall(-1, 28, 0.3), Course.Fall(28, 28, 0.3), Course.Fall(90, 28, 0.3)));
        Assert.Equal(0.3, Course.Fall(27, 28, 0.3), 9);
        Assert.Equal((0, 0.5), (Course.Rise(-1, 10, 2), Course.Rise(10, 10, 2)));
        Assert.True(Course.Rise(25, 10, 2) > 0.99);
    }

    [Fact]
    public void Weekends_wages_and_double_days_multiply()
    {
        var season = new Season([1.2, 1, 1, 1, 1, 1, 1.1], 25, 1, 1.5);
        Assert.Equal(1.2 * 1.5, season.Of(new DateOnly(2026, 11, 1)), 9); // a Sunday with wages of the month before
        Assert.Equal(1, season.Of(new DateOnly(2026, 11, 11)), 9);
        Assert.Equal(1.5, season.Of(new DateOnly(2026, 11, 26)), 9);
        Assert.True(Season.IsDoubleDay(new DateOnly(2026, 11, 11)) && !Season.IsDoubleDay(new DateOnly(2026, 11, 12)));
        Assert.Equal(Math.Pow(1.03, 16), Season.Growth(112), 9);
        Assert.Equal(Math.Pow(1.03, 16) * 1.01, Season.Growth(119), 9);
    }
}
