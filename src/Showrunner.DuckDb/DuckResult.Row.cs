namespace Showrunner.DuckDb;

/// <remarks>
/// Getters widen without loss (an INTEGER reads as long) and check when they narrow (a HUGEINT sum reads as long or
/// throws <see cref="OverflowException"/>). A NULL or a type that does not fit is an <see cref="InvalidCastException"/>
/// that names the column.
/// </remarks>
public sealed partial class DuckResult
{
    /// <summary>Steps to the next row; false at the end.</summary>
    public bool Read()
    {
        if (chunk is { } current && ++row < current.Count) return true;
        if (NextChunk() is null) return false;
        row = 0;
        return true;
    }

    public bool IsNull(int column) => Here.IsNull(column, row);

    public bool GetBool(int column) => Here.BoolAt(column, row);

    public int GetInt32(int column) => checked((int)Here.Int64At(column, row));

    public long GetInt64(int column) => Here.Int64At(column, row);

    public Int128 GetInt128(int column) => Here.Int128At(column, row);

    public double GetDouble(int column) => Here.DoubleAt(column, row);

    public decimal GetDecimal(int column) => Here.DecimalAt(column, row);

    public DateOnly GetDate(int column) => Here.Date(column, row);

    public DateTimeOffset GetTimestamp(int column) => Here.Timestamp(column, row);

    public string GetText(int column) => Here.Text(column, row);

    /// <summary>The bytes of a VARCHAR (UTF-8) or BLOB, valid until the next <see cref="Read"/>.</summary>
    public ReadOnlySpan<byte> GetUtf8(int column) => Here.Utf8(column, row);

    public bool? GetBoolOrNull(int column) => IsNull(column) ? null : GetBool(column);

    public int? GetInt32OrNull(int column) => IsNull(column) ? null : GetInt32(column);

    public long? GetInt64OrNull(int column) => IsNull(column) ? null : GetInt64(column);

    public double? GetDoubleOrNull(int column) => IsNull(column) ? null : GetDouble(column);

    public decimal? GetDecimalOrNull(int column) => IsNull(column) ? null : GetDecimal(column);

    public DateOnly? GetDateOrNull(int column) => IsNull(column) ? null : GetDate(column);

    public DateTimeOffset? GetTimestampOrNull(int column) => IsNull(column) ? null : GetTimestamp(column);

    public string? GetTextOrNull(int column) => IsNull(column) ? null : GetText(column);

    /// <summary>The value in its nearest .NET type, boxed; null for NULL.</summary>
    public object? GetValue(int column) => Here.ValueAt(column, row);

    private DuckChunk Here
    {
        get
        {
            if (chunk is { } current && row >= 0) return current;
            ObjectDisposedException.ThrowIf(handle.IsClosed, this);
            throw new InvalidOperationException(ended ? "The result is at its end." : "Call Read before reading values.");
        }
    }
}
