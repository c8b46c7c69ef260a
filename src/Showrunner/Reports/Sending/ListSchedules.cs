using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Markets;
using Showrunner.Platform;

namespace Showrunner.Reports.Sending;

/// <summary>What is made and sent by itself in the markets that one sees.</summary>
public static class ListSchedules
{
    /// <param name="LastIssue">Number of the newest one made.</param>
    public sealed record Response(
        long Id, string Market, string Name, string Report, string SubjectName, string Span, string Compare, string Language, string Formats,
        string Every, int Day, string Time, bool SkipsDaysOff, bool NeedsApproval, string Owner, bool Paused, DateTimeOffset NextDue, long? LastIssue,
        IReadOnlyList<string> Recipients);

    public static async Task<IReadOnlyList<Response>> Handle(string? market, AppDb db, Actor actor, CancellationToken cancel)
    {
        actor.Needs(ReportsRoom.Make);
        var markets = await db.Markets.AsNoTracking().Where(m => market == null || m.Code == market).ToDictionaryAsync(m => m.Id, cancel);
        var seen = markets.Keys.Where(actor.SeesMarket).ToList();
        var schedules = await db.ReportSchedules.AsNoTracking().Where(s => seen.Contains(s.MarketId)).OrderBy(s => s.NextDue).ThenBy(s => s.Id).ToListAsync(cancel);
        var ids = schedules.ConvertAll(s => s.Id);
        var recipients = (await db.ReportRecipients.AsNoTracking().Where(r => ids.Contains(r.ScheduleId)).OrderBy(r => r.Id).ToListAsync(cancel)).ToLookup(r => r.ScheduleId);
        var last = await db.ReportIssues.Where(i => ids.Contains(i.ScheduleId)).GroupBy(i => i.ScheduleId).Select(g => new { g.Key, Id = g.Max(i => i.Id) }).ToDictionaryAsync(g => g.Key, g => g.Id, cancel);
        var people = await db.People.AsNoTracking().ToDictionaryAsync(p => p.Id, p => p.Name, cancel);
        return [.. schedules.Select(s => new Response(s.Id, markets[s.MarketId].Code, s.Name, s.Report, s.SubjectName, s.Span, s.Compare, s.Language, s.Formats,
            s.Every, s.Day, TimeOnly.MinValue.AddMinutes(s.Minute).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture), s.SkipsDaysOff, s.NeedsApproval, s.OwnerName, s.PausedAt is not null, s.NextDue,
            last.TryGetValue(s.Id, out var issue) ? issue : null, [.. recipients[s.Id].Select(r => Said(r, people))]))];
    }

    private static string Said(ReportRecipient recipient, Dictionary<long, string> people) =>
        recipient.Kind == ReportRecipient.Person && long.TryParse(recipient.Value, out var id) ? people.GetValueOrDefault(id, "?") : recipient.Value;

    /// <summary>A schedule of a market that one sees.</summary>
    internal static async Task<ReportSchedule> Own(long id, AppDb db, Actor actor, CancellationToken cancel)
    {
        var schedule = await db.ReportSchedules.FirstOrDefaultAsync(s => s.Id == id, cancel);
        return schedule is not null && actor.SeesMarket(schedule.MarketId) ? schedule : throw new Refused("not_found");
    }
}
