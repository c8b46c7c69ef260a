using Showrunner.Engine.Matching.Values;

namespace Showrunner.Engine.Tests.Matching.Values;

public sealed class PairWordsTests
{
    private static readonly string[] Goods = ["Quạt cầm tay mini", "Son dưỡng môi", "Serum Wajah Niacinamide", "Hijab Segi Empat Voal", "Wäschekorb aus Bambus", "Küchenmesser Edelstahl", "手持小风扇", "玻璃保鲜盒"];

    private static readonly string?[] People = ["Review quat cầm tay và đồ công nghệ", "Spill serum wajah favorit #serumwajah", "Ich teste KÜCHENMESSER und Geräte", "每天测评风扇", "", null];

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 2)]
    [InlineData(2, 5)]
    [InlineData(3, 6)]
    public void What_he_says_of_himself_is_closest_to_the_goods_it_is_about(int creator, int product)
    {
        var words = PairWords.Of(Goods, People, [], []);
        Assert.True(words.About(creator, product) > 0.05);
        Assert.All(Enumerable.Range(0, Goods.Length).Where(p => p != product), p => Assert.True(words.About(creator, product) > words.About(creator, p)));
        Assert.Equal((0, 0, 0), (words.About(4, product), words.About(5, product), words.Shown(0, product)));
    }

    [Fact]
    public void What_he_shows_speaks_for_goods_like_it_and_a_pair_does_not_speak_for_itself()
    {
        string[] goods = [.. Goods, "Quạt để bàn", "Quạt cầm tay gấp gọn"];
        string?[] nobody = new string?[4];
        var words = PairWords.Of(goods, nobody, [(0, 0), (1, 0), (1, 8), (2, 3)], [new ShownText(3, -1, "LIVE #quatcamtay")]);
        Assert.Equal(0, words.Shown(0, 0));
        Assert.True(words.Shown(0, 9) > 0);
        Assert.True(words.Shown(1, 0) < words.Shown(1, 9));
        Assert.True(words.Shown(3, 9) > 0);
        Assert.True(words.Shown(1, 9) > words.Shown(1, 3) && words.Shown(2, 9) < 0);
        // Drawn to nothing while he shows little.
        Assert.True(words.Shown(1, 9) > words.Shown(0, 9));
        var unseen = words.Unseen(c => c == 1);
        Assert.Equal(0, unseen.Shown(1, 9));
        Assert.True(unseen.Shown(0, 9) > 0);
    }

    [Fact]
    public void The_order_of_texts_and_pairs_does_not_matter()
    {
        (int, int)[] pairs = [(0, 0), (0, 3), (1, 2), (1, 7), (0, 6)];
        ShownText[] texts = [new(0, 0, "Kipas lucu #fyp"), new(0, -1, "LIVE malam ini"), new(1, 2, "Serum glowing"), new(1, 2, "Seminggu pakai serum")];
        var (one, other) = (PairWords.Of(Goods, ["a", "b"], pairs, texts), PairWords.Of(Goods, ["a", "b"], pairs.Reverse(), texts.Reverse()));
        foreach (var (c, p) in from c in Enumerable.Range(0, 2) from p in Enumerable.Range(0, Goods.Length) select (c, p)) Assert.Equal((one.About(c, p), one.Shown(c, p)), (other.About(c, p), other.Shown(c, p)));
    }

    [Fact]
    public void Words_of_another_market_are_refused() =>
        Assert.Contains("1 creators and 1 products", Assert.Throws<ArgumentException>(() => ValueModel.Fit(new MarketFacts([new MatchCreator(1)], [new MatchProduct(1, [])], [], [], PairWords.Of(Goods, People, [], [])))).Message, StringComparison.Ordinal);

    /// <summary>Nobody says a category and goods have none; whose words are about fans takes fans.</summary>
    [Fact]
    public void Where_nothing_is_known_but_words_new_creators_and_new_goods_get_sensible_chances()
    {
        var chance = new Random(4);
        string[] things = ["Kipas angin portable", "Serum wajah pelembap", "Wajan anti lengket", "Boneka beruang"];
        string[] kinds = ["mini", "besar", "premium", "hemat", "serbaguna"];
        var goods = Enumerable.Range(0, 40).Select(p => $"{things[p % 4]} {kinds[p / 4 % 5]} {p}").ToArray();
        var people = Enumerable.Range(0, 400).Select(c => $"Review {things[c % 4]} tiap hari").ToArray();
        var offers = new List<PairOffer>();
        for (var c = 0; c < 300; c++)
            foreach (var p in Enumerable.Range(0, 6).Select(_ => chance.Next(32)).Distinct()) offers.Add(new PairOffer(c, p, chance.NextDouble() < (c % 4 == p % 4 ? 0.8 : 0.2), null));
        var facts = new MarketFacts([.. people.Select((_, c) => new MatchCreator(c))], [.. goods.Select((_, p) => new MatchProduct(p, []))], [], offers, PairWords.Of(goods, people, [], []));
        var model = ValueModel.Fit(facts);
        for (var c = 300; c < 400; c += 7)
            for (var p = 32; p < 40; p++)
                Assert.InRange(model.Expect(c, p).Accept, c % 4 == p % 4 ? 0.65 : 0.1, c % 4 == p % 4 ? 0.92 : 0.35);
        Assert.True(model.Explain(300, 32).Accept.Parts.Single(x => x.Feature == PairRow.Words).Amount > 1);
        Assert.InRange(Math.Abs(ValueModel.Fit(facts with { Words = null }).Expect(300, 32).Accept - ValueModel.Fit(facts with { Words = null }).Expect(300, 33).Accept), 0, 0.05);
    }
}
