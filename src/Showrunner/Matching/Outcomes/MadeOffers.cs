using System.Globalization;
using Showrunner.DuckDb;
using Showrunner.Metrics;
using Showrunner.Metrics.Dictionary;

namespace Showrunner.Matching.Outcomes;

/// <summary>An offer of the ledger and what is known to have come of it.</summary>
/// <param name="Accepted">Null while there may still be an answer.</param>
/// <param name="Posted">Null while those who post late may still do so, or without a sample.</param>
/// <param name="IsOld">So old that who answers late has answered: who answers soon must not count before.</param>
/// <param name="GmvMinor">In the 28 days from the content; null until they are over.</param>
internal sealed record MadeOffer(long Creator, long Product, DateOnly Day, bool? Accepted, bool HasSample, bool HasPosted, bool? Posted, long? GmvMinor, bool IsOld);

/// <summary>Reads the offers of a market since a day, with what each sold.</summary>
internal static class MadeOffers
{
    private const int Month = 28;

    public static List<MadeOffer> Read(DuckConnection connection, long marketId, DateOnly from, DateOnly last)
    {
        var made = new List<MadeOffer>();
        var gmv = MetricDictionary.Measure(Family.Lines, "gmv").Sql;
        using var rows = connection.Query(string.Create(CultureInfo.InvariantCulture, $"""
            WITH o AS (SELECT creator_id, product_id, day, occurrence, answer, sample_day, posted_day FROM offer WHERE market_id = {marketId} AND day >= DATE '{from:yyyy-MM-dd}'),
                 s AS (SELECT o.creator_id, o.product_id, o.day, o.occurrence, {gmv} AS gmv FROM o JOIN order_line f ON f.market_id = {marketId} AND f.creator_id = o.creator_id AND f.product_id = o.product_id AND f.day BETWEEN o.posted_day AND o.posted_day + {Month - 1}
                       GROUP BY o.creator_id, o.product_id, o.day, o.occurrence)
            SELECT o.creator_id, o.product_id, o.day, o.answer, o.sample_day, o.posted_day, s.gmv
            FROM o LEFT JOIN s ON s.creator_id = o.creator_id AND s.product_id = o.product_id AND s.day = o.day AND s.occurrence = o.occurrence
            ORDER BY o.creator_id, o.product_id, o.day, o.occurrence
            """));
        while (rows.Read())
        {
            var (day, answer) = (rows.GetDate(2), rows.GetText(3));
            DateOnly? On(int column) => rows.IsNull(column) ? null : rows.GetDate(column);
            bool? accepted = OfferFate.Accepted(answer, day, last), posted = OfferFate.Posted(On(4), On(5), last);
            long? sold = On(5) is { } since && since.AddDays(Month - 1) <= last ? rows.IsNull(6) ? 0 : rows.GetInt64(6) : null;
            made.Add(new MadeOffer(rows.GetInt64(0), rows.GetInt64(1), day, accepted, On(4) is not null, On(5) is not null, posted, sold, OfferFate.IsOver(day, last)));
        }
        return made;
    }
}
