namespace Showrunner.Engine.Live.Streams;

/// <summary>What is remembered of the deviations from one baseline. Each baseline has its own, so that one which comes to be believed knows already what is usual of it.</summary>
public sealed record PathState
{
    /// <summary>Deviations learned from.</summary>
    public long Count { get; set; }
    /// <summary>The last deviation, and faded means over the short and the long stretch.</summary>
    public double Deviation { get; set; }
    public double ShortMean { get; set; }
    public double LongMean { get; set; }
    /// <summary>Faded mean size of steps over the long stretch, and what it usually is.</summary>
    public double StepMean { get; set; }
    public double UsualStep { get; set; }
    /// <summary>One for each <see cref="Oddity"/> but the first, in their order.</summary>
    public TailState[] Tails { get; set; } = [.. Enumerable.Range(0, (int)Oddity.Still).Select(_ => new TailState())];

    /// <summary>A copy that shares nothing with this one.</summary>
    public PathState Copy() => this with { Tails = [.. Tails.Select(t => t with { })] };
}
