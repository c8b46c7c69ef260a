namespace Showrunner.Lives.Sources.Files;

/// <summary>Whether the figures of a column are those of each minute or those since the show began.</summary>
/// <param name="IsSure">False where the figures could be either: then a person should look.</param>
public sealed record RunningTotal(bool IsTotal, bool IsSure)
{
    private const int Enough = 4, Steps = 3, Rarely = 10;

    /// <summary>A column that never falls and whose last value is several times its largest step is a running total; one that falls now and then may be one that was corrected.</summary>
    public static RunningTotal Of(IReadOnlyList<long> values)
    {
        var (falls, largest) = (0, 0L);
        for (var i = 1; i < values.Count; i++)
        {
            if (values[i] < values[i - 1]) falls++;
            largest = Math.Max(largest, values[i] - values[i - 1]);
        }
        var last = values.Count == 0 ? 0 : values[^1];
        if (last == 0) return new(false, true); // nothing happened, either way
        var isTotal = largest > 0 && last >= Steps * largest && falls * Rarely <= values.Count;
        return new(isTotal, isTotal ? falls == 0 && values.Count >= Enough : falls > 0);
    }
}
