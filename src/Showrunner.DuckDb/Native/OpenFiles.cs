namespace Showrunner.DuckDb.Native;

/// <summary>
/// Which database files this process has open. The operating system's file lock keeps other processes out, but
/// not this one: on Unix a second opening would succeed, and closing either would drop the lock of both.
/// </summary>
internal static class OpenFiles
{
    private static readonly HashSet<string> Open = new(OperatingSystem.IsLinux() ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase);

    /// <summary>Null for a database in memory.</summary>
    public static Claim? Take(string path)
    {
        if (path.Length == 0 || path.StartsWith(":memory:", StringComparison.Ordinal)) return null;
        var full = Path.GetFullPath(path);
        lock (Open)
        {
            if (!Open.Add(full))
                throw new DuckDbException($"IO Error: Could not set lock on file \"{full}\": this process has it open already. Connect to the open database instead.");
        }
        return new Claim(full);
    }

    internal sealed class Claim(string path)
    {
        public void Release()
        {
            lock (Open) Open.Remove(path);
        }
    }
}
