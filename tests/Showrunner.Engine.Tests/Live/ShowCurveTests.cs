using Showrunner.Engine.Live.Shows;

namespace Showrunner.Engine.Tests.Live;

public sealed class ShowCurveTests
{
    [Fact]
    public void Finds_the_course_the_burst_at_the_start_and_what_a_pin_adds()
    {
        var curve = ShowCurve.Learn([.. DrawnShow.Draw(1, 150).Select(s => s.In(DrawnShow.Orders))], "creator5", "category0");
        Assert.InRange(curve.Pin, 2.3, 3.3); // Drawn with 2 / 0.7.
        // The crowd only begins to fill: drawn with 1.6 × 0.37 in minute 2 and 0.51 in minute 7.
        Assert.InRange(curve.Rate(2, 120) / curve.Rate(7, 120), 1.0, 1.35);
        Assert.True(curve.Course[0] < 0.7 * curve.Course[9] && curve.Course[^1] < 0.7 * curve.Course[9]);
    }

    [Fact]
    public void Shares_rise_to_one()
    {
        var curve = ShowCurve.Learn([.. DrawnShow.Draw(1, 20).Select(s => s.In(DrawnShow.Orders))], "creator5", "category0");
        foreach (var length in new[] { 1, 2, 7, 60, 600 })
        {
            var shares = curve.Shares(length);
            Assert.Equal(shares.Order(), shares);
            Assert.Equal(1, shares[^1]);
        }
    }

    [Fact]
    public void Gaps_hardly_move_the_curve()
    {
        var shows = DrawnShow.Draw(2, 100).ConvertAll(s => s.In(DrawnShow.Gmv));
        var holes = shows.ConvertAll(s => s with { Minutes = [.. s.Minutes.Select((m, i) => (i / 7 + s.Length) % 4 == 0 ? double.NaN : m)] });
        var (whole, torn) = (ShowCurve.Learn(shows, "a", "category1").Shares(120), ShowCurve.Learn(holes, "a", "category1").Shares(120));
        Assert.All(whole.Zip(torn), p => Assert.InRange(p.First - p.Second, -0.02, 0.02));
    }

    [Fact]
    public void Own_shows_outweigh_others_as_they_become_more()
    {
        var others = Enumerable.Range(0, 50).Select(n => new PastShow($"other{n}", "all", [.. Enumerable.Range(0, 60).Select(m => 60.0 - m)])).ToList();
        var last = double.MaxValue;
        for (var own = 0; own <= 40; own += 10)
        {
            var mine = Enumerable.Range(0, own).Select(n => new PastShow("me", "mine", [.. Enumerable.Range(0, 60).Select(m => m + 1.0 + n * 0.01)]));
            var half = ShowCurve.Learn(others.Concat(mine), "me", "mine").Shares(60)[29];
            Assert.True(half < last);
            last = half;
        }
        Assert.InRange(last, 0.2, 0.35);
    }

    [Fact]
    public void Eight_of_ten_shows_lie_between_the_usual_bounds()
    {
        var past = DrawnShow.Draw(1, 150).ConvertAll(s => s.In(DrawnShow.Gmv));
        var models = past.Select(s => (s.Whose, s.Category)).Distinct().ToDictionary(k => k, k => ShowBaseline.Learn(past, k.Whose, k.Category));
        var (at, by, all) = (0, 0, 0);
        foreach (var show in DrawnShow.Draw(2, 200).ConvertAll(s => s.In(DrawnShow.Gmv)))
        {
            var model = models[(show.Whose, show.Category)];
            for (var minute = 12; minute < show.Length; minute += 12)
            {
                var (now, had) = (model.At(minute, show.Length, show.Pinned![minute]), model.By(minute, show.Length));
                var sum = show.Minutes.Take(minute + 1).Sum();
                all++;
                if (sum >= had.Low && sum <= had.High) by++;
                if (show.Minutes[minute] >= 0.6 * now.Low && show.Minutes[minute] <= 1.6 * now.High) at++;
            }
        }
        Assert.InRange(by / (double)all, 0.72, 0.92);
        Assert.InRange(at / (double)all, 0.72, 1);
    }

    [Fact]
    public void Without_shows_every_minute_is_average()
    {
        Assert.Equal(0.5, ShowCurve.Learn([], "a", "b").Shares(100)[49], 6);
    }
}
