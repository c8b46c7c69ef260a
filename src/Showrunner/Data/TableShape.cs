namespace Showrunner.Data;

public enum ColumnType { Long, Text, Day, Instant, Bool }

/// <summary>A column; a key column is part of what makes a second load of the same row no row.</summary>
public sealed record ColumnShape(string Name, ColumnType Type, bool Key = false, bool Nullable = false);

/// <summary>A table that is moved in bulk, described once: truth, columns, staging and history are made from this.</summary>
public sealed record TableShape(string Name, IReadOnlyList<ColumnShape> Columns)
{
    public IEnumerable<ColumnShape> Keys => Columns.Where(c => c.Key);
    public IEnumerable<ColumnShape> Values => Columns.Where(c => !c.Key);
    public bool Has(string column) => Columns.Any(c => c.Name == column);
    public string List(string prefix = "") => string.Join(", ", Columns.Select(c => prefix + c.Name));

    /// <summary><c>a.k1 = b.k1 AND a.k2 = b.k2 …</c> over the key.</summary>
    public string SameKey(string a, string b) => string.Join(" AND ", Keys.Select(k => $"{a}.{k.Name} = {b}.{k.Name}"));

    public TableShape With(string name, params ColumnShape[] more) => new(name, [.. Columns, .. more]);
}
