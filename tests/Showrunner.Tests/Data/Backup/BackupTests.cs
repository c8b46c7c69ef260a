using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Commands;
using Showrunner.Data;
using Showrunner.Data.Backup;
using Showrunner.Markets;
using Showrunner.Platform;

namespace Showrunner.Tests.Data.Backup;

public class BackupTests
{
    [Theory]
    [InlineData("sqlite", "postgres")]
    [InlineData("postgres", "sqlite")]
    [InlineData("sqlite", "sqlite")]
    [InlineData("postgres", "postgres")]
    public async Task Everything_arrives_on_the_other_side_and_counting_goes_on(string from, string to)
    {
        await using var source = await BackupInstance.Used(from);
        await using var target = BackupInstance.Fresh(to);
        var file = Path.Combine(source.Place.Folder, "all.zip");
        var written = await source.Backup(file);
        await target.Restore(file);
        await target.Prepare();

        foreach (var table in written.Tables)
        {
            Assert.Equal(table.Rows, await source.Count(table.Name));
            Assert.Equal(table.Rows, await target.Count(table.Name));
        }
        Assert.True(written.Tables.Single(t => t.Name == "order_line").Rows > 500);
        Assert.True(await VerifyAudit.Handle(source.Db, default) is { IsWhole: true, Entries: > 0 } was && was == await VerifyAudit.Handle(target.Db, default));
        Assert.Empty(await target.Differences());
        Assert.Equal(15750.25m, (await target.Db.Set<ExchangeRate>().AsNoTracking().SingleAsync(TestContext.Current.CancellationToken)).Rate);
        Assert.Contains(await target.Db.People.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken), p => p.Name == "Ngọc \"Anh\"");
        Assert.Equal("a,b\n1,2\n", await File.ReadAllTextAsync(Path.Combine(target.Place.Folder, "uploads", "1-đơn hàng.csv"), TestContext.Current.CancellationToken));
        Assert.True(File.Exists(Path.Combine(target.Place.Folder, "keys", "key-1.xml")));
        Assert.Empty(target.Litter().Concat(source.Litter()));

        var last = await source.Db.People.MaxAsync(p => p.Id, TestContext.Current.CancellationToken);
        await AddPerson.Handle("Next", "next@example.com", "viewer", [], target.Db, TimeProvider.System, default);
        Assert.Equal(last + 1, await target.Db.People.MaxAsync(p => p.Id, TestContext.Current.CancellationToken));
    }

    [Theory, Databases]
    public async Task A_number_once_given_is_not_given_again(string database)
    {
        await using var source = await BackupInstance.Used(database);
        await using var target = BackupInstance.Fresh(database);
        var last = await source.Db.People.MaxAsync(p => p.Id, TestContext.Current.CancellationToken);
        await source.Db.People.Where(p => p.Id == last).ExecuteDeleteAsync(TestContext.Current.CancellationToken);
        var file = Path.Combine(source.Place.Folder, "all.zip");
        await source.Backup(file);
        await target.Restore(file);
        await AddPerson.Handle("Next", "next@example.com", "viewer", [], target.Db, TimeProvider.System, default);
        Assert.Equal(last + 1, await target.Db.People.MaxAsync(p => p.Id, TestContext.Current.CancellationToken));
    }

    [Theory, Databases]
    public async Task Links_and_sessions_stay_behind(string database)
    {
        await using var source = await BackupInstance.Used(database);
        await using var target = BackupInstance.Fresh(database);
        Assert.True(await source.Count("one_time_link") > 0);
        var file = Path.Combine(source.Place.Folder, "all.zip");
        Assert.DoesNotContain((await source.Backup(file)).Tables, t => t.Name is "session" or "one_time_link");
        await target.Prepare();
        await SetupLink.Create(target.Db, TimeProvider.System, default);
        await target.Restore(file);
        Assert.Equal(0, await target.Count("one_time_link"));
    }

    [Theory, Databases]
    public async Task An_instance_in_use_is_refused_and_left_alone(string database)
    {
        await using var source = await BackupInstance.Used(database);
        var file = Path.Combine(source.Place.Folder, "all.zip");
        await source.Backup(file);
        var people = await source.Count("person");
        var refused = await Assert.ThrowsAsync<Refused>(() => source.Restore(file));
        Assert.Equal("restore_not_empty", refused.Code);
        Assert.Equal(people, await source.Count("person"));
        Assert.True(await source.Count("market") > 0 && await source.Count("one_time_link") > 0);
        Assert.Empty(source.Litter());
    }

    [Theory, Databases]
    public async Task Rows_that_arrive_after_the_moment_are_not_in_the_backup(string database)
    {
        await using var source = await BackupInstance.Used(database);
        await using var other = DataRoom.Open(source.Place);
        await using var moment = await Snapshot.Begin(source.Db, default);
        var before = await source.Count("saved_mapping");
        await other.Database.ExecuteSqlRawAsync("INSERT INTO saved_mapping (name, yaml, updated_at) SELECT 'late', '', created_at FROM person LIMIT 1", TestContext.Current.CancellationToken);
        Assert.Equal(before, await source.Count("saved_mapping"));
    }

    [Fact]
    public async Task No_byte_may_change_unnoticed()
    {
        await using var source = await BackupInstance.Used("sqlite");
        await using var target = BackupInstance.Fresh("sqlite");
        var file = Path.Combine(source.Place.Folder, "all.zip");
        await source.Backup(file);
        foreach (var entry in new[] { "tables/order_line.parquet", "uploads/1-đơn hàng.csv" })
        {
            var bad = Rewritten(file, entry, bytes => bytes[bytes.Length / 2] ^= 1);
            var refused = await Assert.ThrowsAsync<Refused>(() => target.Restore(bad));
            Assert.Equal(("backup_damaged", entry), (refused.Code, refused.Arguments[1]));
        }
        var cut = Path.Combine(source.Place.Folder, "cut.zip");
        var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(cut, bytes[..(bytes.Length / 2)], TestContext.Current.CancellationToken);
        Assert.Equal("backup_damaged", (await Assert.ThrowsAsync<Refused>(() => target.Restore(cut))).Code);
        Assert.Empty(target.Litter());
        Assert.False(Directory.Exists(Path.Combine(target.Place.Folder, "uploads")) && Directory.EnumerateFiles(Path.Combine(target.Place.Folder, "uploads")).Any());
        await target.Restore(file);
    }

    [Fact]
    public async Task A_manifest_may_not_name_places_outside()
    {
        await using var source = await BackupInstance.Used("sqlite");
        await using var target = BackupInstance.Fresh("sqlite");
        var file = Path.Combine(source.Place.Folder, "all.zip");
        var manifest = await source.Backup(file);
        Assert.True(manifest.IsSane(["uploads", "keys"]));
        Assert.False((manifest with { Files = [new Manifest.Part("uploads/../../x", 0, "")] }).IsSane(["uploads"]));
        Assert.False((manifest with { Files = [new Manifest.Part("columns/x", 0, "")] }).IsSane(["uploads"]));
        Assert.False((manifest with { Tables = [manifest.Tables[0] with { Name = "a; DROP TABLE person" }] }).IsSane(["uploads", "keys"]));
    }

    [Fact]
    public async Task An_existing_file_is_never_overwritten_and_a_failure_leaves_no_half()
    {
        await using var source = await BackupInstance.Used("sqlite");
        var file = Path.Combine(source.Place.Folder, "all.zip");
        await File.WriteAllTextAsync(file, "mine", TestContext.Current.CancellationToken);
        Assert.Equal("backup_exists", (await Assert.ThrowsAsync<Refused>(() => source.Backup(file))).Code);
        Assert.Equal("mine", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        using var stopped = new CancellationTokenSource();
        var other = Path.Combine(source.Place.Folder, "other.zip");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => WriteBackup.Handle(other, source.Db, source.Place, BackupCommand.Scope, TimeProvider.System,
            (_, _) => stopped.Cancel(), stopped.Token));
        Assert.False(File.Exists(other));
        Assert.Empty(source.Litter());
    }

    [Fact]
    public async Task Both_are_one_command_each()
    {
        await using var source = await BackupInstance.Used("sqlite");
        using var target = new TestPlace("sqlite");
        var file = Path.Combine(target.Folder, "all.zip");
        Assert.Equal(CommandLine.Done, await CommandLine.Run(["--data", source.Place.Folder, "backup", file]));
        Assert.Equal(CommandLine.Failed, await CommandLine.Run(["--data", source.Place.Folder, "backup", file]));
        var folder = Path.Combine(target.Folder, "new");
        Assert.Equal(CommandLine.Done, await CommandLine.Run(["--data", folder, "restore", file]));
        Assert.Equal(CommandLine.Failed, await CommandLine.Run(["--data", folder, "restore", file]));
        Assert.Equal(CommandLine.Done, await CommandLine.Run(["--data", folder, "doctor"]));
    }

    private static string Rewritten(string file, string name, Action<byte[]> change)
    {
        var copy = file + ".changed";
        File.Copy(file, copy, overwrite: true);
        using var zip = ZipFile.Open(copy, ZipArchiveMode.Update);
        var entry = zip.GetEntry(name)!;
        byte[] bytes;
        using (var stream = entry.Open())
        using (var memory = new MemoryStream())
        {
            stream.CopyTo(memory);
            bytes = memory.ToArray();
        }
        entry.Delete();
        change(bytes);
        using (var stream = zip.CreateEntry(name).Open()) stream.Write(bytes);
        return copy;
    }
}
