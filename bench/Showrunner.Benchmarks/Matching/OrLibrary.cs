using System.Formats.Tar;
using System.Globalization;
using System.IO.Compression;
using Showrunner.Engine.Matching.Assignment;

namespace Showrunner.Benchmarks.Matching;

/// <summary>
/// Generalised assignment as the OR-Library writes it: agents and jobs, costs agent by agent, weights agent by agent, capacities; or how
/// many such problems follow, then those. One text file, a folder of them, or a packed archive (.tar.gz).
/// </summary>
internal static class OrLibrary
{
    public static IEnumerable<(string Name, GeneralisedAssignment Problem)> Read(string path)
    {
        foreach (var (name, text) in Texts(path))
        {
            var problems = Problems(name, Numbers(name, text));
            for (var p = 0; p < problems.Count; p++) yield return (problems.Count == 1 ? name : $"{name}-{p + 1}", problems[p]);
        }
    }

    private static IEnumerable<(string Name, string Text)> Texts(string path)
    {
        if (Directory.Exists(path))
        {
            foreach (var file in Directory.EnumerateFiles(path, "*.txt").Order(StringComparer.Ordinal))
                if (Path.GetFileName(file) != PublishedBounds.FileName) yield return (Path.GetFileNameWithoutExtension(file), File.ReadAllText(file));
            foreach (var archive in Directory.EnumerateFiles(path, "*.tar.gz").Order(StringComparer.Ordinal))
                foreach (var packed in Packed(archive)) yield return packed;
        }
        else if (!File.Exists(path)) throw new InvalidDataException($"{path} is not there; name a file, a folder or a .tar.gz with instances.");
        else if (path.EndsWith(".gz", StringComparison.Ordinal))
            foreach (var packed in Packed(path)) yield return packed;
        else yield return (Path.GetFileNameWithoutExtension(path), File.ReadAllText(path));
    }

    private static IEnumerable<(string Name, string Text)> Packed(string archive)
    {
        using var tar = new TarReader(new GZipStream(File.OpenRead(archive), CompressionMode.Decompress));
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.DataStream is not { } data || !entry.Name.EndsWith(".txt", StringComparison.Ordinal)) continue;
            using var reader = new StreamReader(data);
            yield return (Path.GetFileNameWithoutExtension(entry.Name), reader.ReadToEnd());
        }
    }

    private static long[] Numbers(string name, string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var numbers = new long[words.Length];
        for (var i = 0; i < words.Length; i++)
            if (!long.TryParse(words[i], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out numbers[i]))
                throw new InvalidDataException($"{name}: word {i + 1} is “{words[i]}”, not a whole number.");
        return numbers;
    }

    private static List<GeneralisedAssignment> Problems(string name, long[] numbers)
    {
        if (numbers.Length >= 2 && Length(numbers, 0) == numbers.Length) return [Problem(name, numbers, 0)];
        var (problems, at) = (new List<GeneralisedAssignment>(), 1);
        while (numbers.Length > 0 && problems.Count < numbers[0] && at + 2 <= numbers.Length && at + Length(numbers, at) is var next && next <= numbers.Length)
        {
            problems.Add(Problem(name, numbers, at));
            at = (int)next;
        }
        if (at == numbers.Length && problems.Count > 0 && problems.Count == numbers[0]) return problems;
        throw new InvalidDataException(numbers.Length < 2 ? $"{name}: it must begin with the numbers of agents and jobs."
            : $"{name}: {numbers[0]} agents and {numbers[1]} jobs need {Length(numbers, 0)} numbers; there are {numbers.Length}.");
    }

    private static double Length(long[] numbers, int at) => 2 + 2.0 * numbers[at] * numbers[at + 1] + numbers[at];

    private static GeneralisedAssignment Problem(string name, long[] numbers, int at)
    {
        try
        {
            var (agents, jobs) = ((int)numbers[at], (int)numbers[at + 1]);
            var (costs, weights, capacities) = (at + 2, at + 2 + agents * jobs, at + 2 + 2 * agents * jobs);
            return new GeneralisedAssignment(agents, jobs, numbers.AsSpan(costs, agents * jobs),
                [.. numbers[weights..capacities].Select(w => checked((int)w))], [.. numbers[capacities..(capacities + agents)].Select(c => checked((int)c))]);
        }
        catch (Exception wrong) when (wrong is ArgumentException or OverflowException)
        {
            throw new InvalidDataException($"{name}: {wrong.Message}", wrong);
        }
    }
}
