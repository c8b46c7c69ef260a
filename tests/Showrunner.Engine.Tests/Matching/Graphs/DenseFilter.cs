using MathNet.Numerics.LinearAlgebra;
using Showrunner.Engine.Matching.Graphs;

namespace Showrunner.Engine.Tests.Matching.Graphs;

/// <summary>The same filter by brute force: all matrices dense, all eigenvectors known, in double precision.</summary>
internal static class DenseFilter
{
    /// <summary>Creators × products.</summary>
    public static double[,] Scores(double[,] weights, GraphSettings settings)
    {
        var history = Matrix<double>.Build.DenseOfArray(weights);
        var (creators, products) = (history.RowSums(), history.ColumnSums());
        var normal = Diagonal(creators, -settings.CreatorDamping) * history * Diagonal(products, -0.5);
        var own = (normal.Transpose() * normal).Evd(Symmetricity.Symmetric);
        var values = own.EigenValues.Select(v => v.Real).Reverse().ToArray();
        var rank = Math.Min(settings.Rank, (int)Math.Ceiling(settings.RankShare * Math.Min(creators.Count, products.Count)));
        var (known, largest) = (values.Take(rank).TakeWhile(v => v > 1e-4 * values[0]).Count(), rank > 0 && values[0] > 0 ? values[0] : 1);
        var sharp = Math.Min(known, settings.SharpRank);
        double Answer(double value) => settings.Shape.Factors.Select((f, power) => f * Math.Pow(value / largest, power)).Sum();
        var slope = Answer(sharp > 0 ? values[sharp - 1] : 0);
        Matrix<double> Filter(Func<double, int, double> answer) => own.EigenVectors * Matrix<double>.Build.DenseOfDiagonalArray([.. values.Select(answer).Reverse()]) * own.EigenVectors.Transpose();
        var near = Diagonal(products, 0.5 - settings.HistoryDamping) * Filter((v, i) => v / largest * (i < sharp ? Answer(v) : slope)) * Diagonal(products, 0.5 - settings.OfferDamping);
        var smooth = settings.LowPass * Diagonal(products, -0.5) * Filter((_, i) => i < known ? 1 : 0) * Diagonal(products, 0.5) * Filter((v, _) => Answer(v));
        return (Diagonal(creators, -settings.ActivityDamping) * history * (near + smooth)).ToArray();
    }

    private static Matrix<double> Diagonal(Vector<double> degrees, double exponent) =>
        Matrix<double>.Build.DenseOfDiagonalArray([.. degrees.Select(d => d > 0 ? Math.Pow(d, exponent) : 0)]);
}
