namespace Showrunner.Engine.Matching.Outcomes;

/// <summary>Grows one tree on slopes and curvatures, always splitting the leaf that gains most (Friedman 2001; histograms after Ke and others 2017).</summary>
internal sealed class TreeGrower(Bins bins, TreeOptions options)
{
    private sealed record Leaf(int Node, int[] Rows, double Slope, double Curve, double[] Histogram)
    {
        public (double Gain, int Feature, int Bin) Best { get; set; }
    }

    private const int Cells = Bins.Most * 3;

    public Tree Grow(int[] rows, int[] features, double[] slopes, double[] curves)
    {
        var tree = new Tree();
        var (slope, curve) = Sums(rows, slopes, curves);
        var root = new Leaf(tree.Add(Value(slope, curve)), rows, slope, curve, Histogram(rows, features, slopes, curves));
        List<Leaf> open = [Searched(root, features)];
        for (var leaves = 1; leaves < options.Leaves; leaves++)
        {
            var leaf = open.MaxBy(l => l.Best.Gain);
            if (leaf is null || !(leaf.Best.Gain > 1e-12)) break;
            open.Remove(leaf);
            var (_, feature, bin) = leaf.Best;
            var column = bins.Columns[feature];
            int[] left = [.. leaf.Rows.Where(r => column[r] <= bin)], right = [.. leaf.Rows.Where(r => column[r] > bin)];
            var (leftSlope, leftCurve) = Sums(left, slopes, curves);
            var (rightSlope, rightCurve) = Sums(right, slopes, curves);
            var at = tree.Split(leaf.Node, feature, bins.Limits[feature][bin], Value(leftSlope, leftCurve), Value(rightSlope, rightCurve));
            // The smaller side is counted, the other is what remains.
            var small = Histogram(left.Length <= right.Length ? left : right, features, slopes, curves);
            var large = leaf.Histogram;
            for (var i = 0; i < large.Length; i++) large[i] -= small[i];
            open.Add(Searched(new Leaf(at, left, leftSlope, leftCurve, left.Length <= right.Length ? small : large), features));
            open.Add(Searched(new Leaf(at + 1, right, rightSlope, rightCurve, left.Length <= right.Length ? large : small), features));
        }
        return tree;
    }

    private double Value(double slope, double curve) => curve + options.Penalty > 0 ? -options.Rate * slope / (curve + options.Penalty) : 0;

    private static (double Slope, double Curve) Sums(int[] rows, double[] slopes, double[] curves)
    {
        double slope = 0, curve = 0;
        foreach (var row in rows) (slope, curve) = (slope + slopes[row], curve + curves[row]);
        return (slope, curve);
    }

    private double[] Histogram(int[] rows, int[] features, double[] slopes, double[] curves)
    {
        var histogram = new double[features.Length * Cells];
        void One(int f)
        {
            var column = bins.Columns[features[f]];
            var cells = histogram.AsSpan(f * Cells, Cells);
            foreach (var row in rows)
            {
                var at = column[row] * 3;
                cells[at] += slopes[row];
                cells[at + 1] += curves[row];
                cells[at + 2]++;
            }
        }
        if ((long)rows.Length * features.Length < 200_000) for (var f = 0; f < features.Length; f++) One(f);
        else Parallel.For(0, features.Length, One);
        return histogram;
    }

    private Leaf Searched(Leaf leaf, int[] features)
    {
        var whole = leaf.Slope * leaf.Slope / (leaf.Curve + options.Penalty);
        var best = (Gain: 0.0, Feature: -1, Bin: -1);
        for (var f = 0; f < features.Length; f++)
        {
            double slope = 0, curve = 0, count = 0;
            for (var bin = 0; bin < bins.Limits[features[f]].Length; bin++)
            {
                var at = f * Cells + bin * 3;
                (slope, curve, count) = (slope + leaf.Histogram[at], curve + leaf.Histogram[at + 1], count + leaf.Histogram[at + 2]);
                if (count < options.LeastRows) continue;
                if (leaf.Rows.Length - count < options.LeastRows) break;
                var (otherSlope, otherCurve) = (leaf.Slope - slope, leaf.Curve - curve);
                if (curve + options.Penalty <= 0 || otherCurve + options.Penalty <= 0) continue;
                var gain = slope * slope / (curve + options.Penalty) + otherSlope * otherSlope / (otherCurve + options.Penalty) - whole;
                if (gain > best.Gain) best = (gain, features[f], bin);
            }
        }
        leaf.Best = best;
        return leaf;
    }
}
