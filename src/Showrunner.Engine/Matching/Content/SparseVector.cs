namespace Showrunner.Engine.Matching.Content;

/// <summary>Few values of a long vector: positions in rising order, each once, with their values.</summary>
public sealed class SparseVector
{
    public static SparseVector Empty { get; } = new([], []);
    private readonly int[] _at;
    private readonly float[] _values;

    private SparseVector(int[] at, float[] values) => (_at, _values) = (at, values);

    public ReadOnlySpan<int> Positions => _at;
    public ReadOnlySpan<float> Values => _values;
    public int Count => _at.Length;

    /// <param name="entries">In any order; what is said of a position more than once is summed.</param>
    /// <exception cref="ArgumentException">A negative position or a value that is no number.</exception>
    public static SparseVector Of(IEnumerable<KeyValuePair<int, float>> entries)
    {
        var sorted = new SortedDictionary<int, double>();
        foreach (var (at, value) in entries)
        {
            if (at < 0 || !float.IsFinite(value)) throw new ArgumentException($"Position {at} with value {value}: positions are 0 or more and values are finite.", nameof(entries));
            sorted[at] = sorted.GetValueOrDefault(at) + value;
        }
        return new SparseVector([.. sorted.Keys], [.. sorted.Values.Select(v => (float)v)]);
    }

    public double Dot(SparseVector other)
    {
        double sum = 0;
        for (int i = 0, j = 0; i < _at.Length && j < other._at.Length;)
        {
            if (_at[i] == other._at[j]) sum += _values[i++] * other._values[j++];
            else if (_at[i] < other._at[j]) i++;
            else j++;
        }
        return sum;
    }

    public double Length => Math.Sqrt(Dot(this));

    /// <summary>The same direction with length 1; the empty vector stays empty.</summary>
    public SparseVector Unit() => Length is var length and > 0 ? new SparseVector(_at, [.. _values.Select(v => (float)(v / length))]) : Empty;

    /// <returns>1 for the same direction, 0 for nothing in common or for an empty vector.</returns>
    public double Cosine(SparseVector other) => Length * other.Length is var lengths and > 0 ? Dot(other) / lengths : 0;
}
