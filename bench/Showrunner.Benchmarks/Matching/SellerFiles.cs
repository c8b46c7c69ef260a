using System.Globalization;
using Showrunner.Engine.Matching.Outcomes;

namespace Showrunner.Benchmarks.Matching;

/// <summary>
/// A seller's creators, videos and products in the layouts of <c>data/tiktokshop_vn</c>. What sums up a whole period (GMV, commission, GPM, items sold of
/// creators and products) is not read at all: it would tell of days after the split.
/// </summary>
internal static class SellerFiles
{
    // Sales of 28 days are over when the 29th day after the posting begins, whatever the hour.
    private const int OutcomeDays = 29;

    public static MatchHistory Read(string creators, string videos, string products)
    {
        var videoRows = CsvRows.Read(videos, "Video title", "Duration", "Paid promotion", "Post date", "Creator username", "Creator category", "Product ID", "Likes (28 days)", "Items sold (28 days)", "GMV (28 days)");
        var categories = videoRows.GroupBy(r => r["Creator username"]).ToDictionary(g => g.Key, g => g.Select(r => r["Creator category"]).Order(StringComparer.Ordinal).First());
        var facts = CsvRows.Read(creators, "Creator username", "Affiliate followers").Select(r => new CreatorFacts(r["Creator username"])
        {
            Followers = Number(r["Affiliate followers"]),
            Category = categories.GetValueOrDefault(r["Creator username"]),
        });
        var goods = CsvRows.Read(products, "Product ID", "Product title", "Price", "Category", "Listed at", "Commission rate").Select(r => new ProductFacts(r["Product ID"])
        {
            Category = r["Category"].Split('/', StringSplitOptions.RemoveEmptyEntries),
            Price = Number(r["Price"]) is var price and > 0 ? price : null,
            Commission = r["Commission rate"].EndsWith('%') ? Number(r["Commission rate"][..^1]) / 100 : null,
            Text = r["Product title"],
            ListedOn = DateTime.TryParse(r["Listed at"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var listed) ? DateOnly.FromDateTime(listed).DayNumber : null,
        });
        return new MatchHistory(facts, goods, videoRows.Select(Event));
    }

    private static MatchEvent Event(Dictionary<string, string> row)
    {
        var posted = row["Post date"];
        if (posted.Length < 19 || !DateTime.TryParseExact(posted[..19], "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at))
            throw new InvalidDataException($"The video \"{row["Video title"]}\" was posted on \"{posted}\"; a date looks like 2025-01-13 19:32:08.");
        var day = DateOnly.FromDateTime(at).DayNumber;
        return new MatchEvent(row["Creator username"], row["Product ID"], day)
        {
            Minute = at.Hour * 60 + at.Minute,
            Units = Number(row["Items sold (28 days)"]) ?? 0,
            Gmv = Number(row["GMV (28 days)"]) ?? 0,
            Likes = Number(row["Likes (28 days)"]),
            Promoted = row["Paid promotion"] switch { "Yes" => true, "No" => false, _ => null },
            KnownFrom = day + OutcomeDays,
            Text = row["Video title"],
            Length = TimeSpan.TryParse(row["Duration"], CultureInfo.InvariantCulture, out var length) ? length.TotalSeconds : null,
        };
    }

    /// <summary>Signs of currency and thousands are left out; 万 is ten thousand; what is no number is not known.</summary>
    internal static double? Number(string text)
    {
        var plain = text.Trim().TrimEnd('₫', '%').Replace(",", "", StringComparison.Ordinal);
        var unit = plain.EndsWith('万') ? 10_000 : plain.EndsWith('亿') ? 100_000_000 : 1;
        return double.TryParse(unit > 1 ? plain[..^1] : plain, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value * unit : null;
    }
}
