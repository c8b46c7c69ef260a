namespace Showrunner.Engine.Matching.Graphs;

/// <summary>Scores of some creators at once, in memory that is used again: the sparse part row by row, the dense part in tiles.</summary>
internal sealed class ScoreBatch(GraphWeights weights, int size)
{
    private readonly Dense _signals = new(size, weights.Vectors.Columns), _scores = new(size, weights.Near.Places.Length);

    public Span<float> Of(int row) => _scores[row];

    public void Score(ReadOnlySpan<int> creators)
    {
        Array.Clear(_signals.Values);
        Array.Clear(_scores.Values);
        for (var r = 0; r < creators.Length; r++) Spread(creators[r], _scores[r], _signals.Values.AsSpan(r * _signals.Stride, _signals.Stride));
        if (_signals.Columns > 0)
            Tiles.Add(_signals.Values, creators.Length, _signals.Stride, weights.Panels, _signals.Columns, _scores.Values, _scores.Stride);
    }

    private void Spread(int creator, Span<float> scores, Span<float> signal)
    {
        var places = weights.History.PlacesOf(creator);
        var values = weights.History.ValuesOf(creator);
        for (var i = 0; i < places.Length; i++)
        {
            var weight = values[i] * weights.Before[places[i]] * weights.Activity[creator];
            Dense.Add(weights.Vectors.Values.AsSpan(places[i] * weights.Vectors.Stride, weights.Vectors.Stride), weight, signal);
            var near = weights.Near.Places[places[i]];
            var shares = weights.Near.Values[places[i]];
            for (var j = 0; j < near.Length; j++) scores[near[j]] += weight * shares[j];
        }
    }
}
