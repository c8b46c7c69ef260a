using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using Showrunner.Demo;
using Showrunner.Demo.Export;
using Showrunner.Platform;

namespace Showrunner.Commands;

internal static class DemoCommand
{
    private static readonly Option<string> Size = new("--size") { Description = "small, medium or large", DefaultValueFactory = _ => "small" };
    private static readonly Option<int> Seed = new("--seed") { Description = "Another number is another market", DefaultValueFactory = _ => DemoMarket.DefaultSeed };
    private static readonly Option<string?> Export = new("--export") { Description = "Writes it into an empty folder as the marketplace's export files; loads nothing", HelpName = "DIR" };
    private static readonly Option<string?> Truth = new("--truth") { Description = "Also writes what is true of it: tastes, probabilities, planted events", HelpName = "FILE" };
    private static readonly Option<bool> Remove = new("--remove") { Description = "Takes the demo market out again" };

    public static Command Make()
    {
        var command = new Command("demo", "Loads the demo market, or writes it as files") { Size, Seed, Export, Truth, Remove };
        command.SetAction(async (words, cancel) =>
        {
            var size = DemoSize.Find(words.GetValue(Size)!);
            if (words.GetValue(Export) is { } folder) Write(words, size, folder, cancel);
            else await Load(words, size, cancel);
            return CommandLine.Done;
        });
        return command;
    }

    private static void Write(ParseResult words, DemoSize size, string folder, CancellationToken cancel)
    {
        var files = ExportDemo.Handle(new ExportDemo.Request(size, folder, words.GetValue(Seed), words.GetValue(Truth)), TimeProvider.System, Every3Seconds(), cancel);
        if (words.GetValue(Settings.Json)) Console.Out.WriteLine(JsonSerializer.Serialize(new { files }, Words.Json));
        else
            foreach (var file in files) Console.Out.WriteLine($"{file.Path}: {file.Rows:N0} rows");
    }

    private static async Task Load(ParseResult words, DemoSize size, CancellationToken cancel)
    {
        await using var instance = await Instance.Open(words, cancel);
        var actor = Actor.Program("command line");
        if (words.GetValue(Remove))
        {
            var removed = await instance.Get<RemoveDemo>().Handle(actor, cancel);
            Console.Out.WriteLine(words.GetValue(Settings.Json) ? JsonSerializer.Serialize(new { removed }, Words.Json) : removed == 0 ? "there was no demo market" : "the demo market is taken out; everything real stays");
            return;
        }
        var rows = await instance.Get<LoadDemo>().Handle(LoadDemo.Request.Of(size) with { Seed = words.GetValue(Seed), Truth = words.GetValue(Truth) }, actor, Every3Seconds(), cancel);
        Console.Out.WriteLine(words.GetValue(Settings.Json) ? JsonSerializer.Serialize(new { rows }, Words.Json) : rows == 0 ? "the demo market is there already; nothing was loaded" : $"{rows:N0} rows loaded");
    }

    private static Action<long, long> Every3Seconds()
    {
        var watch = Stopwatch.StartNew();
        var last = "";
        return (done, total) =>
        {
            var share = $"{Math.Min(1, (double)done / total):P0}";
            if (watch.Elapsed.TotalSeconds < 3 || share == last) return;
            watch.Restart();
            Console.Error.WriteLine(last = share);
        };
    }
}
