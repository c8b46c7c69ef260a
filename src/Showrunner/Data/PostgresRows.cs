using System.Buffers.Binary;

namespace Showrunner.Data;

/// <summary>PostgreSQL's binary COPY format, read value by value; the counterpart of <see cref="PostgresWire"/>.</summary>
internal sealed class PostgresRows(Stream stream)
{
    private byte[] _buffer = new byte[256 * 1024];
    private int _at, _end;

    /// <summary>Signature, flags and a header extension of the length it says.</summary>
    public void Header()
    {
        if (!Take(11).SequenceEqual(PostgresWire.Signature)) throw new InvalidDataException("PostgreSQL did not send its binary COPY format.");
        Take(4);
        Take(BinaryPrimitives.ReadInt32BigEndian(Take(4)));
    }

    /// <summary>The number of values in the next row, or -1 after the last.</summary>
    public int Next() => BinaryPrimitives.ReadInt16BigEndian(Take(2));

    /// <summary>False for NULL. The bytes are valid until the next call.</summary>
    public bool Value(out ReadOnlySpan<byte> bytes)
    {
        var length = BinaryPrimitives.ReadInt32BigEndian(Take(4));
        bytes = length < 0 ? default : Take(length);
        return length >= 0;
    }

    /// <summary>smallint, integer and bigint: sums and literals come as narrow as PostgreSQL likes.</summary>
    public static long Long(ReadOnlySpan<byte> bytes) => bytes.Length switch
    {
        8 => BinaryPrimitives.ReadInt64BigEndian(bytes),
        4 => BinaryPrimitives.ReadInt32BigEndian(bytes),
        2 => BinaryPrimitives.ReadInt16BigEndian(bytes),
        _ => throw new InvalidDataException($"PostgreSQL sent an integer of {bytes.Length} bytes."),
    };

    public static DateOnly Day(ReadOnlySpan<byte> bytes) => PostgresWire.Epoch.AddDays(BinaryPrimitives.ReadInt32BigEndian(bytes));

    /// <summary>Microseconds since 1970.</summary>
    public static long Micros(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadInt64BigEndian(bytes) + PostgresWire.EpochMicros;

    private ReadOnlySpan<byte> Take(int count)
    {
        if (_end - _at < count) Fetch(count);
        var taken = _buffer.AsSpan(_at, count);
        _at += count;
        return taken;
    }

    private void Fetch(int count)
    {
        var rest = _buffer.AsSpan(_at, _end - _at);
        if (count > _buffer.Length)
        {
            var larger = new byte[count];
            rest.CopyTo(larger);
            _buffer = larger;
        }
        else rest.CopyTo(_buffer);
        (_at, _end) = (0, _end - _at);
        while (_end < count)
        {
            var read = stream.Read(_buffer, _end, _buffer.Length - _end);
            if (read == 0) throw new EndOfStreamException("PostgreSQL ended its answer in the middle of a row.");
            _end += read;
        }
    }
}
