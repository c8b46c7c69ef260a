using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Showrunner.Data;

namespace Showrunner.Platform.Jobs;

/// <summary>What one kind of job does. Throws <see cref="Refused"/> to fail with a sentence; must be repeatable from the start.</summary>
public delegate Task JobWork(IServiceProvider services, Job job, JobTicket ticket);

/// <summary>A room's announcement that it can do jobs of this kind.</summary>
public sealed record JobKind(string Kind, JobWork Work);

/// <summary>The running side of a job: progress goes up, a wish to stop comes down.</summary>
public sealed class JobTicket(long jobId) : IDisposable
{
    private readonly CancellationTokenSource _cancel = new();
    private long _stepStarted = System.Diagnostics.Stopwatch.GetTimestamp();
    public long JobId => jobId;
    public long Done { get; private set; }
    public long Total { get; private set; }
    public string Step { get; private set; } = "";
    /// <summary>How long the present step has been going on; a rate is about one step.</summary>
    public TimeSpan InStep => System.Diagnostics.Stopwatch.GetElapsedTime(_stepStarted);
    public CancellationToken Cancel => _cancel.Token;

    public void Report(long done, long total, string step = "")
    {
        if (step != Step) _stepStarted = System.Diagnostics.Stopwatch.GetTimestamp();
        (Done, Total, Step) = (done, total, step);
    }

    public void Stop() => _cancel.Cancel();
    public void Dispose() => _cancel.Dispose();
}

/// <summary>Jobs running in this process, so that progress needs no database row per step.</summary>
public sealed class JobBoard : IDisposable
{
    private readonly ConcurrentDictionary<long, JobTicket> _running = new();
    private readonly SemaphoreSlim _bell = new(0);

    public JobTicket? Find(long jobId) => _running.GetValueOrDefault(jobId);
    public void Dispose() => _bell.Dispose();
    public void Ring() => _bell.Release();
    internal Task<bool> WaitForBell(TimeSpan atMost, CancellationToken cancel) => _bell.WaitAsync(atMost, cancel);
    internal JobTicket Open(long jobId) => _running[jobId] = new JobTicket(jobId);
    internal void Close(long jobId) { if (_running.TryRemove(jobId, out var ticket)) ticket.Dispose(); }
}

/// <summary>Takes queued jobs one after another. A job whose worker stopped renewing its lease is taken again from its start.</summary>
public sealed class JobRunner(IServiceScopeFactory scopes, JobBoard board, IEnumerable<JobKind> kinds, TimeProvider clock, ILogger<JobRunner> log) : BackgroundService
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);
    private readonly string _worker = $"{Environment.MachineName}/{Environment.ProcessId}";
    private readonly Dictionary<string, JobWork> _work = kinds.ToDictionary(k => k.Kind, k => k.Work);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await ReturnOwnLeases(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!await RunNext(stoppingToken)) await board.WaitForBell(TimeSpan.FromSeconds(3), stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested) { return; }
            catch (Exception problem)
            {
                log.LogError(problem, "The job runner stumbled and goes on in a moment");
                await Task.Delay(TimeSpan.FromSeconds(3), clock, stoppingToken);
            }
        }
    }

    /// <summary>Runs the oldest waiting job to its end; false when there is none.</summary>
    public async Task<bool> RunNext(CancellationToken cancel)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var now = clock.GetUtcNow();
        var job = await db.Jobs.Where(j => j.State == Job.Queued || (j.State == Job.Running && j.LeaseUntil < now))
            .OrderBy(j => j.Id).FirstOrDefaultAsync(cancel);
        if (job is null) return false;
        job.Take(_worker, now, Lease);
        try { await db.SaveChangesAsync(cancel); }
        catch (DbUpdateConcurrencyException) { return true; } // another worker was faster
        await Run(job, db, scope.ServiceProvider, cancel);
        return true;
    }

    /// <summary>Runs one waiting job in this process and returns true; false when another worker has it.</summary>
    /// <param name="jobId">The job.</param>
    /// <param name="watch">Shows its progress until disposed.</param>
    /// <param name="cancel">Stops the work; the row stays and may be taken again.</param>
    public async Task<bool> RunHere(long jobId, Func<JobTicket, IDisposable> watch, CancellationToken cancel)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var job = await db.Jobs.SingleAsync(j => j.Id == jobId, cancel);
        if (job.State != Job.Queued) return false;
        job.Take(_worker, clock.GetUtcNow(), Lease);
        try { await db.SaveChangesAsync(cancel); }
        catch (DbUpdateConcurrencyException) { return false; }
        using var shown = watch(board.Open(jobId));
        await Run(job, db, scope.ServiceProvider, cancel);
        return true;
    }

    private async Task Run(Job job, AppDb db, IServiceProvider services, CancellationToken cancel)
    {
        var ticket = board.Find(job.Id) ?? board.Open(job.Id);
        using var link = cancel.Register(ticket.Stop);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var renewing = KeepLease(job.Id, ticket, over.Token);
        var (state, problem) = (Job.Done, (string?)null);
        try
        {
            await _work[job.Kind](services, job, ticket);
        }
        catch (OperationCanceledException) when (ticket.Cancel.IsCancellationRequested)
        {
            if (cancel.IsCancellationRequested) { board.Close(job.Id); return; } // shutting down: the row stays and is taken again
            state = Job.Cancelled;
        }
        catch (Exception told) when (RefusedHandler.RefusalIn(told) is { } refused) { (state, problem) = (Job.Failed, Sentence.Pack(refused)); }
        catch (Exception bug)
        {
            log.LogError(bug, "Job {Job} ({Kind}) failed", job.Id, job.Kind);
            (state, problem) = (Job.Failed, Sentence.Pack(new Refused("job_failed", bug.Message)));
        }
        await over.CancelAsync();
        await renewing;
        db.ChangeTracker.Clear(); // what failed work left undone is not done with its end
        var done = await db.Jobs.SingleAsync(j => j.Id == job.Id, cancel);
        done.KeepLease(clock.GetUtcNow(), Lease, ticket.Done, ticket.Total);
        done.Finish(state, problem, clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        board.Close(job.Id);
    }

    private async Task KeepLease(long jobId, JobTicket ticket, CancellationToken over)
    {
        try
        {
            while (true)
            {
                await Task.Delay(TimeSpan.FromSeconds(2), clock, over);
                // Once begun it is brought to its end: half-cancelled, it could still land after the job's own last word.
                using var scope = scopes.CreateScope();
                var db = scope.ServiceProvider.GetRequiredService<AppDb>();
                var job = await db.Jobs.SingleAsync(j => j.Id == jobId, CancellationToken.None);
                if (job.CancelAsked) ticket.Stop();
                job.KeepLease(clock.GetUtcNow(), Lease, ticket.Done, ticket.Total);
                await db.SaveChangesAsync(CancellationToken.None);
            }
        }
        catch (OperationCanceledException) { }
        catch (Exception problem) { log.LogWarning(problem, "Could not renew the lease of job {Job}", jobId); }
    }

    /// <summary>A restart on the same machine need not wait for the dead process's lease.</summary>
    private async Task ReturnOwnLeases(CancellationToken cancel)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var machine = Environment.MachineName + "/";
        foreach (var job in await db.Jobs.Where(j => j.State == Job.Running && j.Worker!.StartsWith(machine)).ToListAsync(cancel))
        {
            var process = int.Parse(job.Worker![machine.Length..], System.Globalization.CultureInfo.InvariantCulture);
            if (process != Environment.ProcessId && IsAlive(process)) continue;
            job.KeepLease(DateTimeOffset.UnixEpoch, TimeSpan.Zero, 0, 0);
        }
        await db.SaveChangesAsync(cancel);
    }

    private static bool IsAlive(int process)
    {
        try { return !System.Diagnostics.Process.GetProcessById(process).HasExited; }
        catch (ArgumentException) { return false; }
    }
}
