using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Lives.Watching;

namespace Showrunner.Lives.Intake;

/// <summary>Requests that come at the same time are written together. Nothing is held that is not waited for: who is answered has his events in the database.</summary>
public sealed class EventQueue(IDbContextFactory<AppDb> databases, LiveBoard board, TimeProvider clock, ILogger<EventQueue> log) : BackgroundService
{
    /// <summary>So many may wait; whoever comes then is asked to come again.</summary>
    public const int MostWaiting = 200_000;
    private const int MostTogether = 20_000;
    private readonly Channel<Batch> _waiting = Channel.CreateUnbounded<Batch>();
    private int _events;

    /// <returns>False when too many wait already.</returns>
    public bool TryAdd(Batch batch)
    {
        var size = Math.Max(1, batch.Events.Count);
        if (Interlocked.Add(ref _events, size) > MostWaiting && size < MostWaiting || !_waiting.Writer.TryWrite(batch))
        {
            Interlocked.Add(ref _events, -size);
            return false;
        }
        return true;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.WhenAll(Enumerable.Range(0, Writers()).Select(_ => WriteAll(stoppingToken)));
        }
        catch (OperationCanceledException) { /* the end; those who wait are told below */ }
        finally
        {
            _waiting.Writer.TryComplete();
            while (_waiting.Reader.TryRead(out var left)) left.Failed(new OperationCanceledException("The desk is being stopped."));
        }
    }

    /// <summary>While one waits for the server, the other gets its rows together; SQLite lets in one at a time anyway.</summary>
    private int Writers()
    {
        using var db = databases.CreateDbContext();
        return db.IsPostgres ? 2 : 1;
    }

    private async Task WriteAll(CancellationToken stop)
    {
        while (await _waiting.Reader.WaitToReadAsync(stop)) await WriteWaiting(stop);
    }

    private async Task WriteWaiting(CancellationToken stop)
    {
        List<Batch> together = [];
        var size = 0;
        while (size < MostTogether && _waiting.Reader.TryRead(out var batch))
        {
            together.Add(batch);
            size += Math.Max(1, batch.Events.Count);
        }
        if (together.Count == 0) return; // the other took them
        Interlocked.Add(ref _events, -size);
        try
        {
            await using var db = await databases.CreateDbContextAsync(stop);
            board.Take(await EventStore.Write(db, together, clock.GetUtcNow(), stop));
        }
        catch (Exception problem)
        {
            if (problem is not OperationCanceledException) log.LogError(problem, "{Count} LIVE events could not be stored; their senders are told to send them again", size);
            foreach (var batch in together) batch.Failed(problem);
        }
    }
}
