using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Lives.Intake;
using Showrunner.Lives.Sessions;

namespace Showrunner.Demo.Shows;

/// <summary>Tells what happens in the demo's shows as it happens. What it told before it was stopped it tells again, and that counts once.</summary>
public sealed class DemoPlayer(IServiceScopeFactory scopes, EventQueue queue, TimeProvider clock, ILogger<DemoPlayer> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2), Idle = TimeSpan.FromSeconds(5);
    private readonly Dictionary<long, (DemoShowScript Script, TimeSpan Told)> _playing = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try { await Play(stoppingToken); }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested) { return; }
            catch (Exception problem) { log.LogWarning(problem, "The demo's shows stand still for a moment"); }
            await Task.Delay(_playing.Count == 0 ? Idle : Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    internal async Task Play(CancellationToken cancel)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var running = await db.LiveSessions.AsNoTracking().Where(s => s.EndedAt == null && s.Number.StartsWith(DemoShow.Mark)).ToListAsync(cancel);
        foreach (var gone in _playing.Keys.Except(running.Select(s => s.Id)).ToList()) _playing.Remove(gone);
        List<Batch> told = [];
        foreach (var session in running)
        {
            if (DemoShow.Of(session) is not { } show) continue;
            if (!_playing.TryGetValue(session.Id, out var state))
            {
                if (session.CreatorId is not { } creator || await ReadScripts.Of(session.MarketId, creator, show.ContentNo, db, cancel) is not { } script) continue;
                state = (script, session.LastEventAt is { } last ? last - session.StartedAt - TimeSpan.FromMinutes(2) : TimeSpan.FromSeconds(-1));
            }
            var to = show.PlayedBy(clock.GetUtcNow(), session.StartedAt, state.Script.Length);
            var batch = new Batch(session.Id, DemoShowScript.Source, [.. state.Script.Events(session.Id, session.StartedAt, state.Told, to)], 0);
            if (batch.Events.Count > 0 && !queue.TryAdd(batch)) continue; // too much waits: next time
            if (batch.Events.Count > 0) told.Add(batch);
            _playing[session.Id] = (state.Script, to);
        }
        foreach (var batch in told)
            try { await batch.Stored.WaitAsync(cancel); }
            catch (Exception) when (!cancel.IsCancellationRequested) { _playing.Remove(batch.SessionId); } // then from its last stored event on
    }
}
