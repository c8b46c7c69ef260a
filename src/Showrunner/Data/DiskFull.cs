using Microsoft.Data.Sqlite;
using Npgsql;
using Showrunner.DuckDb;

namespace Showrunner.Data;

/// <summary>Tells a full disk from other failures, whoever meets it: the file system, the columns or the database.</summary>
internal static class DiskFull
{
    private const int NoSpace = 28; // ENOSPC
    private const int NoSpaceOnWindows = unchecked((int)0x80070070);
    private const int SqliteFull = 13; // SQLITE_FULL

    public static bool Is(Exception problem) => problem switch
    {
        IOException { HResult: NoSpace or NoSpaceOnWindows } => true,
        SqliteException { SqliteErrorCode: SqliteFull } => true,
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => true,
        DuckDbException columns => columns.Message.Contains("No space left", StringComparison.OrdinalIgnoreCase),
        { InnerException: { } within } => Is(within),
        _ => false,
    };
}
