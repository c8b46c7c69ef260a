using Microsoft.EntityFrameworkCore;
using Showrunner.Data;

namespace Showrunner.Reports.Sending;

/// <summary>Looks every few seconds which report is due and which letter waits. Any number of workers may do so at once.</summary>
public sealed class ReportClock(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ReportClock> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);
    private readonly SemaphoreSlim _ticking = new(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try { await Tick(stoppingToken); }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested) { return; }
            catch (Exception problem) { log.LogError(problem, "Reports could not be made or sent and are tried again in a moment"); }
            await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Makes what is due and sends what waits; asked again meanwhile, it does so after.</summary>
    internal async Task Tick(CancellationToken cancel)
    {
        await _ticking.WaitAsync(cancel);
        try
        {
            while (await MakeNext(cancel)) { }
            using var scope = scopes.CreateScope();
            await scope.ServiceProvider.GetRequiredService<SendLetters>().Handle(cancel);
        }
        finally { _ticking.Release(); }
    }

    public override void Dispose()
    {
        _ticking.Dispose();
        base.Dispose();
    }

    private async Task<bool> MakeNext(CancellationToken cancel)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var now = clock.GetUtcNow();
        var due = await db.ReportSchedules.Where(s => s.PausedAt == null && s.NextDue <= now).OrderBy(s => s.NextDue).FirstOrDefaultAsync(cancel);
        if (due is null) return false;
        await scope.ServiceProvider.GetRequiredService<MakeIssue>().Handle(due, due.NextDue, advance: true, cancel);
        return true;
    }
}
