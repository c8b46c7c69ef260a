using System.CommandLine;
using Showrunner.Markets;
using Showrunner.Platform;

namespace Showrunner.Commands;

internal static class RatesCommand
{
    public static Command Make()
    {
        var file = new Argument<string>("FILE") { Description = "CSV: day,from,to,rate[,source]" };
        var command = new Command("rates", "Loads dated exchange rates") { file };
        command.SetAction(async (words, cancel) =>
        {
            var path = words.GetValue(file)!;
            if (!File.Exists(path)) throw new Refused("cli.file_missing", path);
            await using var instance = await Instance.Open(words, cancel);
            Console.Out.WriteLine(await ImportRates.Handle(File.ReadLines(path), Path.GetFileName(path), instance.Db, cancel));
            return CommandLine.Done;
        });
        return command;
    }
}
