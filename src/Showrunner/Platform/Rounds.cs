namespace Showrunner.Platform;

/// <summary>Looks every few seconds whether something is due. Any number of workers may do so at once; what each takes is a row with a lease.</summary>
public abstract class Rounds(ILogger log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);
    private readonly SemaphoreSlim _ticking = new(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try { await Tick(stoppingToken); }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested) { return; }
            catch (Exception problem) { log.LogError(problem, "What is due could not be done and is tried again in a moment"); }
            await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>One round; asked again meanwhile, it does so after.</summary>
    internal async Task Tick(CancellationToken cancel)
    {
        await _ticking.WaitAsync(cancel);
        try { await Round(cancel); }
        finally { _ticking.Release(); }
    }

    protected abstract Task Round(CancellationToken cancel);

    public override void Dispose()
    {
        _ticking.Dispose();
        base.Dispose();
        GC.SuppressFinalize(this);
    }
}
