using System.IO.Compression;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Showrunner.Platform;

namespace Showrunner.Data.Backup;

/// <summary>Writes one moment of the truth, its files and its keys into one file: a zip with a Parquet file per table.</summary>
public static class WriteBackup
{
    /// <summary>Writes beside <paramref name="file"/> and moves into place at the end: the name never stands for half a backup.</summary>
    public static async Task<Manifest> Handle(string file, AppDb db, DataPlace place, BackupScope scope, TimeProvider clock, Action<string, long>? written, CancellationToken cancel)
    {
        if (File.Exists(file)) throw new Refused("backup_exists", file);
        if (!Directory.Exists(Path.GetDirectoryName(file))) throw new Refused("backup_folder_missing", Path.GetDirectoryName(file));
        var half = $"{file}.{Environment.ProcessId}.part";
        try
        {
            Manifest manifest;
            await using (var stream = Open(half))
            {
                using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
                    manifest = await Fill(zip, file, db, place, scope, clock, written, cancel);
                stream.Flush(flushToDisk: true);
            }
            File.Move(half, file, overwrite: false);
            return manifest;
        }
        finally { File.Delete(half); }
    }

    /// <summary>For its owner's eyes only: it holds password hashes and keys.</summary>
    private static FileStream Open(string path) => new(path, OperatingSystem.IsWindows()
        ? new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.ReadWrite, BufferSize = 1 << 16 }
        : new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.ReadWrite, BufferSize = 1 << 16, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite });

    private static async Task<Manifest> Fill(ZipArchive zip, string file, AppDb db, DataPlace place, BackupScope scope, TimeProvider clock, Action<string, long>? written, CancellationToken cancel)
    {
        var at = clock.GetUtcNow();
        var migration = (await db.Database.GetAppliedMigrationsAsync(cancel)).Last();
        List<Manifest.Table> tables = [];
        using (var scratch = new Scratch(file))
        {
            await using var moment = await Snapshot.Begin(db, cancel);
            foreach (var table in TruthTables.All(db, scope).Where(t => !scope.NotCarried.Contains(t.Name)))
            {
                tables.Add(await Write(zip, table, scratch, db, cancel));
                written?.Invoke(table.Name, tables[^1].Rows);
            }
        }
        // After the rows: a file is stored before its row is, so every file that a row names is there by now.
        List<Manifest.Part> files = [];
        foreach (var path in scope.Folders.SelectMany(folder => Directory.EnumerateFiles(place.Sub(folder))).Order(StringComparer.Ordinal))
            if (await Write(zip, path, cancel) is { } part) files.Add(part);
        written?.Invoke("files", files.Count);
        var version = typeof(WriteBackup).Assembly.GetName().Version!.ToString();
        var manifest = new Manifest(Manifest.CurrentFormat, version, migration, at, db.IsPostgres ? "postgres" : "sqlite", tables, files);
        await using var last = zip.CreateEntry(Manifest.Entry).Open();
        await JsonSerializer.SerializeAsync(last, manifest, Manifest.Json, cancel);
        return manifest;
    }

    private static async Task<Manifest.Table> Write(ZipArchive zip, TruthTable table, Scratch scratch, AppDb db, CancellationToken cancel)
    {
        var columns = TruthTables.Shapes(table.Columns);
        long rows;
        using (var into = scratch.Rows(columns))
        {
            rows = await TruthReader.Fill(db, TruthTables.SelectAll(table.Name, table.Columns), columns, into, cancel);
            into.Flush();
        }
        var parquet = table.Name + ".parquet";
        scratch.Connection.Execute($"COPY rows TO {scratch.Parquet(parquet)} (FORMAT parquet, COMPRESSION zstd)");
        var part = await Write(zip, "tables/" + parquet, scratch.PathOf(parquet), CompressionLevel.NoCompression, cancel);
        File.Delete(scratch.PathOf(parquet));
        return new Manifest.Table(table.Name, table.Columns, rows, table.Numbered ? await Snapshot.LastId(db, table.Name, cancel) : null, part);
    }

    private static async Task<Manifest.Part?> Write(ZipArchive zip, string path, CancellationToken cancel)
    {
        var name = Path.GetFileName(Path.GetDirectoryName(path)) + "/" + Path.GetFileName(path);
        // An upload that was discarded meanwhile is no longer part of the truth.
        return File.Exists(path) ? await Write(zip, name, path, CompressionLevel.Fastest, cancel) : null;
    }

    private static async Task<Manifest.Part> Write(ZipArchive zip, string name, string path, CompressionLevel level, CancellationToken cancel)
    {
        await using var from = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, useAsync: true);
        await using var to = zip.CreateEntry(name, level).Open();
        var (bytes, sha256) = await Sealing.Copy(from, to, cancel);
        return new Manifest.Part(name, bytes, sha256);
    }
}
