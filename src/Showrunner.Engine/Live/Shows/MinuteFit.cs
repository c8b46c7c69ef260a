namespace Showrunner.Engine.Live.Shows;

/// <summary>Learns what a minute's figure usually does, by walking through past shows as if they ran.</summary>
internal static class MinuteFit
{
    private const int Folds = 5, KeptPeaks = 100, FewestMinutes = 30, PlantEvery = 12, Within = 3;
    private const double RehearsedRate = 0.02;
    private static readonly double[] HalfLives = [4, 8, 16, 32], Priors = [1, 4, 16, 64];

    public static MinuteModel Of(PastShow[] shows, string whose, string category, MinuteTest test)
    {
        var minutes = shows.Sum(s => s.Minutes.Count(m => !double.IsNaN(m)));
        var blank = new MinuteModel
        {
            Test = test,
            Curve = CurveFit.Of(shows, whose, category),
            UsualMinute = minutes > 0 ? Usual(shows, whose, category) : 0,
            HalfLife = 8,
            PriorMinutes = 1,
            Unit = 1,
            Noise = 0.1,
            Peaks = [],
            Hours = 0,
            RankStake = 0,
            Ranks = MinuteRanks.Of([], test == MinuteTest.Spike),
        };
        if (minutes < FewestMinutes) return blank;
        // Shows are walked through with what the other folds say of their category.
        var walks = new List<(PastShow Show, MinuteModel Model, int Fold)>();
        for (var fold = 0; fold < Folds; fold++)
        {
            PastShow[] others = [.. shows.Where((_, i) => i % Folds != fold)];
            foreach (var group in shows.Where((_, i) => i % Folds == fold).GroupBy(s => (Own: s.Whose == whose, s.Category)))
            {
                var curve = CurveFit.Of(others, group.Key.Own ? whose : "", group.Key.Category);
                foreach (var show in group) walks.Add((show, blank with { Curve = curve, UsualMinute = Usual(others, show.Whose, show.Category) }, fold));
            }
        }
        double Misses(MinuteModel like) => walks.Sum(w => Residuals(w.Show, With(w.Model, like)).Sum(r => Square(Math.Sqrt(r.Value) - Math.Sqrt(r.Usual))));
        var fitted = Priors.Select(p => blank with { PriorMinutes = p, HalfLife = HalfLives[^1] }).MinBy(Misses)!;
        fitted = HalfLives.Select(h => fitted with { HalfLife = h }).MinBy(Misses)!;
        var walked = walks.Select(w => (w.Fold, Minutes: Residuals(w.Show, With(w.Model, fitted)).ToList())).ToList();
        List<(double, double)> residuals = [.. walked.SelectMany(w => w.Minutes)];
        var (unit, noise) = Spread(residuals);
        fitted = fitted with { Unit = unit, Noise = noise, Ranks = MinuteRanks.Of(residuals, test == MinuteTest.Spike), Hours = minutes / 60.0 };
        // A show's own minutes would vouch for each other: ranks come from the other folds as well.
        MinuteRanks[] ranks = [.. Enumerable.Range(0, Folds).Select(f => MinuteRanks.Of([.. walked.Where(w => w.Fold != f).SelectMany(w => w.Minutes)], test == MinuteTest.Spike))];
        double[] stakes = test == MinuteTest.Silence ? [0] : [0, 0.5, 1];
        return stakes.Select(stake => Rehearse(walks, fitted with { RankStake = stake }, ranks)).MaxBy(r => r.Found).Model;
    }

    /// <summary>Walks through past shows for the peaks of evidence that nothing brings, and for how many troubles planted in them would be found within three minutes.</summary>
    private static (MinuteModel Model, double Found) Rehearse(List<(PastShow Show, MinuteModel Model, int Fold)> walks, MinuteModel fitted, MinuteRanks[] ranks)
    {
        List<double> peaks = [], reached = [];
        foreach (var (show, own, fold) in walks) Walk(show, With(own, fitted) with { Ranks = ranks[fold] }, peaks, reached);
        var model = fitted with { Peaks = [.. peaks.OrderDescending().Take(KeptPeaks)] };
        return (model, reached.Count(evidence => model.FalsePerHour(evidence) <= RehearsedRate));
    }

    private static MinuteModel With(MinuteModel own, MinuteModel like) => like with { Curve = own.Curve, UsualMinute = own.UsualMinute };

    private static double Usual(PastShow[] shows, string whose, string category)
    {
        if (shows.Length == 0) return 0;
        var weights = CurveFit.Weights(shows, whose, category);
        return shows.Zip(weights, (s, w) => w * s.Total / Math.Max(1, s.Minutes.Count(m => !double.IsNaN(m)))).Sum() / weights.Sum();
    }

    private static IEnumerable<(double Value, double Usual)> Residuals(PastShow show, MinuteModel model)
    {
        var state = new MinuteState();
        for (var minute = 0; minute < show.Length; minute++)
        {
            var value = show.Minutes[minute];
            if (minute >= MinuteModel.FirstMinute && !double.IsNaN(value)) yield return (value, model.Next(state, show.Length, show.IsPinned(minute)).Usual);
            state = Step(model, state, show, minute);
        }
    }

    private static void Walk(PastShow show, MinuteModel model, List<double> peaks, List<double> reached)
    {
        var (state, peak) = (new MinuteState(), 0.0);
        for (var minute = 0; minute < show.Length; minute++)
        {
            if (minute % PlantEvery == PlantEvery - 1 && minute + Within <= show.Length) reached.Add(Planted(show, model, state, minute));
            state = Step(model, state, show, minute);
            if (state.Evidence <= 0 && peak > 0) peaks.Add(peak);
            peak = state.Evidence <= 0 ? 0 : Math.Max(peak, state.Evidence);
        }
        if (peak > 0) peaks.Add(peak);
    }

    private static double Planted(PastShow show, MinuteModel model, MinuteState state, int from)
    {
        for (var minute = from; minute < from + Within; minute++)
        {
            var (value, usual) = (show.Minutes[minute], model.Next(state, show.Length, show.IsPinned(minute)).Usual);
            var trouble = model.Test == MinuteTest.Drop ? 0.1 * value : value + 4 * Math.Max(usual, model.Unit);
            state = model.After(state, trouble, show.Length, show.IsPinned(minute));
        }
        return state.Evidence;
    }

    // A gap in the past is not known to be silence.
    private static MinuteState Step(MinuteModel model, MinuteState state, PastShow show, int minute) =>
        double.IsNaN(show.Minutes[minute]) ? state with { Minute = minute + 1 } : model.After(state, show.Minutes[minute], show.Length, show.IsPinned(minute));

    /// <summary>Weighted least squares of (value − usual)² on usual and usual²; single wild minutes are bounded, for they may have been trouble.</summary>
    private static (double Unit, double Noise) Spread(List<(double Value, double Usual)> residuals)
    {
        const double wild = 25;
        var typical = residuals.Average(r => r.Usual);
        var (unit, noise) = (double.PositiveInfinity, 1.0);
        for (var turn = 0; turn < 3; turn++)
        {
            double aa = 0, ab = 0, bb = 0, ay = 0, by = 0;
            foreach (var (value, usual) in residuals)
            {
                if (usual <= 0) continue;
                var (a, b, y) = (usual, usual * usual, Math.Min(Square(value - usual), wild * (unit * usual + noise * usual * usual)));
                var weight = 1 / Square(b + typical * a);
                (aa, ab, bb, ay, by) = (aa + weight * a * a, ab + weight * a * b, bb + weight * b * b, ay + weight * a * y, by + weight * b * y);
            }
            if (aa <= 0) return (1, 0.1);
            var determinant = aa * bb - ab * ab;
            (unit, noise) = determinant > 1e-9 * aa * bb ? ((ay * bb - by * ab) / determinant, (by * aa - ay * ab) / determinant) : (ay / aa, 0);
            if (noise < 0) (unit, noise) = (ay / aa, 0);
            if (unit < 0) (unit, noise) = (0, by / bb);
            (unit, noise) = (Math.Max(unit, 1e-6 * typical), Math.Max(noise, 1e-3));
        }
        return (unit, noise);
    }

    private static double Square(double x) => x * x;
}
