using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Lives.Intake;
using Showrunner.Lives.Watching;

namespace Showrunner.Lives.Sessions;

/// <summary>
/// Single events are kept for a set time after their show, its minutes and what stands on its chart for ever.
/// A show that nobody ended ends with its last event.
/// </summary>
public static class ForgetEvents
{
    public const int UsualDays = 30;
    private static readonly EventKind[] Kept = [.. Enum.GetValues<EventKind>().Where(EventKinds.IsMark)];

    /// <returns>How many events were forgotten.</returns>
    public static async Task<int> Handle(int days, AppDb db, DateTimeOffset now, CancellationToken cancel)
    {
        var givenUp = now - LiveBoard.GivenUpAfter;
        await db.LiveSessions.Where(s => s.EndedAt == null && s.StartedAt < givenUp && (s.LastReceivedAt == null || s.LastReceivedAt < givenUp)).ExecuteUpdateAsync(s => s.SetProperty(x => x.EndedAt, x => x.LastEventAt ?? x.StartedAt), cancel);
        var old = now.AddDays(-days);
        var sessions = db.LiveSessions.Where(s => s.EndedAt < old).Select(s => s.Id);
        return await db.LiveEvents.Where(e => sessions.Contains(e.SessionId) && !Kept.Contains(e.Kind)).ExecuteDeleteAsync(cancel);
    }
}
