namespace Showrunner.Engine.Live.Streams;

/// <summary>How a stream is watched. The numbers were chosen on drawn series; what halving or doubling them does is told by <c>./bench/run anomaly --validate</c>.</summary>
public sealed record WatchSettings
{
    /// <summary>Values that the level and the competition of the baselines remember.</summary>
    public int Memory { get; init; } = 2000;
    /// <summary>Lengths, in values, over which a lasting deviation adds up, beside the single value.</summary>
    public int Short { get; init; } = 6;
    public int Long { get; init; } = 36;
    /// <summary>Values over which what was told fades: until then only something clearly rarer is told again. About a day of five minutes.</summary>
    public int Quiet { get; init; } = 300;
    /// <summary>Values before anything is told.</summary>
    public int Learning { get; init; } = 50;
    /// <summary>Nominal share of usual values that may be told, 0 to 1: an alarm is what is at most so probable.</summary>
    public double Rate { get; init; } = 0.01;
}
