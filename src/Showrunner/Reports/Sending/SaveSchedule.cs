using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Markets;
using Showrunner.Platform;
using Showrunner.Platform.Mail;

namespace Showrunner.Reports.Sending;

/// <summary>Sets up a report that is made and sent by itself, or changes one.</summary>
public static class SaveSchedule
{
    /// <param name="Market">Code of the market; fixed once it is set up.</param>
    /// <param name="Name">What it is called.</param>
    /// <param name="Report">weekly, monthly, …</param>
    /// <param name="Subject">The creator, shop or category: row number or name.</param>
    /// <param name="Span">Which days it is about: yesterday, days7, week, days28 or month.</param>
    /// <param name="Compare">previous, year or none.</param>
    /// <param name="Language">en, id or de.</param>
    /// <param name="Formats">xlsx, pptx, docx, pdf.</param>
    /// <param name="Every">day, week or month.</param>
    /// <param name="Day">Weekday from Sunday = 0, or day of the month (31 is the last).</param>
    /// <param name="Time">HH:mm of the market.</param>
    /// <param name="SkipsDaysOff">On weekends and holidays it waits for the next working day.</param>
    /// <param name="NeedsApproval">Someone lets it go out.</param>
    /// <param name="People">Row numbers.</param>
    /// <param name="Roles">Everybody of these who sees the market.</param>
    /// <param name="Addresses">Outside.</param>
    public sealed record Request(
        string? Market, string? Name, string Report, string? Subject, string Span, string Compare, string Language, IReadOnlyList<string> Formats,
        string Every, int Day, TimeOnly Time, bool SkipsDaysOff, bool NeedsApproval,
        IReadOnlyList<long>? People = null, IReadOnlyList<string>? Roles = null, IReadOnlyList<string>? Addresses = null);
    public sealed record Response(long Id);

    private const int MostRecipients = 200;

    public static async Task<Response> Handle(long? id, Request request, IEnumerable<Report> reports, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        actor.Needs(ReportsRoom.Send);
        var now = clock.GetUtcNow();
        var schedule = id is { } known ? await ListSchedules.Own(known, db, actor, cancel) : null;
        var market = await db.Markets.AsNoTracking().FirstOrDefaultAsync(m => schedule == null ? m.Code == request.Market : m.Id == schedule.MarketId, cancel);
        if (market is null || !actor.SeesMarket(market.Id)) throw new Refused("market_unknown", request.Market);
        var report = reports.FirstOrDefault(r => r.Code == request.Report) ?? throw new Refused("report_unknown", request.Report, string.Join(", ", reports.Select(r => r.Code)));
        if (request.Formats.Count == 0 || request.Formats.FirstOrDefault(f => !RunReport.KnownFormats.Contains(f)) is { } wrong && wrong.Length > 0)
            throw new Refused("report_format_unknown", request.Formats.FirstOrDefault(f => !RunReport.KnownFormats.Contains(f)) ?? "", string.Join(", ", RunReport.KnownFormats));
        if (request.Compare is not ("previous" or "year" or "none")) throw new Refused("compare_unknown", request.Compare);
        if (!Texts.Languages.Contains(request.Language)) throw new Refused("language_unknown", request.Language);
        var subject = await report.Find(request.Subject, market, actor, db, cancel);
        var recipients = await Recipients(request, market, db, cancel);

        var rhythm = new Rhythm(request.Every, request.Day, (int)request.Time.ToTimeSpan().TotalMinutes, request.SkipsDaysOff);
        var isNew = schedule is null;
        schedule ??= ReportSchedule.Create(market.Id, actor, now);
        schedule.Plan(request.Name, report.Code, subject, request.Span, request.Compare, request.Language, [.. request.Formats.Distinct()], rhythm, request.NeedsApproval, market.Rules, day => DaysOff.IsOff(market.Code, day), now);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (isNew) db.Add(schedule);
        db.Audit(actor, isNew ? "report.scheduled" : "report.schedule_changed", schedule, new { schedule.Name, schedule.Report, schedule.NextDue, Recipients = recipients.Select(r => r.Value) });
        await db.SaveChangesAsync(cancel);
        db.RemoveRange(await db.ReportRecipients.Where(r => r.ScheduleId == schedule.Id).ToListAsync(cancel));
        db.AddRange(recipients.Select(r => new ReportRecipient { ScheduleId = schedule.Id, Kind = r.Kind, Value = r.Value }));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return new Response(schedule.Id);
    }

    private static async Task<List<(string Kind, string Value)>> Recipients(Request request, Market market, AppDb db, CancellationToken cancel)
    {
        var wanted = (request.People ?? []).Distinct().ToList();
        var people = await db.People.AsNoTracking().Where(p => wanted.Contains(p.Id)).ToListAsync(cancel);
        if (people.Count < wanted.Count || people.FirstOrDefault(p => !p.WorksIn(market.Id)) is not null)
            throw new Refused("schedule_person", people.FirstOrDefault(p => !p.WorksIn(market.Id))?.Name ?? "?");
        var roles = (request.Roles ?? []).Distinct().ToList();
        if (roles.FirstOrDefault(r => r is not (Role.Admin or Role.Manager or Role.Analyst or Role.Viewer)) is { } unknown) throw new Refused("schedule_role", unknown);
        var addresses = (request.Addresses ?? []).Select(a => a.Trim()).Where(a => a.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (addresses.FirstOrDefault(a => !MailSettings.LooksLikeAddress(a)) is { } bad) throw new Refused("schedule_address", bad);
        List<(string, string)> all =
        [
            .. people.Select(p => (ReportRecipient.Person, p.Id.ToString(System.Globalization.CultureInfo.InvariantCulture))),
            .. roles.Select(r => (ReportRecipient.Role, r)), .. addresses.Select(a => (ReportRecipient.Address, a)),
        ];
        return all.Count is > 0 and <= MostRecipients ? all : throw new Refused("schedule_recipients", MostRecipients);
    }
}
