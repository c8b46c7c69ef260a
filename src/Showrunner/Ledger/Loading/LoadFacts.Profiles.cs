using Showrunner.Creators;
using Showrunner.Data;

namespace Showrunner.Ledger.Loading;

// A fresher profile restates what an older one said; what it leaves out stays as it is.
public sealed partial class LoadFacts
{
    private static string[] ProfileTexts => ["bio", "language", "level", "region"];
    private static ColumnShape[] ProfileColumns =>
        [.. ProfileTexts.Select(T), L("agency_id"), D("profile_day"), new("last_contacted_at", ColumnType.Instant), L("hidden"), .. CreatorMeasure.Columns];
    private static readonly ColumnShape[] AgencyColumns = [L("id"), L("market_id"), T("agency_no"), T("name"), L("creator_split_ppm"), B("is_demo"), L("change_id")];

    /// <summary>The last profile that the file tells of each creator, beside what its other rows say of him.</summary>
    private const string WithProfile = """
        CREATE TABLE stage.creator_one AS SELECT a.*, coalesce(t.bio, '') AS bio, coalesce(t.language, '') AS language, coalesce(t.level, '') AS level, coalesce(t.region, '') AS region,
          coalesce(g.id, 0) AS agency_id, coalesce(t.told, 0) AS told, coalesce(t.hidden, 0) AS hidden, t.* EXCLUDE (row_no, handle, bio, language, level, region, agency_no, told, hidden)
          FROM stage.creator_named a LEFT JOIN (SELECT * FROM stage.creator_told QUALIFY row_number() OVER (PARTITION BY handle ORDER BY profile_day DESC, rowid DESC) = 1) t ON t.handle = a.handle
          LEFT JOIN stage.agency_id g ON g.agency_no = t.agency_no
        """;

    /// <summary>In the columns: does the profile <c>s</c> say anything that <c>k</c> does not know?</summary>
    private static string ProfileDiffers => $"""
        (s.profile_day IS NOT NULL AND (k.profile_day IS NULL OR s.profile_day > k.profile_day OR (s.profile_day = k.profile_day
          AND ({string.Join(" OR ", ProfileTexts.Select(t => $"(s.{t} <> '' AND s.{t} <> k.{t})"))} OR (s.agency_id <> 0 AND s.agency_id <> k.agency_id)
            OR {string.Join(" OR ", CreatorMeasure.All.Select(m => $"((s.told & {m.Bit}) <> 0 AND (s.{m.Low} IS DISTINCT FROM k.{m.Low} OR s.{m.High} IS DISTINCT FROM k.{m.High} OR (s.hidden & {m.Bit}) <> (k.hidden & {m.Bit})))"))}))
          OR (s.last_contacted_at IS NOT NULL AND (k.last_contacted_at IS NULL OR s.last_contacted_at > k.last_contacted_at))))
        """;

    /// <summary>In the truth: takes the profile <c>u</c> over, part by part.</summary>
    private static string TakeProfile
    {
        get
        {
            const string fresh = "(creator.profile_day IS NULL OR u.profile_day >= creator.profile_day)";
            IEnumerable<string> parts =
            [
                .. ProfileTexts.Select(t => Set(t, $"u.{t} <> '' AND {fresh}")), Set("agency_id", $"u.agency_id <> 0 AND {fresh}"), Set("profile_day", $"u.profile_day IS NOT NULL AND {fresh}"),
                Set("last_contacted_at", "u.last_contacted_at IS NOT NULL AND (creator.last_contacted_at IS NULL OR u.last_contacted_at > creator.last_contacted_at)"),
                $"hidden = CASE WHEN {fresh} THEN (creator.hidden & ~u.told) | u.hidden ELSE creator.hidden END",
                .. CreatorMeasure.All.SelectMany(m => new[] { m.Low, m.High }.Select(end => Set(end, $"(u.told & {m.Bit}) <> 0 AND {fresh}"))),
            ];
            return string.Join(", ", parts);

            static string Set(string column, string when) => $"{column} = CASE WHEN {when} THEN u.{column} ELSE creator.{column} END";
        }
    }
}
