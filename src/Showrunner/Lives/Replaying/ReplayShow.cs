using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Lives.Intake;
using Showrunner.Lives.Sessions;
using Showrunner.Lives.Watching;
using Showrunner.Markets;
using Showrunner.Platform;

namespace Showrunner.Lives.Replaying;

/// <summary>
/// A show as it stood at a minute: as it was known then, from what had been received by that moment, and as it is known now,
/// with all that came later about the same minutes.
/// </summary>
public static class ReplayShow
{
    /// <param name="Minute">Minutes since the show began; its end where none is named.</param>
    public sealed record Request(int? Minute = null);

    /// <param name="Then">Null where nothing had been received.</param>
    /// <param name="Now">Null where no source tells it to this day.</param>
    public sealed record Figure(LiveMeasure Measure, long? Then, long? Now);

    /// <param name="IsComplete">False once single events were forgotten: then nobody knows any more when what was known.</param>
    public sealed record Response(long Id, string Title, string Market, DateTimeOffset StartedAt, DateTimeOffset At, int Minute, int Minutes, bool IsComplete, IReadOnlyList<Figure> Figures, IReadOnlyList<long?> GmvThen, IReadOnlyList<long?> GmvNow, IReadOnlyList<ShowSession.Mark> Marks);

    public static async Task<Response> Handle(long id, Request request, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        actor.Needs(LivesRoom.See);
        var session = await FindSession.Visible(db, actor).AsNoTracking().FirstOrDefaultAsync(s => s.Id == id, cancel) ?? throw new Refused("not_found");
        var market = await db.Markets.Where(m => m.Id == session.MarketId).Select(m => m.Code).SingleAsync(cancel);
        var minutes = (int)Math.Clamp(Math.Ceiling(((session.EndedAt ?? clock.GetUtcNow()) - session.StartedAt).TotalMinutes), 1, ShowFigures.Longest);
        var minute = request.Minute ?? minutes;
        if (minute < 0 || minute > minutes) throw new Refused("live_replay_minute", minutes);
        var at = session.StartedAt.AddMinutes(minute);
        var events = await db.LiveEvents.AsNoTracking().Where(e => e.SessionId == id && e.At <= at).OrderBy(e => e.At).ThenBy(e => e.EventNo).ToListAsync(cancel);
        var told = await db.LiveFeeds.Where(f => f.SessionId == id).SumAsync(f => f.Events, cancel);
        var isComplete = told <= await db.LiveEvents.LongCountAsync(e => e.SessionId == id, cancel);
        var (then, now) = (Of(events.Where(e => e.ReceivedAt <= at)), Of(events));
        return new(id, session.Title, market, session.StartedAt, at, minute, minutes, isComplete,
            [.. LiveMeasures.All.Where(measure => measure is not (LiveMeasure.ViewersSum or LiveMeasure.ViewersSeen) && now.Total(measure) is not null).Select(measure => new Figure(measure, then.Total(measure), now.Total(measure)))],
            then.Series(LiveMeasure.Gmv)?.Values ?? [], now.Series(LiveMeasure.Gmv)?.Values ?? [],
            [.. events.Where(e => EventKinds.IsMark(e.Kind)).Select(e => new ShowSession.Mark(e.At, e.Kind, e.Product, e.Text, e.Source))]);

        ShowFigures Of(IEnumerable<LiveEvent> known)
        {
            var count = new CountMinutes();
            foreach (var happened in known) count.Take(happened);
            return new ShowFigures(session, count.Rows, at, upTo: at);
        }
    }
}
