using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Showrunner.Data;

namespace Showrunner.Accounts;

/// <summary>
/// Writes when sessions and keys were last seen, behind the requests: a page never waits for it and never fails by it,
/// even while an import holds SQLite's write lock. At most one write per ten minutes for each.
/// </summary>
internal sealed class SeenLog(IServiceScopeFactory scopes, TimeProvider clock, ILogger<SeenLog> log) : BackgroundService
{
    internal static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);
    private readonly record struct Sight(bool IsKey, long Id, DateTimeOffset At);

    private readonly Channel<Sight> _sights = Channel.CreateBounded<Sight>(new BoundedChannelOptions(1000) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly ConcurrentDictionary<(bool, long), DateTimeOffset> _noted = new();

    public void Note(CurrentActor found)
    {
        var now = clock.GetUtcNow();
        var (isKey, id, last) = found.Key is { } key ? (true, key.Id, key.LastUsedAt ?? DateTimeOffset.MinValue) : (false, found.Session!.Id, found.Session.LastSeenAt);
        if (now - last < Pause) return;
        if (_noted.TryGetValue((isKey, id), out var noted) && now - noted < Pause) return;
        _noted[(isKey, id)] = now;
        _sights.Writer.TryWrite(new Sight(isKey, id, now));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var sight in _sights.Reader.ReadAllAsync(stoppingToken))
            {
                try { await Write(sight, stoppingToken); }
                catch (Exception problem) when (problem is not OperationCanceledException) { log.LogWarning(problem, "Could not write when a session was last seen"); }
                if (_noted.Count > 10_000) _noted.Clear();
            }
        }
        catch (OperationCanceledException) { }
    }

    private async Task Write(Sight sight, CancellationToken cancel)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        if (sight.IsKey) await db.ApiKeys.Where(k => k.Id == sight.Id).ExecuteUpdateAsync(k => k.SetProperty(x => x.LastUsedAt, sight.At), cancel);
        else await db.Sessions.Where(s => s.Id == sight.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.LastSeenAt, sight.At), cancel);
    }
}
