namespace Showrunner.Engine.Matching.Graphs;

/// <summary>A sparse matrix, row by row (CSR); within a row the columns rise.</summary>
internal sealed class SparseRows
{
    public required int Columns { get; init; }
    /// <summary>Where each row begins, and at the end the number of entries.</summary>
    public required int[] Starts { get; init; }
    public required int[] Places { get; init; }
    public required float[] Values { get; init; }

    public int Rows => Starts.Length - 1;
    public int Count => Starts[^1];
    public int Length(int row) => Starts[row + 1] - Starts[row];
    public ReadOnlySpan<int> PlacesOf(int row) => Places.AsSpan(Starts[row], Length(row));
    public ReadOnlySpan<float> ValuesOf(int row) => Values.AsSpan(Starts[row], Length(row));

    /// <summary>The inner product of a row with a dense vector of all columns.</summary>
    public float RowTimes(int row, float[] dense)
    {
        var (sum, end) = (0f, Starts[row + 1]);
        for (var at = Starts[row]; at < end; at++) sum += Values[at] * dense[Places[at]];
        return sum;
    }

    /// <summary>The same entries, column by column.</summary>
    public SparseRows Turned()
    {
        var starts = new int[Columns + 1];
        foreach (var column in Places) starts[column + 1]++;
        for (var c = 0; c < Columns; c++) starts[c + 1] += starts[c];
        var (places, values, next) = (new int[Count], new float[Count], starts[..^1]);
        for (var row = 0; row < Rows; row++)
            for (var at = Starts[row]; at < Starts[row + 1]; at++)
            {
                var to = next[Places[at]]++;
                (places[to], values[to]) = (row, Values[at]);
            }
        return new SparseRows { Columns = Rows, Starts = starts, Places = places, Values = values };
    }

    /// <summary>The same pattern with other values.</summary>
    public SparseRows With(float[] values) => new() { Columns = Columns, Starts = Starts, Places = Places, Values = values };
}
