namespace Showrunner.Engine.Matching.Graphs;

/// <summary>How far a long run is.</summary>
/// <param name="Name"><c>normalise</c>, <c>co-occurrence</c>, <c>spectrum</c> or <c>rank</c>.</param>
/// <param name="Share">Of that step, 0 to 1.</param>
public readonly record struct GraphStep(string Name, double Share);
