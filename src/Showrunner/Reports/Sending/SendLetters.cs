using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Platform.Mail;

namespace Showrunner.Reports.Sending;

/// <summary>
/// Hands waiting letters over, one after the other. A letter is taken before it is sent and marked when the server has it; when a worker
/// dies in between, the letter is tried again under the same message id.
/// </summary>
public sealed class SendLetters(AppDb db, Postman postman, WriteLetter write, TimeProvider clock, ILogger<SendLetters> log)
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(3);
    private const int LongestProblem = 300;

    /// <summary>How many were tried.</summary>
    public async Task<int> Handle(CancellationToken cancel)
    {
        if (!postman.HasServer) return 0;
        var tried = 0;
        while (await Next(cancel) is { } delivery)
        {
            delivery.Take(clock.GetUtcNow(), Lease);
            try { await db.SaveChangesAsync(cancel); }
            catch (DbUpdateConcurrencyException) { db.ChangeTracker.Clear(); continue; } // another worker was faster
            tried++;
            var issue = await db.ReportIssues.AsNoTracking().SingleAsync(i => i.Id == delivery.IssueId, cancel);
            var figures = await db.IssueFigures.AsNoTracking().Where(f => f.IssueId == issue.Id).OrderBy(f => f.Place).ToListAsync(cancel);
            var files = await db.IssueFiles.AsNoTracking().Where(f => f.IssueId == issue.Id).OrderBy(f => f.Format).ToListAsync(cancel);
            var (outcome, said) = await postman.Send(write.Of(issue, figures, files, delivery), cancel);
            if (outcome == Posted.Sent) delivery.Arrive(clock.GetUtcNow());
            else delivery.Miss(outcome == Posted.Refused, said.Length > LongestProblem ? said[..LongestProblem] : said, clock.GetUtcNow());
            if (outcome != Posted.Sent) log.LogWarning("The letter {Delivery} of report issue {Issue} did not go out: {Problem}", delivery.Id, issue.Id, said);
            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
        }
        return tried;
    }

    private Task<ReportDelivery?> Next(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return db.ReportDeliveries.Where(d => d.State == ReportDelivery.Waiting && d.NextTry <= now && db.Set<ReportIssue>().Any(i => i.Id == d.IssueId && i.State == ReportIssue.Released))
            .OrderBy(d => d.Id).FirstOrDefaultAsync(cancel);
    }
}
