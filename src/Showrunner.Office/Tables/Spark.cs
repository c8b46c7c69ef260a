namespace Showrunner.Office;

/// <summary>How a sparkline is drawn.</summary>
public enum SparkKind
{
    /// <summary>A course.</summary>
    Line,

    /// <summary>Small columns, those below zero red.</summary>
    Column,
}

/// <summary>A small chart inside each cell of a column, over values of the same row.</summary>
/// <param name="First">Name of the first column drawn.</param>
/// <param name="Last">Name of the last column drawn; those between are drawn too.</param>
/// <param name="Kind">How it is drawn.</param>
public sealed record Spark(string First, string Last, SparkKind Kind = SparkKind.Line)
{
    /// <summary>
    /// Named table whose row of the same number holds the values, on a later sheet or above; the sparkline's own table when null.
    /// </summary>
    public string? Table { get; init; }
}
