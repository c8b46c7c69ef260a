using Showrunner.Lives.Watching;

namespace Showrunner.Lives.Alerts;

/// <summary>Nothing was received for two minutes.</summary>
public sealed class FeedSilent : AlertRule
{
    public override string Code => "feed_silent";

    public override IEnumerable<Sighting> Look(WatchedShow show)
    {
        if (show.Feed is { State: FeedHealth.Silent, SilentSeconds: { } silent }) yield return new("", (decimal)Math.Floor(silent / 60), null);
    }
}
