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
        var known = values.Take(rank).TakeWhile(v => v > 1e-4 * values[0]).Count();
        var (largest, least) = known > 0 ? (values[0], values[known - 1] / values[0]) : (1, 1);
        var slope = settings.Shape.Of(least, least) / least;
        var answers = values.Select((v, i) => i < known ? settings.Shape.Of(v / largest, least) : slope * v / largest).Reverse();
        var filter = own.EigenVectors * Matrix<double>.Build.DenseOfDiagonalArray([.. answers]) * own.EigenVectors.Transpose();
        return (Diagonal(creators, -settings.ActivityDamping) * history * Diagonal(products, 0.5 - settings.HistoryDamping) * filter * Diagonal(products, 0.5 - settings.OfferDamping)).ToArray();
    }

    private static Matrix<double> Diagonal(Vector<double> degrees, double exponent) =>
        Matrix<double>.Build.DenseOfDiagonalArray([.. degrees.Select(d => d > 0 ? Math.Pow(d, exponent) : 0)]);
}
