using System.Globalization;
using Showrunner.Lives.Sessions;

namespace Showrunner.Demo.Shows;

/// <summary>A LIVE of the demo market that is played again: which one, since when and how fast. All of it stands in the show's number, so that another process goes on where one stopped.</summary>
/// <param name="Speed">Minutes of the show in a minute; above 1 it seems to have begun earlier and catches up with now by its end.</param>
/// <param name="PlayedFrom">When somebody pressed the button.</param>
public sealed record DemoShow(int Speed, DateTimeOffset PlayedFrom, string ContentNo)
{
    public const string Mark = "demo-";
    public const int Fastest = 600;

    public string Number => string.Create(CultureInfo.InvariantCulture, $"{Mark}{Speed}-{PlayedFrom.ToUnixTimeSeconds()}-{ContentNo}");

    public static DemoShow? Of(LiveSession session) =>
        session.Number.Split('-') is ["demo", var speed, var from, var content] && int.TryParse(speed, NumberStyles.None, CultureInfo.InvariantCulture, out var times) && times is >= 1 and <= Fastest
        && long.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? new(times, DateTimeOffset.FromUnixTimeSeconds(seconds), content) : null;

    /// <summary>When it must begin, so that so much of it is over when it is first seen.</summary>
    public DateTimeOffset Start(TimeSpan length, TimeSpan over) => PlayedFrom - over - (length - over) * (1 - 1.0 / Speed);

    /// <summary>How much of the show has happened by now.</summary>
    public TimeSpan PlayedBy(DateTimeOffset now, DateTimeOffset start, TimeSpan length)
    {
        var over = (PlayedFrom - start - length * (1 - 1.0 / Speed)) * Speed;
        var played = over + (now - PlayedFrom) * Speed;
        return played < now - start ? played : now - start;
    }
}
