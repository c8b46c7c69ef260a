namespace Showrunner.Engine.Simulation;

/// <summary>How much is bought on a day against an ordinary one: the week, the wages, the double days, and growth. Factors multiply; 1 is ordinary.</summary>
/// <param name="Week">A factor for each day of the week, Sunday first; seven of them.</param>
/// <param name="PayFrom">First day of the month on which wages are there; they last over the month's end.</param>
/// <param name="PayTo">Last such day.</param>
/// <param name="PayFactor">How much more is bought then.</param>
public sealed record Season(IReadOnlyList<double> Week, int PayFrom, int PayTo, double PayFactor)
{
    /// <summary>On 9.9, 10.10, 11.11 and their like.</summary>
    public const double DoubleDayFactor = 1.5;

    /// <summary>True on days whose number is the month's.</summary>
    public static bool IsDoubleDay(DateOnly day) => day.Day == day.Month;

    /// <summary>Week and wages together, without double days.</summary>
    public double Of(DateOnly day) => Week[(int)day.DayOfWeek] * (day.Day >= PayFrom || day.Day <= PayTo ? PayFactor : 1);

    /// <summary>Three per cent a week for sixteen weeks, then one.</summary>
    /// <param name="day">Days since the beginning, from 0.</param>
    public static double Growth(int day) => Math.Pow(1.03, Math.Min(day, 112) / 7.0) * Math.Pow(1.01, Math.Max(0, day - 112) / 7.0);
}
