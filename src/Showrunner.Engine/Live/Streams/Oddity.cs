namespace Showrunner.Engine.Live.Streams;

/// <summary>In what way a value is odd.</summary>
public enum Oddity
{
    /// <summary>It is as usual.</summary>
    None,
    /// <summary>This value is high or low for its time.</summary>
    High,
    Low,
    /// <summary>The last few values together are.</summary>
    HighLately,
    LowLately,
    /// <summary>A longer stretch is.</summary>
    HighForLong,
    LowForLong,
    /// <summary>It left the last value's deviation by an unusual step, up or down.</summary>
    Leap,
    /// <summary>Steps are larger than usual for some time.</summary>
    Restless,
    /// <summary>Steps are smaller than usual for some time: something stands still.</summary>
    Still,
}

/// <summary>What is to be said of one value.</summary>
/// <param name="Score">0, as usual, to 1; what was told already scores 0 until it fades or gets rarer.</param>
/// <param name="Chance">Of something at least as odd among usual values, 0 to 1, for all ways of being odd together (Bonferroni).</param>
/// <param name="Alarm">Whether to tell of it: rare enough, and news.</param>
/// <param name="Oddity">The way in which it is rarest.</param>
/// <param name="Seen">What was seen: the value, the mean of the stretch, or the size of steps.</param>
/// <param name="Usual">What is usual there, in the same unit.</param>
/// <param name="Low">Below this a tenth of usual values lie.</param>
/// <param name="High">Above this a tenth of them.</param>
public readonly record struct Watched(double Score, double Chance, bool Alarm, Oddity Oddity, double Seen, double Usual, double Low, double High);
