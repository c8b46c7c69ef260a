using System.Formats.Tar;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json;

namespace Showrunner.Benchmarks.Live;

/// <summary>One labelled series; windows by the row of their first and last value.</summary>
internal sealed record NabSeries(string Name, DateTime[] At, double[] Values, (int First, int Last)[] Windows);

/// <summary>What hits, misses and false alarms weigh in one profile.</summary>
internal sealed record NabProfile(string Name, double Hit, double Miss, double False);

/// <summary>Series, windows and profiles of the Numenta anomaly benchmark, from a folder or the packed part of it.</summary>
internal sealed record NabCorpus(IReadOnlyList<NabSeries> Series, IReadOnlyList<NabProfile> Profiles)
{
    /// <param name="data">Folder that holds, at any depth, the series as the benchmark lays them out (<c>group/name.csv</c>), or a .tar.gz of it, or a folder with one.</param>
    /// <param name="windows">combined_windows.json</param>
    /// <param name="profiles">profiles.json; null for the one that lies with the data.</param>
    /// <exception cref="InvalidDataException">No series is labelled, or a window's end is not a row.</exception>
    public static NabCorpus Read(string data, string windows, string? profiles)
    {
        var files = Files(data).ToDictionary(f => f.Name, f => f.Text, StringComparer.Ordinal);
        var labels = JsonSerializer.Deserialize<Dictionary<string, string[][]>>(File.ReadAllText(windows)) ?? [];
        var series = new List<NabSeries>();
        foreach (var (name, text) in files.Where(f => f.Key.EndsWith(".csv", StringComparison.Ordinal)).OrderBy(f => f.Key, StringComparer.Ordinal))
            if (labels.FirstOrDefault(l => name.EndsWith("/" + l.Key, StringComparison.Ordinal)) is { Key: { } key, Value: { } marked }) series.Add(Parse(key, text, marked));
        if (series.Count == 0) throw new InvalidDataException($"{data} holds no series that {windows} labels.");
        if (series.All(s => s.Windows.Length == 0)) throw new InvalidDataException($"{windows} marks no window in any series of {data}: there is nothing to find.");
        var costs = profiles is not null ? File.ReadAllText(profiles) : files.FirstOrDefault(f => f.Key.EndsWith("/profiles.json", StringComparison.Ordinal)).Value
            ?? throw new InvalidDataException($"{data} holds no profiles.json; name one with --profiles.");
        return new NabCorpus(series, [.. JsonDocument.Parse(costs).RootElement.EnumerateObject().Select(Profile)]);
    }

    private static NabProfile Profile(JsonProperty profile)
    {
        var costs = profile.Value.GetProperty("CostMatrix");
        return new NabProfile(profile.Name, costs.GetProperty("tpWeight").GetDouble(), costs.GetProperty("fnWeight").GetDouble(), costs.GetProperty("fpWeight").GetDouble());
    }

    private static NabSeries Parse(string name, string text, string[][] windows)
    {
        var rows = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.Split(',')).ToArray();
        var at = rows.Select(r => Time(r[0])).ToArray();
        return new NabSeries(name, at, [.. rows.Select(r => double.Parse(r[1], CultureInfo.InvariantCulture))], [.. windows.Select(w => (Row(w[0]), Row(w[1])))]);

        int Row(string when) => Array.IndexOf(at, Time(when)) is >= 0 and var row ? row : throw new InvalidDataException($"{name} has no row of {when}, where a window begins or ends.");
    }

    private static DateTime Time(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    private static IEnumerable<(string Name, string Text)> Files(string data)
    {
        if (Directory.Exists(data) && Directory.GetFiles(data, "*.csv", SearchOption.AllDirectories) is { Length: > 0 })
        {
            foreach (var file in Directory.EnumerateFiles(data, "*.*", SearchOption.AllDirectories).Where(f => f.EndsWith(".csv", StringComparison.Ordinal) || f.EndsWith(".json", StringComparison.Ordinal)))
                yield return ("/" + Path.GetRelativePath(data, file).Replace('\\', '/'), File.ReadAllText(file));
            yield break;
        }
        var packed = File.Exists(data) ? data : Directory.Exists(data) ? Directory.GetFiles(data, "*.tar.gz").FirstOrDefault() : null;
        using var tar = new TarReader(new GZipStream(File.OpenRead(packed ?? throw new FileNotFoundException($"{data} is no folder or archive of series.")), CompressionMode.Decompress));
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.DataStream is null) continue;
            using var reader = new StreamReader(entry.DataStream);
            yield return ("/" + entry.Name, reader.ReadToEnd());
        }
    }
}
