using Showrunner.Engine.Matching.Outcomes;

namespace Showrunner.Engine.Tests.Matching.Outcomes;

public sealed class PairFeaturesTests
{
    private static readonly RankerOptions Quick = new(Window: 10, Step: 5, Cuts: 5) { Trees = new TreeOptions(Trees: 40, Rate: 0.1, Leaves: 4, Columns: 0.5) };

    private static double[] Row(MatchHistory history, int day, string creator, string product)
    {
        var row = new double[PairFeatures.Names.Count];
        new PairFeatures(history).At(day).For(history.Product(product)).Fill(history.Creator(creator), row);
        return row;
    }

    private static double Of(double[] row, string name) => row[PairFeatures.Names.ToList().IndexOf(name)];

    [Fact]
    public void Nothing_later_changes_what_was_known_on_a_day()
    {
        var now = Market.History();
        var altered = Market.History([.. Market.Events.Where(e => e.Day < 30).Select(e => e.KnownFrom > 30 ? e with { Units = 99, Gmv = 999, Likes = 77, Promoted = true } : e),
            .. Market.Events.Where(e => e.Day >= 30).Take(5), new MatchEvent("c03", "p09", 31) { Text = "#later words" }, new MatchEvent("later", "afterwards", 40)]);
        foreach (var (creator, product) in new[] { ("c03", "p09"), ("c10", "p02"), ("cold", "p01"), ("c07", "new") })
            Assert.Equal(Row(now, 30, creator, product), Row(altered, 30, creator, product));
        Assert.NotEqual(Row(now, 45, "c03", "p09"), Row(altered, 45, "c03", "p09"));
    }

    [Fact]
    public void A_sale_counts_from_the_day_it_is_known()
    {
        var history = new MatchHistory([], [], [new MatchEvent("a", "p", 5) { Units = 4, Gmv = 50, KnownFrom = 15 }, new MatchEvent("b", "q", 5)]);
        Assert.Equal(0, Of(Row(history, 14, "a", "q"), "gmv"));
        Assert.Equal(Math.Log(51), Of(Row(history, 15, "a", "q"), "gmv"), 9);
        Assert.Equal(0, Of(Row(history, 5, "a", "q"), "posts"));
        Assert.Equal(Math.Log(2), Of(Row(history, 6, "a", "q"), "posts"), 9);
    }

    [Fact]
    public void Order_of_the_files_does_not_matter()
    {
        var shuffled = new MatchHistory(Market.Creators.Reverse(), Market.Products.Reverse(), Rows.Shuffled(Market.Events.Length, 2).Select(i => Market.Events[i]));
        foreach (var (creator, product) in new[] { ("c03", "p09"), ("c10", "p02"), ("cold", "new") }) Assert.Equal(Row(Market.History(), 40, creator, product), Row(shuffled, 40, creator, product));
        var ranked = Ranked(Market.History(), "p08");
        Assert.Equal(ranked, Ranked(shuffled, "p08"));
        Assert.Equal(10, ranked.Length);
    }

    private static string[] Ranked(MatchHistory history, string product)
    {
        var features = new PairFeatures(history);
        return [.. PairRanker.Train(features, 50, Quick)!.Rank(features.At(50), history.Product(product), 10).Select(r => $"{history.Creators[r.Creator].Id} {r.Score:R}")];
    }

    [Fact]
    public void Everybody_has_finite_features_the_cold_ones_too()
    {
        var history = Market.History();
        var features = new PairFeatures(history);
        var row = new double[PairFeatures.Names.Count];
        foreach (var day in new[] { -5, 0, 1, 30, 500 })
        {
            var snapshot = features.At(day);
            for (var p = 0; p < history.Products.Count; p++)
                for (var c = 0; c < history.Creators.Count; c++)
                {
                    snapshot.For(p).Fill(c, row);
                    Assert.All(row, v => Assert.True(double.IsFinite(v)));
                }
        }
        Assert.Null(PairRanker.Train(new PairFeatures(new MatchHistory([], [], [])), 10, Quick));
        Assert.Null(PairRanker.Train(features, 1, Quick));
    }

    [Fact]
    public void A_creator_of_the_category_comes_first_and_the_reasons_add_up()
    {
        var history = Market.History();
        var features = new PairFeatures(history);
        var ranker = PairRanker.Train(features, 50, Quick)!;
        var snapshot = features.At(50);
        foreach (var product in new[] { "p00", "p01", "p02" })
        {
            var top = ranker.Rank(snapshot, history.Product(product), 5);
            Assert.True(top.Count(r => history.Creators[r.Creator].Category == history.Products[history.Product(product)].Category[1]) >= 3, product);
            Assert.All(top, r => Assert.False(snapshot.Paired(r.Creator, history.Product(product))));
        }
        var row = new double[PairFeatures.Names.Count];
        snapshot.For(3).Fill(7, row);
        Assert.Equal(ranker.Score(row), ranker.Explain(row).Score, 9);
    }

    [Fact]
    public void Answers_after_the_day_teach_nothing()
    {
        var features = new PairFeatures(Market.History());
        var without = new PairFeatures(Market.History(Market.Events.Where(e => e.Day < 50)));
        var row = new double[PairFeatures.Names.Count];
        features.At(50).For(3).Fill(7, row);
        Assert.Equal(PairRanker.Train(without, 50, Quick)!.Score(row), PairRanker.Train(features, 50, Quick)!.Score(row));
    }

    [Fact]
    public void Audiences_count_where_they_are_known()
    {
        var history = new MatchHistory([new("a") { Audience = new(0.6, new Dictionary<string, double> { ["18-24"] = 0.7, ["25-34"] = 0.3 }, new Dictionary<string, double> { ["VN"] = 0.9 }), Language = "vi" }, new("b")],
            [new("p") { Country = "VN", Language = "VI", Buyers = new(0.8, new Dictionary<string, double> { ["18-24"] = 0.5 }) }], []);
        var (known, unknown) = (Row(history, 1, "a", "p"), Row(history, 1, "b", "p"));
        Assert.Equal(0.6, Of(known, "audience-gender"), 9);
        Assert.Equal(0.5, Of(known, "audience-age"), 9);
        Assert.Equal(0.9, Of(known, "audience-country"), 9);
        Assert.Equal(1, Of(known, "language"));
        foreach (var name in new[] { "audience-gender", "audience-age", "audience-country", "language", "country" }) Assert.Equal(0, Of(unknown, name));
    }

    [Fact]
    public void What_cannot_be_is_refused_in_words()
    {
        Assert.Contains("p1", Assert.Throws<ArgumentException>(() => new MatchHistory([], [new("p1") { Price = -1 }], [])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new MatchHistory([], [new("p") { Price = double.NaN }], []));
        Assert.Throws<ArgumentException>(() => new MatchHistory([new("a"), new("a")], [], []));
        Assert.Throws<ArgumentException>(() => new MatchHistory([new("a") { Followers = -1 }], [], []));
        Assert.Throws<ArgumentException>(() => new MatchHistory([new("a") { Audience = new(1.5) }], [], []));
        Assert.Contains("c with p on day 3", Assert.Throws<ArgumentException>(() => new MatchHistory([], [], [new MatchEvent("c", "p", 3) { Units = double.NaN }])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new MatchHistory([], [], [new MatchEvent("", "p", 3)]));
        Assert.Throws<ArgumentException>(() => new MatchHistory([], [], [new MatchEvent("c", "p", 3) { Minute = 1440 }]));
        Assert.Throws<KeyNotFoundException>(() => Market.History().Creator("nobody"));
        Assert.Throws<ArgumentException>(() => PairRanker.Train(new PairFeatures(Market.History()), 50, Quick with { Window = 0 }));
    }
}
