using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Markets;
using Showrunner.Platform;

namespace Showrunner.Reports.Sending;

/// <summary>Makes one issue of a schedule: files, figures and a letter for every recipient, all in one transaction. Once for each time.</summary>
public sealed class MakeIssue(AppDb db, RunReport run, Visitors visitors, TimeProvider clock, ILogger<MakeIssue> log)
{
    public sealed record Response(long? Id);

    /// <summary>Makes it now, besides its times.</summary>
    public async Task<Response> Now(long id, Actor actor, CancellationToken cancel)
    {
        actor.Needs(ReportsRoom.Send);
        return new Response(await Handle(await ListSchedules.Own(id, db, actor, cancel), clock.GetUtcNow(), advance: false, cancel));
    }

    /// <summary>Number of the issue; null when another worker made it in the same moment.</summary>
    public async Task<long?> Handle(ReportSchedule schedule, DateTimeOffset due, bool advance, CancellationToken cancel)
    {
        var market = await db.Markets.AsNoTracking().SingleAsync(m => m.Id == schedule.MarketId, cancel);
        var range = Span.Of(schedule.Span, market.Rules.DayOf(due));
        var (content, files, problem) = await Make(schedule, market, range, cancel);
        if (db.Entry(schedule).State == EntityState.Detached) db.Attach(schedule);
        var now = clock.GetUtcNow();
        var issue = new ReportIssue
        {
            ScheduleId = schedule.Id,
            ScheduleName = schedule.Name,
            MarketId = schedule.MarketId,
            Report = schedule.Report,
            Language = schedule.Language,
            FromDay = range.From,
            ToDay = range.To,
            Subject = schedule.Subject,
            Compare = schedule.Compare,
            Title = content?.Title ?? schedule.Name,
            What = content?.What ?? "",
            AsOf = content?.AsOf ?? "",
            Change = content?.Change ?? 0,
            DueAt = due,
            MadeAt = now,
            Problem = problem is null ? null : Sentence.Pack(problem),
            State = problem is not null ? ReportIssue.Failed : schedule.NeedsApproval ? ReportIssue.Waiting : ReportIssue.Released,
        };
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        try
        {
            db.Add(issue);
            if (advance) schedule.Advance(market.Rules, day => DaysOff.IsOff(market.Code, day), due > now ? due : now);
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException) { db.ChangeTracker.Clear(); return null; }
        db.AddRange(files.Select(f => new IssueFile
        {
            IssueId = issue.Id,
            Format = f.Format,
            FileName = f.File.FileName,
            ContentType = f.File.ContentType,
            Bytes = f.File.Content.Length,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(f.File.Content)),
            Content = Convert.ToBase64String(f.File.Content),
        }));
        db.AddRange((content?.Figures ?? []).Select((f, at) => new IssueFigure
        {
            IssueId = issue.Id,
            Place = at,
            Metric = f.Code,
            Label = f.Label,
            Shown = f.Shown,
            Comparison = f.Comparison ?? "",
            Value = Invariant(f.Value),
            Before = Invariant(f.Before),
            Reading = f.Reading ?? "",
        }));
        if (problem is null) db.AddRange((await Recipients(schedule, cancel)).Select(r => ReportDelivery.Of(issue.Id, r.Address, r.Name, now)));
        // The hash stands in the sealed trail: a file that was changed later shows.
        db.Audit(Actor.Program("reports"), problem is null ? "report.issued" : "report.issue_failed", issue, new { schedule.Name, Files = files.Select(f => Convert.ToHexStringLower(SHA256.HashData(f.File.Content))), problem?.Code });
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return issue.Id;
    }

    private async Task<(ReportContent? Content, List<(string Format, RunReport.Loose File)> Files, Refused? Problem)> Make(ReportSchedule schedule, Market market, DayRange range, CancellationToken cancel)
    {
        try
        {
            var owner = await db.People.AsNoTracking().FirstOrDefaultAsync(p => p.Id == schedule.OwnerId, cancel);
            if (owner is null || !owner.WorksIn(market.Id)) throw new Refused("schedule_owner_gone", schedule.OwnerName);
            var request = new RunReport.Request(schedule.Report, market.Code, range.From, range.To, schedule.FormatList, schedule.Language, schedule.Compare, schedule.Subject);
            var content = await run.Whole(request, visitors.ActorOf(owner), cancel);
            return (content, [.. schedule.FormatList.Select(format => (format, RunReport.Write(request, content, format)))], null);
        }
        catch (Refused refused) { return (null, [], refused); }
        catch (Exception bug) when (bug is not OperationCanceledException)
        {
            log.LogError(bug, "The report of schedule {Schedule} could not be made", schedule.Id); // one that fails must not keep the others waiting
            db.ChangeTracker.Clear();
            return (null, [], new Refused("job_failed", bug.Message));
        }
    }

    /// <summary>Who gets it today: a role is everybody who has it now and sees the market.</summary>
    private async Task<List<(string Address, string Name)>> Recipients(ReportSchedule schedule, CancellationToken cancel)
    {
        var recipients = await db.ReportRecipients.AsNoTracking().Where(r => r.ScheduleId == schedule.Id).ToListAsync(cancel);
        var people = (await db.People.AsNoTracking().Where(p => p.DisabledAt == null).ToListAsync(cancel)).Where(p => p.WorksIn(schedule.MarketId)).ToList();
        var roles = recipients.Where(r => r.Kind == ReportRecipient.Role).Select(r => r.Value).ToHashSet();
        var chosen = recipients.Where(r => r.Kind == ReportRecipient.Person).Select(r => r.Value).ToHashSet();
        return
        [
            .. people.Where(p => roles.Contains(p.Role) || chosen.Contains(p.Id.ToString(CultureInfo.InvariantCulture))).Select(p => (p.Email, p.Name))
                .Concat(recipients.Where(r => r.Kind == ReportRecipient.Address).Select(r => (Email: r.Value, Name: "")))
                .DistinctBy(r => r.Email.ToLowerInvariant()),
        ];
    }

    private static string Invariant(decimal? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";
}
