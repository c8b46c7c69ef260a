using Showrunner.Engine.Matching.Content;

namespace Showrunner.Engine.Matching.Outcomes;

/// <summary>What a creator had done up to a day.</summary>
internal sealed class CreatorState
{
    public int First = int.MaxValue, Last = int.MinValue;
    public double Posts, Posts7, Posts28, Posts7Before, New, New7, New28, Live, Known, Sold, Units, Gmv, Length, Days;
    public double PriceSum, PriceSquares, PriceWeight;

    /// <summary>By product: showings that fade by half in 28 days, the first and the last day.</summary>
    public Dictionary<int, (double Weight, int First, int Last)> Products { get; } = [];

    /// <summary>By category node, shop and brand: faded showings.</summary>
    public Dictionary<int, double> Nodes { get; } = [];

    /// <summary>By category node, shop and brand: different products.</summary>
    public Dictionary<int, int> NodeProducts { get; } = [];

    public double NodeWeight { get; set; }

    /// <summary>What titles, bio and shown products say, with length 1.</summary>
    public SparseVector Text { get; set; } = SparseVector.Empty;

    /// <summary>Sum of squared shares of the products: 1 for one product alone.</summary>
    public double Concentration => Products.Values.Sum(p => p.Weight) is var sum and > 0 ? Products.Values.Sum(p => p.Weight / sum * (p.Weight / sum)) : 1;
}
