using Showrunner.Lives.Intake;
using Showrunner.Lives.Sessions;

namespace Showrunner.Lives.Watching;

/// <summary>How fresh and how complete what is known of a show is.</summary>
/// <param name="State">waiting (nothing yet), fresh, late (it comes, but long after it happened), silent, over.</param>
/// <param name="SilentSeconds">Since anything was received.</param>
/// <param name="DelaySeconds">Between the latest event and its receipt.</param>
/// <param name="Covered">Share of the show's minutes that any source tells of.</param>
public sealed record FeedHealth(string State, double? SilentSeconds, double? DelaySeconds, double Covered)
{
    public const string Waiting = "waiting", Fresh = "fresh", Late = "late", Silent = "silent", Over = "over";
    public static readonly TimeSpan SilentAfter = TimeSpan.FromMinutes(2);

    public static FeedHealth Of(LiveSession session, ShowFigures figures, DateTimeOffset now)
    {
        var silence = session.LastReceivedAt is { } received ? (now - received).TotalSeconds : (double?)null;
        var delay = session.LastReceivedAt is { } last && session.LastEventAt is { } happened ? Math.Max(0, (last - happened).TotalSeconds) : (double?)null;
        var state = session.EndedAt is not null ? Over : silence is null ? Waiting
            : silence > SilentAfter.TotalSeconds ? Silent
            : delay > Batch.LateAfter.TotalSeconds ? Late : Fresh;
        return new(state, silence, delay, figures.Covered);
    }
}
