using Showrunner.Engine.Live.Shows;
using Showrunner.Lives.Intake;

namespace Showrunner.Lives.Usual;

/// <summary>A show that is over, in the figures that shows are compared by.</summary>
/// <param name="Creator">Handle; empty where none is known.</param>
/// <param name="Category">Path of what the creator says to be in; empty where unknown.</param>
/// <param name="Minutes">How long it lasted.</param>
public sealed record PastCourse(string Creator, string Category, int Minutes, IReadOnlyDictionary<LiveMeasure, double[]> Figures)
{
    /// <summary>Figures of which a usual course is learned.</summary>
    public static readonly IReadOnlyList<LiveMeasure> Measures = [LiveMeasure.Gmv, LiveMeasure.OrdersPaid, LiveMeasure.Viewers, LiveMeasure.Views, LiveMeasure.Joined, LiveMeasure.ProductClicks, LiveMeasure.Comments, LiveMeasure.Refunds, LiveMeasure.Complaints];

    public PastShow? In(LiveMeasure measure) => Figures.TryGetValue(measure, out var minutes) ? new PastShow(Creator, Category, minutes) : null;

    /// <summary>A figure minute by minute. Where a source counts at all, a minute of which it says nothing had none; a level that nobody told is not known.</summary>
    internal static double[] Of(LiveMeasure measure, IReadOnlyList<long?> values) =>
        [.. values.Select(value => value is { } known ? Math.Max(0, known) : LiveMeasures.IsLevel(measure) ? double.NaN : 0)];
}
