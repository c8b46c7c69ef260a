using Showrunner.Engine.Matching.Values;
using Showrunner.Engine.Simulation;
using Showrunner.Matching;

namespace Showrunner.Benchmarks.Matching;

/// <summary>How much is still known where nothing happened yet: every fifth creator and every fifth product as if they had just been found, with no offer, sale or content.</summary>
internal static class ColdPairs
{
    private const double Share = 0.2;
    private const int EveryCreators = 400;

    /// <param name="Accept">Correlation of expected and true chances that an offer is taken.</param>
    /// <param name="Brings">The same of what an offer brings, as logarithms.</param>
    /// <param name="Ratio">What is expected of all offers over what is true.</param>
    public readonly record struct Cold(string Which, double Accept, double Brings, double Ratio);

    public static IEnumerable<Cold> Of(MatchedMarket learned, TruePairs truth)
    {
        var facts = learned.Model.Facts;
        bool IsNewCreator(int c) => Chance.Of(0, 1, 1, c).Next() < Share;
        bool IsNewProduct(int p) => Chance.Of(0, 1, 2, p).Next() < Share;
        var cold = facts with
        {
            Creators = [.. facts.Creators.Select((c, i) => IsNewCreator(i) ? c with { Samples = 0, Posted = 0, Posts = default } : c)],
            Sales = [.. facts.Sales.Where(s => !IsNewCreator(s.Creator) && !IsNewProduct(s.Product))],
            Offers = [.. facts.Offers.Where(o => !IsNewCreator(o.Creator) && !IsNewProduct(o.Product))],
            Words = facts.Words?.Unseen(IsNewCreator),
        };
        var model = ValueModel.Fit(cold);
        yield return Judge(model, "new creators", true, false);
        yield return Judge(model, "new products", false, true);
        yield return Judge(model, "new creators with new products", true, true);
        var untold = ValueModel.Fit(cold with { Creators = [.. cold.Creators.Select(c => c with { Category = -1 })] });
        yield return Judge(untold, "new creators, nobody tells a category", true, false);
        yield return Judge(untold, "new creators with new products, nobody tells a category", true, true);

        Cold Judge(ValueModel by, string which, bool creator, bool product)
        {
            List<(double Said, double True)> accepts = [], brings = [];
            for (var c = 0; c < learned.Creators.Count; c += Math.Max(1, learned.Creators.Count / EveryCreators))
                for (var p = 0; p < learned.Products.Count; p++)
                {
                    if (IsNewCreator(c) != creator || IsNewProduct(p) != product || !truth.Knows(c, p) || truth.Did(c, p) is not null) continue;
                    var (real, said) = (truth.Of(c, p), by.Expect(c, p));
                    accepts.Add((said.Accept, real.Accept));
                    brings.Add((said.Accept * said.Post * said.Gmv, real.Accept * real.Post * real.Gmv));
                }
            return new Cold(which, Correlation(accepts), Correlation([.. brings.Where(b => b.Said > 0 && b.True > 0).Select(b => (Math.Log(b.Said), Math.Log(b.True)))]), brings.Sum(b => b.Said) / brings.Sum(b => b.True));
        }
    }

    private static double Correlation(List<(double X, double Y)> of)
    {
        var (x, y) = (of.Average(o => o.X), of.Average(o => o.Y));
        return of.Sum(o => (o.X - x) * (o.Y - y)) / Math.Sqrt(of.Sum(o => (o.X - x) * (o.X - x)) * of.Sum(o => (o.Y - y) * (o.Y - y)));
    }
}
