using System.Xml.Linq;

namespace Showrunner.Office;

/// <summary>A holiday in a project file, written out where it comes again by a rule.</summary>
internal static class SpecialDaysReader
{
    private const int MostDays = 36_600;

    public static IEnumerable<SpecialDays> Of(XElement one, IReadOnlyList<Shift> shifts)
    {
        if (one.Elements().FirstOrDefault(e => e.Name.LocalName == "TimePeriod") is not { } period || PlanValue.Time(period, "FromDate") is not { } from || PlanValue.Time(period, "ToDate") is not { } to) return [];
        var (first, last, name) = (DateOnly.FromDateTime(from), DateOnly.FromDateTime(to), PlanValue.Text(one, "Name") ?? "");
        if (last < first) return [];
        var type = Value("Type", 1);
        var every = Math.Max(1, Value("Period", 1));
        if (type is 1 or 9 && every == 1) return [new SpecialDays(name, first, last) { Shifts = shifts }];
        return Enumerable.Range(0, Math.Min(MostDays, last.DayNumber - first.DayNumber + 1)).Select(first.AddDays).Where(Falls).Select(d => new SpecialDays(name, d, d) { Shifts = shifts }).ToList();

        int Value(string field, int otherwise) => (int)(PlanValue.Number(one, field) ?? otherwise);

        bool Falls(DateOnly day)
        {
            var months = (day.Year - first.Year) * 12 + day.Month - first.Month;
            var ofYear = day.Month == Value("Month", 0) + 1;
            return type switch
            {
                2 => ofYear && day.Day == Value("MonthDay", 1),
                3 => ofYear && Placed(day, Value("MonthItem", 0), Value("MonthPosition", 0)),
                4 => months % every == 0 && day.Day == Value("MonthDay", 1),
                5 => months % every == 0 && Placed(day, Value("MonthItem", 0), Value("MonthPosition", 0)),
                6 => (Week(day) - Week(first)) % every == 0 && (Value("DaysOfWeek", 0) & 1 << (int)day.DayOfWeek) != 0,
                _ => (day.DayNumber - first.DayNumber) % every == 0,
            };
        }
    }

    private static int Week(DateOnly day) => (day.DayNumber - (int)day.DayOfWeek) / 7;

    /// <summary>The first to fourth (0 to 3) or last (4) such day of its month.</summary>
    private static bool Placed(DateOnly day, int item, int position)
    {
        var such = Enumerable.Range(1, DateTime.DaysInMonth(day.Year, day.Month)).Select(d => new DateOnly(day.Year, day.Month, d)).Where(Such).ToList();
        return position >= 4 ? such[^1] == day : such[position] == day;

        bool Such(DateOnly d) => item switch
        {
            0 => true,
            1 => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday),
            2 => d.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday,
            _ => (int)d.DayOfWeek == (item - 3) % 7,
        };
    }
}
