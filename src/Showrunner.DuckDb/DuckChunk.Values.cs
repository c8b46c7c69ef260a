using System.Text;

namespace Showrunner.DuckDb;

public sealed unsafe partial class DuckChunk
{
    public DateOnly Date(int column, int row) =>
        Given(column, row) is { Type: DuckType.Date } date ? Instants.Day(At<int>(column, row), date) : throw columns[column].Mismatch("DateOnly");

    /// <summary>The instant, in UTC.</summary>
    public DateTimeOffset Timestamp(int column, int row)
    {
        var given = Given(column, row);
        return given.Type is DuckType.Timestamp or DuckType.TimestampTz or DuckType.TimestampSeconds or DuckType.TimestampMillis or DuckType.TimestampNanos
            ? Instants.Instant(At<long>(column, row), given)
            : throw given.Mismatch("DateTimeOffset");
    }

    /// <summary>The bytes of a VARCHAR or ENUM (UTF-8) or BLOB, without a copy; valid as long as the chunk.</summary>
    public ReadOnlySpan<byte> Utf8(int column, int row) =>
        Given(column, row).Type switch
        {
            DuckType.Varchar or DuckType.Blob => Bytes(column, row),
            DuckType.Enum => Word(column, row),
            _ => throw columns[column].Mismatch("bytes"),
        };

    public string Text(int column, int row) =>
        Given(column, row).Type is DuckType.Varchar or DuckType.Enum ? Encoding.UTF8.GetString(Utf8(column, row)) : throw columns[column].Mismatch("string");

    internal bool BoolAt(int column, int row) =>
        Given(column, row).Type == DuckType.Boolean ? At<bool>(column, row) : throw columns[column].Mismatch("bool");

    internal object? ValueAt(int column, int row) => IsNull(column, row) ? null : columns[column].Type switch
    {
        DuckType.Boolean => BoolAt(column, row),
        DuckType.TinyInt => At<sbyte>(column, row),
        DuckType.SmallInt => At<short>(column, row),
        DuckType.Integer => At<int>(column, row),
        DuckType.BigInt => At<long>(column, row),
        DuckType.UTinyInt => At<byte>(column, row),
        DuckType.USmallInt => At<ushort>(column, row),
        DuckType.UInteger => At<uint>(column, row),
        DuckType.UBigInt => At<ulong>(column, row),
        DuckType.HugeInt => At<Int128>(column, row),
        DuckType.UHugeInt => At<UInt128>(column, row),
        DuckType.Float => At<float>(column, row),
        DuckType.Double => At<double>(column, row),
        DuckType.Decimal => DecimalAt(column, row),
        DuckType.Date => Date(column, row),
        DuckType.Time => new TimeOnly(At<long>(column, row) * TimeSpan.TicksPerMicrosecond),
        DuckType.Timestamp or DuckType.TimestampTz or DuckType.TimestampSeconds or DuckType.TimestampMillis or DuckType.TimestampNanos => Timestamp(column, row),
        DuckType.Varchar or DuckType.Enum => Text(column, row),
        DuckType.Blob => Bytes(column, row).ToArray(),
        _ => throw columns[column].Mismatch("any .NET type here (cast it in SQL, for instance to VARCHAR)"),
    };

    private byte[] Word(int column, int row) => columns[column].Words[columns[column].Stored switch
    {
        DuckType.UTinyInt => At<byte>(column, row),
        DuckType.USmallInt => At<ushort>(column, row),
        _ => At<uint>(column, row),
    }];

    /// <summary>Twelve bytes lie in the vector itself behind the length; longer text is elsewhere, behind length and prefix.</summary>
    private ReadOnlySpan<byte> Bytes(int column, int row)
    {
        var slot = vectors[column].Data + row * 16L;
        var length = *(int*)slot;
        return new ReadOnlySpan<byte>(length <= 12 ? slot + 4 : *(byte**)(slot + 8), length);
    }
}
