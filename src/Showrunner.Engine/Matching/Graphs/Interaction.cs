namespace Showrunner.Engine.Matching.Graphs;

/// <summary>A creator did something with a product: once, or with a weight such as items sold or GMV.</summary>
/// <param name="Creator">A place from 0.</param>
/// <param name="Product">A place from 0.</param>
/// <param name="Weight">Finite and not negative.</param>
public readonly record struct Interaction(int Creator, int Product, float Weight = 1);
