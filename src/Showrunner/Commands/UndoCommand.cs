using System.CommandLine;
using Showrunner.Imports;
using Showrunner.Ledger.Loading;
using Showrunner.Platform;

namespace Showrunner.Commands;

internal static class UndoCommand
{
    public static Command Make()
    {
        var id = new Argument<long>("IMPORT") { Description = "Number of the import, as the Imports page shows it" };
        var command = new Command("undo", "Takes everything an import brought out of the ledger again") { id };
        command.SetAction(async (words, cancel) =>
        {
            await using var instance = await Instance.Open(words, cancel);
            var import = await UndoImport.Handle(words.GetValue(id), instance.Db, instance.Get<UndoLoad>(), Actor.Program("command line"), instance.Get<TimeProvider>(), cancel);
            Console.Out.WriteLine($"{import.FileName}: {import.State}");
            return CommandLine.Done;
        });
        return command;
    }
}
