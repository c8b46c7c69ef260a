using Showrunner.Engine.Live.Shows;
using Showrunner.Engine.Simulation;

namespace Showrunner.Engine.Tests.Live;

/// <summary>Shows as the demo market has them (rushes that nobody announces), and pasts that are short.</summary>
public sealed class OtherShowsTests(ITestOutputHelper output)
{
    private const int Silent = 3;
    private static readonly string[] Names = ["viewers", "orders", "gmv", "comments"];
    private static readonly MinuteTest[] Tests = [MinuteTest.Drop, MinuteTest.Drop, MinuteTest.Drop, MinuteTest.Silence];

    [Fact]
    public void Troubles_in_shows_of_the_demo_are_told_within_three_minutes()
    {
        var past = Enumerable.Range(0, 120).Select(n => Demo(1, n)).ToList();
        WatchedMetric[] metrics = [.. Tests.Select((test, i) => new WatchedMetric(Names[i], MinuteModel.Learn(past.Select(p => new PastShow("a", "b", p[i])), "a", "b", test)))];
        var (alarms, hours, found) = (0, 0.0, new int[Names.Length]);
        for (var n = 0; n < 200; n++)
        {
            var show = Demo(2, n);
            alarms += Watch(metrics, show).Count;
            hours += show[0].Length / 60.0;
        }
        for (var n = 0; n < 160; n++)
        {
            var at = 10 + n % 35;
            if (Watch(metrics, Demo(3, n, at, n % 4)).Any(a => a.Minute >= at && a.Minute < at + 3)) found[n % 4]++;
        }
        output.WriteLine($"{alarms / hours:0.000} false alarms an hour; found of 40 each: {string.Join(", ", Names.Zip(found))}");
        Assert.InRange(alarms / hours, 0, 0.1);
        Assert.InRange(found.Sum() / 160.0, 0.9, 1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(20)]
    public void A_short_past_makes_careful_rather_than_loud(int shows)
    {
        var past = DrawnShow.Draw(1, shows);
        var (alarms, hours, held, all) = (0, 0.0, 0, 0);
        MinuteTest[] tests = [MinuteTest.Drop, MinuteTest.Drop, MinuteTest.Drop, MinuteTest.Spike, MinuteTest.Spike, MinuteTest.Silence];
        foreach (var group in DrawnShow.Draw(2, 120).GroupBy(s => (s.Whose, s.Category)))
        {
            WatchedMetric[] metrics = [.. tests.Select((t, i) => new WatchedMetric(DrawnShow.Names[i], MinuteModel.Learn(past.Select(p => p.In(i)), group.Key.Whose, group.Key.Category, t)))];
            var forecasts = ShowForecast.Learn(past.Select(p => p.In(DrawnShow.Gmv)), group.Key.Whose, group.Key.Category);
            foreach (var show in group)
            {
                alarms += Watch(metrics, show.Figures, show.Pinned).Count;
                hours += show.Length / 60.0;
                var forecast = forecasts.At(show.Length / 3, show.Length, show.Figures[DrawnShow.Gmv].Take(show.Length / 3).Sum());
                all++;
                if (show.In(DrawnShow.Gmv).Total is var total && total >= forecast.Low && total <= forecast.High) held++;
            }
        }
        output.WriteLine($"{shows} past shows: {alarms / hours:0.000} false alarms an hour, forecast of 80 % held {held / (double)all:P0}");
        Assert.InRange(alarms / hours, 0, 0.1);
        Assert.InRange(held / (double)all, 0.7, 1);
    }

    private static List<MinuteAlarm> Watch(WatchedMetric[] metrics, double[][] figures, bool[]? pinned = null)
    {
        var watch = new ShowWatch(metrics, figures[0].Length);
        return [.. Enumerable.Range(0, figures[0].Length).SelectMany(minute => watch.Add([.. figures.Select(f => f[minute])], pinned?[minute]))];
    }

    private static double[][] Demo(int seed, int number, int at = int.MaxValue, int trouble = -1)
    {
        var chance = Chance.Of(seed, 5, 5, number);
        var (gmv, orders, length) = ((long)(3e7 * chance.LogNormal(0.5)), (long)(1200 * chance.LogNormal(0.3)), chance.Between(60, 180));
        var minutes = LiveMinutes.Of(new LiveSession(length, orders * 40, orders * 5, orders * 60, orders * 4, orders * 8, orders, orders, gmv), chance).ToList();
        double[][] figures = [[.. minutes.Select(m => (double)m.Viewers)], [.. minutes.Select(m => (double)m.Orders)], [.. minutes.Select(m => (double)m.GmvMinor)], [.. minutes.Select(m => (double)m.Comments)]];
        for (var minute = at; minute < length; minute++)
        {
            if (trouble == Silent) foreach (var figure in figures) figure[minute] = double.NaN;
            else figures[trouble][minute] = Math.Round(figures[trouble][minute] * (trouble == 0 ? 0.3 : 0.05));
        }
        return figures;
    }
}
