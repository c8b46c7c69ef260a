using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Showrunner.Data;

namespace Showrunner.Platform.Jobs;

/// <summary>Work is a row before it is work. A worker takes a lease, not a lock: when it dies, another takes over.</summary>
public sealed class Job
{
    public const string Queued = "queued", Running = "running", Done = "done", Failed = "failed", Cancelled = "cancelled";

    public long Id { get; init; }
    public required string Kind { get; init; }
    /// <summary>What the work is about, as its kind reads it (usually a row number).</summary>
    public required string Subject { get; init; }
    public required string TitleKey { get; init; }
    public string TitleArgument { get; init; } = "";
    public string State { get; private set; } = Queued;
    public string? Worker { get; private set; }
    public DateTimeOffset? LeaseUntil { get; private set; }
    public bool CancelAsked { get; private set; }
    public int Attempts { get; private set; }
    public long ItemsDone { get; private set; }
    public long ItemsTotal { get; private set; }
    public string? Problem { get; private set; }
    public string ResultPath { get; init; } = "";
    public long? PersonId { get; init; }
    public string PersonName { get; init; } = "";
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? StartedAt { get; private set; }
    public DateTimeOffset? FinishedAt { get; private set; }

    public bool IsOver => State is Done or Failed or Cancelled;

    public void Take(string worker, DateTimeOffset now, TimeSpan lease)
    {
        (State, Worker, LeaseUntil, StartedAt) = (Running, worker, now + lease, now);
        Attempts++;
    }

    public void KeepLease(DateTimeOffset now, TimeSpan lease, long done, long total) =>
        (LeaseUntil, ItemsDone, ItemsTotal) = (now + lease, done, total);

    public void Finish(string state, string? problem, DateTimeOffset now) =>
        (State, Problem, FinishedAt, LeaseUntil) = (state, problem, now, null);

    public void AskCancel(DateTimeOffset now)
    {
        if (IsOver) return;
        CancelAsked = true;
        if (State == Queued) Finish(Cancelled, null, now);
    }
}

internal sealed class JobTable : IEntityTypeConfiguration<Job>
{
    public void Configure(EntityTypeBuilder<Job> job)
    {
        job.HasIndex(j => j.State);
        job.Property(j => j.LeaseUntil).IsConcurrencyToken();
        job.Ignore(j => j.IsOver);
    }
}

public static class JobSets
{
    extension(AppDb db)
    {
        public DbSet<Job> Jobs => db.Set<Job>();

        /// <summary>Number of the job of this kind that waits or runs, about this subject if one is named.</summary>
        public Task<long?> JobUnderWay(string kind, string? subject, CancellationToken cancel) =>
            db.Jobs.Where(j => j.Kind == kind && (subject == null || j.Subject == subject) && (j.State == Job.Queued || j.State == Job.Running)).Select(j => (long?)j.Id).FirstOrDefaultAsync(cancel);

        /// <summary>Queues the job, unless one of its kind about its subject is under way: asking twice is not work twice.</summary>
        /// <returns>The number of the one that is under way then.</returns>
        public async Task<long> QueueOnce(Job job, JobBoard board, CancellationToken cancel)
        {
            if (await db.JobUnderWay(job.Kind, job.Subject, cancel) is { } known) return known;
            db.Add(job);
            await db.SaveChangesAsync(cancel);
            board.Ring();
            return job.Id;
        }
    }
}
