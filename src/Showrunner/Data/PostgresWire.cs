using System.Buffers.Binary;
using System.Text;
using Showrunner.DuckDb;

namespace Showrunner.Data;

/// <summary>PostgreSQL's binary COPY format, written straight from column vectors, or value by value, into one buffer.</summary>
internal sealed class PostgresWire(Stream stream)
{
    internal static readonly DateOnly Epoch = new(2000, 1, 1);
    internal static readonly long EpochMicros = Instants.ToMicroseconds(new DateTimeOffset(Epoch, default, TimeSpan.Zero));
    private static readonly int EpochDay = Epoch.DayNumber - new DateOnly(1970, 1, 1).DayNumber;
    internal static readonly byte[] Signature = [(byte)'P', (byte)'G', (byte)'C', (byte)'O', (byte)'P', (byte)'Y', (byte)'\n', 0xff, (byte)'\r', (byte)'\n', 0];
    private byte[] _buffer = new byte[256 * 1024];
    private int _length;

    public void Header()
    {
        Signature.CopyTo(Space(Signature.Length));
        Put32(0);
        Put32(0);
    }

    public void Trailer()
    {
        Put16(-1);
        Flush();
    }

    public void Rows(DuckChunk chunk, IReadOnlyList<ColumnShape> columns)
    {
        for (var row = 0; row < chunk.Count; row++)
        {
            Put16((short)columns.Count);
            for (var column = 0; column < columns.Count; column++) Value(chunk, column, columns[column].Type, row);
        }
    }

    private void Value(DuckChunk chunk, int column, ColumnType type, int row)
    {
        if (chunk.IsNull(column, row)) { Put32(-1); return; }
        switch (type)
        {
            case ColumnType.Long: Put32(8); Put64(chunk.Int64(column)[row]); break;
            case ColumnType.Day: Put32(4); Put32(chunk.Days(column)[row] - EpochDay); break;
            case ColumnType.Instant: Put32(8); Put64(chunk.Micros(column)[row] - EpochMicros); break;
            case ColumnType.Bool: Put32(1); Space(1)[0] = chunk.Bool(column)[row] ? (byte)1 : (byte)0; break;
            default:
                var text = chunk.Utf8(column, row);
                Put32(text.Length);
                text.CopyTo(Space(text.Length));
                break;
        }
    }

    /// <summary>Begins a row; as many values follow.</summary>
    public void Row(int values) => Put16((short)values);

    public void Long(long? value)
    {
        if (value is not { } number) { Put32(-1); return; }
        Put32(8);
        Put64(number);
    }

    public void Instant(DateTimeOffset at)
    {
        Put32(8);
        Put64(Instants.ToMicroseconds(at) - EpochMicros);
    }

    public void Bool(bool value)
    {
        Put32(1);
        Space(1)[0] = value ? (byte)1 : (byte)0;
    }

    public void Text(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        Put32(length);
        Encoding.UTF8.GetBytes(text, Space(length));
    }

    private void Put16(short value) => BinaryPrimitives.WriteInt16BigEndian(Space(2), value);
    private void Put32(int value) => BinaryPrimitives.WriteInt32BigEndian(Space(4), value);
    private void Put64(long value) => BinaryPrimitives.WriteInt64BigEndian(Space(8), value);

    private Span<byte> Space(int count)
    {
        if (_length + count > _buffer.Length)
        {
            Flush();
            if (count > _buffer.Length) _buffer = new byte[count];
        }
        var space = _buffer.AsSpan(_length, count);
        _length += count;
        return space;
    }

    private void Flush()
    {
        stream.Write(_buffer, 0, _length);
        _length = 0;
    }
}
