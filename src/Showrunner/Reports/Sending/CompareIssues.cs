using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Platform;

namespace Showrunner.Reports.Sending;

/// <summary>
/// An issue beside an earlier one: how the figures moved, and what was restated, that is what the earlier issue said of days that the later
/// one compares with, or tells again, in other numbers.
/// </summary>
public static class CompareIssues
{
    /// <param name="Metric">Code of the dictionary.</param>
    /// <param name="Label">In the issue's language.</param>
    /// <param name="Earlier">What the earlier issue said.</param>
    /// <param name="Later">What the later one says; money in major units.</param>
    public sealed record Row(string Metric, string Label, decimal? Earlier, decimal? Later);

    /// <param name="Moved">The figures of both, each about its own days.</param>
    /// <param name="Restated">Figures about the same days that are no longer what they were; null where the two say nothing about the same days.</param>
    public sealed record Response(long Id, long With, DateOnly EarlierFrom, DateOnly EarlierTo, IReadOnlyList<Row> Moved, IReadOnlyList<Row>? Restated);

    /// <param name="with">Number of the earlier one; the last before it of the same schedule when null.</param>
    public static async Task<Response?> Handle(long id, long? with, AppDb db, Actor actor, CancellationToken cancel)
    {
        actor.Needs(ReportsRoom.Make);
        var later = await ListIssues.Own(id, db, actor, cancel);
        var earlier = with is { } number ? await ListIssues.Own(number, db, actor, cancel)
            : await db.ReportIssues.AsNoTracking().Where(i => i.ScheduleId == later.ScheduleId && i.Id < id && i.State != ReportIssue.Failed).OrderByDescending(i => i.Id).FirstOrDefaultAsync(cancel);
        if (earlier is null) return null;
        if (earlier.Report != later.Report || earlier.MarketId != later.MarketId || earlier.Subject != later.Subject) throw new Refused("issues_differ");
        var then = await Figures(earlier.Id, db, cancel);
        var now = await Figures(id, db, cancel);
        var both = now.Where(f => then.ContainsKey(f.Key)).Select(f => (f.Key, Now: f.Value, Then: then[f.Key])).ToList();
        var compared = new DayRange(later.FromDay, later.ToDay).ComparedWith(later.Compare);
        var earlierDays = new DayRange(earlier.FromDay, earlier.ToDay);
        var same = earlierDays == new DayRange(later.FromDay, later.ToDay);
        return new Response(id, earlier.Id, earlier.FromDay, earlier.ToDay,
            [.. both.Select(f => new Row(f.Key, f.Now.Label, Number(f.Then.Value), Number(f.Now.Value)))],
            same || earlierDays == compared
                ? [.. both.Select(f => new Row(f.Key, f.Now.Label, Number(f.Then.Value), Number(same ? f.Now.Value : f.Now.Before))).Where(r => r.Earlier != r.Later && r.Later is not null)]
                : null);
    }

    private static async Task<Dictionary<string, IssueFigure>> Figures(long issue, AppDb db, CancellationToken cancel) =>
        (await db.IssueFigures.AsNoTracking().Where(f => f.IssueId == issue).OrderBy(f => f.Place).ToListAsync(cancel)).DistinctBy(f => f.Metric).ToDictionary(f => f.Metric);

    private static decimal? Number(string value) => decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;
}
