using System.Text.Json;
using Showrunner.Engine.Live.Shows;

namespace Showrunner.Engine.Tests.Live;

public sealed class ForecastTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(0.8)]
    [InlineData(0.9)]
    public void Intervals_hold_what_they_promise_and_narrow(double level)
    {
        var past = DrawnShow.Draw(1, 150);
        var models = new Dictionary<(string, string), ShowForecast>();
        double[] places = [0.15, 0.3, 0.5, 0.7, 0.9];
        var (held, width, error) = (new double[places.Length], new double[places.Length], new double[places.Length]);
        var shows = DrawnShow.Draw(2, 400);
        foreach (var show in shows)
        {
            if (!models.TryGetValue((show.Whose, show.Category), out var model))
                models[(show.Whose, show.Category)] = model = ShowForecast.Learn(past.Select(p => p.In(DrawnShow.Gmv)), show.Whose, show.Category);
            var (gmv, total) = (show.Figures[DrawnShow.Gmv], show.In(DrawnShow.Gmv).Total);
            for (var i = 0; i < places.Length; i++)
            {
                var elapsed = Math.Max(10, (int)(places[i] * show.Length));
                var forecast = model.At(elapsed, show.Length, gmv.Take(elapsed).Sum(), level);
                if (forecast.Low <= total && total <= forecast.High) held[i]++;
                width[i] += (forecast.High - forecast.Low) / total;
                error[i] += Math.Abs(forecast.Expected - total) / total;
            }
        }
        for (var i = 0; i < places.Length; i++) output.WriteLine($"{level:P0} at {places[i]:P0}: held {held[i] / shows.Count:P1}, width {width[i] / shows.Count:P0}, error {error[i] / shows.Count:P1}");
        Assert.All(held, h => Assert.InRange(h / shows.Count, level - 0.06, level + 0.07));
        Assert.Equal(width.OrderDescending(), width);
        Assert.Equal(error.OrderDescending(), error);
    }

    [Fact]
    public void Is_never_below_what_is_there_and_at_the_end_is_what_is_there()
    {
        var model = ShowForecast.Learn(DrawnShow.Draw(1, 60).Select(s => s.In(DrawnShow.Gmv)), "creator3", "category1");
        foreach (var soFar in new[] { 0, 1, 1e5, 1e9, 1e13 })
            for (var elapsed = 0; elapsed <= 120; elapsed += 5)
            {
                var forecast = model.At(elapsed, 120, soFar);
                Assert.True(soFar <= forecast.Low && forecast.Low <= forecast.Expected && forecast.Expected <= forecast.High);
                if (elapsed == 120) Assert.Equal(soFar, forecast.High);
            }
    }

    [Fact]
    public void More_sold_by_now_never_forecasts_less()
    {
        var model = ShowForecast.Learn(DrawnShow.Draw(1, 60).Select(s => s.In(DrawnShow.Gmv)), "creator3", "category1");
        for (var elapsed = 10; elapsed <= 120; elapsed += 10)
        {
            var expected = Enumerable.Range(0, 50).Select(i => model.At(elapsed, 120, i * 1e6).Expected).ToList();
            Assert.Equal(expected.Order(), expected);
        }
    }

    [Fact]
    public void The_order_of_past_shows_does_not_matter_and_a_stored_model_says_the_same()
    {
        var shows = DrawnShow.Draw(3, 50).ConvertAll(s => s.In(DrawnShow.Gmv));
        var one = ShowForecast.Learn(shows, "creator1", "category1");
        var other = JsonSerializer.Deserialize<ShowForecast>(JsonSerializer.Serialize(ShowForecast.Learn(Enumerable.Reverse(shows), "creator1", "category1")))!;
        for (var elapsed = 0; elapsed <= 90; elapsed += 9) Assert.Equal(one.At(elapsed, 90, elapsed * 1e5), other.At(elapsed, 90, elapsed * 1e5));
    }

    [Fact]
    public void Without_any_past_the_pace_alone_speaks_and_the_interval_is_wide()
    {
        var forecast = ShowForecast.Learn([], "nobody", "nothing").At(30, 120, 300);
        Assert.InRange(forecast.Expected, 600, 1300);
        Assert.True(forecast.High > 1.5 * forecast.Expected);
        Assert.Equal(0, forecast.Shows);
    }

    [Fact]
    public void Refuses_what_cannot_be()
    {
        var model = ShowForecast.Learn([], "nobody", "nothing");
        Assert.Throws<ArgumentOutOfRangeException>(() => model.At(0, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.At(61, 60, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.At(5, 60, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.At(5, 60, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.At(5, 60, 1, 1));
    }
}
