namespace Showrunner.Engine.Live.Streams;

/// <summary>All that a watch remembers, about ten kilobytes of plain numbers: store it as it is, in any format that keeps doubles exactly, and go on from it with the same answers.</summary>
public sealed record WatchState
{
    public long Count { get; set; }
    public DateTime Last { get; set; }
    /// <summary>Usual time between values, in seconds.</summary>
    public double Pause { get; set; }
    /// <summary>Smallest and largest value.</summary>
    public double Least { get; set; }
    public double Most { get; set; }
    public double Level { get; set; }
    /// <summary>Values by quarter hour of the day and by half hour of the week, and how often each place was seen.</summary>
    public double[] Day { get; set; } = new double[Baseline.DayPlaces];
    public int[] DaySeen { get; set; } = new int[Baseline.DayPlaces];
    public double[] Week { get; set; } = new double[Baseline.WeekPlaces];
    public int[] WeekSeen { get; set; } = new int[Baseline.WeekPlaces];
    /// <summary>Faded mean error of level, day and week as guesses of the next value.</summary>
    public double[] Errors { get; set; } = new double[Baseline.Guesses];
    /// <summary>Deviations from level, day and week.</summary>
    public PathState[] Paths { get; set; } = [.. Enumerable.Range(0, Baseline.Guesses).Select(_ => new PathState())];
    /// <summary>How rare what was told last was (−log10 of its chance), and how many values there were by then.</summary>
    public double Told { get; set; }
    public long ToldAt { get; set; }

    /// <summary>A copy that shares nothing with this one.</summary>
    public WatchState Copy() => this with
    {
        Day = [.. Day],
        DaySeen = [.. DaySeen],
        Week = [.. Week],
        WeekSeen = [.. WeekSeen],
        Errors = [.. Errors],
        Paths = [.. Paths.Select(p => p.Copy())],
    };
}
