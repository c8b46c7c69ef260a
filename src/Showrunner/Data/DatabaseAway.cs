using Microsoft.Data.Sqlite;
using Npgsql;

namespace Showrunner.Data;

/// <summary>Whether a failure means that the database cannot be reached just now: nothing is wrong with what was asked, and the same may be asked again.</summary>
public static class DatabaseAway
{
    private const int Busy = 5, Locked = 6;

    public static bool Is(Exception? problem)
    {
        for (; problem is not null; problem = problem.InnerException)
        {
            if (problem is PostgresException { SqlState: var state }) return state.StartsWith("08", StringComparison.Ordinal) || state.StartsWith("57P", StringComparison.Ordinal) || state is PostgresErrorCodes.ObjectNotInPrerequisiteState or PostgresErrorCodes.TooManyConnections;
            if (problem is NpgsqlException { InnerException: IOException or System.Net.Sockets.SocketException or TimeoutException } or SqliteException { SqliteErrorCode: Busy or Locked }) return true;
        }
        return false;
    }
}
