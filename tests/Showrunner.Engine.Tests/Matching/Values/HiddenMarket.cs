using Showrunner.Engine.Matching.Values;
using Showrunner.Engine.Simulation;

namespace Showrunner.Engine.Tests.Matching.Values;

/// <summary>
/// A market whose creators have tastes, reach and reliability that nobody is told. Who offers knows half of the taste, so that what was offered is not like what
/// was not; what is shown shares the reach, and is sold by the piece.
/// </summary>
internal sealed class HiddenMarket
{
    public const int Creators = 1_500, Products = 60, Categories = 6;
    private readonly double[][] taste = new double[Creators][];
    private readonly double[] reach = new double[Creators], reliability = new double[Creators], appeal = new double[Products];
    private readonly int[] shows = new int[Creators];

    public HiddenMarket(int seed)
    {
        var chance = Chance.Of(seed, 1, 2, 3);
        for (var p = 0; p < Products; p++) appeal[p] = chance.LogNormal(0.3);
        var (creators, sales, offers) = (new List<MatchCreator>(), new List<PairSales>(), new List<PairOffer>());
        for (var c = 0; c < Creators; c++)
        {
            taste[c] = [.. Enumerable.Range(0, Categories).Select(_ => 0.0)];
            for (var k = 0; k < Categories; k++) taste[c][k] = k == c % Categories ? 3 : -Math.Log(1 - chance.Next());
            reach[c] = 400 * Math.Pow(1 - chance.Next(), -0.8);
            reliability[c] = chance.Between(0.3, 0.95);
            creators.Add(new MatchCreator(c, c % Categories, null, chance.Hits(0.5) ? reliability[c] * 0.9 : null, 100 * reach[c] * chance.LogNormal(0.5)));
            var shown = new List<int>();
            foreach (var p in Enumerable.Range(0, 9).Select(_ => Offered(c, ref chance)).Distinct())
            {
                var accepted = chance.Hits(Accept(c, p));
                var posted = accepted && chance.Hits(reliability[c]);
                offers.Add(new PairOffer(c, p, accepted, accepted ? posted : null));
                if (posted) shown.Add(p);
            }
            shows[c] = shown.Count;
            foreach (var p in shown)
            {
                var pieces = chance.Poisson(3 * Gmv(c, p, shown.Count) * chance.LogNormal(0.5) / Math.Exp(0.125) / 20);
                sales.Add(new PairSales(c, p, 20.0 * pieces / 3, pieces, true, 3));
            }
        }
        Facts = new MarketFacts(creators, [.. Enumerable.Range(0, Products).Select(p => new MatchProduct(p, [p % Categories], 20, 0.1, null, 1 + p / 6))], sales, offers);
    }

    public MarketFacts Facts { get; }

    public double Accept(int creator, int product) => 1 / (1 + Math.Exp(1.2 - 1.2 * Math.Log(0.05 + taste[creator][product % Categories])));

    public double Post(int creator) => reliability[creator];

    /// <summary>With one product more than he shows.</summary>
    public double Gmv(int creator, int product) => Gmv(creator, product, shows[creator] + 1);

    private double Gmv(int creator, int product, int among) => reach[creator] * appeal[product] * (0.3 + Math.Sqrt(taste[creator][product % Categories])) / among;

    private int Offered(int creator, ref Chance chance)
    {
        var category = chance.Below(Categories);
        var at = chance.Next() * taste[creator].Sum();
        if (chance.Hits(0.5))
            for (category = 0; category < Categories - 1 && (at -= taste[creator][category]) >= 0; category++) { }
        return category + Categories * chance.Below(Products / Categories);
    }
}
