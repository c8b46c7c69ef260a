using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Showrunner.DuckDb.Native;
using static Showrunner.DuckDb.Native.NativeMethods;

namespace Showrunner.DuckDb;

/// <summary>
/// Up to 2,048 rows, column by column. It belongs to its result: the next chunk, or the result's disposal, ends it,
/// and with it every span taken from it. Keep the result referenced (with <c>using</c>) while spans are read.
/// </summary>
public sealed unsafe partial class DuckChunk : IDisposable
{
    private readonly ChunkHandle handle;
    private readonly DuckColumn[] columns;
    private readonly Vector[] vectors;

    internal DuckChunk(ChunkHandle handle, DuckColumn[] columns)
    {
        this.handle = handle;
        this.columns = columns;
        Count = (int)duckdb_data_chunk_get_size(handle);
        vectors = new Vector[columns.Length];
        for (var i = 0; i < vectors.Length; i++)
        {
            var vector = duckdb_data_chunk_get_vector(handle, (ulong)i);
            vectors[i] = new Vector(duckdb_vector_get_data(vector), duckdb_vector_get_validity(vector));
        }
    }

    internal ChunkHandle Handle => handle;

    /// <summary>Rows in this chunk, 1 to 2,048.</summary>
    public int Count { get; }

    public bool IsNull(int column, int row)
    {
        Inside(row);
        var validity = vectors[column].Validity;
        var isNull = validity != null && (validity[row >> 6] >> (row & 63) & 1) == 0;
        GC.KeepAlive(this);
        return isNull;
    }

    public void Dispose() => handle.Dispose();

    private ReadOnlySpan<T> Span<T>(int column, bool fits) where T : unmanaged
    {
        ObjectDisposedException.ThrowIf(handle.IsClosed, this);
        if (!fits) throw columns[column].Mismatch($"a span of {typeof(T).Name}");
        return new ReadOnlySpan<T>(vectors[column].Data, Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private T At<T>(int column, int row) where T : unmanaged
    {
        var value = ((T*)vectors[column].Data)[row];
        GC.KeepAlive(this);
        return value;
    }

    /// <summary>The column, once the row is known to be there and not NULL.</summary>
    private DuckColumn Given(int column, int row) =>
        IsNull(column, row) ? throw new InvalidCastException($"Column \"{columns[column].Name}\" is NULL in this row; ask IsNull first.") : columns[column];

    private void Inside(int row)
    {
        ObjectDisposedException.ThrowIf(handle.IsClosed, this);
        if ((uint)row >= (uint)Count) throw new ArgumentOutOfRangeException(nameof(row), row, $"The chunk has {Count} rows.");
    }

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Vector(byte* data, ulong* validity)
    {
        public readonly byte* Data = data;
        /// <summary>A bit per row, 1 for a value; null when every row has one.</summary>
        public readonly ulong* Validity = validity;
    }
}
