namespace Showrunner.Engine.Matching.Values;

/// <summary>Runs of what one creator shows: of how many things, and what is left without any one of them.</summary>
internal sealed class ItemCounter(RunWeights weights)
{
    private readonly int[] counts = new int[WordRuns.Places];
    private readonly int[] lastItem = new int[WordRuns.Places];
    private readonly bool[] isKept = new bool[WordRuns.Places];
    private readonly List<ushort> touched = [];
    private readonly List<(int Product, int From)> items = [];
    private readonly List<ushort> runs = [];

    public int Items => items.Count;

    public void Clear()
    {
        foreach (var at in touched) (counts[at], lastItem[at], isKept[at]) = (0, 0, false);
        touched.Clear();
        items.Clear();
        runs.Clear();
    }

    public void Begin(int product, ushort[] title)
    {
        items.Add((product, runs.Count));
        Add(title);
    }

    public void Add(ushort[] text)
    {
        foreach (var at in text)
        {
            if (weights[at] <= 0 || lastItem[at] == items.Count) continue;
            if (counts[at]++ == 0) touched.Add(at);
            lastItem[at] = items.Count;
            runs.Add(at);
        }
    }

    public void Keep(WordRows rows, int most)
    {
        rows.Add(touched.Select(at => (at, Weight(at, counts[at]))), most);
        foreach (var at in rows.Places(rows.Count - 1)) isKept[at] = true;
    }

    /// <summary>How close each product he shows is to the rest of what he shows; no number where there is no rest.</summary>
    public IEnumerable<(int Product, float Cosine)> Without(WordRows products)
    {
        var all = touched.Where(at => isKept[at]).Sum(at => Squared(at, counts[at]));
        for (var i = 0; i < items.Count; i++)
        {
            var (product, from) = items[i];
            if (product < 0) continue;
            var to = i + 1 < items.Count ? items[i + 1].From : runs.Count;
            var left = all;
            for (var r = from; r < to; r++)
                if (isKept[runs[r]]) left += Squared(runs[r], --counts[runs[r]]) - Squared(runs[r], counts[runs[r]] + 1);
            var (places, values, dot) = (products.Places(product).ToArray(), products.Values(product).ToArray(), 0.0);
            for (var k = 0; k < places.Length; k++)
                if (isKept[places[k]]) dot += values[k] * Weight(places[k], counts[places[k]]);
            for (var r = from; r < to; r++)
                if (isKept[runs[r]]) counts[runs[r]]++;
            yield return (product, left > 1e-6 ? (float)(dot / Math.Sqrt(left)) : float.NaN);
        }
    }

    private float Weight(ushort at, int count) => count <= 0 ? 0 : (float)(1 + Math.Log(count)) * weights[at];

    private double Squared(ushort at, int count) => Weight(at, count) is var weight ? (double)weight * weight : 0;
}
