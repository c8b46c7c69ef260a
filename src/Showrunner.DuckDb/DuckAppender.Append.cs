using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Showrunner.DuckDb;

/// <remarks>
/// A value that does not go with its column is an <see cref="InvalidCastException"/>, one that is too big for it an
/// <see cref="OverflowException"/>; the row stays where it was.
/// </remarks>
public sealed unsafe partial class DuckAppender
{
    public void Append(long value)
    {
        ref var next = ref Next();
        next.PutInteger(row, value);
        column++;
    }

    public void Append(int value) => Append((long)value);

    public void Append(double value)
    {
        ref var next = ref Next();
        if (next.Column.Type == DuckType.Double) next.Put(row, value);
        else if (next.Column.Type == DuckType.Float) next.Put(row, (float)value);
        else throw next.Column.Mismatch("double");
        column++;
    }

    /// <summary>For DECIMAL columns; decimals are never rounded away.</summary>
    public void Append(decimal value)
    {
        ref var next = ref Next();
        if (next.Column.Type != DuckType.Decimal) throw next.Column.Mismatch("decimal");
        next.PutUnits(row, Scaled.ToUnits(value, next.Column));
        column++;
    }

    public void Append(Int128 value)
    {
        ref var next = ref Next();
        if (next.Column.Type != DuckType.HugeInt) throw next.Column.Mismatch("Int128");
        next.Put(row, value);
        column++;
    }

    public void Append(bool value)
    {
        ref var next = ref Next();
        if (next.Column.Type != DuckType.Boolean) throw next.Column.Mismatch("bool");
        next.Put(row, value);
        column++;
    }

    public void Append(DateOnly value)
    {
        ref var next = ref Next();
        if (next.Column.Type != DuckType.Date) throw next.Column.Mismatch("DateOnly");
        next.Put(row, Instants.Days(value));
        column++;
    }

    /// <summary>The instant in UTC, to the microsecond.</summary>
    public void Append(DateTimeOffset value)
    {
        ref var next = ref Next();
        if (next.Column.Type is not (DuckType.Timestamp or DuckType.TimestampTz)) throw next.Column.Mismatch("DateTimeOffset");
        next.Put(row, Instants.Micros(value));
        column++;
    }

    /// <summary>An instant as DuckDB keeps it: microseconds since 1970 in UTC.</summary>
    public void AppendMicros(long micros)
    {
        ref var next = ref Next();
        if (next.Column.Type is not (DuckType.Timestamp or DuckType.TimestampTz)) throw next.Column.Mismatch("microseconds");
        next.Put(row, micros);
        column++;
    }

    public void Append(string? value)
    {
        if (value is null) AppendNull();
        else Append(value.AsSpan());
    }

    public void Append(ReadOnlySpan<char> value)
    {
        ref var next = ref Next();
        if (next.Column.Type != DuckType.Varchar) throw next.Column.Mismatch("text");
        var most = Encoding.UTF8.GetMaxByteCount(value.Length);
        if (most <= 512)
        {
            Span<byte> utf8 = stackalloc byte[512];
            next.PutBytes(row, utf8[..Encoding.UTF8.GetBytes(value, utf8)]);
        }
        else
        {
            var rented = ArrayPool<byte>.Shared.Rent(most);
            next.PutBytes(row, rented.AsSpan(0, Encoding.UTF8.GetBytes(value, rented)));
            ArrayPool<byte>.Shared.Return(rented);
        }
        column++;
    }

    /// <summary>Text in UTF-8 for a VARCHAR column, any bytes for a BLOB column.</summary>
    /// <exception cref="ArgumentException">The bytes for a VARCHAR column are not UTF-8.</exception>
    public void Append(ReadOnlySpan<byte> utf8)
    {
        ref var next = ref Next();
        if (next.Column.Type == DuckType.Varchar)
        {
            if (!Utf8.IsValid(utf8)) throw new ArgumentException($"The text for column {next.Column.Name} is not UTF-8.", nameof(utf8));
        }
        else if (next.Column.Type != DuckType.Blob) throw next.Column.Mismatch("bytes");
        next.PutBytes(row, utf8);
        column++;
    }

    public void AppendNull()
    {
        ref var next = ref Next();
        next.PutNull(row);
        column++;
    }

    private ref AppendColumn Next()
    {
        if ((uint)column < (uint)columns.Length) return ref columns[column];
        Usable();
        throw new InvalidOperationException($"Row {RowCount + 1} has more than {columns.Length} values; end it first.");
    }
}
