using System.CommandLine;
using Showrunner.Platform;

namespace Showrunner.Commands;

/// <summary>The command line: everything a page does is a command too, through the same handlers.</summary>
public static class CommandLine
{
    public const int Done = 0, Failed = 1, WrongUsage = 2, SomeRejected = 3;

    public static async Task<int> Run(string[] args)
    {
        var root = new RootCommand("Showrunner: the operations desk for creator commerce")
        {
            Settings.Data, Settings.Db, Settings.Json,
            ServeCommand.Make(), ImportCommand.Make(), UndoCommand.Make(), QueryCommand.Make(), MatchCommand.Make(), PlanCommand.Make(), MetricsCommand.Make(), ReportCommand.Make(),
            UsersCommand.Make(), RatesCommand.Make(), DoctorCommand.Make(), DemoCommand.Make(),
            BackupCommand.Make(), RestoreCommand.Make(),
        };
        var words = root.Parse(args.Length == 0 ? ["serve"] : args);
        if (words.Errors.Count > 0)
        {
            foreach (var error in words.Errors) await Console.Error.WriteLineAsync(error.Message);
            await Console.Error.WriteLineAsync("Try: ./showrunner --help");
            return WrongUsage;
        }
        try
        {
            return await words.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception problem) when (RefusedHandler.RefusalIn(problem) is { } refused)
        {
            await Console.Error.WriteLineAsync(Say(refused));
            return Failed;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync(new Texts().Say("en", "cli.stopped"));
            return Failed;
        }
    }

    private static string Say(Refused refused) => new Texts().Say("en", "refused." + refused.Code, [.. refused.Arguments]);
}
