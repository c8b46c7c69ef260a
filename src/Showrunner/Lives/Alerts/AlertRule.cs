using Showrunner.Lives.Intake;
using Showrunner.Lives.Usual;
using Showrunner.Lives.Watching;

namespace Showrunner.Lives.Alerts;

/// <summary>A running show as rules look at it.</summary>
/// <param name="Marks">What happened in the last minutes.</param>
/// <param name="Usual">What is usual in the market's shows.</param>
/// <param name="Odd">What strays from it by the minute.</param>
public sealed record WatchedShow(ShowState Show, ShowFigures Figures, FeedHealth Feed, IReadOnlyList<LiveEvent> Marks, UsualShows Usual, IReadOnlyList<OddMinutes> Odd, DateTimeOffset Now);

/// <summary>One thing to look for in running shows.</summary>
public abstract class AlertRule
{
    /// <summary>Texts <c>live.alert.CODE</c>, <c>.saw</c> and <c>.try</c> say what it means.</summary>
    public abstract string Code { get; }

    public abstract IEnumerable<Sighting> Look(WatchedShow show);
}
