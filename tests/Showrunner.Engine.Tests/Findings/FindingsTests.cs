using Showrunner.Engine.Findings;

namespace Showrunner.Engine.Tests.Findings;

public class FindingsTests
{
    /// <summary>Student's t for 10 degrees of freedom, from any table: 2.228 leaves 5 %, 3.169 leaves 1 %.</summary>
    [Theory, InlineData(2.228, 10, 0.05), InlineData(-3.169, 10, 0.01), InlineData(0, 5, 1)]
    public void Surprise_is_students(double z, double freedom, double expected) => Assert.Equal(expected, Significance.TwoSided(z, freedom), 4);

    /// <summary>The example of Benjamini and Hochberg's own paper (1995, section 4.1): of 15 tests the first four are believed at 5 %.</summary>
    [Fact]
    public void Many_tests_are_judged_together()
    {
        double[] probabilities = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0];
        var believed = Significance.Believed([.. probabilities.Reverse()], 0.05);
        Assert.Equal(4, believed.Count(b => b));
        Assert.All(believed[^4..], Assert.True);
    }

    [Fact]
    public void A_part_that_moves_with_the_whole_has_not_changed()
    {
        double[] whole = [1000, 1100, 1050, 1200, 1300, 1250, 1400, 1500];
        var verdict = ShareTest.Of([.. whole.Select(w => Math.Round(w / 10))], whole, 600, 6000);
        Assert.Equal(600, verdict.Expected, 0.5 + 600 * 0.02);
        Assert.True(verdict.Probability > 0.2);
    }

    [Theory, InlineData(200, true), InlineData(40, true), InlineData(105, false)]
    public void A_part_that_leaves_the_whole_has(double observed, bool changed)
    {
        double[] history = [98, 104, 97, 101, 95, 103, 102, 99, 100, 96, 104, 100];
        var verdict = ShareTest.Of(history, [.. history.Select(_ => 1000.0)], observed, 1000);
        Assert.Equal(changed, verdict.Probability < 0.001);
        Assert.Equal(changed && observed < 100, verdict.Score < -3);
        Assert.InRange(verdict.Expected, verdict.Low, verdict.High);
    }

    [Fact]
    public void A_part_that_always_jumps_has_to_jump_further()
    {
        double[] whole = [.. Enumerable.Repeat(1000.0, 12)], steady = [.. Enumerable.Repeat(100.0, 12)], wild = [30, 190, 60, 150, 20, 180, 90, 130, 40, 170, 60, 180];
        Assert.True(ShareTest.Of(steady, whole, 180, 1000).Probability < ShareTest.Of(wild, whole, 180, 1000).Probability / 100);
    }

    [Fact]
    public void Quiet_counts_are_believed_no_oftener_than_promised()
    {
        var chance = new Random(11);
        double Count(double mean) => mean + Math.Sqrt(mean) * Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble());
        var surprising = Enumerable.Range(0, 4000).Count(_ =>
            ShareTest.Of([.. Enumerable.Range(0, 12).Select(_ => Count(80))], [.. Enumerable.Repeat(5000.0, 12)], Count(80), 5000).Probability < 0.01);
        Assert.InRange(surprising, 0, 60); // 40 were to be expected
    }

    [Fact]
    public void A_growing_market_that_goes_on_growing_has_not_changed()
    {
        double[] history = [.. Enumerable.Range(0, 12).Select(t => 1000 * Math.Pow(1.03, t))];
        Assert.True(TrendTest.Of(history, 1000 * Math.Pow(1.03, 12), 0.03).Probability > 0.9);
        Assert.True(TrendTest.Of(history, 1000 * Math.Pow(1.03, 12) * 1.5, 0.03).Probability < 0.001);
        history[6] *= 4; // one campaign does not bend the path
        Assert.True(TrendTest.Of(history, 1000 * Math.Pow(1.03, 12), 0.03).Probability > 0.5);
    }

    [Fact]
    public void One_among_many_with_too_many_returns_is_found_and_no_other()
    {
        var chance = new Random(5);
        double[] cases = [.. Enumerable.Range(0, 60).Select(_ => 50.0 + chance.Next(400))];
        double[] hits = [.. cases.Select(n => (double)Enumerable.Range(0, (int)n).Count(_ => chance.NextDouble() < 0.06))];
        (cases[17], hits[17]) = (300, 75);
        var verdicts = PeerTest.Of(hits, cases, 40);
        var believed = Significance.Believed([.. verdicts.Select(v => v.Probability)], 0.01);
        Assert.Equal([17], Enumerable.Range(0, believed.Length).Where(i => believed[i]));
        Assert.InRange(verdicts[17].Expected, 12, 25);
    }

    [Fact]
    public void Parts_of_a_sum_add_up_to_its_change()
    {
        var parts = Contributions.OfSum([("a", 50, 100), ("b", 210, 200), ("c", 0, 60)]);
        Assert.Equal(["c", "a", "b"], parts.Select(p => p.Member));
        Assert.Equal(-100, parts.Sum(p => p.Amount), 9);
        Assert.Equal(1, parts.Sum(p => p.Share), 9);
    }

    [Fact]
    public void Rate_and_mix_add_up_to_the_change_of_a_rate()
    {
        (string, double, double, double, double)[] members = [("a", 10, 100, 30, 150), ("b", 40, 300, 20, 100), ("new", 0, 0, 9, 60), ("gone", 5, 80, 0, 0)];
        var parts = Contributions.OfRate(members);
        Assert.Equal(59.0 / 310 - 55.0 / 480, parts.Sum(p => p.Amount), 12);
        Assert.Equal(0, parts.Single(p => p.Member == "new").Rate);
        Assert.Equal(0, parts.Single(p => p.Member == "gone").Rate);
        // Nobody's own rate changed: all of it is mix.
        var mix = Contributions.OfRate([("a", 10, 100, 40, 400), ("b", 30, 100, 30, 100)]);
        Assert.All(mix, p => Assert.Equal(0, p.Rate, 12));
    }

    /// <summary>Wages, weekends and growth promise what they always bring; half as much again on a Thursday in the middle of the month is news.</summary>
    [Theory, InlineData(3, 1.0, false), InlineData(3, 1.5, true), InlineData(3, 0.6, true), InlineData(0, 1.0, false)]
    public void A_day_is_judged_by_its_weekday_and_its_place_in_the_month(int after, double factor, bool stands)
    {
        var (first, chance) = (new DateOnly(2026, 6, 1), new Random(3));
        double Value(DateOnly day, int t) => 1000 * Math.Pow(1.004, t) * (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 1.3 : 1) * (day.Day is >= 25 or 1 ? 1.35 : 1);
        var history = Enumerable.Range(0, 91).Select(t => Value(first.AddDays(t), t) * Math.Exp(0.05 * (chance.NextDouble() + chance.NextDouble() - 1))).ToArray();
        history[40] *= 4;
        history[69] *= 1.5; // campaigns
        var day = first.AddDays(91 + after);
        var verdict = new SeasonTest(first, history).Of(day, Value(day, 91 + after) * factor, 0.03);
        Assert.Equal(stands, verdict.Probability < 0.001);
        Assert.Equal(1, verdict.Expected / Value(day, 91 + after), 0.15);
    }

    [Fact]
    public void Too_few_days_have_no_season() => Assert.Throws<ArgumentException>(() => new SeasonTest(new DateOnly(2026, 1, 1), new double[41]));

    [Fact]
    public void A_silence_is_as_surprising_as_what_it_should_have_brought()
    {
        double[] expected = [.. Enumerable.Repeat(3.0, 28)], counts = [.. Enumerable.Repeat(3.0, 28)];
        Assert.Null(SilenceTest.Of(counts, expected, 1, 21));
        foreach (var day in new[] { 5, 6, 7, 22, 23, 24, 25 }) counts[day] = 0;
        var silence = SilenceTest.Of(counts, expected, 1, 21)!;
        Assert.Equal((22, 25, 4), (silence.First, silence.Last, silence.Days));
        Assert.Equal(28 * Math.Exp(-12), silence.Probability, 1e-9);
        Assert.Equal(28 * Math.Pow(2, -12), SilenceTest.Of(counts, expected, 2, 21)!.Probability, 1e-9); // who sells in bursts is silent more often
        Assert.Equal(22, SilenceTest.Of(counts, expected, 1, 6)!.First); // of two the less probable
    }
}
