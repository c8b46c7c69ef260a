namespace Showrunner.Engine.Matching.Outcomes;

/// <summary>What a showing is counted under.</summary>
internal enum PostKind
{
    All, Creator, Product, Pair, CreatorKind, Leaf, Top, CreatorLeaf, KindLeaf, Word, Title, ProductWord,
}

/// <summary>Numbers for everything that showings are counted under.</summary>
internal sealed class PostKeys
{
    private static readonly char[] Gaps = [' ', '#', ',', '.', '!', '?', '\n', '\r', '\t', ':', ';', '(', ')', '[', ']', '【', '】', '，', '。', '、', '"'];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Nodes _nodes;
    private readonly int[][] _words, _productWords;
    private readonly (int Creator, int Product, int Kind, int Title)[] _keys;

    public PostKeys(MatchHistory history)
    {
        _nodes = new Nodes(history.Products);
        _words = [.. history.Events.Select(e => Words(e.Text))];
        _productWords = [.. history.Products.Select(p => Words(p.Text))];
        _keys = [.. history.Events.Select(e => (history.Creator(e.Creator), history.Product(e.Product), Number("k" + history.Creators[history.Creator(e.Creator)].Category), Number("t" + e.Text)))];
    }

    public (int Creator, int Product, int Kind, int Title) this[int at] => _keys[at];
    public int Leaf(int at) => _nodes.Of[_keys[at].Product][Nodes.Levels - 1];
    public int Top(int at) => _nodes.Of[_keys[at].Product][0];
    public ReadOnlySpan<int> TitleWords(int at) => _words[at];
    public ReadOnlySpan<int> ProductWords(int at) => _productWords[_keys[at].Product];

    public IEnumerable<(PostKind, int, int)> All(int at)
    {
        var (creator, product, kind, title) = _keys[at];
        var leaf = Leaf(at);
        yield return (PostKind.All, 0, 0);
        yield return (PostKind.Creator, creator, 0);
        yield return (PostKind.Product, product, 0);
        yield return (PostKind.Pair, creator, product);
        yield return (PostKind.CreatorKind, kind, 0);
        yield return (PostKind.Leaf, leaf, 0);
        yield return (PostKind.Top, Top(at), 0);
        yield return (PostKind.CreatorLeaf, creator, leaf);
        yield return (PostKind.KindLeaf, kind, leaf);
        yield return (PostKind.Title, creator, title);
        foreach (var word in _words[at]) yield return (PostKind.Word, word, 0);
        foreach (var word in _productWords[product]) yield return (PostKind.ProductWord, word, 0);
    }

    private int[] Words(string? text) => [.. (text ?? "").ToLowerInvariant().Split(Gaps, StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length > 1).Distinct().Select(w => Number("w" + w))];

    private int Number(string key)
    {
        if (!_numbers.TryGetValue(key, out var number)) _numbers[key] = number = _numbers.Count;
        return number;
    }
}
