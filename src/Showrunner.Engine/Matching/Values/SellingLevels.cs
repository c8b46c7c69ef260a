using Showrunner.Engine.Matching.Outcomes;

namespace Showrunner.Engine.Matching.Values;

/// <summary>
/// How much more than usual a creator sells, and a product is sold, for what they are: sales against what a model expects of the pair without knowing either (gamma, logarithmic
/// link), drawn to the usual by how much is known and how far creators differ at all (multiplicative credibility: Bühlmann and Straub 1970; within a generalised linear
/// model, Ohlsson 2008). A sale's variance about the expectation is that of the pieces counted and of what else differs between pairs. Any one pair can be left out.
/// </summary>
internal sealed class SellingLevels
{
    private const int Rounds = 4;
    private const double FirstSpread = 1.5, LeastSpread = 0.05, MostSpread = 10, LeastPieces = 1e-3, LeastTold = 10, MostPerPiece = 100;
    private readonly MarketSums sums;
    private readonly GammaModel usual;
    private readonly double[] creators, products, creatorSum, creatorWeight, productSum, productWeight;
    private readonly double creatorSpread, productSpread, pairSpread, pieceSpread;

    private SellingLevels(MarketSums sums, GammaModel usual, List<PairSales> sales, double[] expected, double[] pieces)
    {
        (this.sums, this.usual) = (sums, usual);
        var facts = sums.Facts;
        (creators, creatorSum, creatorWeight) = (new double[facts.Creators.Count], new double[facts.Creators.Count], new double[facts.Creators.Count]);
        (products, productSum, productWeight) = (new double[facts.Products.Count], new double[facts.Products.Count], new double[facts.Products.Count]);
        var ratios = sales.Select((s, i) => s.Gmv / expected[i]).ToArray();
        (creatorSpread, productSpread, pairSpread, pieceSpread) = (0.5, 0.1, 1, 1);
        for (var round = 0; round < 3; round++)
        {
            (pairSpread, pieceSpread) = Within(sales, ratios, pieces);
            var weights = pieces.Select(p => Weight(p)).ToArray();
            creatorSpread = Between(sales, ratios, weights, s => s.Creator, creators.Length);
            productSpread = Between(sales, ratios, weights, s => s.Product, products.Length);
        }
        Array.Fill(creators, 1);
        Array.Fill(products, 1);
        for (var round = 0; round < Rounds; round++)
        {
            Level(sales, ratios, pieces, s => s.Creator, s => products[s.Product], creatorSpread, creatorSum, creatorWeight, creators);
            Level(sales, ratios, pieces, s => s.Product, s => creators[s.Creator], productSpread, productSum, productWeight, products);
        }
    }

    /// <param name="sales">Of pairs that are shown, at least one of them above 0.</param>
    /// <param name="some">Those of them that the usual is learned from.</param>
    public static SellingLevels Of(MarketSums sums, List<PairSales> sales, List<PairSales> some)
    {
        var table = new FeatureTable(PairRow.UsualNames, some.Count);
        var row = new double[PairRow.UsualNames.Count];
        foreach (var sale in some)
        {
            PairRow.Usual(sums, sale.Creator, sale.Product, row);
            table.Add(row);
        }
        var amounts = some.Select(s => s.Gmv).ToArray();
        var first = GammaModel.Fit(table, amounts);
        // What sells by the piece now and then says less of what is usual.
        var usual = GammaModel.Fit(table, amounts, [.. some.Select((s, i) => 1 / (FirstSpread + 1 / Pieces(sums, s, first.Mean(table[i]))))]);
        var expected = new double[sales.Count];
        for (var i = 0; i < expected.Length; i++)
        {
            PairRow.Usual(sums, sales[i].Creator, sales[i].Product, row);
            expected[i] = usual.Mean(row);
        }
        return new SellingLevels(sums, usual, sales, expected, [.. sales.Select((s, i) => Pieces(sums, s, expected[i]))]);
    }

    private static double Pieces(MarketSums sums, in PairSales pair, double gmv) => Math.Max(LeastPieces, gmv * pair.Months / sums.PieceOf(pair.Product));

    /// <summary>What is expected of the pair without knowing what either sells, as a logarithm.</summary>
    public double Usual(int creator, int product)
    {
        Span<double> row = stackalloc double[PairRow.UsualNames.Count];
        PairRow.Usual(sums, creator, product, row);
        return usual.LogMean(row);
    }

    /// <summary>How many times what is usual of his like he sells, as a logarithm, this pair left out.</summary>
    public double Creator(int creator, in PairSales? without) => Log(creatorSpread, creatorSum[creator], creatorWeight[creator], without, products);

    /// <summary>How many times what is usual of its like is sold of it, as a logarithm, this pair left out.</summary>
    public double Product(int product, in PairSales? without) => Log(productSpread, productSum[product], productWeight[product], without, creators);

    private double Log(double spread, double sum, double weight, in PairSales? without, double[] others)
    {
        if (without is { IsShown: true } pair)
        {
            var expected = Math.Exp(Usual(pair.Creator, pair.Product));
            var one = Weight(Pieces(sums, pair, expected));
            var level = others == products ? products[pair.Product] : creators[pair.Creator];
            (sum, weight) = (sum - one * pair.Gmv / expected / level, weight - one);
        }
        return Math.Log(Math.Max(1e-6, (spread * Math.Max(0, sum) + 1) / (spread * Math.Max(0, weight) + 1)));
    }

    /// <summary>How much a pair's sales say of what is expected: less where few pieces are.</summary>
    public double Known(ReadOnlySpan<double> row, in PairSales pair) => Weight(Pieces(sums, pair, Math.Exp(usual.LogMean(row[..usual.Names.Count]) + row[usual.Names.Count] + row[usual.Names.Count + 1])));

    private double Weight(double pieces) => 1 / (pairSpread + pieceSpread / pieces);

    private void Level(List<PairSales> sales, double[] ratios, double[] pieces, Func<PairSales, int> of, Func<PairSales, double> other, double spread, double[] sum, double[] weight, double[] level)
    {
        Array.Clear(sum);
        Array.Clear(weight);
        for (var i = 0; i < ratios.Length; i++)
        {
            var (at, one) = (of(sales[i]), Weight(pieces[i]));
            sum[at] += one * ratios[i] / other(sales[i]);
            weight[at] += one;
        }
        for (var i = 0; i < level.Length; i++) level[i] = (spread * sum[i] + 1) / (spread * weight[i] + 1);
    }

    /// <summary>
    /// How a creator's single pairs vary about his level: a part that is the same for all, and one that falls with the pieces sold, more than one
    /// for each piece where sales come in bursts. Least squares of squared relative errors, of those with enough pieces to tell.
    /// </summary>
    private (double Pair, double Piece) Within(List<PairSales> sales, double[] ratios, double[] pieces)
    {
        var (sum, weight, all, count) = (new double[creators.Length], new double[creators.Length], new double[creators.Length], new int[creators.Length]);
        for (var i = 0; i < ratios.Length; i++)
        {
            var (c, one) = (sales[i].Creator, Weight(pieces[i]));
            (sum[c], weight[c], all[c], count[c]) = (sum[c] + one * ratios[i], weight[c] + one, all[c] + pieces[i], count[c] + 1);
        }
        double s0 = 0, s1 = 0, s2 = 0, y0 = 0, y1 = 0;
        for (var i = 0; i < ratios.Length; i++)
        {
            var c = sales[i].Creator;
            if (count[c] < 2 || all[c] * sum[c] / weight[c] < LeastTold) continue;
            var off = ratios[i] * weight[c] / sum[c] - 1;
            var (x, y, w) = (1 / (pieces[i] * sum[c] / weight[c]), off * off * count[c] / (count[c] - 1), Math.Pow(Weight(pieces[i] * sum[c] / weight[c]), 2));
            (s0, s1, s2, y0, y1) = (s0 + w, s1 + w * x, s2 + w * x * x, y0 + w * y, y1 + w * x * y);
        }
        var det = s0 * s2 - s1 * s1;
        if (!(det > 1e-12 * s0 * s2)) return (1, 1);
        var piece = Math.Clamp((s0 * y1 - s1 * y0) / det, 1, MostPerPiece);
        return (Math.Clamp((y0 - piece * s1) / s0, LeastSpread, MostSpread), piece);
    }

    /// <summary>Variance between groups, by the products of different cases of one group.</summary>
    private static double Between(List<PairSales> sales, double[] ratios, double[] weights, Func<PairSales, int> of, int groups)
    {
        var (sum, squares, weight, weightSquares) = (new double[groups], new double[groups], new double[groups], new double[groups]);
        for (var i = 0; i < ratios.Length; i++)
        {
            var (at, off) = (of(sales[i]), weights[i] * (ratios[i] - 1));
            (sum[at], squares[at], weight[at], weightSquares[at]) = (sum[at] + off, squares[at] + off * off, weight[at] + weights[i], weightSquares[at] + weights[i] * weights[i]);
        }
        var (shared, all) = (0.0, 0.0);
        for (var g = 0; g < groups; g++) (shared, all) = (shared + sum[g] * sum[g] - squares[g], all + weight[g] * weight[g] - weightSquares[g]);
        return all <= 0 ? 0 : Math.Clamp(shared / all, 0, MostSpread);
    }
}
