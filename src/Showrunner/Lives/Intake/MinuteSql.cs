namespace Showrunner.Lives.Intake;

/// <summary>How a batch of events changes the minutes that are stored; both databases understand it.</summary>
internal static class MinuteSql
{
    public static readonly string[] Columns = ["session_id", "minute", "source", "product", "is_total", "version", "sampled_at", .. LiveMeasures.Columns];

    /// <summary>What follows an INSERT of <see cref="Columns"/>: the rule of <see cref="MinuteRow.Take(MinuteRow)"/>.</summary>
    public static readonly string Upsert =
        $"ON CONFLICT (session_id, minute, source, product, is_total) DO UPDATE SET version = excluded.version, {string.Join(", ", LiveMeasures.All.Select(Merge))}, " +
        "sampled_at = CASE WHEN excluded.sampled_at > live_minute.sampled_at THEN excluded.sampled_at ELSE live_minute.sampled_at END";

    private static string Merge(LiveMeasure measure)
    {
        var column = LiveMeasures.Columns[(int)measure];
        var (own, more) = ("live_minute." + column, "excluded." + column);
        var known = $"WHEN {more} IS NULL THEN {own} WHEN {own} IS NULL THEN {more}";
        var highest = $"CASE WHEN {own} > {more} THEN {own} ELSE {more} END";
        var rest = LiveMeasures.IsLevel(measure) ? $"CASE WHEN excluded.sampled_at >= live_minute.sampled_at THEN {more} ELSE {own} END"
            : measure == LiveMeasure.ViewersMost ? highest
            : $"CASE WHEN live_minute.is_total THEN {highest} ELSE {own} + {more} END";
        return $"{column} = CASE {known} ELSE {rest} END";
    }
}
