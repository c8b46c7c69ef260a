using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Platform;
using Showrunner.Platform.Jobs;
using Showrunner.Web;

namespace Showrunner.Imports;

/// <summary>How far a load is: from the running side where it runs here, from the job's row otherwise.</summary>
public static class ShowProgress
{
    public static async Task<JobState> Handle(long id, AppDb db, JobBoard board, Actor actor, Texts texts, TimeProvider clock, CancellationToken cancel)
    {
        actor.Needs(ImportsRoom.Load);
        var import = await ListImports.Visible(db, actor).AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, cancel) ?? throw new Refused("not_found");
        var page = $"/imports/{import.Id}";
        if (await db.Jobs.AsNoTracking().SingleOrDefaultAsync(j => j.Id == import.JobId, cancel) is not { } job) return new JobState("waiting");
        if (job.IsOver) return new JobState(job.State, job.ItemsDone, job.ItemsTotal, ResultUrl: page);
        if (job.State == Job.Queued) return new JobState("waiting");
        if (board.Find(job.Id) is { } ticket) return Running(ticket.Done, ticket.Total, ticket.InStep, ticket.Step.Length == 0 ? null : texts.Say(actor.Language, ticket.Step));
        return Running(job.ItemsDone, job.ItemsTotal, clock.GetUtcNow() - (job.StartedAt ?? clock.GetUtcNow()), null);
    }

    private static JobState Running(long done, long total, TimeSpan since, string? step)
    {
        var rate = since.TotalSeconds >= 0.5 && done > 0 ? done / since.TotalSeconds : (double?)null;
        return new JobState("running", done, total > 0 ? total : null, rate, rate is { } fast && total >= done ? (total - done) / fast : null, step);
    }
}
