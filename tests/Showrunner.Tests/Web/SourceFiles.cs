using System.Runtime.CompilerServices;

namespace Showrunner.Tests.Web;

internal static class SourceFiles
{
    /// <summary>Files of src/Showrunner, found from where this test was compiled.</summary>
    internal static IEnumerable<string> Of(params string[] patterns)
    {
        var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../../src/Showrunner"));
        return patterns.SelectMany(pattern => Directory.EnumerateFiles(root, pattern, SearchOption.AllDirectories))
            .Where(file => !file.Contains("node_modules", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal));
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
