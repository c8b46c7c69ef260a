using Showrunner.Imports.Reading;
using Showrunner.Markets;
using Showrunner.Platform;

namespace Showrunner.Tests.Imports.Reading;

/// <summary>Where test files lie, and the markets they come from.</summary>
internal static class Shared
{
    public static readonly DateTimeOffset Now = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);
    public static readonly MarketRules Vietnam = new(1, "VN", "VND", 0, "Asia/Ho_Chi_Minh", "vi-VN");
    public static readonly MarketRules Indonesia = new(2, "ID", "IDR", 2, "Asia/Jakarta", "id-ID");
    public static readonly MarketRules Malaysia = new(3, "MY", "MYR", 2, "Asia/Kuala_Lumpur", "ms-MY");
    public static readonly MarketRules States = new(4, "US", "USD", 2, "America/New_York", "en-US");
    public static readonly MarketRules Britain = new(5, "GB", "GBP", 2, "Europe/London", "en-GB");
    public static readonly MarketRules Japan = new(6, "JP", "JPY", 0, "Asia/Tokyo", "ja-JP");
    public static readonly ReadOptions Options = new() { Now = Now };

    private static readonly string Root = FindRoot();

    public static string Doc(string path) => Path.Combine(Root, "docs", path);

    public static string Sample(string name) => Path.Combine(Root, "tests/Showrunner.Tests/Imports/samples", name);

    /// <summary>A real file, or the test is skipped.</summary>
    public static string Real(string path)
    {
        var folder = Environment.GetEnvironmentVariable("SHOWRUNNER_SHARED") ?? Path.Combine(Root, "../shared");
        var file = Path.Combine(folder, "data", path);
        if (!File.Exists(file)) Assert.Skip($"No real data here: {file} is missing (set SHOWRUNNER_SHARED).");
        return file;
    }

    public static Recognition Recognise(string path) => Recogniser.Recognise(path, Path.GetFileName(path));

    public static RowSource Open(string path) => RowSource.Open(path, Path.GetFileName(path));

    public static OrderLineReader Orders(string path, MarketRules market, ReadOptions? options = null) =>
        new(Open(path), Recognise(path), market, options ?? Options);

    public static PeriodTotalReader Totals(string path, MarketRules market, ReadOptions? options = null) =>
        new(Open(path), Recognise(path), market, options ?? Options);

    public static ContentReader Content(string path, MarketRules market, ReadOptions? options = null) =>
        new(Open(path), Recognise(path), market, options ?? Options);

    public static ProductReader Products(string path, MarketRules market, ReadOptions? options = null) =>
        new(Open(path), Recognise(path), market, options ?? Options);

    public static Refused Refuses(Action act, string code)
    {
        var refused = Assert.Throws<Refused>(act);
        Assert.Equal(code, refused.Code);
        return refused;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Showrunner.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? AppContext.BaseDirectory;
    }
}
