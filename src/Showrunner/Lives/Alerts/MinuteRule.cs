using Showrunner.Engine.Live.Shows;
using Showrunner.Lives.Intake;

namespace Showrunner.Lives.Alerts;

/// <summary>A figure that strays from its own baseline by the minute, as far as shows that go as usual hardly ever do.</summary>
public abstract class MinuteRule(LiveMeasure measure, MinuteTest test) : AlertRule
{
    /// <summary>What is watched in every show; the false alarms of an hour are shared among them.</summary>
    internal static readonly IReadOnlyList<(LiveMeasure Measure, MinuteTest Test)> Watched = [(LiveMeasure.Gmv, MinuteTest.Drop), (LiveMeasure.Refunds, MinuteTest.Spike), (LiveMeasure.Complaints, MinuteTest.Spike)];

    public override IEnumerable<Sighting> Look(WatchedShow show) =>
        show.Odd.Where(odd => odd.Measure == measure && odd.Test == test).Select(odd => new Sighting("", Rounded(odd.Seen), Rounded(odd.Usual)));

    /// <summary>By the minute; money in minor units.</summary>
    private static decimal Rounded(double value) => Math.Round((decimal)Math.Min(value, 1e15), 2);
}
