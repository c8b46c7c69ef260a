using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Showrunner.Tests.Ratchets;

/// <summary>The files we wrote, found from where this test was compiled.</summary>
internal static partial class Repository
{
    private static readonly string[] NotOurs = ["/node_modules/", "/obj/", "/bin/", "/wwwroot/", "/artifacts/"];

    public static readonly string Root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../.."));

    public static string Full(string path) => Path.Combine(Root, path);

    /// <summary>Paths below <paramref name="folder"/> with one of these endings, relative to it, with forward slashes.</summary>
    public static IReadOnlyList<string> Files(string folder, params string[] endings)
    {
        var root = Full(folder);
        if (!Directory.Exists(root)) return [];
        return [.. Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Select(file => file.Replace('\\', '/'))
            .Where(file => endings.Any(file.EndsWith) && !NotOurs.Any(file[root.Length..].Contains))
            .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/')).Order(StringComparer.Ordinal)];
    }

    /// <summary>Fails with every line there is, not the first five.</summary>
    public static void None(IEnumerable<string> wrong)
    {
        var lines = wrong.Order(StringComparer.Ordinal).ToList();
        if (lines.Count > 0) Assert.Fail(string.Join("\n", lines));
    }

    /// <summary>C# without its comments, so that a word about a thing is not taken for its use.</summary>
    public static string WithoutComments(string code) => Comments().Replace(code, "");

    [GeneratedRegex(@"(?<!:)//[^\n]*|/\*.*?\*/|@\*.*?\*@", RegexOptions.Singleline)]
    private static partial Regex Comments();

    private static string Here([CallerFilePath] string path = "") => path;
}
