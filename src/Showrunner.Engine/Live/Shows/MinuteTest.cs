namespace Showrunner.Engine.Live.Shows;

/// <summary>What a minute's figure is watched for.</summary>
public enum MinuteTest
{
    /// <summary>It falls to a quarter of what is usual or lower: GMV, orders, viewers.</summary>
    Drop,
    /// <summary>It rises to three times what is usual: refunds, complaints.</summary>
    Spike,
    /// <summary>Nothing comes although the usual rate says otherwise: events of a feed.</summary>
    Silence,
}

/// <summary>What is wrong with a figure of a running show.</summary>
/// <param name="Metric">Which figure.</param>
/// <param name="Test">What it was watched for.</param>
/// <param name="Minute">The minute that tells of it, from 0.</param>
/// <param name="Since">The first minute that counts towards it.</param>
/// <param name="Seen">Mean of the minutes since then, in the figure's unit.</param>
/// <param name="Usual">What is usual there, given how the show went before.</param>
/// <param name="Evidence">Logarithm of how much better trouble explains the minutes than usual chance does.</param>
/// <param name="FalsePerHour">How many alarms of at least this evidence come in an hour of a show that goes as usual.</param>
public sealed record MinuteAlarm(string Metric, MinuteTest Test, int Minute, int Since, double Seen, double Usual, double Evidence, double FalsePerHour)
{
    /// <summary>Chance that an hour as usual brings at least one such alarm, 0 to 1.</summary>
    public double Chance => 1 - Math.Exp(-FalsePerHour);
}
