using Showrunner.Engine.Live.Shows;
using Showrunner.Lives.Alerts;
using Showrunner.Lives.Intake;
using Showrunner.Lives.Sessions;
using Showrunner.Lives.Watching;

namespace Showrunner.Lives.Usual;

/// <summary>What is odd in a running show now: it was told and has not gone back to usual since.</summary>
/// <param name="Seen">Mean of the last three minutes.</param>
/// <param name="Usual">What is usual now, as this show and others went.</param>
public sealed record OddMinutes(LiveMeasure Measure, MinuteTest Test, double Seen, double Usual, int SinceMinute)
{
    /// <summary>False alarms that an hour of a show as usual may bring, all figures together.</summary>
    private const double FalsePerHour = 0.1;
    private const int Recent = 3;

    /// <summary>The show is gone through anew each time, so that a minute which came late or was restated counts as it is known now.</summary>
    public static IReadOnlyList<OddMinutes> Of(LiveSession session, ShowFigures figures, UsualShows usual)
    {
        var watched = MinuteRule.Watched.Select(w => (w.Measure, w.Test, Series: figures.Series(w.Measure), Model: usual.Model(w.Measure, w.Test))).Where(w => w.Series is not null && w.Model is not null).ToList();
        if (watched.Count == 0 || usual.Minutes(session) is not { } length) return [];
        var watch = new ShowWatch([.. watched.Select(w => new WatchedMetric(w.Measure.ToString(), w.Model!))], Math.Max(length, figures.Minutes), FalsePerHour);
        var values = watched.ConvertAll(w => PastCourse.Of(w.Measure, w.Series!.Values));
        var known = watched.ConvertAll(w => figures.Known(w.Measure));
        var told = new double[watched.Count];
        for (var minute = 0; minute < figures.Minutes - 1; minute++) // the running one is not over
        {
            for (var i = 0; i < told.Length; i++) told[i] = minute < known[i] ? values[i][minute] : double.NaN;
            watch.Add(told);
        }
        return [.. watch.Save().Select((state, i) => (state, i)).Where(s => s.state is { Told: true, Counted: > 0 })
            .Select(s => new OddMinutes(watched[s.i].Measure, watched[s.i].Test, Mean(values[s.i].Take(Math.Min(known[s.i], figures.Minutes - 1))), watch.Usual(s.i).Usual, s.state.Since)).Where(odd => odd.Lasts)];
    }

    /// <summary>Evidence that has piled up goes down slowly; whether it is still so, the last minutes say.</summary>
    private bool Lasts => Test == MinuteTest.Spike ? Seen > 1.5 * Usual : Seen < 0.5 * Usual;

    private static double Mean(IEnumerable<double> minutes) => minutes.Where(value => !double.IsNaN(value)).TakeLast(Recent).DefaultIfEmpty().Average();
}
