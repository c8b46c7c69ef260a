using Showrunner.Engine.Matching.Graphs;

namespace Showrunner.Engine.Tests.Matching.Graphs;

public class InteractionsTests
{
    [Fact]
    public void Triples_in_any_order_make_one_matrix_and_the_same_pair_adds_up() => Histories.Hold(history =>
    {
        var (made, turned) = (history.Made, Interactions.Of(history.Creators, history.Products, history.All.Reverse().ToArray()));
        var dense = history.Dense;
        var pairs = Enumerable.Range(0, history.Creators).SelectMany(c => made.ProductsOf(c).ToArray().Select(p => (c, p))).ToArray();
        return made.Count == dense.Cast<double>().Count(w => w > 0) && pairs.All(x => dense[x.c, x.p] > 0) && made.ByCreator.Values.SequenceEqual(turned.ByCreator.Values)
            && pairs.OrderBy(x => x.p).ThenBy(x => x.c).Select(x => x.c).SequenceEqual(Enumerable.Range(0, history.Products).SelectMany(p => made.CreatorsOf(p).ToArray()));
    });

    [Fact]
    public void Many_small_weights_add_up_to_the_last_bit_in_any_order()
    {
        var chance = new Random(3);
        Interaction[] all = [.. Enumerable.Range(0, 2000).Select(_ => new Interaction(0, chance.Next(3), (float)Math.Exp(10 * chance.NextDouble())))];
        var shuffled = all.ToArray();
        chance.Shuffle(shuffled);
        Assert.Equal(Interactions.Of(1, 3, all).ByCreator.Values, Interactions.Of(1, 3, shuffled).ByCreator.Values);
    }

    [Fact]
    public void A_weight_of_nothing_is_no_pair() => Assert.Equal(1, Interactions.Of(2, 2, [new(0, 0, 0), new(1, 1, 0), new(1, 1, 2)]).Count);

    [Theory]
    [InlineData(2, 0, 1f, "Interaction 1 (creator 2, product 0): there are 2 creators")]
    [InlineData(0, -1, 1f, "Interaction 1 (creator 0, product -1): there are 3 products")]
    [InlineData(1, 2, float.NaN, "the weight NaN")]
    [InlineData(1, 2, -1f, "the weight -1")]
    [InlineData(1, 2, float.PositiveInfinity, "is not a finite number")]
    public void Says_which_triple_cannot_be(int creator, int product, float weight, string sentence) =>
        Assert.Contains(sentence, Assert.Throws<ArgumentException>(() => Interactions.Of(2, 3, [new(0, 0), new(creator, product, weight)])).Message, StringComparison.Ordinal);

    [Fact]
    public void Weights_that_add_up_to_infinity_are_refused() =>
        Assert.Contains("creator 0 with product 1", Assert.Throws<ArgumentException>(() => Interactions.Of(1, 2, [new(0, 1, float.MaxValue), new(0, 1, float.MaxValue)])).Message, StringComparison.Ordinal);
}
