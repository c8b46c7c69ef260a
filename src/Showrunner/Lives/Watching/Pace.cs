using Showrunner.Lives.Sessions;

namespace Showrunner.Lives.Watching;

/// <summary>GMV so far ÷ what the target asks for by now, were it reached evenly over the planned length.</summary>
public static class Pace
{
    /// <summary>Before this a pace says nothing.</summary>
    public static readonly TimeSpan From = TimeSpan.FromMinutes(5);

    public static double? Of(LiveSession session, long? gmv, DateTimeOffset now)
    {
        if (session.TargetMinor is not { } target || gmv is not { } reached) return null;
        var elapsed = (session.EndedAt ?? now) - session.StartedAt;
        if (session.EndedAt is not null) return (double)reached / target;
        if (session.PlannedMinutes is not { } length || elapsed < From) return null;
        return reached / (target * Math.Min(1, elapsed.TotalMinutes / length));
    }
}
