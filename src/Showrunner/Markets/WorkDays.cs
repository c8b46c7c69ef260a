using Showrunner.Office;

namespace Showrunner.Markets;

/// <summary>The working calendar of a market for project plans: Monday to Friday without the public holidays that are known.</summary>
public static class WorkDays
{
    /// <param name="market">Code.</param>
    /// <param name="name">What the calendar is called.</param>
    /// <param name="holiday">What a public holiday is called.</param>
    public static WorkCalendar Of(string market, string name, string holiday) =>
        WorkCalendar.Standard with { Name = name, Special = [.. DaysOff.Holidays(market).Select(day => new SpecialDays(holiday, day, day))] };
}
