namespace Showrunner.Engine.Matching.Outcomes;

/// <summary>How a ranker learns.</summary>
/// <param name="Window">Days after a cut in which a new pair counts as a yes.</param>
/// <param name="Step">Days from one cut to the next.</param>
/// <param name="Cuts">At most so many, the latest ones.</param>
/// <param name="LeastShare">Share of the rows that a leaf holds at least. A creator is a row for every product, so a leaf of few rows would know a few creators by heart.</param>
public sealed record RankerOptions(int Window = 14, int Step = 3, int Cuts = 12, double LeastShare = 0.01)
{
    public TreeOptions Trees { get; init; } = new(Trees: 150, Rate: 0.05, Leaves: 6, Penalty: 1, Rows: 0.7, Columns: 0.3);
}
