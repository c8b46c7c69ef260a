namespace Showrunner.Engine.Simulation;

/// <summary>How something that changes takes its course over days.</summary>
public static class Course
{
    /// <summary>A logistic rise from 0 to 1: half way at <paramref name="middle"/>, most of it within five <paramref name="pace"/>s around it.</summary>
    /// <param name="age">Days since it began; below 0 nothing has happened.</param>
    /// <param name="middle">Days until half of it.</param>
    /// <param name="pace">Days; smaller is steeper.</param>
    public static double Rise(int age, double middle, double pace) => age < 0 ? 0 : 1 / (1 + Math.Exp((middle - age) / pace));

    /// <summary>A wave that is at its height, 1, after a third of its days and gone with the last (a gamma curve, t² · e^(−2t)); 0 outside.</summary>
    /// <param name="age">Days since it began.</param>
    /// <param name="days">How long it lasts.</param>
    public static double Wave(int age, int days)
    {
        if (age < 0 || age >= days) return 0;
        var t = (age + 1) * 3.0 / days;
        return t * t * Math.Exp(2 - 2 * t);
    }

    /// <summary>A straight fall from 1 to <paramref name="to"/> over so many days, and <paramref name="to"/> from then on.</summary>
    public static double Fall(int age, int days, double to) => age < 0 ? 1 : age >= days ? to : 1 - (1 - to) * (age + 1) / days;
}
