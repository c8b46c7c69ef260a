using Showrunner.Engine.Matching.Content;

namespace Showrunner.Engine.Matching.Values;

/// <summary>Words over what a creator shows.</summary>
/// <param name="Creator">Index.</param>
/// <param name="Product">Index of what is shown; -1 for nothing in particular.</param>
public readonly record struct ShownText(int Creator, int Product, string Text);

/// <summary>
/// How close a product's words are to what a creator says of himself, and to the words of what he shows: the cosine of weighted character runs (<see cref="NGrams"/>; only those
/// that some product has, frequent in many products counting less), less what is usual for the product, and drawn to that while he shows little. Memory is bounded for each
/// creator and product; words of the pair itself are left out.
/// </summary>
public sealed class PairWords
{
    private const int MostOfProduct = 48, MostOfCreator = 96, FewItems = 1;
    private readonly WordRows products, about, shown;
    private readonly float[] usualAbout, usualShown;
    private readonly int[] items;
    private readonly Dictionary<(int Creator, int Product), float> without;

    private PairWords(WordRows products, WordRows about, WordRows shown, int[] items, Dictionary<(int, int), float> without)
    {
        (this.products, this.about, this.shown, this.items, this.without) = (products, about, shown, items, without);
        (usualAbout, usualShown) = (Usual(about), Usual(shown));
    }

    /// <param name="products">Words of each product: its title, its category.</param>
    /// <param name="about">What each creator says of himself; null or empty where he says nothing.</param>
    /// <param name="pairs">Who shows what: the product's own words are among his.</param>
    /// <param name="texts">In any order.</param>
    public static PairWords Of(IReadOnlyList<string?> products, IReadOnlyList<string?> about, IEnumerable<(int Creator, int Product)> pairs, IEnumerable<ShownText> texts)
    {
        var runs = new WordRuns();
        var titles = products.Select(p => runs.Of(p)).ToArray();
        var weights = new RunWeights(titles);
        var rows = new WordRows(products.Count);
        foreach (var title in titles) rows.Add(title.Select(at => (at, weights[at])), MostOfProduct);
        var own = new WordRows(about.Count);
        foreach (var text in about) own.Add(runs.Of(text).Select(at => (at, weights[at])).Where(r => r.Item2 > 0), MostOfCreator);
        var sorted = pairs.Select(p => (p.Creator, p.Product, Text: "")).Concat(texts.Select(t => (t.Creator, t.Product, t.Text))).Where(i => (uint)i.Creator < (uint)about.Count && i.Product < products.Count).ToArray();
        Array.Sort(sorted, (a, b) => (a.Creator, a.Product) == (b.Creator, b.Product) ? string.CompareOrdinal(a.Text, b.Text) : (a.Creator, a.Product).CompareTo((b.Creator, b.Product)));
        var shown = new WordRows(about.Count);
        var items = new int[about.Count];
        var without = new Dictionary<(int, int), float>();
        var counter = new ItemCounter(weights);
        var next = 0;
        for (var c = 0; c < about.Count; c++)
        {
            var from = next;
            while (next < sorted.Length && sorted[next].Creator == c) next++;
            counter.Clear();
            for (var i = from; i < next;)
            {
                var product = sorted[i].Product;
                counter.Begin(product, product >= 0 ? titles[product] : []);
                for (; i < next && sorted[i].Product == product; i++) counter.Add(runs.Of(sorted[i].Text));
            }
            counter.Keep(shown, MostOfCreator);
            items[c] = counter.Items;
            foreach (var (product, cosine) in counter.Without(rows)) without[(c, product)] = cosine;
        }
        var words = new PairWords(rows, own, shown, items, without);
        // What is usual is known only now.
        foreach (var pair in without.Keys.ToArray())
            without[pair] = float.IsNaN(without[pair]) ? 0 : Known(items[pair.Item1] - 1) * (without[pair] - words.usualShown[pair.Item2]);
        return words;
    }

    /// <summary>As if nothing were known of what these creators show.</summary>
    public PairWords Unseen(Func<int, bool> creators) => new(products, about, shown.Emptied(creators), [.. items.Select((n, c) => creators(c) ? 0 : n)], without.Where(w => !creators(w.Key.Creator)).ToDictionary());

    /// <summary>Closer than usual to what he says of himself: -1 to 1, 0 where he says nothing.</summary>
    public double About(int creator, int product) => about.IsEmpty(creator) ? 0 : about.Dot(creator, products, product) - usualAbout[product];

    /// <summary>Closer than usual to the words of what else he shows: -1 to 1, 0 where nothing is known of it.</summary>
    public double Shown(int creator, int product) => shown.IsEmpty(creator) ? 0 : without.TryGetValue((creator, product), out var rest) ? rest : Known(items[creator]) * (shown.Dot(creator, products, product) - usualShown[product]);

    internal bool IsOf(int creatorCount, int productCount) => items.Length == creatorCount && products.Count == productCount;

    private static float Known(int items) => items / (float)(items + FewItems);

    private float[] Usual(WordRows of)
    {
        var mean = of.Mean();
        return [.. Enumerable.Range(0, products.Count).Select(p => products.Dot(p, mean))];
    }
}
