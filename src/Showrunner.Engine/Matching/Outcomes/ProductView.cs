using Showrunner.Engine.Matching.Content;

namespace Showrunner.Engine.Matching.Outcomes;

/// <summary>One product on one day: its features with any creator.</summary>
public sealed class ProductView
{
    internal static readonly IReadOnlyList<string> FeatureNames =
    [
        "posts", "posts-28", "posts-7", "momentum", "days-since-last", "active-days", "tenure", "products", "new-products-28", "new-products-7", "products-per-post", "concentration",
        "level-posts", "level-new", "level-recent", "live-share", "length", "sold-rate", "units-per-post", "gmv", "followers",
        "category-top", "category-middle", "category-leaf", "category-leaf-products", "category-leaf-share", "kind-category", "shop-share", "brand-share",
        "price-distance", "price-fit", "text-profile", "text-nearest", "text-near-products", "text-recent", "together", "together-recent", "together-text",
        "audience-gender", "audience-age", "audience-country", "language", "country",
        "product-posts-28", "product-creators", "product-age", "product-price", "product-new",
        "breadth-small-product", "activity-big-product",
    ];

    private readonly Snapshot _snapshot;
    private readonly int _product;
    private readonly ProductFacts _facts;
    private readonly Dictionary<int, double> _alike, _together, _recent;
    private readonly SparseVector _text;
    private readonly double _age;

    internal ProductView(Snapshot snapshot, int product)
    {
        (_snapshot, _product, _facts, _text) = (snapshot, product, snapshot.Features.History.Products[product], snapshot.Features.ProductText(product));
        _alike = snapshot.Features.Alike(product);
        (_together, _recent) = (Together(28 * 100), Together(28));
        _age = _facts.ListedOn is { } listed ? Math.Max(0, snapshot.Day - listed) : 365;
    }

    /// <summary>How alike the creators of two products are, drawn down where few are known.</summary>
    private Dictionary<int, double> Together(int window)
    {
        Dictionary<int, double> counts = [];
        var mine = _snapshot.ShownBy(_product).Where(s => _snapshot.Day - s.First <= window).ToArray();
        foreach (var (creator, _, _) in mine)
            foreach (var (other, _) in _snapshot.Creators[creator].Products)
                if (other != _product) counts[other] = counts.GetValueOrDefault(other) + 1;
        return counts.ToDictionary(p => p.Key, p => p.Value / (5 + Math.Sqrt((double)mine.Length * _snapshot.ShownBy(p.Key).Count)));
    }

    /// <param name="creator">Its place in the history's creators.</param>
    /// <param name="row">As many places as <see cref="PairFeatures.Names"/>.</param>
    public void Fill(int creator, Span<double> row)
    {
        var (c, facts) = (_snapshot.Creators[creator], _snapshot.Features.History.Creators[creator]);
        var levels = _snapshot.Levels;
        var nodes = _snapshot.Features.Nodes.Of[_product];
        var day = _snapshot.Day;
        var at = 0;
        var since = c.Posts > 0 ? day - c.Last : 120;
        row[at++] = Math.Log(1 + c.Posts);
        row[at++] = Math.Log(1 + c.Posts28);
        row[at++] = Math.Log(1 + c.Posts7);
        row[at++] = Math.Log((1 + c.Posts7) / (1 + c.Posts7Before));
        row[at++] = Math.Log(1 + since);
        row[at++] = Math.Log(1 + c.Days);
        row[at++] = c.Posts > 0 ? Math.Log(1 + day - c.First) : 0;
        row[at++] = Math.Log(1 + c.New);
        row[at++] = Math.Log(1 + c.New28);
        row[at++] = Math.Log(1 + c.New7);
        row[at++] = (c.New + 1) / (c.Posts + 2);
        row[at++] = c.Concentration;
        row[at++] = levels.Posts(c);
        row[at++] = levels.New(c);
        row[at++] = levels.Recent(c);
        row[at++] = c.Live / (c.Posts + 1);
        row[at++] = Math.Log(1 + c.Length / Math.Max(1, c.Posts));
        row[at++] = levels.Sold.Rate(c.Sold, c.Known);
        row[at++] = Math.Log(1 + c.Units / (c.Known + 1));
        row[at++] = Math.Log(1 + c.Gmv);
        row[at++] = Math.Log(1 + (facts.Followers ?? 0));
        for (var level = 0; level < Nodes.Levels; level++) row[at++] = Math.Log(1 + c.Nodes.GetValueOrDefault(nodes[level]));
        row[at++] = Math.Log(1 + c.NodeProducts.GetValueOrDefault(nodes[Nodes.Levels - 1]));
        row[at++] = c.Nodes.GetValueOrDefault(nodes[Nodes.Levels - 1]) / (c.NodeWeight + 0.5);
        row[at++] = _snapshot.Affinity.Lift(facts.Category, nodes[Nodes.Levels - 1]);
        row[at++] = c.Nodes.GetValueOrDefault(nodes[Nodes.Levels]) / (c.NodeWeight + 0.5);
        row[at++] = c.Nodes.GetValueOrDefault(nodes[Nodes.Levels + 1]) / (c.NodeWeight + 0.5);
        at = Price(c, row, at);
        at = Content(c, row, at);
        at = AudienceFit.Fill(facts, _facts, row, at);
        var creators = _snapshot.ShownBy(_product).Count;
        row[at++] = Math.Log(1 + _snapshot.Posts28[_product]);
        row[at++] = Math.Log(1 + creators);
        row[at++] = Math.Log(1 + _age);
        row[at++] = _facts.Price is { } price ? Math.Log(price) : 0;
        row[at++] = creators == 0 ? 1 : 0;
        row[at++] = Math.Log(1 + c.New28) / (1 + Math.Log(1 + creators));
        row[at++] = levels.Recent(c) * Math.Log(1 + creators);
    }

    private int Price(CreatorState c, Span<double> row, int at)
    {
        var (distance, fit) = (1.0, 0.0);
        if (_facts.Price is { } price && c.PriceWeight > 0)
        {
            var mean = c.PriceSum / c.PriceWeight;
            // A creator with one price still takes prices around it.
            var variance = Math.Max(0, c.PriceSquares / c.PriceWeight - mean * mean) + 0.25;
            distance = Math.Abs(Math.Log(price) - mean);
            fit = Math.Exp(-distance * distance / 2 / variance);
        }
        row[at++] = distance;
        row[at++] = fit;
        return at;
    }

    private int Content(CreatorState c, Span<double> row, int at)
    {
        double nearest = 0, near = 0, recent = 0, together = 0, togetherRecent = 0, togetherText = 0;
        foreach (var (product, seen) in c.Products)
        {
            if (product == _product) continue;
            var alike = _alike.GetValueOrDefault(product);
            nearest = Math.Max(nearest, alike);
            near += alike * alike;
            recent = Math.Max(recent, alike * Math.Pow(2, (seen.Last - _snapshot.Day) / 14.0));
            together += _together.GetValueOrDefault(product);
            togetherRecent += _recent.GetValueOrDefault(product);
            togetherText += alike * seen.Weight;
        }
        row[at++] = _text.Dot(c.Text);
        row[at++] = nearest;
        row[at++] = Math.Log(1 + near);
        row[at++] = recent;
        row[at++] = Math.Log(1 + together);
        row[at++] = Math.Log(1 + togetherRecent);
        row[at++] = Math.Log(1 + togetherText);
        return at;
    }
}
