using Showrunner.DuckDb;

namespace Showrunner.Data;

/// <summary>Tells a full disk from other failures, whoever meets it: the file system or DuckDB.</summary>
internal static class DiskFull
{
    private const int NoSpace = 28; // ENOSPC
    private const int NoSpaceOnWindows = unchecked((int)0x80070070);

    public static bool Is(Exception problem) => problem switch
    {
        IOException file => file.HResult is NoSpace or NoSpaceOnWindows,
        DuckDbException columns => columns.Message.Contains("No space left", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };
}
