using System.Globalization;
using Showrunner.Engine.Findings;
using Showrunner.Ledger;
using Showrunner.Platform;

namespace Showrunner.Insights.Findings;

/// <summary>
/// Hashtags that spread: in the titles of far more creators' videos of the latest week than of the seven weeks before, of all who posted.
/// Creators are counted, not videos: one who writes it under everything spreads nothing.
/// </summary>
internal static class FindHashtags
{
    public const string Kind = "hashtag_new", Subject = "hashtag";
    private const int Weeks = 8, Week = 7, FewestCreators = 8, Most = 5;
    private const double FalseShare = 0.05, TimesUsual = 2;

    public static async Task<IReadOnlyList<Found>> Handle(OpenMarket open, FindingScope scope, DateOnly last, CancellationToken cancel)
    {
        if (scope.Dimension != "market") return []; // a part's hashtags are what it always sells
        var (whole, _) = Weekly(await Read(open, last, "''", cancel)).GetValueOrDefault("", (new double[Weeks], 0));
        var tags = Weekly(await Read(open, last, @"unnest(list_distinct(regexp_extract_all(lower(title), '#([\p{L}\p{N}_]+)', 1)))", cancel)).Where(t => t.Value.Creators[^1] >= FewestCreators).ToList();
        var verdicts = tags.Select(t => ShareTest.Of(t.Value.Creators[..^1], whole[..^1], t.Value.Creators[^1], whole[^1])).ToList();
        var believed = Significance.Believed([.. verdicts.Select(v => v.Probability)], FalseShare);
        return [.. (from i in Enumerable.Range(0, tags.Count)
                    let verdict = verdicts[i]
                    where believed[i] && verdict.Observed >= TimesUsual * verdict.Expected
                    let more = (long)(tags[i].Value.Gmv * verdict.Difference / verdict.Observed)
                    orderby more descending
                    select new Found(Kind, Subject, 0, tags[i].Key, new DayRange(last.AddDays(1 - Week), last), verdict.Observed, verdict.Expected, verdict.Low, verdict.High, more, verdict.Probability) { History = tags[i].Value.Creators }).Take(Most)];
    }

    /// <summary>What is under whose videos in which week, and what the videos have sold since.</summary>
    private static Task<IReadOnlyList<object?[]>> Read(OpenMarket open, DateOnly last, string tag, CancellationToken cancel) => open.Rows(string.Create(CultureInfo.InvariantCulture, $"""
        SELECT tag, week, count(DISTINCT creator_id), CAST(sum(gmv) AS BIGINT) FROM (SELECT creator_id, week, gmv, {tag} AS tag FROM
          (SELECT creator_id, content_no, (DATE '{last:yyyy-MM-dd}' - min(day)) // {Week} AS week, max(title) AS title, max(coalesce(gmv_minor, attributed_gmv_minor, 0)) AS gmv FROM content_stat
           WHERE market_id = {open.Id} AND kind = '{ContentKind.Video}' AND day BETWEEN DATE '{last.AddDays(1 - Week * Weeks):yyyy-MM-dd}' AND DATE '{last:yyyy-MM-dd}' GROUP BY creator_id, content_no) v) t
        GROUP BY tag, week
        """), [], cancel);

    /// <summary>Creators week by week, the oldest first, and the GMV of the latest week's videos.</summary>
    private static Dictionary<string, (double[] Creators, long Gmv)> Weekly(IReadOnlyList<object?[]> rows)
    {
        var weekly = new Dictionary<string, (double[] Creators, long Gmv)>();
        foreach (var row in rows)
        {
            var (creators, gmv) = weekly.GetValueOrDefault((string)row[0]!, (new double[Weeks], 0));
            var back = (int)(long)row[1]!;
            creators[^(back + 1)] = (long)row[2]!;
            weekly[(string)row[0]!] = (creators, back == 0 ? (long)row[3]! : gmv);
        }
        return weekly;
    }
}
