using Showrunner.Engine.Matching.Graphs;

namespace Showrunner.Engine.Tests.Matching.Graphs;

public class LookAlikesTests
{
    private static readonly GraphSettings Small = new() { Rank = 6, RankShare = 0.5 };

    [Fact]
    public void Likeness_is_the_same_from_either_side_and_never_more_than_1() => Histories.Hold(history =>
    {
        var alike = new LookAlikes(GraphFilter.Fit(history.Made, Small));
        bool Holds(int count, Func<int, int, double> between) => Enumerable.Range(0, count).All(a => Enumerable.Range(0, count).All(b => between(a, b) == between(b, a) && Math.Abs(between(a, b)) < 1));
        return Holds(history.Creators, alike.BetweenCreators) && Holds(history.Products, alike.BetweenProducts);
    });

    [Fact]
    public void The_list_is_the_likenesses_in_order() => Histories.Hold(history =>
    {
        var alike = new LookAlikes(GraphFilter.Fit(history.Made, Small));
        var warm = Enumerable.Range(0, history.Creators).Where(c => alike.BetweenCreators(c, c) > 0).ToHashSet();
        return warm.IsSubsetOf(history.All.Select(i => i.Creator)) && Enumerable.Range(0, history.Creators).All(c =>
        {
            var list = alike.OfCreator(c, 4);
            return list.Length == (warm.Contains(c) ? Math.Min(4, warm.Count - 1) : 0) && list.All(s => s.Place != c && warm.Contains(s.Place) && Math.Abs(s.Score - alike.BetweenCreators(c, s.Place)) < 1e-4)
                && warm.Where(o => o != c && list.All(s => s.Place != o)).All(o => list.Length == 0 || alike.BetweenCreators(c, o) <= list[^1].Score + 1e-4);
        });
    });

    /// <summary>Two worlds that share nobody, and one who made half of the first.</summary>
    [Fact]
    public void Those_who_make_the_same_are_alike_and_little_history_is_little_likeness()
    {
        var alike = new LookAlikes(GraphFilter.Fit(Interactions.Of(6, 8,
        [
            .. Enumerable.Range(0, 4).SelectMany(p => new Interaction[] { new(0, p), new(1, p), new(3, p + 4), new(4, p + 4) }), new(2, 0), new(5, 7),
        ]), new GraphSettings { Rank = 2, RankShare = 1 }));
        Assert.Equal([1, 2], alike.OfCreator(0, 2).Select(s => s.Place));
        Assert.True(alike.BetweenCreators(0, 1) > alike.BetweenCreators(0, 2) && alike.BetweenCreators(0, 2) > 0.3);
        Assert.Equal(0, alike.BetweenCreators(0, 3), 3);
        Assert.Equal([4, 5, 6, 7], alike.OfProduct(7, 3).Select(s => s.Place).Append(7).Order());
    }
}
