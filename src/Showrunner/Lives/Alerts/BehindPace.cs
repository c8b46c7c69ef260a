using Showrunner.Lives.Intake;
using Showrunner.Lives.Watching;

namespace Showrunner.Lives.Alerts;

/// <summary>After a quarter of an hour GMV is below four fifths of what the target asks for by then.</summary>
public sealed class BehindPace : AlertRule
{
    private const double Below = 0.8;
    private static readonly TimeSpan From = TimeSpan.FromMinutes(15);

    public override string Code => "behind_pace";

    public override IEnumerable<Sighting> Look(WatchedShow show)
    {
        var session = show.Show.Session;
        if (show.Now - session.StartedAt < From) yield break;
        if (Pace.Of(session, show.Figures.Total(LiveMeasure.Gmv), show.Figures.KnownAt(LiveMeasure.Gmv, show.Now), show.Usual.Baseline(LiveMeasure.Gmv, session.CreatorName)?.Curve) is { } pace and < Below) yield return new("", (decimal)pace, 1);
    }
}
