using Showrunner.Engine.Live.Shows;
using Showrunner.Lives.Sessions;

namespace Showrunner.Lives.Watching;

/// <summary>GMV so far ÷ what the target asks for by now: its share that shows usually have by this minute, or the share of the planned length where no course is known.</summary>
public static class Pace
{
    /// <summary>Before this a pace says nothing.</summary>
    public static readonly TimeSpan From = TimeSpan.FromMinutes(5);

    /// <param name="curve">How GMV usually comes in over a show; null where too few shows say so.</param>
    public static double? Of(LiveSession session, long? gmv, DateTimeOffset now, ShowCurve? curve)
    {
        if (session.TargetMinor is not { } target || gmv is not { } reached) return null;
        var elapsed = (session.EndedAt ?? now) - session.StartedAt;
        if (session.EndedAt is not null) return (double)reached / target;
        if (session.PlannedMinutes is not { } length || elapsed < From) return null;
        return reached / (target * Share(curve, Math.Min(length, elapsed.TotalMinutes), length));
    }

    private static double Share(ShowCurve? curve, double minutes, int length)
    {
        if (curve is null) return minutes / length;
        var (shares, over) = (curve.Shares(length), (int)minutes);
        var before = over == 0 ? 0 : shares[over - 1];
        return Math.Max(1e-3, over >= length ? 1 : before + (minutes - over) * (shares[over] - before));
    }
}
