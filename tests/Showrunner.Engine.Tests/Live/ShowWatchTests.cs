using System.Text.Json;
using Showrunner.Engine.Live.Shows;
using Showrunner.Engine.Simulation;

namespace Showrunner.Engine.Tests.Live;

public sealed class ShowWatchTests(ITestOutputHelper output)
{
    private static readonly MinuteTest[] Tests = [MinuteTest.Drop, MinuteTest.Drop, MinuteTest.Drop, MinuteTest.Spike, MinuteTest.Spike, MinuteTest.Silence];
    private const double Allowed = 0.1;

    [Theory]
    // Of five orders a minute hardly seven are missing after three quiet minutes: so few cannot be told from chance at this rate of false alarms.
    [InlineData(5, 0.7)]
    [InlineData(12, 0.9)]
    [InlineData(40, 0.9)]
    public void Troubles_are_told_within_three_minutes_and_quiet_shows_are_left_alone(double ordersPerMinute, double least)
    {
        var (alarms, hours, found, planted) = (0, 0.0, new int[DrawnShow.Count], new int[DrawnShow.Count]);
        foreach (var market in new[] { 10, 20, 30 })
        {
            var models = Models(DrawnShow.Draw(market, 100, ordersPerMinute));
            foreach (var show in DrawnShow.Draw(market + 1, 80, ordersPerMinute))
            {
                alarms += Watch(models(show), show).Count;
                hours += show.Length / 60.0;
            }
            for (var n = 0; n < 90; n++)
            {
                var trouble = n % DrawnShow.Count;
                var chance = Chance.Of(market + 2, 1, n, 0);
                var at = chance.Between(10, 45);
                var show = DrawnShow.Draw(chance, ordersPerMinute, trouble, at);
                planted[trouble]++;
                if (Watch(models(show), show).Any(a => a.Minute >= at && a.Minute < at + 3)) found[trouble]++;
            }
        }
        output.WriteLine($"{ordersPerMinute} orders a minute: {alarms / hours:0.000} false alarms an hour ({alarms} in {hours:0} h); found {string.Join(", ", DrawnShow.Names.Select((name, i) => $"{name} {found[i]}/{planted[i]}"))}");
        Assert.InRange(alarms / hours, 0, Allowed);
        Assert.InRange(found.Sum() / (double)planted.Sum(), least, 1);
    }

    [Fact]
    public void An_alarm_says_what_was_seen_what_is_usual_and_since_when()
    {
        var models = Models(DrawnShow.Draw(1, 120));
        var show = DrawnShow.Draw(Chance.Of(5, 1, 1, 1), 12, DrawnShow.Orders, 30);
        var alarm = Watch(models(show), show).First(a => a.Metric == "orders");
        Assert.Equal(MinuteTest.Drop, alarm.Test);
        Assert.InRange(alarm.Since, 28, 32);
        Assert.InRange(alarm.Minute, alarm.Since, 33);
        Assert.True(alarm.Seen < 0.3 * alarm.Usual);
        Assert.InRange(alarm.Chance, 0, Allowed);
    }

    [Fact]
    public void A_stored_watch_goes_on_with_the_same_answers()
    {
        var models = Models(DrawnShow.Draw(1, 40));
        var show = DrawnShow.Draw(Chance.Of(6, 1, 1, 1), 12, DrawnShow.Viewers, 30);
        var metrics = JsonSerializer.Deserialize<WatchedMetric[]>(JsonSerializer.Serialize(models(show)))!;
        var (whole, parted) = (new ShowWatch(models(show), show.Length), new ShowWatch(metrics, show.Length));
        for (var minute = 0; minute < show.Length; minute++)
        {
            if (minute % 7 == 3) parted = new ShowWatch(metrics, show.Length, from: JsonSerializer.Deserialize<MinuteState[]>(JsonSerializer.Serialize(parted.Save())));
            Assert.Equal(whole.Add(At(show, minute), show.Pinned[minute]), parted.Add(At(show, minute), show.Pinned[minute]));
        }
    }

    [Fact]
    public void The_order_of_past_shows_does_not_matter()
    {
        var shows = DrawnShow.Draw(4, 40);
        var one = MinuteModel.Learn(shows.Select(s => s.In(DrawnShow.Gmv)), "creator1", "category1", MinuteTest.Drop);
        var other = MinuteModel.Learn(Enumerable.Reverse(shows).Select(s => s.In(DrawnShow.Gmv)), "creator1", "category1", MinuteTest.Drop);
        Assert.Equal(JsonSerializer.Serialize(one), JsonSerializer.Serialize(other));
    }

    [Fact]
    public void Without_any_past_a_show_is_watched_by_itself()
    {
        var model = MinuteModel.Learn([], "nobody", "nothing", MinuteTest.Silence);
        var watch = new ShowWatch([new WatchedMetric("events", model)], 120);
        var alarms = new List<MinuteAlarm>();
        for (var minute = 0; minute < 40; minute++) alarms.AddRange(watch.Add([minute < 30 ? 25 : 0]));
        Assert.InRange(Assert.Single(alarms).Minute, 30, 34);
    }

    [Fact]
    public void Refuses_figures_below_zero_and_takes_nothing_in()
    {
        var watch = new ShowWatch([new WatchedMetric("gmv", MinuteModel.Learn([], "a", "b", MinuteTest.Drop))], 60);
        Assert.Throws<ArgumentException>(() => watch.Add([-1]));
        Assert.Throws<ArgumentException>(() => watch.Add([1, 2]));
        Assert.Equal(0, watch.Save()[0].Minute);
    }

    private static Func<DrawnShow, WatchedMetric[]> Models(List<DrawnShow> past)
    {
        var known = new Dictionary<(string, string), WatchedMetric[]>();
        return show => known.TryGetValue((show.Whose, show.Category), out var models) ? models
            : known[(show.Whose, show.Category)] = [.. Tests.Select((test, i) => new WatchedMetric(DrawnShow.Names[i], MinuteModel.Learn(past.Select(p => p.In(i)), show.Whose, show.Category, test)))];
    }

    private static List<MinuteAlarm> Watch(WatchedMetric[] metrics, DrawnShow show)
    {
        var watch = new ShowWatch(metrics, show.Length, Allowed);
        return [.. Enumerable.Range(0, show.Length).SelectMany(minute => watch.Add(At(show, minute), show.Pinned[minute]))];
    }

    private static double[] At(DrawnShow show, int minute) => [.. show.Figures.Select(f => f[minute])];
}
