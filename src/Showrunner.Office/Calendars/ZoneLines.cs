using System.Globalization;

namespace Showrunner.Office;

/// <summary>The clock of a place, written out for programs that do not know it (VTIMEZONE).</summary>
internal static class ZoneLines
{
    // So many years have to follow one rule before it is believed to go on.
    private const int Watched = 4;

    /// <summary>From the year before the first event: its clock is known from the start.</summary>
    public static void Write(IcsLines lines, TimeZoneInfo zone, int from, int to)
    {
        lines.Add("BEGIN", "VTIMEZONE");
        lines.Add("TZID", IcsTime.Name(zone)!);
        var year = Math.Max(1900, from - 1);
        var changes = Between(zone, year, Math.Max(to, year + Watched)).ToList();
        if (changes.Count == 0) Part(lines, false, new DateTime(1970, 1, 1), zone.GetUtcOffset(new DateTime(from, 1, 1)), zone.GetUtcOffset(new DateTime(from, 1, 1)), null);
        else if (Rules(changes) is { } rules) foreach (var (first, rule) in rules) Part(lines, first.IsSummer, first.Clock, first.Before, first.After, rule);
        else
        {
            // What held before the first change.
            Part(lines, false, new DateTime(1970, 1, 1), changes[0].Before, changes[0].Before, null);
            foreach (var change in changes) Part(lines, change.IsSummer, change.Clock, change.Before, change.After, null);
        }
        lines.Add("END", "VTIMEZONE");
    }

    /// <summary>Moments at which the clock is set; <see cref="Change.Clock"/> is what it shows before.</summary>
    private sealed record Change(DateTime Clock, TimeSpan Before, TimeSpan After, bool IsSummer);

    private static IEnumerable<Change> Between(TimeZoneInfo zone, int from, int to)
    {
        var day = new DateTime(from, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        var end = new DateTime(to + 1, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        for (; day < end; day = day.AddDays(1))
        {
            var (before, after) = (zone.GetUtcOffset(day), zone.GetUtcOffset(day.AddDays(1)));
            if (before == after) continue;
            var (low, high) = (0, 24 * 60);
            while (high - low > 1)
            {
                var middle = (low + high) / 2;
                if (zone.GetUtcOffset(day.AddMinutes(middle)) == before) low = middle;
                else high = middle;
            }
            yield return new Change(DateTime.SpecifyKind(day.AddMinutes(high) + before, DateTimeKind.Unspecified), before, after, after > before);
        }
    }

    /// <summary>One rule for forward and one for back, where every year follows them; else null.</summary>
    private static List<(Change First, string Rule)>? Rules(List<Change> changes)
    {
        var kinds = changes.GroupBy(c => (c.IsSummer, c.Before, c.After)).Select(g => g.ToList()).ToList();
        if (kinds.Count != 2 || kinds.Any(k => k.Count != changes[^1].Clock.Year - changes[0].Clock.Year + 1)) return null;
        var rules = kinds.Select(k => (k[0], Rule(k))).ToList();
        return rules.All(r => r.Item2 is not null) ? [.. rules.Select(r => (r.Item1, r.Item2!))] : null;
    }

    private static string? Rule(List<Change> kind)
    {
        var first = kind[0].Clock;
        if (kind.Any(c => c.Clock.Month != first.Month || c.Clock.DayOfWeek != first.DayOfWeek || c.Clock.TimeOfDay != first.TimeOfDay)) return null;
        var places = kind.Select(c => (c.Clock.Day - 1) / 7 + 1).Distinct().ToList();
        var last = kind.All(c => c.Clock.Day + 7 > DateTime.DaysInMonth(c.Clock.Year, c.Clock.Month));
        if (!last && places.Count > 1) return null;
        return string.Create(CultureInfo.InvariantCulture, $"FREQ=YEARLY;BYMONTH={first.Month};BYDAY={(last ? -1 : places[0])}{Recurrence.Day(first.DayOfWeek)}");
    }

    private static void Part(IcsLines lines, bool summer, DateTime clock, TimeSpan before, TimeSpan after, string? rule)
    {
        var name = summer ? "DAYLIGHT" : "STANDARD";
        lines.Add("BEGIN", name);
        lines.Add("DTSTART", IcsTime.Clock(clock));
        lines.Add("TZOFFSETFROM", IcsTime.Offset(before));
        lines.Add("TZOFFSETTO", IcsTime.Offset(after));
        if (rule is not null) lines.Add("RRULE", rule);
        lines.Add("END", name);
    }
}
