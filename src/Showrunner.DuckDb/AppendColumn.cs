using static Showrunner.DuckDb.Native.NativeMethods;

namespace Showrunner.DuckDb;

/// <summary>A vector being filled.</summary>
internal unsafe struct AppendColumn
{
    public DuckColumn Column;
    public nint Vector;
    public byte* Data;
    public ulong* Validity;

    public readonly void Put<T>(int row, T value) where T : unmanaged => ((T*)Data)[row] = value;

    public void PutNull(int row)
    {
        if (Validity == null)
        {
            duckdb_vector_ensure_validity_writable(Vector);
            Validity = duckdb_vector_get_validity(Vector);
        }
        Validity[row >> 6] &= ~(1UL << (row & 63));
    }

    /// <summary>Up to twelve bytes lie in the vector itself behind their length, padded with zeros; DuckDB keeps longer ones.</summary>
    public readonly void PutBytes(int row, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > 12)
        {
            fixed (byte* start = bytes) duckdb_unsafe_vector_assign_string_element_len(Vector, (ulong)row, start, (ulong)bytes.Length);
            return;
        }
        var slot = new Span<byte>(Data + row * 16L, 16);
        slot.Clear();
        slot[0] = (byte)bytes.Length;
        bytes.CopyTo(slot[4..]);
    }

    public readonly void PutInteger(int row, long value)
    {
        switch (Column.Type)
        {
            case DuckType.BigInt: Put(row, value); break;
            case DuckType.Integer: Put(row, checked((int)value)); break;
            case DuckType.SmallInt: Put(row, checked((short)value)); break;
            case DuckType.TinyInt: Put(row, checked((sbyte)value)); break;
            case DuckType.UBigInt: Put(row, checked((ulong)value)); break;
            case DuckType.UInteger: Put(row, checked((uint)value)); break;
            case DuckType.USmallInt: Put(row, checked((ushort)value)); break;
            case DuckType.UTinyInt: Put(row, checked((byte)value)); break;
            case DuckType.HugeInt: Put(row, (Int128)value); break;
            case DuckType.Double: Put(row, (double)value); break;
            case DuckType.Decimal: PutUnits(row, Scaled.ToUnits(value, Column)); break;
            default: throw Column.Mismatch("an integer");
        }
    }

    public readonly void PutUnits(int row, Int128 units)
    {
        switch (Column.Stored)
        {
            case DuckType.SmallInt: Put(row, (short)units); break;
            case DuckType.Integer: Put(row, (int)units); break;
            case DuckType.BigInt: Put(row, (long)units); break;
            default: Put(row, units); break;
        }
    }
}
