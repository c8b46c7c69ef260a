using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Showrunner.Engine.Live.Streams;
using Showrunner.Engine.Simulation;

namespace Showrunner.Engine.Tests.Live;

public sealed class StreamWatchTests
{
    private static readonly DateTime Start = new(2025, 3, 3, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_stored_watch_goes_on_with_the_same_answers()
    {
        var values = Noise(3, 3000);
        var whole = new StreamWatch();
        var parted = new StreamWatch();
        for (var i = 0; i < values.Length; i++)
        {
            if (i % 700 == 350) parted = new StreamWatch(from: JsonSerializer.Deserialize<WatchState>(JsonSerializer.Serialize(parted.Save())));
            Assert.Equal(whole.Add(At(i), values[i]), parted.Add(At(i), values[i]));
        }
    }

    [Fact]
    public void Scores_do_not_depend_on_the_unit() => Prop.ForAll(Gen.Choose(1, 10_000).ToArbitrary(), seed =>
    {
        var values = Noise(seed, 400);
        return Scores(values).SequenceEqual(Scores([.. values.Select(v => v * 1024)]));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_spike_is_told_with_what_was_seen_and_what_is_usual()
    {
        var values = Noise(5, 1500);
        values[1200] = 30;
        var told = Watch(values)[1200];
        Assert.True(told.Alarm);
        Assert.True(told.Chance < 0.001);
        Assert.Equal(30, told.Seen);
        Assert.InRange(told.Usual, 9, 11);
        Assert.InRange(told.High, 10.5, 14);
    }

    [Fact]
    public void A_lasting_shift_is_told_soon_and_not_with_every_value()
    {
        var values = Noise(6, 1500);
        for (var i = 1000; i < 1200; i++) values[i] += 8;
        var alarms = Watch(values).Index().Where(w => w.Item.Alarm && w.Index >= 1000).ToList();
        Assert.InRange(alarms[0].Index, 1000, 1004);
        Assert.True(alarms.Count(a => a.Index < 1200) <= 6);
    }

    [Fact]
    public void A_day_without_its_usual_rise_is_told_and_the_days_before_are_not()
    {
        var chance = new Chance(8);
        var values = new double[288 * 10];
        for (var i = 0; i < values.Length; i++) values[i] = (i % 288 is > 100 and < 220 && i / 288 != 8 ? 50 : 10) + chance.Normal();
        var alarms = Watch(values).Index().Where(w => w.Item.Alarm).Select(w => w.Index).ToList();
        Assert.DoesNotContain(alarms, i => i is > 288 * 3 and < 288 * 8);
        Assert.Contains(alarms, i => i is > 288 * 8 + 100 and < 288 * 8 + 130);
    }

    [Fact]
    public void A_weekday_that_looks_like_a_Sunday_is_told_and_a_Sunday_is_not()
    {
        var chance = new Chance(11);
        var (watch, quiet, odd) = (new StreamWatch(), 0, 0);
        for (var i = 0; i < 48 * 7 * 12; i++)
        {
            var (day, at) = (i / 48, Start.AddMinutes(30 * i));
            var tuesday = day == 7 * 10 + 1;
            var alarm = watch.Add(at, (at.DayOfWeek == DayOfWeek.Sunday || tuesday ? 20 : 100) + 3 * chance.Normal()).Alarm;
            if (alarm && tuesday) odd++;
            if (alarm && at.DayOfWeek == DayOfWeek.Sunday && day is > 7 * 6 and < 7 * 10) quiet++;
        }
        Assert.InRange(odd, 1, 5);
        Assert.InRange(quiet, 0, 1);
    }

    [Fact]
    public void A_value_that_stands_still_is_told()
    {
        var values = Noise(9, 2000);
        for (var i = 1500; i < 1700; i++) values[i] = 10.2;
        Assert.Contains(Watch(values).Skip(1500).Take(200), w => w is { Alarm: true, Oddity: Oddity.Still });
    }

    [Fact]
    public void A_gap_alone_is_no_news()
    {
        var watch = new StreamWatch();
        var values = Noise(10, 2000);
        for (var i = 0; i < values.Length; i++)
            if (i is < 1000 or > 1400) Assert.False(watch.Add(At(i), values[i]) is { Alarm: true } && i is > 1400 and < 1450);
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.003)]
    public void Where_nothing_happens_no_more_is_told_than_the_rate_allows(double rate)
    {
        var (told, all) = (0, 0);
        for (var seed = 0; seed < 30; seed++)
        {
            var chance = Chance.Of(seed, 1, 2, 3);
            var (mood, watch) = (0.0, new StreamWatch(new WatchSettings { Rate = rate }));
            for (var i = 0; i < 3000; i++)
            {
                mood = 0.9 * mood + chance.Normal();
                var value = (seed % 3) switch { 0 => chance.LogNormal(1), 1 => mood, _ => 20 + 10 * Math.Sin(i * Math.PI / 144) + chance.Normal() };
                var alarm = watch.Add(At(i), value).Alarm;
                if (i < 600) continue;
                all++;
                if (alarm) told++;
            }
        }
        Assert.InRange(told / (double)all, 0, rate);
    }

    [Fact]
    public void Refuses_what_is_no_number_and_learns_nothing_from_it()
    {
        var watch = new StreamWatch();
        watch.Add(At(0), 1);
        Assert.Throws<ArgumentOutOfRangeException>(() => watch.Add(At(1), double.NaN));
        Assert.Equal(1, watch.Save().Count);
    }

    private static DateTime At(int i) => Start.AddMinutes(5 * i);

    private static List<Watched> Watch(double[] values)
    {
        var watch = new StreamWatch();
        return [.. values.Select((v, i) => watch.Add(At(i), v))];
    }

    private static double[] Scores(double[] values) => [.. Watch(values).Select(w => w.Score)];

    private static double[] Noise(int seed, int count)
    {
        var chance = new Chance((ulong)seed);
        var values = new double[count];
        for (var i = 0; i < count; i++) values[i] = 10 + chance.Normal();
        return values;
    }
}
