using System.Globalization;
using Showrunner.Platform;

namespace Showrunner.Ledger;

/// <summary>
/// Several files may tell of one video or LIVE, over other windows: its figures grow, so adding them up would count it twice.
/// What counts is what the file with the latest end says, and of those the one that looks back furthest.
/// </summary>
public static class NewestContent
{
    /// <summary>content_stat of a market and days of posting, each content as its newest file tells it: a table for FROM, without alias. Rows are those of content_stat under their persons.</summary>
    public static string Sql(long marketId, DayRange posted, string rows = "content_stat") => string.Create(CultureInfo.InvariantCulture, $"""
        (SELECT * FROM (SELECT s.*, dense_rank() OVER (PARTITION BY s.creator_id, s.kind, s.content_no ORDER BY s.period_to DESC, s.period_from, s.stat_window) AS newest
          FROM {rows} s WHERE s.market_id = {marketId} AND s.day BETWEEN DATE '{posted.From:yyyy-MM-dd}' AND DATE '{posted.To:yyyy-MM-dd}') told WHERE newest = 1)
        """);
}
