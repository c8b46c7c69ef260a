namespace Showrunner.Engine.Matching.Outcomes;

/// <summary>Rows of named, finite numbers; the columns' order is the names' order.</summary>
public sealed class FeatureTable
{
    private double[] _values;

    /// <exception cref="ArgumentException">No names, or one twice.</exception>
    public FeatureTable(IReadOnlyList<string> names, int capacity = 16)
    {
        if (names.Count == 0) throw new ArgumentException("A table needs at least one feature.", nameof(names));
        if (names.Distinct(StringComparer.Ordinal).Count() < names.Count) throw new ArgumentException("A feature's name stands twice.", nameof(names));
        Names = [.. names];
        _values = new double[Math.Max(1, capacity) * names.Count];
    }

    public IReadOnlyList<string> Names { get; }
    public int Width => Names.Count;
    public int Count { get; private set; }

    public ReadOnlySpan<double> this[int row] => row >= 0 && row < Count ? _values.AsSpan(row * Width, Width) : throw new ArgumentOutOfRangeException(nameof(row), row, $"The table has {Count} rows.");

    /// <exception cref="ArgumentException">Too few or many values, or one that is not finite.</exception>
    public void Add(ReadOnlySpan<double> row)
    {
        Check(row, Names);
        if (_values.Length < (Count + 1) * Width) Array.Resize(ref _values, _values.Length * 2);
        row.CopyTo(_values.AsSpan(Count++ * Width));
    }

    /// <summary>The same rows with some of the columns only.</summary>
    public FeatureTable Only(IReadOnlyList<int> columns)
    {
        var table = new FeatureTable([.. columns.Select(c => Names[c])], Math.Max(1, Count));
        var row = new double[columns.Count];
        for (var i = 0; i < Count; i++)
        {
            for (var c = 0; c < row.Length; c++) row[c] = this[i][columns[c]];
            table.Add(row);
        }
        return table;
    }

    internal static void Check(ReadOnlySpan<double> row, IReadOnlyList<string> names)
    {
        if (row.Length != names.Count) throw new ArgumentException($"A row has {row.Length} values; {names.Count} are expected.", nameof(row));
        for (var i = 0; i < row.Length; i++)
            if (!double.IsFinite(row[i])) throw new ArgumentException($"{names[i]} is {row[i]}; features are finite numbers.", nameof(row));
    }

    /// <summary>Labels and weights fit the rows.</summary>
    internal void Check(IReadOnlyList<double> labels, IReadOnlyList<double>? weights, double least, double most)
    {
        if (Count == 0) throw new ArgumentException("There are no rows to learn from.");
        if (labels.Count != Count) throw new ArgumentException($"{labels.Count} labels for {Count} rows.", nameof(labels));
        if (weights is not null && weights.Count != Count) throw new ArgumentException($"{weights.Count} weights for {Count} rows.", nameof(weights));
        for (var i = 0; i < Count; i++)
        {
            if (!(labels[i] >= least && labels[i] <= most)) throw new ArgumentException($"The label of row {i} is {labels[i]}; it must lie between {least} and {most}.", nameof(labels));
            if (weights is not null && !(weights[i] >= 0 && double.IsFinite(weights[i]))) throw new ArgumentException($"The weight of row {i} is {weights[i]}; weights are finite and not negative.", nameof(weights));
        }
        if (weights is not null && weights.All(w => w == 0)) throw new ArgumentException("Every weight is zero.", nameof(weights));
    }
}
