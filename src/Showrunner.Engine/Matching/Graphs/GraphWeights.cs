namespace Showrunner.Engine.Matching.Graphs;

/// <summary>A filter made ready: score = activity · Σ over the history value · (before · near + loads · panels).</summary>
internal sealed class GraphWeights
{
    private const int Part = 1024;

    private GraphWeights(GraphSettings settings, SparseRows history, CoOccurrence together, double[] creators, double[] products)
    {
        (History, Near) = (history, together);
        Activity = Degrees.Power(creators, -settings.ActivityDamping);
        Before = Degrees.Power(products, 0.5 - settings.HistoryDamping);
        Offer = Degrees.Power(products, 0.5 - settings.OfferDamping);
        Cold = [.. Enumerable.Range(0, products.Length).Where(p => products[p] == 0)];
    }

    public SparseRows History { get; }
    /// <summary>Products × products, already times <see cref="Offer"/>.</summary>
    public CoOccurrence Near { get; }
    /// <summary>What a product puts into each component of a signal.</summary>
    public required Dense Loads { get; init; }
    /// <summary>What each component of a signal says for each product, packed for <see cref="Tiles"/>.</summary>
    public required float[] Panels { get; init; }
    /// <summary>Products in the space of the leading eigenvectors, times the root of the filter's answer.</summary>
    public required Dense Places { get; init; }
    public float[] Activity { get; }
    public float[] Before { get; }
    public float[] Offer { get; }
    public int[] Cold { get; }

    /// <param name="sparse">R̃; <paramref name="turned"/> is R̃ᵀ.</param>
    public static GraphWeights Of(GraphSettings settings, SparseRows history, SparseRows sparse, SparseRows turned, CoOccurrence together, Spectrum spectrum, double[] creators, double[] products, ParallelOptions how)
    {
        var (vectors, rank, shape) = (spectrum.Vectors, spectrum.Values.Length, settings.Shape);
        var (largest, sharp) = (rank > 0 ? spectrum.Values[0] : 1, Math.Min(settings.SharpRank, rank));
        var values = Array.ConvertAll(spectrum.Values, v => v / largest);
        // Below the leading eigenvectors the polynomial is followed by its answer to the last of them.
        var slope = shape.Of(sharp > 0 ? values[sharp - 1] : 0);
        var smooth = settings.LowPass > 0 ? rank : 0;
        var (into, outOf) = (Degrees.Power(products, -0.5), Degrees.Power(products, 0.5));
        var ahead = Polynomial(shape, smooth > 0 ? vectors.ScaledRows(outOf) : new Dense(products.Length, 0), sparse, turned, largest, how);
        var (loads, places) = (new Dense(products.Length, sharp + smooth), new Dense(products.Length, sharp));
        var weights = new GraphWeights(settings, history, together, creators, products) { Loads = loads, Places = places, Panels = new float[checked(Dense.Padded(products.Length) * loads.Columns)] };
        Parts.Each(products.Length, Part, how, (from, to) =>
        {
            for (var p = from; p < to; p++)
            {
                for (var d = 0; d < sharp; d++)
                {
                    loads[p][d] = weights.Before[p] * vectors[p][d];
                    places[p][d] = vectors[p][d] * (float)Math.Sqrt(Math.Abs((values[d] + settings.LowPass) * shape.Of(values[d])));
                    weights.Panels[Tiles.Place(loads.Columns, d, p)] = (float)(values[d] * (shape.Of(values[d]) - slope)) * vectors[p][d] * weights.Offer[p];
                }
                for (var d = 0; d < smooth; d++)
                {
                    loads[p][sharp + d] = into[p] * vectors[p][d];
                    weights.Panels[Tiles.Place(loads.Columns, sharp + d, p)] = (float)settings.LowPass * ahead[p][d];
                }
                for (var i = 0; i < together.Places[p].Length; i++) together.Values[p][i] *= (float)(slope / largest) * weights.Offer[together.Places[p][i]];
            }
        });
        return weights;
    }

    /// <summary>q(P) times a tall matrix, term by term; the matrix is used up.</summary>
    private static Dense Polynomial(FilterShape shape, Dense tall, SparseRows sparse, SparseRows turned, double largest, ParallelOptions how)
    {
        var (sum, half) = (new Dense(tall.Rows, tall.Columns), new Dense(sparse.Rows, tall.Columns));
        for (var power = 0; power < shape.Factors.Count && tall.Columns > 0; power++)
        {
            if (power > 0)
            {
                DenseWork.Times(sparse, tall, half, how);
                DenseWork.Times(turned, half, tall, how);
            }
            Dense.Add(tall.Values, (float)(shape.Factors[power] / Math.Pow(largest, power)), sum.Values);
        }
        return sum;
    }

    /// <summary>What each product in a history says for one product.</summary>
    public float[] Column(int product, ParallelOptions how)
    {
        var column = new float[Near.Places.Length];
        var own = new float[Loads.Stride];
        for (var d = 0; d < Loads.Columns; d++) own[d] = Panels[Tiles.Place(Loads.Columns, d, product)];
        Parts.Each(column.Length, Part, how, (from, to) =>
        {
            for (var row = from; row < to; row++)
            {
                var at = Array.BinarySearch(Near.Places[row], product);
                column[row] = (at < 0 ? 0 : Before[row] * Near.Values[row][at]) + Dense.Dot(Loads.Values.AsSpan(row * Loads.Stride, Loads.Stride), own);
            }
        });
        return column;
    }
}
