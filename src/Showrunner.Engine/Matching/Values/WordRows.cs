namespace Showrunner.Engine.Matching.Values;

/// <summary>Vectors of length 1 with a bounded number of entries each, packed.</summary>
internal sealed class WordRows(int capacity)
{
    private readonly List<int> ends = new(capacity);
    private ushort[] at = new ushort[16];
    private float[] values = new float[16];
    private int used;

    public int Count => ends.Count;

    public bool IsEmpty(int row) => From(row) == ends[row];

    private int From(int row) => row == 0 ? 0 : ends[row - 1];

    /// <summary>The heaviest entries.</summary>
    public void Add(IEnumerable<(ushort At, float Weight)> entries, int most)
    {
        var kept = entries.OrderByDescending(e => e.Weight).ThenBy(e => e.At).Take(most).OrderBy(e => e.At).ToArray();
        var length = Math.Sqrt(kept.Sum(e => (double)e.Weight * e.Weight));
        if (used + kept.Length > at.Length)
        {
            var room = Math.Max(2 * at.Length, used + kept.Length);
            Array.Resize(ref at, room);
            Array.Resize(ref values, room);
        }
        foreach (var (place, weight) in kept) (at[used], values[used++]) = (place, (float)(weight / length));
        ends.Add(used);
    }

    public ReadOnlySpan<ushort> Places(int row) => at.AsSpan(From(row), ends[row] - From(row));

    public ReadOnlySpan<float> Values(int row) => values.AsSpan(From(row), ends[row] - From(row));

    public float Dot(int row, WordRows others, int other)
    {
        ReadOnlySpan<ushort> mine = Places(row), theirs = others.Places(other);
        ReadOnlySpan<float> a = Values(row), b = others.Values(other);
        var sum = 0f;
        for (int i = 0, j = 0; i < mine.Length && j < theirs.Length;)
        {
            if (mine[i] == theirs[j]) sum += a[i++] * b[j++];
            else if (mine[i] < theirs[j]) i++;
            else j++;
        }
        return sum;
    }

    public float Dot(int row, float[] dense)
    {
        var places = Places(row);
        var weights = Values(row);
        var sum = 0f;
        for (var i = 0; i < places.Length; i++) sum += weights[i] * dense[places[i]];
        return sum;
    }

    /// <summary>Of those that are not empty.</summary>
    public float[] Mean()
    {
        var sum = new double[WordRuns.Places];
        var rows = 0;
        for (var row = 0; row < Count; row++)
        {
            var places = Places(row);
            var weights = Values(row);
            if (places.Length > 0) rows++;
            for (var i = 0; i < places.Length; i++) sum[places[i]] += weights[i];
        }
        return [.. sum.Select(s => (float)(s / Math.Max(1, rows)))];
    }

    public WordRows Emptied(Func<int, bool> rows)
    {
        var left = new WordRows(Count);
        for (var row = 0; row < Count; row++)
            left.Add(rows(row) ? [] : [.. Places(row).ToArray().Zip(Values(row).ToArray())], int.MaxValue);
        return left;
    }
}
