using System.CommandLine;
using Showrunner.Demo;
using Showrunner.Platform;

namespace Showrunner.Commands;

internal static class DemoCommand
{
    public static Command Make()
    {
        var size = new Option<string>("--size") { Description = "small, medium or large", DefaultValueFactory = _ => "small" };
        var seed = new Option<int>("--seed") { DefaultValueFactory = _ => DemoMarket.DefaultSeed };
        var remove = new Option<bool>("--remove") { Description = "Takes the demo market out again" };
        var command = new Command("demo", "Loads the demo market") { size, seed, remove };
        command.SetAction(async (words, cancel) =>
        {
            await using var instance = await Instance.Open(words, cancel);
            var actor = Actor.Program("command line");
            if (words.GetValue(remove)) await instance.Get<RemoveDemo>().Handle(actor, cancel);
            else
                Console.Out.WriteLine(await instance.Get<LoadDemo>().Handle(
                    LoadDemo.Request.Of(DemoSize.Find(words.GetValue(size)!) ?? throw new Refused("demo_size_unknown", words.GetValue(size))) with { Seed = words.GetValue(seed) }, actor, (_, _) => { }, cancel));
            return CommandLine.Done;
        });
        return command;
    }
}
