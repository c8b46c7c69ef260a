using System.CommandLine;
using System.Text.Json;
using Showrunner.Data;
using Showrunner.Data.Backup;
using Showrunner.Ledger;

namespace Showrunner.Commands;

internal static class BackupCommand
{
    /// <summary>
    /// Sessions and one-time links stay behind: an old copy would let a used link open the door a second time.
    /// A room that keeps files of its own in the data folder adds its folder here.
    /// </summary>
    public static readonly BackupScope Scope = new(
        Bulk: [.. Facts.All.SelectMany(fact => new[] { fact, Facts.HistoryOf(fact) })],
        NotCarried: new HashSet<string> { "session", "one_time_link" },
        Seeded: new HashSet<string> { "market" },
        Folders: ["uploads", "keys"]);

    public static Command Make()
    {
        var file = new Argument<string>("FILE") { Description = "The file to write; must not exist yet" };
        var command = new Command("backup", "Writes everything but sessions into one file, while the server may go on working") { file };
        command.SetAction(async (words, cancel) =>
        {
            var path = Path.GetFullPath(words.GetValue(file)!);
            await using var instance = await Instance.Open(words, cancel);
            var manifest = await WriteBackup.Handle(path, instance.Db, instance.Get<DataPlace>(), Scope, instance.Get<TimeProvider>(), Line, cancel);
            if (words.GetValue(Settings.Json)) Console.Out.WriteLine(JsonSerializer.Serialize(new { file = path, bytes = new FileInfo(path).Length, tables = manifest.Tables.ToDictionary(t => t.Name, t => t.Rows), files = manifest.Files.Count }, Words.Json));
            else Console.Out.WriteLine($"{path}: {manifest.Tables.Sum(t => t.Rows):N0} rows, {manifest.Files.Count:N0} files, {new FileInfo(path).Length:N0} bytes");
            return CommandLine.Done;
        });
        return command;
    }

    internal static void Line(string table, long rows)
    {
        if (rows > 0) Console.Error.WriteLine($"  {table,-28} {rows,14:N0}");
    }
}
