using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Lives.Usual;

namespace Showrunner.Lives.Watching;

/// <summary>Keeps the board up to what any process stored, while anybody looks at it.</summary>
public sealed class FollowShows(IDbContextFactory<AppDb> databases, LiveBoard board, KeptUsual kept, TimeProvider clock, ILogger<FollowShows> log) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private readonly SemaphoreSlim _one = new(1);
    private DateTimeOffset _at;

    /// <summary>Looks again unless that was done within the last half second; of those who ask together one does.</summary>
    public async Task Look(CancellationToken cancel)
    {
        await _one.WaitAsync(cancel);
        try
        {
            if (clock.GetUtcNow() - _at < Pause) return;
            await using var db = await databases.CreateDbContextAsync(cancel);
            await board.Follow(db, clock.GetUtcNow(), cancel);
            kept.Look();
            _at = clock.GetUtcNow();
        }
        catch (Exception problem) when (problem is not OperationCanceledException) { log.LogWarning(problem, "The running shows could not be read; the wall shows what was known before"); }
        finally { _one.Release(); }
    }

    public void Dispose() => _one.Dispose();
}
