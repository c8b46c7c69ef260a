using System.CommandLine;
using System.Text.Json;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Data.Backup;
using Showrunner.Ledger.Columns;

namespace Showrunner.Commands;

internal static class RestoreCommand
{
    public static Command Make()
    {
        var file = new Argument<string>("FILE") { Description = "A file that `backup` wrote, on whichever database" };
        var command = new Command("restore", "Puts a backup into an empty instance, on either database, and proves that it arrived") { file };
        command.SetAction(async (words, cancel) =>
        {
            await using var instance = await Instance.Open(words, cancel, prepare: false);
            var manifest = await RestoreBackup.Handle(Path.GetFullPath(words.GetValue(file)!), instance.Db, instance.Get<DataPlace>(), BackupCommand.Scope, BackupCommand.Line, cancel);
            await instance.Prepare(cancel);
            var columns = instance.Get<LedgerColumns>();
            await columns.Rebuild(instance.Db, cancel);
            var differences = await ProveColumns.Handle(instance.Db, columns, cancel);
            var trail = await VerifyAudit.Handle(instance.Db, cancel);
            var healthy = differences.Count == 0 && trail.IsWhole;
            if (words.GetValue(Settings.Json))
                Console.Out.WriteLine(JsonSerializer.Serialize(new { healthy, at = manifest.At, tables = manifest.Tables.ToDictionary(t => t.Name, t => t.Rows), files = manifest.Files.Count, columns = new { differences }, audit = trail }, Words.Json));
            else
            {
                Console.Out.WriteLine($"restored as of {manifest.At:yyyy-MM-dd HH:mm} UTC: {manifest.Tables.Sum(t => t.Rows):N0} rows, {manifest.Files.Count:N0} files");
                Console.Out.WriteLine(differences.Count == 0 ? "columns = ledger" : $"columns differ on {differences.Count} days; run doctor");
                Console.Out.WriteLine(trail.IsWhole ? $"audit trail intact, {trail.Entries} entries" : $"audit trail broken at entry {trail.BrokenId}, and was so in the backup");
            }
            return healthy ? CommandLine.Done : CommandLine.Failed;
        });
        return command;
    }
}
