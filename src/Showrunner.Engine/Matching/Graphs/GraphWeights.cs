namespace Showrunner.Engine.Matching.Graphs;

/// <summary>A filter made ready: score = activity · Σ over the history (value · before) · (near + vectors · factors · vectorsᵀ) · offer.</summary>
internal sealed class GraphWeights
{
    private const int Part = 1024;

    public GraphWeights(GraphSettings settings, SparseRows history, CoOccurrence together, Spectrum spectrum, double[] creators, double[] products)
    {
        (History, Vectors, Near) = (history, spectrum.Vectors, together);
        Activity = Degrees.Power(creators, -settings.ActivityDamping);
        Before = Degrees.Power(products, 0.5 - settings.HistoryDamping);
        Offer = Degrees.Power(products, 0.5 - settings.OfferDamping);
        Cold = [.. Enumerable.Range(0, products.Length).Where(p => products[p] == 0)];
        var largest = spectrum.Values.Length > 0 ? spectrum.Values[0] : 1;
        var least = spectrum.Values.Length > 0 ? spectrum.Values[^1] / largest : 1;
        var slope = settings.Shape.Of(least, least) / least;
        Factors = Array.ConvertAll(spectrum.Values, v => (float)(settings.Shape.Of(v / largest, least) - slope * v / largest));
        Answers = Array.ConvertAll(spectrum.Values, v => (float)settings.Shape.Of(v / largest, least));
        for (var row = 0; row < Near.Places.Length; row++)
            for (var i = 0; i < Near.Places[row].Length; i++) Near.Values[row][i] = (float)(Near.Values[row][i] * slope / largest * Offer[Near.Places[row][i]]);
        Panels = Tiles.Pack(Vectors.Columns, Vectors.Rows, (d, c) => Factors[d] * Vectors.Values[c * Vectors.Stride + d] * Offer[c]);
    }

    public SparseRows History { get; }
    /// <summary>Products × products, already times <see cref="Offer"/>.</summary>
    public CoOccurrence Near { get; }
    public Dense Vectors { get; }
    public float[] Factors { get; }
    /// <summary>What the filter answers to each eigenvalue.</summary>
    public float[] Answers { get; }
    /// <summary>Vectors times factors times offer, packed for <see cref="Tiles"/>.</summary>
    public float[] Panels { get; }
    public float[] Activity { get; }
    public float[] Before { get; }
    public float[] Offer { get; }
    public int[] Cold { get; }

    /// <summary>What each product in a history says for one product.</summary>
    public float[] Column(int product, ParallelOptions how)
    {
        var column = new float[Near.Places.Length];
        var own = new float[Vectors.Stride];
        for (var d = 0; d < Factors.Length; d++) own[d] = Factors[d] * Vectors[product][d] * Offer[product];
        Parts.Each(column.Length, Part, how, (from, to) =>
        {
            for (var row = from; row < to; row++)
            {
                var at = Array.BinarySearch(Near.Places[row], product);
                column[row] = Before[row] * ((at < 0 ? 0 : Near.Values[row][at]) + Dense.Dot(Vectors.Values.AsSpan(row * Vectors.Stride, Vectors.Stride), own));
            }
        });
        return column;
    }
}
