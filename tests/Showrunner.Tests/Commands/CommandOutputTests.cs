using System.Globalization;
using Microsoft.Data.Sqlite;
using Showrunner.Commands;
using Showrunner.Tests.Imports.Reading;

namespace Showrunner.Tests.Commands;

public sealed class CommandOutputTests
{
    [Fact]
    public async Task The_dictionary_is_printed_under_headings_in_straight_columns()
    {
        var lines = (await Printed("metrics")).Split('\n').SkipWhile(l => !l.StartsWith("CODE ", StringComparison.Ordinal)).TakeWhile(l => l.Length > 0).ToList();
        var at = lines[0].IndexOf("NAME", StringComparison.Ordinal);
        var metrics = lines.Where(l => Showrunner.Metrics.Dictionary.MetricDictionary.Find(l.Split(' ')[0]) is not null).ToList();
        Assert.Equal(Showrunner.Metrics.Dictionary.MetricDictionary.All.Count, metrics.Count);
        Assert.All(metrics, line => Assert.True(line[at - 1] == ' ' && line[at] != ' ', line));
    }

    [Fact]
    public async Task A_dry_run_says_what_would_be_loaded_and_loads_nothing()
    {
        using var place = new TestPlace("sqlite");
        var file = Shared.Sample("Transaction_Analysis_Creator_List_20260401-20260430.csv");
        var said = await Printed("--data", place.Folder, "import", file, "--market", "MY", "--dry-run");
        Assert.Contains("this was a dry run, nothing was loaded", said, StringComparison.Ordinal);
        Assert.Matches(@"would be loaded: +[1-9]", said);
        Assert.Matches(@"would be rejected: +\d", said);
        await using var db = new SqliteConnection($"Data Source={Path.Combine(place.Folder, "showrunner.db")};Pooling=False");
        await db.OpenAsync(TestContext.Current.CancellationToken);
        await using var count = db.CreateCommand();
        count.CommandText = "SELECT count(*) FROM import";
        Assert.Equal(0, Convert.ToInt64(await count.ExecuteScalarAsync(TestContext.Current.CancellationToken), CultureInfo.InvariantCulture));
    }

    /// <summary>Other tests may print meanwhile: look for what is expected, not for all of it.</summary>
    private static async Task<string> Printed(params string[] words)
    {
        var (printed, before) = (new StringWriter(), Console.Out);
        Console.SetOut(TextWriter.Synchronized(printed));
        try { Assert.True(await CommandLine.Run(words) is CommandLine.Done or CommandLine.SomeRejected); }
        finally { Console.SetOut(before); }
        return printed.ToString();
    }
}
