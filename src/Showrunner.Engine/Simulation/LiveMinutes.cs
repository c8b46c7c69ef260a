namespace Showrunner.Engine.Simulation;

/// <summary>What a LIVE session came to.</summary>
/// <param name="Minutes">How long it ran, at least 1.</param>
/// <param name="Views">People who came in, counted again when they came again.</param>
/// <param name="PeakViewers">Most who watched at once.</param>
/// <param name="Likes">Likes given.</param>
/// <param name="Comments">Comments written.</param>
/// <param name="ProductClicks">Clicks on products.</param>
/// <param name="Orders">Orders paid for.</param>
/// <param name="Items">Pieces in them.</param>
/// <param name="GmvMinor">Their worth in minor units of money.</param>
public sealed record LiveSession(int Minutes, long Views, long PeakViewers, long Likes, long Comments, long ProductClicks, long Orders, long Items, long GmvMinor);

/// <summary>One minute of it; <see cref="Viewers"/> is who is there, all else what was added in this minute.</summary>
/// <param name="Minute">From 0.</param>
/// <param name="Viewers">Who is watching now; the most of all minutes is the session's peak.</param>
/// <param name="Views">Who came in.</param>
/// <param name="Likes">Likes given.</param>
/// <param name="Comments">Comments written.</param>
/// <param name="ProductClicks">Clicks on products.</param>
/// <param name="Orders">Orders paid for.</param>
/// <param name="Items">Pieces in them.</param>
/// <param name="GmvMinor">Their worth in minor units of money.</param>
public readonly record struct LiveMinute(int Minute, long Viewers, long Views, long Likes, long Comments, long ProductClicks, long Orders, long Items, long GmvMinor);

/// <summary>
/// A LIVE minute by minute: people come in a wave, with a rush whenever a product is shown at a price, and the minutes add up to the session exactly
/// (running totals are rounded, so that what one minute loses the next one gets).
/// </summary>
public static class LiveMinutes
{
    private const int RushEvery = 17;

    /// <summary>The minutes of a session in order. The same session and chance give the same minutes.</summary>
    /// <param name="session">What it came to.</param>
    /// <param name="chance">The session's own chance.</param>
    /// <exception cref="ArgumentOutOfRangeException">It ran no minute.</exception>
    public static IEnumerable<LiveMinute> Of(LiveSession session, Chance chance)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(session.Minutes, 1);
        return Minutes(session, Crowd(session.Minutes, ref chance), Buying(session.Minutes, ref chance));
    }

    private static IEnumerable<LiveMinute> Minutes(LiveSession s, double[] crowd, double[] buying)
    {
        var (comes, buys) = (crowd.Sum(), 0.0);
        for (var i = 0; i < s.Minutes; i++) buys += crowd[i] * buying[i];
        var (most, came, bought) = (crowd.Max(), 0.0, 0.0);
        for (var i = 0; i < s.Minutes; i++)
        {
            var (from, begun) = (came / comes, bought / buys);
            came += crowd[i];
            bought += crowd[i] * buying[i];
            // The last minute takes all that is left, whatever the sums lost in rounding.
            var (to, done) = i == s.Minutes - 1 ? (1, 1) : (came / comes, bought / buys);
            yield return new LiveMinute(i, (long)Math.Round(s.PeakViewers * crowd[i] / most), Part(s.Views, from, to), Part(s.Likes, from, to), Part(s.Comments, from, to),
                Part(s.ProductClicks, begun, done), Part(s.Orders, begun, done), Part(s.Items, begun, done), Part(s.GmvMinor, begun, done));
        }
    }

    private static long Part(long all, double from, double to) => (long)Math.Round(all * to) - (long)Math.Round(all * from);

    /// <summary>How full it is: fills in the first fifth, thins out in the last quarter, and wavers.</summary>
    private static double[] Crowd(int minutes, ref Chance chance)
    {
        var crowd = new double[minutes];
        var mood = 0.0;
        for (var i = 0; i < minutes; i++)
        {
            var t = (i + 0.5) / minutes;
            mood = 0.85 * mood + 0.12 * chance.Normal();
            crowd[i] = Math.Min(1, 0.25 + t * 3.75) * Math.Min(1, 0.3 + (1 - t) * 2.8) * Math.Exp(mood);
        }
        return crowd;
    }

    /// <summary>How much each of them buys: a rush every quarter of an hour, little between.</summary>
    private static double[] Buying(int minutes, ref Chance chance)
    {
        var buying = new double[minutes];
        var next = chance.Below(RushEvery);
        for (var i = 0; i < minutes; i++)
        {
            if (i > next + 3) next += RushEvery + chance.Between(-4, 4);
            buying[i] = (i >= next ? 2.5 : 0.6) * chance.LogNormal(0.2);
        }
        return buying;
    }
}
