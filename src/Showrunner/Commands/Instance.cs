using System.CommandLine;
using Showrunner.Data;

namespace Showrunner.Commands;

/// <summary>The application without its web side: what a command works with, migrated and ready.</summary>
internal sealed class Instance : IAsyncDisposable
{
    private readonly ServiceProvider _root;
    private readonly AsyncServiceScope _scope;

    private Instance(ServiceProvider root) => (_root, _scope) = (root, root.CreateAsyncScope());

    public IServiceProvider Services => _scope.ServiceProvider;
    public T Get<T>() where T : notnull => Services.GetRequiredService<T>();
    public AppDb Db => Get<AppDb>();

    public static async Task<Instance> Open(ParseResult words, CancellationToken cancel, bool prepare = true)
    {
        var services = new ServiceCollection();
        services.AddLogging(log => log.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Error));
        services.AddSingleton(TimeProvider.System);
        Program.AddRooms(services, new ServeOptions(Settings.Place(words), []) { RunsJobs = false });
        var instance = new Instance(services.BuildServiceProvider());
        if (prepare) await instance.Prepare(cancel);
        return instance;
    }

    public Task Prepare(CancellationToken cancel) => Program.Prepare(_root, cancel);

    public async ValueTask DisposeAsync()
    {
        await _scope.DisposeAsync();
        await _root.DisposeAsync();
    }
}
