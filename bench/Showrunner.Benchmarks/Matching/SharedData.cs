using System.Text.Json;
using Showrunner.Engine.Matching.Outcomes;

namespace Showrunner.Benchmarks.Matching;

/// <summary>The files asked for, or the shared ones: the folder <c>shared/data</c> beside or above the repository.</summary>
internal static class SharedData
{
    private const string Folder = "tiktokshop_vn";
    private static readonly DateOnly Split = new(2025, 4, 1);

    /// <summary>Whether these are the shared files and their split, for which references are published.</summary>
    public static bool IsShared(Ask ask) => ask.Files.Count == 0 && ask.Split is null;

    public static (MatchHistory History, int Split) Seller(Ask ask)
    {
        string[] names = ["creators", "videos", "products"];
        if (ask.Files.Count == 0) return (SellerFiles.Read(Shared("Creator_List_*"), Shared("Video_List_*"), Shared("Products.csv")), (ask.Split ?? Split).DayNumber);
        if (names.Where(n => !ask.Files.ContainsKey(n)).ToArray() is { Length: > 0 } missing) throw new InvalidDataException($"Own data needs --{string.Join(" and --", missing)} too.");
        var split = ask.Split ?? throw new InvalidDataException("Own data needs --split too, the first day of the test, as yyyy-MM-dd.");
        return (SellerFiles.Read(ask.Files["creators"], ask.Files["videos"], ask.Files["products"]), split.DayNumber);
    }

    public static void Print(IReadOnlyDictionary<string, object> figures) => Console.Out.WriteLine(JsonSerializer.Serialize(figures));

    private static string Shared(string pattern)
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (Path.Combine(at.FullName, "shared", "data", Folder) is var folder && Directory.Exists(folder) && Directory.GetFiles(folder, pattern) is [var file, ..]) return file;
        throw new FileNotFoundException($"There is no shared/data/{Folder}/{pattern} beside or above the repository; name files with --creators, --videos and --products.");
    }
}
