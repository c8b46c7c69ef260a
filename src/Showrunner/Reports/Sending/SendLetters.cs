using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Platform.Mail;

namespace Showrunner.Reports.Sending;

/// <summary>Hands the letters of released issues over.</summary>
public sealed class SendLetters(AppDb db, Postman postman, WriteLetter write, TimeProvider clock, ILogger<SendLetters> log) : SendWaiting<ReportDelivery>(db, postman, clock, log)
{
    protected override IQueryable<ReportDelivery> Released => Db.ReportDeliveries.Where(d => Db.Set<ReportIssue>().Any(i => i.Id == d.IssueId && i.State == ReportIssue.Released));

    protected override async Task<Letter> Write(ReportDelivery delivery, CancellationToken cancel)
    {
        var issue = await Db.ReportIssues.AsNoTracking().SingleAsync(i => i.Id == delivery.IssueId, cancel);
        var figures = await Db.IssueFigures.AsNoTracking().Where(f => f.IssueId == issue.Id).OrderBy(f => f.Place).ToListAsync(cancel);
        var files = await Db.IssueFiles.AsNoTracking().Where(f => f.IssueId == issue.Id).OrderBy(f => f.Format).ToListAsync(cancel);
        return write.Of(issue, figures, files, delivery);
    }
}
