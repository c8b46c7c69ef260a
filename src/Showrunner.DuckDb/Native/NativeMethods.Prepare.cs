using System.Runtime.InteropServices;

namespace Showrunner.DuckDb.Native;

internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int duckdb_prepare(ConnectionHandle connection, string sql, out nint statement);

    [LibraryImport(Library)]
    internal static partial void duckdb_destroy_prepare(ref nint statement);

    [LibraryImport(Library)]
    internal static partial byte* duckdb_prepare_error(StatementHandle statement);

    [LibraryImport(Library)]
    internal static partial ulong duckdb_nparams(StatementHandle statement);

    [LibraryImport(Library)]
    internal static partial int duckdb_clear_bindings(StatementHandle statement);

    [LibraryImport(Library)]
    internal static partial int duckdb_execute_prepared(StatementHandle statement, ResultHandle result);

    [LibraryImport(Library)]
    internal static partial int duckdb_execute_prepared_streaming(StatementHandle statement, ResultHandle result);

    [LibraryImport(Library)]
    internal static partial int duckdb_bind_null(StatementHandle statement, ulong index);

    [LibraryImport(Library)]
    internal static partial int duckdb_bind_boolean(StatementHandle statement, ulong index, [MarshalAs(UnmanagedType.U1)] bool value);

    [LibraryImport(Library)]
    internal static partial int duckdb_bind_int32(StatementHandle statement, ulong index, int value);

    [LibraryImport(Library)]
    internal static partial int duckdb_bind_int64(StatementHandle statement, ulong index, long value);

    [LibraryImport(Library)]
    internal static partial int duckdb_bind_double(StatementHandle statement, ulong index, double value);

    [LibraryImport(Library)]
    internal static partial int duckdb_bind_date(StatementHandle statement, ulong index, int days);

    [LibraryImport(Library)]
    internal static partial int duckdb_bind_timestamp(StatementHandle statement, ulong index, long micros);

    [LibraryImport(Library)]
    internal static partial int duckdb_bind_varchar_length(StatementHandle statement, ulong index, byte* text, ulong length);

    [LibraryImport(Library)]
    internal static partial int duckdb_bind_blob(StatementHandle statement, ulong index, byte* data, ulong length);
}
