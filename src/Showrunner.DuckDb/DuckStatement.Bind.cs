using System.Runtime.InteropServices;
using System.Text;
using static Showrunner.DuckDb.Native.NativeMethods;

namespace Showrunner.DuckDb;

/// <remarks>Parameters count from 1. A number outside the statement's parameters is a <see cref="DuckDbException"/>.</remarks>
public sealed partial class DuckStatement
{
    public DuckStatement BindNull(int index) => Bound(duckdb_bind_null(handle, (ulong)index));

    public DuckStatement Bind(int index, bool value) => Bound(duckdb_bind_boolean(handle, (ulong)index, value));

    public DuckStatement Bind(int index, int value) => Bound(duckdb_bind_int32(handle, (ulong)index, value));

    public DuckStatement Bind(int index, long value) => Bound(duckdb_bind_int64(handle, (ulong)index, value));

    public DuckStatement Bind(int index, double value) => Bound(duckdb_bind_double(handle, (ulong)index, value));

    public DuckStatement Bind(int index, DateOnly value) => Bound(duckdb_bind_date(handle, (ulong)index, Instants.Days(value)));

    /// <summary>As TIMESTAMP in UTC, to the microsecond.</summary>
    public DuckStatement Bind(int index, DateTimeOffset value) => Bound(duckdb_bind_timestamp(handle, (ulong)index, Instants.Micros(value)));

    public DuckStatement Bind(int index, string? value) => value is null ? BindNull(index) : Bind(index, Encoding.UTF8.GetBytes(value).AsSpan());

    public DuckStatement Bind(int index, bool? value) => value is { } given ? Bind(index, given) : BindNull(index);

    public DuckStatement Bind(int index, int? value) => value is { } given ? Bind(index, given) : BindNull(index);

    public DuckStatement Bind(int index, long? value) => value is { } given ? Bind(index, given) : BindNull(index);

    public DuckStatement Bind(int index, double? value) => value is { } given ? Bind(index, given) : BindNull(index);

    public DuckStatement Bind(int index, DateOnly? value) => value is { } given ? Bind(index, given) : BindNull(index);

    public DuckStatement Bind(int index, DateTimeOffset? value) => value is { } given ? Bind(index, given) : BindNull(index);

    /// <summary>Text in UTF-8.</summary>
    public unsafe DuckStatement Bind(int index, ReadOnlySpan<byte> utf8)
    {
        fixed (byte* text = &Start(utf8)) return Bound(duckdb_bind_varchar_length(handle, (ulong)index, text, (ulong)utf8.Length));
    }

    public unsafe DuckStatement BindBlob(int index, ReadOnlySpan<byte> value)
    {
        fixed (byte* data = &Start(value)) return Bound(duckdb_bind_blob(handle, (ulong)index, data, (ulong)value.Length));
    }

    /// <summary>Forgets every binding.</summary>
    public DuckStatement ClearBindings() => Bound(duckdb_clear_bindings(handle));

    /// <summary>DuckDB takes an empty text only with an address.</summary>
    private static ref readonly byte Start(ReadOnlySpan<byte> bytes) => ref MemoryMarshal.GetReference(bytes.IsEmpty ? "\0"u8 : bytes);

    private unsafe DuckStatement Bound(int state) =>
        state == Success ? this : throw new DuckDbException(TextOf(duckdb_prepare_error(handle)));
}
