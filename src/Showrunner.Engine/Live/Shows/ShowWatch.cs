namespace Showrunner.Engine.Live.Shows;

/// <summary>A figure to watch in a show, and for what (the model's test).</summary>
public sealed record WatchedMetric(string Name, MinuteModel Model);

/// <summary>
/// Watches the figures of one running show minute by minute. The false alarms it may raise in an hour are shared evenly among the figures (a union bound), so that all together stay
/// below. A trouble is told once, and again only after the figure was as usual in between. When a minute is restated
/// later, go on from a state saved before it, or from the start: a show of three hours takes a fraction of a millisecond.
/// </summary>
public sealed class ShowWatch
{
    private readonly IReadOnlyList<WatchedMetric> _metrics;
    private readonly int _length;
    private readonly double _each;
    private readonly MinuteState[] _states;

    /// <param name="metrics">Figures and their models; a figure may be watched for more than one thing.</param>
    /// <param name="length">Minutes of the show as planned, at least 1.</param>
    /// <param name="falsePerHour">False alarms an hour, all figures together, above 0.</param>
    /// <param name="from">What <see cref="Save"/> gave for the same metrics; null at the start of the show.</param>
    /// <exception cref="ArgumentOutOfRangeException">No minute, or no false alarm allowed.</exception>
    /// <exception cref="ArgumentException">The saved states are not of these metrics.</exception>
    public ShowWatch(IReadOnlyList<WatchedMetric> metrics, int length, double falsePerHour = 0.1, IReadOnlyList<MinuteState>? from = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(falsePerHour);
        if (from is not null && from.Count != metrics.Count) throw new ArgumentException($"{from.Count} states for {metrics.Count} metrics.", nameof(from));
        (_metrics, _length, _each, _states) = (metrics, length, falsePerHour / Math.Max(1, metrics.Count), from?.ToArray() ?? new MinuteState[metrics.Count]);
    }

    /// <summary>One state for each metric, in their order.</summary>
    public IReadOnlyList<MinuteState> Save() => [.. _states];

    /// <summary>What is usual in the next minute and its standard deviation, in the order of the metrics.</summary>
    public (double Usual, double Deviation) Usual(int metric, bool? pinned = null) => _metrics[metric].Model.Next(_states[metric], _length, pinned);

    /// <summary>Takes the next minute in.</summary>
    /// <param name="values">One for each metric, in their order; NaN where nothing is known.</param>
    /// <param name="pinned">Whether a product is pinned in it; null when not known.</param>
    /// <returns>What is to be told, most often nothing.</returns>
    /// <exception cref="ArgumentException">Not as many values as metrics, or one below 0; nothing is taken in.</exception>
    public IReadOnlyList<MinuteAlarm> Add(ReadOnlySpan<double> values, bool? pinned = null)
    {
        if (values.Length != _metrics.Count) throw new ArgumentException($"{values.Length} values for {_metrics.Count} metrics.", nameof(values));
        foreach (var value in values)
            if (value < 0 || double.IsInfinity(value)) throw new ArgumentException($"A minute's figure is not below 0, but one is {value}.", nameof(values));
        List<MinuteAlarm>? alarms = null;
        for (var i = 0; i < values.Length; i++)
        {
            var (name, model) = _metrics[i];
            var minute = _states[i].Minute;
            var state = _states[i] = model.After(_states[i], values[i], _length, pinned);
            if (state.Evidence <= 0 || state.Told || model.FalsePerHour(state.Evidence) is var rate && rate > _each) continue;
            _states[i] = state with { Told = true };
            (alarms ??= []).Add(new MinuteAlarm(name, model.Test, minute, state.Since, state.Seen / state.Counted, state.Usual / state.Counted, state.Evidence, rate));
        }
        return alarms ?? (IReadOnlyList<MinuteAlarm>)[];
    }
}
