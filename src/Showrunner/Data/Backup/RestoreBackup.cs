using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Showrunner.Platform;

namespace Showrunner.Data.Backup;

/// <summary>Puts a backup into an empty instance on either database: all of it in one transaction, read back and compared, or nothing.</summary>
public static class RestoreBackup
{
    public static async Task<Manifest> Handle(string file, AppDb db, DataPlace place, BackupScope scope, Action<string, long>? read, CancellationToken cancel)
    {
        using var backup = await OpenBackup.Handle(file, scope.Folders, cancel);
        var manifest = backup.Manifest;
        await MatchSchema(db, manifest, cancel);
        List<string> placed = [];
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        try
        {
            await TakeEmpty(db, scope, cancel);
            using (var scratch = new Scratch(Path.Combine(place.Folder, "restore")))
                foreach (var table in manifest.Tables)
                {
                    await Load(backup, table, scratch, db, cancel);
                    read?.Invoke(table.Name, table.Rows);
                }
            foreach (var part in manifest.Files) await Place(backup, part, place, placed, cancel);
            read?.Invoke("files", manifest.Files.Count);
            await transaction.CommitAsync(cancel);
            return manifest;
        }
        catch
        {
            foreach (var path in placed) File.Delete(path);
            throw;
        }
    }

    /// <summary>A fresh database gets the schema that the rows were written from; the caller migrates it further afterwards.</summary>
    private static async Task MatchSchema(AppDb db, Manifest manifest, CancellationToken cancel)
    {
        if (!db.Database.GetMigrations().Contains(manifest.Migration)) throw new Refused("backup_too_new", manifest.Migration, manifest.Program);
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancel)).LastOrDefault();
        // EF Core takes only ids of 14 digits for ids, and looks for any other by what it calls its name.
        var ids = db.GetService<IMigrationsIdGenerator>();
        var target = ids.IsValidId(manifest.Migration) ? manifest.Migration : ids.GetName(manifest.Migration);
        if (applied is null) await db.GetService<IMigrator>().MigrateAsync(target, cancel);
        else if (applied != manifest.Migration) throw new Refused("restore_schema_differs", manifest.Program);
    }

    private static async Task TakeEmpty(AppDb db, BackupScope scope, CancellationToken cancel)
    {
        var there = await Existing(db, cancel);
        foreach (var table in TruthTables.All(db, scope).Select(t => t.Name).Where(there.Contains))
        {
            if (scope.Seeded.Contains(table) || scope.NotCarried.Contains(table)) await db.Database.ExecuteSqlRawAsync($"DELETE FROM {TruthTables.Quoted(table)}", cancel);
            else if (await Any(db, table, cancel)) throw new Refused("restore_not_empty", table);
        }
    }

    private static async Task<HashSet<string>> Existing(AppDb db, CancellationToken cancel) =>
        [.. await db.Database.SqlQueryRaw<string>(db.IsPostgres ? ExistingPostgres : ExistingSqlite).ToListAsync(cancel)];
    private const string ExistingPostgres = "SELECT tablename AS \"Value\" FROM pg_tables WHERE schemaname = current_schema()";
    private const string ExistingSqlite = "SELECT name AS \"Value\" FROM sqlite_master WHERE type = 'table'";

    private static async Task<bool> Any(AppDb db, string table, CancellationToken cancel) =>
        await db.Database.SqlQueryRaw<int>($"SELECT count(*) AS \"Value\" FROM (SELECT 1 FROM {TruthTables.Quoted(table)} LIMIT 1) AS t").SingleAsync(cancel) > 0;

    private static async Task Load(OpenBackup backup, Manifest.Table table, Scratch scratch, AppDb db, CancellationToken cancel)
    {
        var (parquet, shapes) = (table.Name + ".parquet", TruthTables.Shapes(table.Columns));
        await backup.Unpack(table.Part, scratch.PathOf(parquet), cancel);
        var source = $"(SELECT {string.Join(", ", shapes.Select(c => c.Name))} FROM read_parquet({scratch.Parquet(parquet)}))";
        // PostgreSQL's binary COPY wants the very type; narrow numbers and decimals go through a table of wide ones.
        var narrow = db.IsPostgres && table.Columns.Any(c => c.Type is TruthType.Int or TruthType.Decimal);
        var target = narrow ? "restored_" + table.Name : TruthTables.Quoted(table.Name);
        if (narrow) await db.Database.ExecuteSqlRawAsync(TruthWriter.TemporaryTable(db, target, shapes), cancel);
        using (var rows = scratch.Connection.Query($"FROM {source}")) TruthWriter.Copy(db, target, shapes, rows, null, cancel);
        if (narrow) await db.Database.ExecuteSqlRawAsync($"INSERT INTO {TruthTables.Quoted(table.Name)} ({Names(shapes)}) SELECT {string.Join(", ", table.Columns.Select(Narrow))} FROM {target}; DROP TABLE {target};", cancel);
        if (table.LastId is { } last) await Snapshot.CountFrom(db, table.Name, last, cancel);

        var expected = scratch.Content(source);
        using (var into = scratch.Rows(shapes))
        {
            await TruthReader.Fill(db, TruthTables.SelectAll(table.Name, table.Columns), shapes, into, cancel);
            into.Flush();
        }
        if (!expected.StartsWith($"{table.Rows} ", StringComparison.Ordinal) || scratch.Content("rows") != expected)
            throw new Refused("restore_differs", table.Name);
        File.Delete(scratch.PathOf(parquet));
    }

    private static string Names(IReadOnlyList<ColumnShape> columns) => string.Join(", ", columns.Select(c => c.Name));

    private static string Narrow(TruthColumn column) => column.Type switch
    {
        TruthType.Int => $"CAST({TruthTables.Quoted(column.Name)} AS integer)",
        TruthType.Decimal => $"CAST({TruthTables.Quoted(column.Name)} AS numeric)",
        _ => TruthTables.Quoted(column.Name),
    };

    private static async Task Place(OpenBackup backup, Manifest.Part part, DataPlace place, List<string> placed, CancellationToken cancel)
    {
        var path = Path.Combine(place.Sub(part.Path.Split('/')[0]), part.Path.Split('/')[1]);
        // The truth is empty, so no row names what may lie there: it is what a killed restore left.
        placed.Add(path);
        await backup.Unpack(part, path, cancel);
    }
}
