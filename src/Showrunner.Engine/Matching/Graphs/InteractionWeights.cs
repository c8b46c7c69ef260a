namespace Showrunner.Engine.Matching.Graphs;

/// <summary>What the weight of a pair says.</summary>
public enum InteractionWeights
{
    /// <summary>That there was something: every pair counts 1.</summary>
    Presence,
    /// <summary>log(1 + weight / median weight): ten times the GMV is more, not ten times more.</summary>
    Logarithm,
    /// <summary>Itself.</summary>
    AsGiven,
}
