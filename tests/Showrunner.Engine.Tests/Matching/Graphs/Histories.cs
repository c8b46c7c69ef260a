using FsCheck;
using FsCheck.Fluent;
using Showrunner.Engine.Matching.Graphs;

namespace Showrunner.Engine.Tests.Matching.Graphs;

/// <summary>A small history: what FsCheck draws and shrinks.</summary>
public sealed record History(int Creators, int Products, Interaction[] All)
{
    public Interactions Made => Interactions.Of(Creators, Products, All);

    public override string ToString() => $"{Creators} x {Products}: {string.Join(' ', All.Select(i => $"{i.Creator}-{i.Product}*{i.Weight}"))}";

    public double[,] Dense
    {
        get
        {
            var weights = new double[Creators, Products];
            foreach (var one in All) weights[one.Creator, one.Product] += one.Weight;
            return weights;
        }
    }
}

public static class Histories
{
    /// <summary>Up to 24 × 18, a quarter full, some without any history; weights are small whole numbers, which add up exactly.</summary>
    public static Arbitrary<History> Any() => Arb.From(
        from creators in Gen.Choose(1, 24)
        from products in Gen.Choose(1, 18)
        from all in Drawn(creators, products).ArrayOf(Math.Max(1, creators * products / 4))
        select new History(creators, products, all),
        history => Enumerable.Range(0, history.All.Length).Select(i => history with { All = [.. history.All.Where((_, at) => at != i)] }));

    private static Gen<Interaction> Drawn(int creators, int products) => from c in Gen.Choose(0, creators - 1) from p in Gen.Choose(0, products - 1) from w in Gen.Choose(1, 5) select new Interaction(c, p, w);

    public static void Hold(Func<History, bool> property, int cases = 60) => Prop.ForAll(Any(), property).Check(Config.QuickThrowOnFailure.WithMaxTest(cases).WithReplay(17, 19));

    public static float[] Scores(this GraphModel model, int creator)
    {
        var scores = new float[model.Interactions.Products];
        model.Score(creator, scores);
        return scores;
    }
}
