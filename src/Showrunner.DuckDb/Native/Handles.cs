using System.Runtime.InteropServices;
using static Showrunner.DuckDb.Native.NativeMethods;

namespace Showrunner.DuckDb.Native;

internal sealed class DatabaseHandle(nint raw, OpenFiles.Claim? claim) : OwnedHandle(raw, null)
{
    protected override void Destroy(nint raw)
    {
        duckdb_close(ref raw);
        claim?.Release();
    }
}

internal sealed class ConnectionHandle(nint raw, DatabaseHandle database) : OwnedHandle(raw, database)
{
    protected override void Destroy(nint raw) => duckdb_disconnect(ref raw);
}

internal sealed class StatementHandle(nint raw, ConnectionHandle connection) : OwnedHandle(raw, connection)
{
    protected override void Destroy(nint raw) => duckdb_destroy_prepare(ref raw);
}

/// <summary>The six words of a result, zeroed: destroying an unused one does nothing.</summary>
internal sealed unsafe class ResultHandle(ConnectionHandle connection)
    : OwnedHandle((nint)NativeMemory.AllocZeroed((nuint)sizeof(NativeResult)), connection)
{
    protected override void Destroy(nint raw)
    {
        duckdb_destroy_result((NativeResult*)raw);
        NativeMemory.Free((void*)raw);
    }
}

/// <summary>A chunk owns its vectors; of its result it needs nothing.</summary>
internal sealed class ChunkHandle(nint raw) : OwnedHandle(raw, null)
{
    protected override void Destroy(nint raw) => duckdb_destroy_data_chunk(ref raw);
}

internal sealed class AppenderHandle(nint raw, ConnectionHandle connection) : OwnedHandle(raw, connection)
{
    protected override void Destroy(nint raw) => _ = duckdb_appender_destroy(ref raw);
}
