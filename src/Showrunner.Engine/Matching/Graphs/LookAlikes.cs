namespace Showrunner.Engine.Matching.Graphs;

/// <summary>
/// Creators like a creator, products like a product: the cosine of their places in the space of the filter's eigenvectors, each side's times
/// √(n / (n + <see cref="GraphSettings.LikenessShrinkage"/>)), so that one shared pair makes no twins. Symmetric, between -1 and 1, 0 for who is cold or lies outside that space.
/// </summary>
public sealed class LookAlikes
{
    private const int Part = 1024;
    private readonly GraphModel _model;
    private readonly Dense _places;
    private readonly float[] _products, _creators;

    /// <exception cref="OperationCanceledException"/>
    public LookAlikes(GraphModel model, CancellationToken cancellation = default)
    {
        var (weights, how) = (model.Weights, model.Settings.How(cancellation));
        (_model, _places) = (model, new Dense(weights.Vectors.Rows, weights.Vectors.Columns));
        (_products, _creators) = (new float[_places.Rows], new float[weights.History.Rows]);
        var strengths = Array.ConvertAll(weights.Answers, a => MathF.Sqrt(MathF.Abs(a)));
        Parts.Each(_places.Rows, Part, how, (from, to) =>
        {
            for (var p = from; p < to; p++)
            {
                var place = _places[p];
                for (var d = 0; d < place.Length; d++) place[d] = weights.Vectors[p][d] * strengths[d];
                _products[p] = Scale(place, weights.Offer[p] == 0 ? 0 : model.Interactions.CreatorsOf(p).Length);
            }
        });
        Parts.Each(_creators.Length, Part, how, (from, to) =>
        {
            var place = new float[_places.Stride];
            for (var c = from; c < to; c++)
            {
                Locate(c, place);
                _creators[c] = Scale(place, weights.Activity[c] == 0 ? 0 : model.Interactions.ProductsOf(c).Length);
            }
        });
    }

    /// <exception cref="ArgumentException">No such product.</exception>
    public double BetweenProducts(int one, int other)
    {
        Check(one, _products.Length, nameof(one));
        Check(other, _products.Length, nameof(other));
        return Dense.Dot(_places[one], _places[other]) * (_products[one] * _products[other]);
    }

    /// <exception cref="ArgumentException">No such creator.</exception>
    public double BetweenCreators(int one, int other)
    {
        Check(one, _creators.Length, nameof(one));
        Check(other, _creators.Length, nameof(other));
        var (left, right) = (new float[_places.Stride], new float[_places.Stride]);
        Locate(one, left);
        Locate(other, right);
        return Dense.Dot(left, right) * (_creators[one] * _creators[other]);
    }

    /// <returns>Those most like a product, without itself and without what has no place; best first.</returns>
    /// <exception cref="ArgumentException">No such product.</exception>
    public Scored[] OfProduct(int product, int count, CancellationToken cancellation = default)
    {
        Check(product, _products.Length, nameof(product));
        var own = _places[product].ToArray();
        return Best(_products, product, count, p => Dense.Dot(_places[p], own), cancellation);
    }

    /// <returns>Those most like a creator, without himself and without who has no place; best first.</returns>
    /// <exception cref="ArgumentException">No such creator.</exception>
    public Scored[] OfCreator(int creator, int count, CancellationToken cancellation = default)
    {
        Check(creator, _creators.Length, nameof(creator));
        var (own, weights) = (new float[_places.Stride], _model.Weights);
        Locate(creator, own);
        var says = new float[_products.Length];
        Parts.Each(says.Length, Part, _model.Settings.How(cancellation), (from, to) =>
        {
            for (var p = from; p < to; p++) says[p] = weights.Before[p] * Dense.Dot(_places.Values.AsSpan(p * _places.Stride, _places.Stride), own);
        });
        return Best(_creators, creator, count, c => weights.History.RowTimes(c, says), cancellation);
    }

    private Scored[] Best(float[] scales, int own, int count, Func<int, float> product, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (scales[own] == 0) return [];
        var scores = new float[scales.Length];
        Parts.Each(scores.Length, Part, _model.Settings.How(cancellation), (from, to) =>
        {
            for (var i = from; i < to; i++) scores[i] = scales[i] == 0 || i == own ? float.NegativeInfinity : product(i) * scales[i] * scales[own];
        });
        return Picker.Best(scores, count);
    }

    private void Locate(int creator, Span<float> place)
    {
        place.Clear();
        var products = _model.Weights.History.PlacesOf(creator);
        var values = _model.Weights.History.ValuesOf(creator);
        for (var i = 0; i < products.Length; i++)
            Dense.Add(_places.Values.AsSpan(products[i] * _places.Stride, _places.Stride), values[i] * _model.Weights.Before[products[i]], place);
    }

    private float Scale(ReadOnlySpan<float> place, int pairs)
    {
        var length = Math.Sqrt(Dense.Dot(place, place));
        return pairs == 0 || length < 1e-12 ? 0 : (float)(Math.Sqrt(pairs / (pairs + _model.Settings.LikenessShrinkage)) / length);
    }

    private static void Check(int place, int count, string name)
    {
        if ((uint)place >= (uint)count) throw new ArgumentException($"{place} is none of the {count} there are.", name);
    }
}
