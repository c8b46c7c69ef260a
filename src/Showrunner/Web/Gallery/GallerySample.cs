using Showrunner.Platform;

namespace Showrunner.Web.Gallery;

/// <summary>Made-up figures, the same every time.</summary>
internal static class GallerySample
{
    internal sealed record Creator(string Handle, string Category, long Gmv, long Orders, double? Ctr, double Refunds, long? Followers, string State, double Share);

    private static readonly string[] Handles =
    [
        "linh.makeup", "ha.review", "batik.by.rara", "minhtech", "dapur_nina", "the.skin.lab", "anh.tuan.sneaker", "mom.of.three",
        "kopi.senja", "glow.with.putri", "saigon.kitchen", "fit.bersama.yoga", "beautybox.vy", "rumah.rapi", "a.very.long.creator.name.that.goes.on",
    ];

    internal static List<Creator> Creators(long scale)
    {
        var random = new Random(7);
        return [.. Handles.Select((handle, at) => new Creator(
            handle, at % 3 == 0 ? "Beauty" : at % 3 == 1 ? "Fashion" : "Home", (long)(scale * 420 / (at + 1.4)), 9140 / (at + 1) + random.Next(40),
            at % 5 == 4 ? null : .012 + random.NextDouble() * .05, .004 + random.NextDouble() * .09, at % 4 == 3 ? null : 12_000 + random.Next(900_000),
            at % 4 == 0 ? "late" : at % 4 == 1 ? "new" : "active", 1.4 / (at + 1.4)))];
    }

    internal static List<DateOnly> Days(DayRange range) => [.. Enumerable.Range(0, range.Days).Select(range.From.AddDays)];

    internal static List<decimal?> Wave(int days, int seed, decimal scale)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, days).Select(day => (decimal?)decimal.Round(scale * (decimal)(8 + 2 * Math.Sin(day / 1.11) + day * .11 + random.NextDouble() * 1.6)))];
    }
}
