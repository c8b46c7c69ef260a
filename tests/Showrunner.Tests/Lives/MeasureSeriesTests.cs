using Showrunner.Lives.Intake;
using Showrunner.Lives.Watching;

namespace Showrunner.Tests.Lives;

public sealed class MeasureSeriesTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 7, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(5, "file")] // it has told more, and may still go on
    [InlineData(25, "counter")] // it stopped; the other still tells
    public void Who_goes_on_telling_is_believed_before_who_told_more_once(int later, string source)
    {
        var file = Enumerable.Range(0, 10).Select(minute => Row("file", minute, false, 1));
        var counter = Enumerable.Range(0, 4).Select(at => Row("counter", 10 + later + at - 4, true, 20 + at));
        var alone = Row("list", 10 + later - 1, true, 99); // one total is no minutes
        var told = MeasureSeries.Of(LiveMeasure.OrdersPaid, [.. file, .. counter, alone], Start.ToUnixTimeSeconds() / 60, 60)!;
        Assert.Equal(source, told.Source);
        Assert.Equal(source == "file" ? 10 : 23, told.Total);
    }

    private static MinuteRow Row(string source, int minute, bool isTotal, long orders) =>
        new(new MinuteKey(Start.AddMinutes(minute).ToUnixTimeSeconds() / 60, source, "", isTotal)) { SampledAt = Start.AddMinutes(minute), [LiveMeasure.OrdersPaid] = orders };
}
