using Showrunner.Lives.Intake;
using Showrunner.Lives.Sessions;
using Showrunner.Lives.Watching;

namespace Showrunner.Lives.Usual;

/// <summary>The figure that lies furthest below what is usual at this point of a show, for this creator where he has shows enough, else in the market.</summary>
/// <param name="Seen">So far, or the level now.</param>
/// <param name="Usual">What shows usually have by then.</param>
/// <param name="Low">One show in ten has less.</param>
/// <param name="Shows">How many shows say so, and how many of them are the creator's own.</param>
public sealed record WorstFigure(LiveMeasure Measure, double Seen, double Usual, double Low, int Shows, int OwnShows)
{
    public static readonly IReadOnlyList<LiveMeasure> Compared = [LiveMeasure.Gmv, LiveMeasure.OrdersPaid, LiveMeasure.Viewers, LiveMeasure.ProductClicks, LiveMeasure.Comments];
    private const int FirstMinute = 5;

    /// <summary>Null where none lies below what nine shows in ten have, or too little is known.</summary>
    public static WorstFigure? Of(LiveSession session, ShowFigures figures, UsualShows usual)
    {
        if (usual.Minutes(session) is not { } length) return null;
        WorstFigure? worst = null;
        foreach (var measure in Compared)
        {
            if (figures.Series(measure) is not { } series || usual.Baseline(measure, session.CreatorName) is not { } baseline) continue;
            var (isLevel, over) = (LiveMeasures.IsLevel(measure), figures.Known(measure));
            if (over < FirstMinute) continue;
            if (isLevel && session.EndedAt is not null) continue;
            var expected = isLevel ? baseline.At(over - 1, length) : baseline.By(over - 1, length);
            var seen = isLevel ? series.Total : Math.Max(0, series.Total - series.Values.Skip(over).Sum(value => value ?? 0));
            if (seen >= expected.Low || expected.Usual <= 0) continue;
            if (worst is null || seen / expected.Usual < worst.Seen / worst.Usual) worst = new(measure, seen, expected.Usual, expected.Low, usual.Shows, usual.OwnShows(session.CreatorName));
        }
        return worst;
    }
}
