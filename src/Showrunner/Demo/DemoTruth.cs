using Showrunner.Data;
using Showrunner.Platform;

namespace Showrunner.Demo;

/// <summary>The file with what is true of the demo market: tests and benchmarks score matches and findings on it, the product itself never reads it.</summary>
public static class DemoTruth
{
    public const string FileName = "demo-truth.json";

    public static string In(DataPlace place) => Path.Combine(place.Folder, FileName);

    /// <summary>Writes all of these markets, or nothing: a file of this name is whole.</summary>
    public static void Write(string path, IEnumerable<DemoMarket> markets, bool replace, CancellationToken cancel)
    {
        path = Path.GetFullPath(path);
        if (!replace && File.Exists(path)) throw new Refused("demo_file_exists", path);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var part = path + ".part";
        try
        {
            using (var file = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16))
                foreach (var market in markets)
                {
                    cancel.ThrowIfCancellationRequested();
                    market.WriteTruth(file);
                }
            File.Move(part, path, overwrite: replace);
        }
        finally { File.Delete(part); }
    }
}
