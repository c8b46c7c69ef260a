using Showrunner.Engine.Matching.Outcomes;

namespace Showrunner.Engine.Tests.Matching.Outcomes;

public sealed class SalesForecastTests
{
    private static double[][] Before(MatchHistory history, int day)
    {
        var rows = PostFeatures.Of(history);
        return [.. Enumerable.Range(0, rows.Count).Where(i => history.Events[i].Day < day).Select(i => rows[i].ToArray())];
    }

    [Fact]
    public void No_posting_knows_what_came_later()
    {
        var altered = Market.History(Market.Events.Select(e => e.KnownFrom > 30 ? e with { Units = 50, Likes = 4000, Promoted = false } : e).Where(e => e.Day < 40)
            .Append(new MatchEvent("later", "afterwards", 31) { Text = "#new words" }));
        var (now, then) = (Before(Market.History(), 31), Before(altered, 31));
        Assert.Equal(now.Length, then.Length);
        for (var i = 0; i < now.Length; i++) Assert.Equal(now[i], then[i]);
        Assert.NotEqual(Before(Market.History(), 39)[^1], Before(altered, 39)[^1]);
    }

    [Fact]
    public void A_postings_own_outcome_is_not_among_its_features()
    {
        for (var at = 0; at < Market.Events.Length; at += 37)
        {
            var e = Market.Events[at];
            var history = Market.History(Market.Events.Select((x, i) => i == at ? x with { Units = 7 - x.Units, Likes = 1e6, Promoted = !x.Promoted, KnownFrom = 0 } : x));
            var (own, other) = (PostFeatures.Of(Market.History()), PostFeatures.Of(history));
            var place = Enumerable.Range(0, history.Events.Count).First(i => history.Events[i].Creator == e.Creator && history.Events[i].Day == e.Day && history.Events[i].Minute == e.Minute);
            Assert.Equal(own[place].ToArray(), other[place].ToArray());
        }
    }

    [Fact]
    public void Order_of_the_file_does_not_matter()
    {
        var shuffled = Market.History(Rows.Shuffled(Market.Events.Length, 3).Select(i => Market.Events[i]));
        var (one, other) = (Before(Market.History(), 60), Before(shuffled, 60));
        for (var i = 0; i < one.Length; i++) Assert.Equal(one[i], other[i]);
    }

    [Fact]
    public void Learns_who_sells_and_the_reasons_add_up()
    {
        var history = Market.History();
        var rows = PostFeatures.Of(history);
        var forecast = SalesForecast.Train(history, rows, 45, 45, new ForecastOptions())!;
        int[] asked = [.. Enumerable.Range(0, rows.Count).Where(i => history.Events[i].Day >= 45)];
        var auc = Measures.Auc([.. asked.Select(i => forecast.LogOdds(rows[i]))], [.. asked.Select(i => history.Events[i].Units > 0 ? 1.0 : 0)]);
        Assert.True(auc > 0.6, $"{auc}");
        foreach (var i in asked.Take(20))
        {
            Assert.Equal(forecast.LogOdds(rows[i]), forecast.Explain(rows[i]).Score, 9);
            Assert.InRange(forecast.Probability(rows[i]), 0, 1);
        }
    }

    [Fact]
    public void Lessons_are_only_what_was_known()
    {
        var history = Market.History();
        var rows = PostFeatures.Of(history);
        var altered = Market.History(Market.Events.Select(e => e.KnownFrom > 40 ? e with { Units = 50 } : e));
        // The same rows, so that only the lessons differ.
        Assert.Equal(SalesForecast.Train(history, rows, 45, 40, new ForecastOptions())!.LogOdds(rows[5]), SalesForecast.Train(altered, rows, 45, 40, new ForecastOptions())!.LogOdds(rows[5]));
        Assert.NotEqual(SalesForecast.Train(history, rows, 45, 45, new ForecastOptions())!.LogOdds(rows[5]), SalesForecast.Train(altered, rows, 45, 45, new ForecastOptions())!.LogOdds(rows[5]));
        Assert.Null(SalesForecast.Train(history, rows, 45, 3, new ForecastOptions()));
        Assert.Throws<ArgumentException>(() => SalesForecast.Train(history, new FeatureTable(["a"]), 45, 45, new ForecastOptions()));
    }

    [Fact]
    public void Names_and_rows_go_together_even_without_any_facts()
    {
        var bare = new MatchHistory([], [], [new MatchEvent("a", "p", 1), new MatchEvent("a", "p", 1), new MatchEvent("b", "p", 9)]);
        var rows = PostFeatures.Of(bare);
        Assert.Equal(3, rows.Count);
        Assert.Equal(PostFeatures.Names.Count, rows.Width);
        Assert.Equal(0, PostFeatures.Of(new MatchHistory([], [], [])).Count);
    }
}
