namespace Showrunner.Web;

/// <summary>A figure against its comparison, in words: the difference, the share of it, and which way it went.</summary>
/// <param name="Absolute">"+120 M ₫", "±0" or "–".</param>
/// <param name="Percent">"+12.4%", empty where a share says nothing (rates, or nothing before).</param>
/// <param name="Sign">-1, 0 or 1; null where there is nothing to compare.</param>
public sealed record Change(string Absolute, string Percent, int? Sign)
{
    public static readonly Change None = new(Formats.Unknown, "", null);

    /// <summary>good, bad or flat, by the direction in which the metric should go.</summary>
    public string Mood(bool? upIsGood) => (Sign, upIsGood) switch
    {
        (null or 0, _) or (_, null) => "flat",
        (1, true) or (-1, false) => "good",
        _ => "bad",
    };
}
