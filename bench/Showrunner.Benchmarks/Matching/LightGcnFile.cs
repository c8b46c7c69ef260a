using System.Globalization;
using System.IO.Compression;
using Showrunner.Engine.Matching.Graphs;

namespace Showrunner.Benchmarks.Matching;

/// <summary>Files as LightGCN splits them: each line a user and his items, places from 0, parted by spaces; packed with gzip or plain.</summary>
internal static class LightGcnFile
{
    public static List<Interaction> Read(string file)
    {
        using var bytes = File.OpenRead(file);
        var packed = bytes.ReadByte() == 0x1f && bytes.ReadByte() == 0x8b;
        bytes.Position = 0;
        using var reader = new StreamReader(packed ? new GZipStream(bytes, CompressionMode.Decompress) : bytes);
        var all = new List<Interaction>();
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            var user = -1;
            var rest = line.AsSpan();
            foreach (var range in rest.SplitAny(' ', '\t'))
            {
                if (rest[range] is not { Length: > 0 } word) continue;
                if (!int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var place) || place == int.MaxValue)
                    throw new InvalidDataException($"{file}, line {number}: \"{word}\" is not the place of a user or item.");
                if (user < 0) user = place;
                else all.Add(new Interaction(user, place));
            }
        }
        return all.Count > 0 ? all : throw new InvalidDataException($"{file} has no user with an item.");
    }
}
