namespace Showrunner.Engine.Matching.Graphs;

/// <param name="Place">Of a product or creator.</param>
/// <param name="Score">The higher the better; comparable among the scores of one model.</param>
public readonly record struct Scored(int Place, float Score);
