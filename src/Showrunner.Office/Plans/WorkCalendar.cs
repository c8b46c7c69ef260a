namespace Showrunner.Office;

/// <summary>When work is done.</summary>
/// <param name="Week">Hours of each working day; a day not named is free.</param>
public sealed record WorkCalendar(string Name, IReadOnlyDictionary<DayOfWeek, IReadOnlyList<Shift>> Week)
{
    // A plan of more years than that is a mistake.
    private const int MostDays = 36_600;

    private static readonly Shift[] OfficeHours = [new(new(8, 0), new(12, 0)), new(new(13, 0), new(17, 0))];

    /// <summary>Monday to Friday, 8 to 12 and 13 to 17.</summary>
    public static WorkCalendar Standard { get; } = Of("Standard", DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday);

    /// <summary>Holidays, and days worked although they would be free.</summary>
    public IReadOnlyList<SpecialDays> Special { get; init; } = [];

    /// <summary>Office hours on these days.</summary>
    public static WorkCalendar Of(string name, params IEnumerable<DayOfWeek> days) => new(name, days.Distinct().ToDictionary(d => d, _ => (IReadOnlyList<Shift>)OfficeHours));

    /// <summary>The hours worked on a day; none on a free day.</summary>
    public IReadOnlyList<Shift> On(DateOnly day) =>
        Special.FirstOrDefault(s => s.First <= day && day <= s.Last)?.Shifts ?? Week.GetValueOrDefault(day.DayOfWeek, []);

    /// <summary>Working time between two moments; zero where the second is not later.</summary>
    /// <exception cref="ArgumentException">They are more than a hundred years apart.</exception>
    public TimeSpan Between(DateTime start, DateTime finish)
    {
        if ((finish - start).TotalDays > MostDays) throw new ArgumentException("A task cannot take more than a hundred years.", nameof(finish));
        var sum = TimeSpan.Zero;
        for (var day = start.Date; day < finish; day = day.AddDays(1))
            foreach (var shift in On(DateOnly.FromDateTime(day)))
            {
                var (from, to) = (day + shift.From.ToTimeSpan(), day + shift.End);
                if (from < start) from = start;
                if (to > finish) to = finish;
                if (to > from) sum += to - from;
            }
        return sum;
    }

    /// <summary>Hours of the longest working day of the week.</summary>
    internal TimeSpan Day => Week.Values.Select(Length).Where(l => l > TimeSpan.Zero).DefaultIfEmpty(TimeSpan.FromHours(8)).Max();

    internal static TimeSpan Length(IReadOnlyList<Shift> shifts) => shifts.Aggregate(TimeSpan.Zero, (sum, s) => sum + (s.End - s.From.ToTimeSpan()));
}

/// <summary>Hours worked without a break.</summary>
/// <param name="To">Midnight is the end of the day.</param>
public readonly record struct Shift(TimeOnly From, TimeOnly To)
{
    internal TimeSpan End => To > From ? To.ToTimeSpan() : TimeSpan.FromDays(1);
}

/// <summary>Days that differ from their week: a holiday, or hours of their own.</summary>
/// <param name="Last">Also one of them.</param>
public sealed record SpecialDays(string Name, DateOnly First, DateOnly Last)
{
    /// <summary>Hours worked; none on a holiday.</summary>
    public IReadOnlyList<Shift> Shifts { get; init; } = [];
}
