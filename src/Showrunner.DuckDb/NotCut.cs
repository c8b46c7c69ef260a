namespace Showrunner.DuckDb;

/// <summary>Text that goes to C as zero-terminated would silently end at a NUL inside it.</summary>
internal static class NotCut
{
    public static string ByNul(string text) =>
        text.Contains('\0', StringComparison.Ordinal)
            ? throw new ArgumentException("Names and SQL cannot hold a NUL character; pass such text as a parameter.", nameof(text))
            : text;
}
