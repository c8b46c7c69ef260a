using System.CommandLine;
using System.Text.Json;
using Showrunner.Accounts;
using Showrunner.Ledger.Columns;

namespace Showrunner.Commands;

internal static class DoctorCommand
{
    public static Command Make()
    {
        var command = new Command("doctor", "Proves that the columns equal the ledger and that nobody changed the audit trail; mends the columns");
        command.SetAction(async (words, cancel) =>
        {
            await using var instance = await Instance.Open(words, cancel);
            var columns = instance.Get<LedgerColumns>();
            var differences = await ProveColumns.Handle(instance.Db, columns, cancel);
            var mended = differences.Count > 0;
            if (mended)
            {
                await columns.Rebuild(instance.Db, cancel);
                if ((await ProveColumns.Handle(instance.Db, columns, cancel)).Count > 0) mended = false;
            }
            var trail = await VerifyAudit.Handle(instance.Db, cancel);
            var healthy = (differences.Count == 0 || mended) && trail.IsWhole;
            if (words.GetValue(Settings.Json))
                Console.Out.WriteLine(JsonSerializer.Serialize(new { healthy, columns = new { differences, mended }, audit = trail }, Words.Json));
            else
            {
                Console.Out.WriteLine(differences.Count == 0 ? "columns = ledger" : $"columns differed on {differences.Count} days ({string.Join("; ", differences.Take(5))}){(mended ? ": made anew" : ": still differ")}");
                Console.Out.WriteLine(trail.IsWhole ? $"audit trail intact, {trail.Entries} entries" : $"audit trail broken at entry {trail.BrokenId}");
            }
            return healthy ? CommandLine.Done : CommandLine.Failed;
        });
        return command;
    }
}
