using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Showrunner.Accounts;
using Showrunner.Commands;
using Showrunner.Data;
using Showrunner.Data.Backup;
using Showrunner.Demo;
using Showrunner.Ledger.Columns;
using Showrunner.Platform;

namespace Showrunner.Tests.Data.Backup;

/// <summary>An instance without its web side, as the command line has it.</summary>
internal sealed class BackupInstance : IAsyncDisposable
{
    private readonly TestPlace _place;
    private readonly ServiceProvider _root;
    private readonly AsyncServiceScope _scope;
    public AppDb Db => _scope.ServiceProvider.GetRequiredService<AppDb>();
    public DataPlace Place => _place.Place;
    public T Get<T>() where T : notnull => _scope.ServiceProvider.GetRequiredService<T>();

    private BackupInstance(string database)
    {
        _place = new TestPlace(database);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(TimeProvider.System);
        Program.AddRooms(services, new ServeOptions(_place.Place, []) { RunsJobs = false });
        _root = services.BuildServiceProvider();
        _scope = _root.CreateAsyncScope();
    }

    /// <summary>Never started: no tables yet.</summary>
    public static BackupInstance Fresh(string database) => new(database);

    /// <summary>With a demo market, people, an audit trail, an exchange rate, an upload and keys.</summary>
    public static async Task<BackupInstance> Used(string database)
    {
        var instance = new BackupInstance(database);
        await instance.Prepare();
        await instance.Get<LoadDemo>().Handle(LoadDemo.Request.Of(new DemoSize("test", 30, 900, 20)) with { End = new DateOnly(2026, 11, 21) }, Actor.Program("test"), (_, _) => { }, default);
        var clock = TimeProvider.System;
        await AddPerson.Handle("Ngọc \"Anh\"", "anh@example.com", "admin", [], instance.Db, clock, default);
        await AddPerson.Handle("O'Brien", "brien@example.com", "viewer", ["market=VN"], instance.Db, clock, default);
        instance.Db.Add(new Showrunner.Markets.ExchangeRate { FromCurrency = "USD", ToCurrency = "IDR", Day = new DateOnly(2026, 11, 1), Rate = 15750.25m, Source = "" });
        await instance.Db.SaveChangesAsync();
        await File.WriteAllTextAsync(Path.Combine(instance.Place.Sub("uploads"), "1-đơn hàng.csv"), "a,b\n1,2\n");
        await File.WriteAllTextAsync(Path.Combine(instance.Place.Sub("keys"), "key-1.xml"), "<key/>");
        return instance;
    }

    public Task Prepare() => Program.Prepare(_root, default);

    public Task<Manifest> Backup(string file) => WriteBackup.Handle(file, Db, Place, BackupCommand.Scope, TimeProvider.System, null, default);

    public Task<Manifest> Restore(string file) => RestoreBackup.Handle(file, Db, Place, BackupCommand.Scope, null, default);

    public Task<IReadOnlyList<string>> Differences() => ProveColumns.Handle(Db, Get<LedgerColumns>(), default);

    public Task<long> Count(string table) => Db.Database.SqlQueryRaw<long>($"SELECT count(*) AS \"Value\" FROM {table}").SingleAsync();

    /// <summary>What lies in the folder now, by name.</summary>
    public string[] Litter() => [.. Directory.EnumerateFileSystemEntries(Place.Folder).Select(path => Path.GetFileName(path)).Where(name => name.Contains("scratch", StringComparison.Ordinal) || name.Contains(".part", StringComparison.Ordinal))];

    public async ValueTask DisposeAsync()
    {
        await _scope.DisposeAsync();
        await _root.DisposeAsync();
        _place.Dispose();
    }
}
