namespace Showrunner.Engine.Matching.Outcomes;

/// <summary>How a ranker learns.</summary>
/// <param name="Window">Days after a cut in which a new pair counts as a yes.</param>
/// <param name="Step">Days from one cut to the next.</param>
/// <param name="Cuts">At most so many, the latest ones.</param>
/// <param name="LeastShare">Share of the rows that a leaf holds at least. A creator is a row for every product, so a leaf of few rows would know a few creators by heart.</param>
/// <param name="Forests">How many forests of different seeds are averaged, so that one seed's luck does not decide.</param>
public sealed record RankerOptions(int Window = 14, int Step = 3, int Cuts = 12, double LeastShare = 0.01, int Forests = 3)
{
    /// <summary>Of each cut at most so many products teach, drawn by chance; of each product all takers and at most so many others.</summary>
    public int Products { get; init; } = 100;
    public int Others { get; init; } = 1000;

    /// <summary>Of the draws; the forests take the numbers from it on.</summary>
    public int Seed { get; init; } = 1;

    public TreeOptions Trees { get; init; } = new(Trees: 150, Rate: 0.05, Leaves: 6, Penalty: 1, Rows: 0.7, Columns: 0.3);
}
