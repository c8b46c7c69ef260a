namespace Showrunner.DuckDb;

/// <remarks>Spans have one element per row and are strict about the type. What they hold where a row is NULL is undefined: ask <see cref="IsNull"/>.</remarks>
public sealed unsafe partial class DuckChunk
{
    public ReadOnlySpan<long> Int64(int column) => Span<long>(column, columns[column].Type == DuckType.BigInt);

    public ReadOnlySpan<int> Int32(int column) => Span<int>(column, columns[column].Type == DuckType.Integer);

    public ReadOnlySpan<short> Int16(int column) => Span<short>(column, columns[column].Type == DuckType.SmallInt);

    public ReadOnlySpan<double> Double(int column) => Span<double>(column, columns[column].Type == DuckType.Double);

    public ReadOnlySpan<bool> Bool(int column) => Span<bool>(column, columns[column].Type == DuckType.Boolean);

    public ReadOnlySpan<Int128> HugeInt(int column) => Span<Int128>(column, columns[column].Type == DuckType.HugeInt);

    /// <summary>Days from 1970-01-01.</summary>
    public ReadOnlySpan<int> Days(int column) => Span<int>(column, columns[column].Type == DuckType.Date);

    /// <summary>Microseconds from 1970-01-01 UTC.</summary>
    public ReadOnlySpan<long> Micros(int column) => Span<long>(column, columns[column].Type is DuckType.Timestamp or DuckType.TimestampTz);
}
