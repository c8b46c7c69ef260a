using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts.Feeds;
using Showrunner.Data;
using Showrunner.Office;
using Showrunner.Platform;

namespace Showrunner.Tasks;

/// <summary>One's own open tasks on the day they are due.</summary>
public sealed class TaskDeadlines(AppDb db) : CalendarSource
{
    public override string Code => "tasks";
    public override string TitleKey => "feed.tasks";

    public override async Task<IReadOnlyList<CalendarEvent>> Events(Actor reader, DateOnly from, Func<string, Uri?> link, CancellationToken cancel)
    {
        if (!reader.May(TasksRoom.Work)) return [];
        var tasks = await db.TeamTasks.AsNoTracking().Where(t => t.PersonId == reader.PersonId && t.DoneAt == null && t.DueDay >= from).OrderBy(t => t.DueDay).ThenBy(t => t.Id).ToListAsync(cancel);
        return [.. tasks.Where(t => reader.SeesMarket(t.MarketId)).Select(t => new CalendarEvent(string.Create(CultureInfo.InvariantCulture, $"task-{t.Id}@showrunner"), t.Title, EventTime.AllDay(t.DueDay, t.DueDay))
        {
            Description = t.Note.Length > 0 ? t.Note : t.SubjectName.Length > 0 ? t.SubjectName : null,
            Link = link(t.SubjectPath.Length > 0 ? t.SubjectPath : "/today"),
            IsFree = true,
        })];
    }
}
