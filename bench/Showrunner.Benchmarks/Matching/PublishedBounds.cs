using System.Globalization;

namespace Showrunner.Benchmarks.Matching;

/// <summary>What is published about instances: lines of a name with “_Min”, a lower bound of the least cost, and the best cost known.</summary>
internal sealed class PublishedBounds
{
    public const string FileName = "bounds.txt";
    private const string Least = "_Min";
    private readonly Dictionary<string, (long Bound, long Best)> _of = [];

    /// <summary>From the instances' folder or the one above; none when there is no such file.</summary>
    public static PublishedBounds Beside(string path)
    {
        var (found, folder) = (new PublishedBounds(), Directory.Exists(path) ? Path.GetFullPath(path) : Path.GetDirectoryName(Path.GetFullPath(path))!);
        var file = new[] { folder, Path.GetDirectoryName(folder) ?? folder }.Select(f => Path.Combine(f, FileName)).FirstOrDefault(File.Exists);
        foreach (var line in file is null ? [] : File.ReadLines(file))
            if (line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is [var name, var bound, var best] && name.EndsWith(Least, StringComparison.Ordinal))
                found._of[name[..^Least.Length]] = (long.Parse(bound, CultureInfo.InvariantCulture), long.Parse(best, CultureInfo.InvariantCulture));
        return found;
    }

    public (long Bound, long Best)? Of(string instance) => _of.TryGetValue(instance, out var found) ? found : null;
}
