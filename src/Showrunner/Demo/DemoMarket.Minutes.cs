using System.Globalization;
using Showrunner.Engine.Simulation;
using Showrunner.Ledger;

namespace Showrunner.Demo;

public sealed partial class DemoMarket
{
    internal IReadOnlyList<string> LiveComments => _words.LiveComments;

    /// <summary>A LIVE that was told, minute by minute; they add up to its figures. Made anew each time from its number, so none are kept.</summary>
    public IEnumerable<LiveMinute> MinutesOf(ContentDraft live)
    {
        var session = new LiveSession((int)Math.Max(1, (live.DurationSeconds ?? 0) / 60), live.Views ?? 0, live.PeakViewers ?? 0, live.Likes ?? 0, live.Comments ?? 0,
            live.ProductClicks ?? 0, live.Orders ?? 0, live.Items ?? 0, live.GmvMinor ?? 0);
        var number = long.Parse(live.ContentNo.AsSpan(3), CultureInfo.InvariantCulture);
        return LiveMinutes.Of(session, Chance.Of(_seed, _words.Number, (int)(number / 10_000), (int)(number % 10_000)));
    }
}
