using Showrunner.Engine.Live.Shows;
using Showrunner.Lives.Intake;
using Showrunner.Lives.Sessions;
using Showrunner.Lives.Watching;

namespace Showrunner.Lives.Usual;

/// <summary>What a running show's GMV is likely to come to. An estimate, never mixed with what is there.</summary>
/// <param name="LowMinor">One show in ten that stood like this came to less.</param>
/// <param name="HighMinor">One in ten to more.</param>
/// <param name="Minutes">How long the show is taken to last.</param>
/// <param name="IsPlannedLength">Else it is as long as such shows usually are.</param>
/// <param name="Shows">Past shows that it rests on.</param>
public sealed record ShowOutlook(long GmvMinor, long LowMinor, long HighMinor, int Minutes, bool IsPlannedLength, int Shows, int OwnShows)
{
    /// <summary>Null before minute ten, once the show is over, or where too few shows say how they go.</summary>
    public static ShowOutlook? Of(LiveSession session, ShowFigures figures, UsualShows usual)
    {
        var over = figures.Known(LiveMeasure.Gmv);
        if (session.EndedAt is not null || over < ShowForecast.FirstMinute || figures.Series(LiveMeasure.Gmv) is not { } gmv) return null;
        if (usual.Minutes(session) is not { } length || usual.Forecast(session.CreatorName) is not { } forecast) return null;
        length = Math.Max(length, over);
        // A minute that is not over has what it has, but says nothing of the pace.
        var ahead = forecast.At(over, length, Math.Max(0, gmv.Total - gmv.Values.Skip(over).Sum(value => value ?? 0)));
        return new(Math.Max(gmv.Total, (long)Math.Round(ahead.Expected)), Math.Max(gmv.Total, (long)Math.Round(ahead.Low)), Math.Max(gmv.Total, (long)Math.Round(ahead.High)), length, session.PlannedMinutes is not null, usual.Shows, usual.OwnShows(session.CreatorName));
    }
}
