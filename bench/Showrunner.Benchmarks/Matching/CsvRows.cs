using System.IO.Compression;
using System.Text;

namespace Showrunner.Benchmarks.Matching;

/// <summary>Rows of a comma-separated file, plain or packed, by the names in its first line.</summary>
internal static class CsvRows
{
    /// <exception cref="InvalidDataException">The file is empty, lacks a column that is needed, or a row is longer or shorter than the heading.</exception>
    public static List<Dictionary<string, string>> Read(string path, params string[] needed)
    {
        using var file = File.OpenRead(path);
        using Stream stream = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var lines = Split(reader.ReadToEnd()).ToList();
        if (lines.Count == 0) throw new InvalidDataException($"{path} is empty.");
        if (needed.Except(lines[0]).ToArray() is { Length: > 0 } missing) throw new InvalidDataException($"{path} has no column {string.Join(", ", missing)}.");
        return [.. lines.Skip(1).Select((cells, i) => cells.Count == lines[0].Count
            ? lines[0].Zip(cells).ToDictionary(p => p.First, p => p.Second)
            : throw new InvalidDataException($"{path}, row {i + 2}: {cells.Count} cells, but the heading has {lines[0].Count}."))];
    }

    private static IEnumerable<List<string>> Split(string text)
    {
        List<string> row = [];
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"') { cell.Append('"'); i++; }
            else if (c == '"') quoted = !quoted;
            else if (quoted || c is not (',' or '\n' or '\r')) cell.Append(c);
            else if (c != '\r')
            {
                row.Add(cell.ToString());
                cell.Clear();
                if (c == ',') continue;
                if (row.Count > 1 || row[0].Length > 0) yield return row;
                row = [];
            }
        }
        if (cell.Length > 0 || row.Count > 0) { row.Add(cell.ToString()); yield return row; }
    }
}
