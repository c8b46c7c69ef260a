using Showrunner.Markets;
using Showrunner.Platform;
using Showrunner.Reports.Sending;

namespace Showrunner.Tests.Reports.Sending;

public sealed class RhythmTests
{
    private static readonly MarketRules Germany = new(1, "DE", "EUR", 2, "Europe/Berlin", "de-DE");

    [Theory]
    [InlineData("day", 0, false, "2026-03-28T12:00Z", "2026-03-29T06:30Z")] // the day the clocks go forward: half past eight stays half past eight
    [InlineData("day", 0, false, "2026-03-27T12:00Z", "2026-03-28T07:30Z")]
    [InlineData("week", 1, false, "2026-11-22T08:00Z", "2026-11-23T07:30Z")]
    [InlineData("week", 1, false, "2026-11-23T07:30Z", "2026-11-30T07:30Z")] // a time that is now is not the next one
    [InlineData("month", 31, false, "2026-02-10T00:00Z", "2026-02-28T07:30Z")]
    [InlineData("month", 3, true, "2026-10-01T00:00Z", "2026-10-05T06:30Z")] // a holiday on a Saturday: Monday
    [InlineData("week", 5, true, "2026-04-01T00:00Z", "2026-04-07T06:30Z")] // Good Friday waits until after Easter Monday
    [InlineData("week", 5, true, "2026-04-06T12:00Z", "2026-04-07T06:30Z")] // also for who asks on Easter Monday
    public void The_next_time_follows_the_markets_clock_and_days_off(string every, int day, bool skips, string after, string due) =>
        Assert.Equal(DateTimeOffset.Parse(due, null), new Rhythm(every, day, 8 * 60 + 30, skips).Next(DateTimeOffset.Parse(after, null), Germany, d => DaysOff.IsOff("DE", d)));

    [Theory]
    [InlineData("week", "2026-11-16", "2026-11-22")]
    [InlineData("month", "2026-10-01", "2026-10-31")]
    [InlineData("days7", "2026-11-16", "2026-11-22")]
    [InlineData("yesterday", "2026-11-22", "2026-11-22")]
    public void A_span_is_of_whole_days_that_are_over(string span, string from, string to) =>
        Assert.Equal(new DayRange(DateOnly.Parse(from, null), DateOnly.Parse(to, null)), Span.Of(span, new DateOnly(2026, 11, 23)));

    [Fact]
    public void Holidays_are_known_where_they_are_listed() =>
        Assert.Equal((2027, 2027, 2026, null), (DaysOff.KnownUntil("DE"), DaysOff.KnownUntil("US"), DaysOff.KnownUntil("ID"), DaysOff.KnownUntil("VN")));
}
