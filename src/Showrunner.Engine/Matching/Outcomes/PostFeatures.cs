using Showrunner.Engine.Matching.Content;

namespace Showrunner.Engine.Matching.Outcomes;

/// <summary>
/// What speaks for the sales of each showing at the moment it is posted: the creator's, the product's and the pair's earlier showings, and of these the outcome
/// (sales, likes, promotion) only where it was known by then; price, category, title, length, hour. Rates and means of few cases are drawn to those of the next wider group.
/// </summary>
public static class PostFeatures
{
    private const double Few = 5, Many = 20;

    public static IReadOnlyList<string> Names { get; } =
    [
        "hour-sine", "hour-cosine", "length", "hashtags", "title-fit", "title-seen", "title-likes",
        "followers", "posts", "posts-recent", "days-since-last", "tenure", "posts-per-day", "products", "focus", "first-post",
        "creator-rate", "creator-recent-rate", "creator-units", "creator-likes", "creator-likes-squared", "creator-reach", "creator-recent-reach", "creator-viral", "creator-likes-spread", "creator-promoted", "creator-known",
        "price", "product-age", "product-posts", "product-recent", "product-momentum", "product-rate", "product-recent-rate", "product-likes", "product-words",
        "leaf-rate", "leaf-recent-rate", "leaf-posts", "kind-rate", "kind-leaf-rate",
        "pair-posts", "pair-days-since-last", "pair-rate", "pair-known", "pair-likes", "creator-leaf-rate", "creator-leaf-likes",
    ];

    /// <returns>One row for each of the history's events, in their order.</returns>
    public static FeatureTable Of(MatchHistory history)
    {
        var table = new FeatureTable(Names, history.Events.Count);
        var sweep = new PostSweep(history);
        var texts = TextVectors.Fit(history.Products.Select(p => p.Text).Where(t => !string.IsNullOrEmpty(t)));
        SparseVector[] goods = [.. history.Products.Select(p => texts.Of(p.Text))];
        List<double> row = new(Names.Count);
        for (var at = 0; at < history.Events.Count; at++)
        {
            var e = history.Events[at];
            sweep.MoveTo(at);
            row.Clear();
            Posting(row, sweep, at, e, texts.Of(e.Text).Dot(goods[sweep.Keys[at].Product]));
            Others(row, sweep, at, e, history);
            table.Add([.. row]);
        }
        return table;
    }

    private static void Posting(List<double> row, PostSweep sweep, int at, MatchEvent e, double fit)
    {
        var hour = (e.Minute ?? 720) / 1440.0 * 2 * Math.PI;
        var all = sweep.Find(PostKind.All, 0);
        var likes = Tally.Mean(all, t => t.Likes, 2, 1);
        var title = 0.0;
        foreach (var word in sweep.Keys.TitleWords(at)) title += Tally.Mean(sweep.Find(PostKind.Word, word), t => t.Likes, likes, 2 * Few) - likes;
        row.AddRange([Math.Sin(hour), Math.Cos(hour), Math.Log(1 + (e.Length ?? 30)), e.Text?.Count(c => c == '#') ?? 0, fit,
            sweep.Find(PostKind.Title, sweep.Keys[at].Creator, sweep.Keys[at].Title)?.Shown ?? 0, title / Math.Sqrt(Math.Max(1, sweep.Keys.TitleWords(at).Length))]);
    }

    private static void Others(List<double> row, PostSweep sweep, int at, MatchEvent e, MatchHistory history)
    {
        var (creator, product, kindNumber, _) = sweep.Keys[at];
        var leafNumber = sweep.Keys.Leaf(at);
        var (all, kind, leaf) = (sweep.Find(PostKind.All, 0), sweep.Find(PostKind.CreatorKind, kindNumber), sweep.Find(PostKind.Leaf, leafNumber));
        var (mine, its, pair) = (sweep.Find(PostKind.Creator, creator), sweep.Find(PostKind.Product, product), sweep.Find(PostKind.Pair, creator, product));
        var (mineLeaf, kindLeaf) = (sweep.Find(PostKind.CreatorLeaf, creator, leafNumber), sweep.Find(PostKind.KindLeaf, kindNumber, leafNumber));
        var (facts, goods, day) = (history.Creators[creator], history.Products[product], e.Day);

        var rate = Tally.Rate(all, 0.05, Few);
        var kindRate = Tally.Rate(kind, rate, Many);
        var creatorRate = Tally.Rate(mine, kindRate, Few);
        var leafRate = Tally.Rate(leaf, Tally.Rate(sweep.Find(PostKind.Top, sweep.Keys.Top(at)), rate, Many), Many);
        var productRate = Tally.Rate(its, leafRate, 2 * Few);
        var likes = Tally.Mean(all, t => t.Likes, 2, 1);
        var mineLikes = Tally.Mean(mine, t => t.Likes, likes, 1);
        var reach = sweep.Reach.Expected(facts.Followers ?? 0, 2);
        var (shown, products) = (mine?.Shown ?? 0, sweep.Products(creator));
        var words = 0.0;
        foreach (var word in sweep.Keys.ProductWords(at)) words += Math.Log(Tally.Rate(sweep.Find(PostKind.ProductWord, word), rate, Many) / rate);

        row.AddRange([Math.Log(1 + (facts.Followers ?? 0)), Count(shown), Count(mine?.Faded(day)), Since(mine, day), mine is null ? 0 : Count(day - mine.First),
            mine is null ? 0 : shown / (day - mine.First + 7.0), Count(products), (products + 1.0) / (shown + 2), mine is null ? 1 : 0]);
        row.AddRange([Odds(creatorRate), Odds(Tally.RecentRate(mine, kindRate, Few)), Math.Log(0.01 + Tally.Mean(mine, t => t.Units, Tally.Mean(all, t => t.Units, 0.1, Few), Few)),
            mineLikes, (mineLikes - 2) * (mineLikes - 2), Tally.Mean(mine, t => t.Likes, reach, 3), Tally.RecentLikes(mine, reach, 2),
            Tally.Mean(mine, t => t.Viral, Tally.Mean(all, t => t.Viral, 0.1, Few), 2), mine?.LikesSpread ?? 0, Tally.Mean(mine, t => t.Promoted, Tally.Mean(all, t => t.Promoted, 0.3, Few), 2), Count(mine?.Known)]);
        row.AddRange([goods.Price is { } price ? Math.Log(price) : 0, goods.ListedOn is { } listed ? Count(Math.Max(0, day - listed)) : Count(365), Count(its?.Shown), Count(its?.Faded(day)),
            its is null ? 0 : Math.Log((1 + its.Faded(day)) / (1 + its.Shown)), Odds(productRate), Odds(Tally.RecentRate(its, leafRate, 2 * Few)), Tally.Mean(its, t => t.Likes, likes, 3),
            words / Math.Sqrt(Math.Max(1, sweep.Keys.ProductWords(at).Length))]);
        row.AddRange([Odds(leafRate), Odds(Tally.RecentRate(leaf, rate, Many)), Count(leaf?.Faded(day)), Odds(kindRate), Odds(Tally.Rate(kindLeaf, kindRate, Many))]);
        row.AddRange([Count(pair?.Shown), Since(pair, day), Odds(Tally.Rate(pair, Math.Min(0.9, creatorRate * productRate / rate), Few)), Count(pair?.Known), Tally.Mean(pair, t => t.Likes, mineLikes, 2),
            Odds(Tally.Rate(mineLeaf, creatorRate, Few)), Tally.Mean(mineLeaf, t => t.Likes, mineLikes, 2)]);
    }

    private static double Count(double? count) => Math.Log(1 + (count ?? 0));

    private static double Since(Tally? tally, int day) => tally is null ? Math.Log(91) : Math.Log(1 + day - tally.Last);

    private static double Odds(double rate) => Math.Log(rate / (1 - Math.Min(0.99, rate)));
}
