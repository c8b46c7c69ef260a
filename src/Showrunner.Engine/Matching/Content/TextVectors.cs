namespace Showrunner.Engine.Matching.Content;

/// <summary>Texts as weighted character runs: frequent in the text counts more, frequent in all texts counts less (tf–idf, Salton and Buckley 1988).</summary>
public sealed class TextVectors
{
    private readonly Dictionary<int, int> _texts;
    private readonly int _count;

    private TextVectors(Dictionary<int, int> texts, int count) => (_texts, _count) = (texts, count);

    /// <param name="texts">Whose runs are counted; may be empty: then all weigh the same.</param>
    public static TextVectors Fit(IEnumerable<string?> texts)
    {
        Dictionary<int, int> seen = [];
        var count = 0;
        foreach (var text in texts)
        {
            count++;
            foreach (var at in NGrams.Count(text).Keys) seen[at] = seen.GetValueOrDefault(at) + 1;
        }
        return new TextVectors(seen, count);
    }

    /// <returns>Of length 1; empty for a text without letters.</returns>
    public SparseVector Of(string? text) => SparseVector.Of(NGrams.Count(text).Select(p =>
        KeyValuePair.Create(p.Key, (float)((1 + Math.Log(p.Value)) * Weight(p.Key))))).Unit();

    /// <returns>0 for nothing in common to 1 for the same; 0 where a text has no letters.</returns>
    public double Similarity(string? one, string? other) => Of(one).Dot(Of(other));

    private double Weight(int at) => 1 + Math.Log((1.0 + _count) / (1 + _texts.GetValueOrDefault(at)));
}
