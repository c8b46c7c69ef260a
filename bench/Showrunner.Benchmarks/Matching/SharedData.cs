using System.Text.Json;
using Showrunner.Engine.Matching.Outcomes;

namespace Showrunner.Benchmarks.Matching;

/// <summary>The files asked for, or the shared ones: the folder <c>shared/data</c> beside or above the repository.</summary>
internal static class SharedData
{
    private const string Folder = "tiktokshop_vn", SellerHint = "name files with --creators, --videos and --products";
    private static readonly DateOnly FirstTestDay = new(2025, 4, 1);

    /// <summary>Whether these are the shared files and their split, for which references are published.</summary>
    public static bool IsShared(Ask ask) => ask.Files.Count == 0 && ask.Split is null;

    public static (MatchHistory History, int Split) Seller(Ask ask)
    {
        string[] names = ["creators", "videos", "products"];
        if (ask.Files.Count == 0) return (SellerFiles.Read(Find(Folder, "Creator_List_*", SellerHint), Find(Folder, "Video_List_*", SellerHint), Find(Folder, "Products.csv", SellerHint)), (ask.Split ?? FirstTestDay).DayNumber);
        if (names.Where(n => !ask.Files.ContainsKey(n)).ToArray() is { Length: > 0 } missing) throw new InvalidDataException($"Own data needs --{string.Join(" and --", missing)} too.");
        var split = ask.Split ?? throw new InvalidDataException("Own data needs --split too, the first day of the test, as yyyy-MM-dd.");
        return (SellerFiles.Read(ask.Files["creators"], ask.Files["videos"], ask.Files["products"]), split.DayNumber);
    }

    public static void Print(IReadOnlyDictionary<string, object> figures) => Console.Out.WriteLine(JsonSerializer.Serialize(figures));

    /// <summary>The interactions to learn from and those to guess.</summary>
    public static (string Train, string Test) Split(Ask ask)
    {
        const string hint = "name files with --train and --test";
        if (ask.Files.Count == 0) return (Find("recsys_gowalla", "train.txt*", hint), Find("recsys_gowalla", "test.txt*", hint));
        return ask.Files.TryGetValue("train", out var train) && ask.Files.TryGetValue("test", out var test) ? (train, test) : throw new InvalidDataException("Own data needs --train and --test.");
    }

    public static string Find(string folder, string pattern, string hint)
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (Path.Combine(at.FullName, "shared", "data", folder) is var found && Directory.Exists(found) && Directory.GetFiles(found, pattern) is [var file, ..]) return file;
        throw new FileNotFoundException($"There is no shared/data/{folder}/{pattern} beside or above the repository; {hint}.");
    }
}
