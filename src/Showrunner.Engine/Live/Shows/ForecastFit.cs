namespace Showrunner.Engine.Live.Shows;

/// <summary>Learns what a forecast needs, each past show judged by what the others taught.</summary>
internal static class ForecastFit
{
    private const int Folds = 5, EnoughNear = 40;
    private const double Handful = 3, WeightShrink = 5;

    public static ShowForecast Of(PastShow[] shows, string whose, string category)
    {
        var judged = new List<Judged>();
        var logs = shows.Select(Log).ToArray();
        for (var fold = 0; fold < Folds && shows.Length > 1; fold++)
        {
            PastShow[] others = [.. shows.Where((_, i) => i % Folds != fold)];
            // Others' own shapes are not fitted one by one: their category's makes their errors larger rather than smaller.
            foreach (var group in Enumerable.Range(0, shows.Length).Where(i => i % Folds == fold).GroupBy(i => (Own: shows[i].Whose == whose, shows[i].Category)))
            {
                var curve = CurveFit.Of(others, group.Key.Own ? whose : "", group.Key.Category);
                // What a show came to is hidden from its own prior alone: the others of its fold are known by then.
                foreach (var i in group) judged.Add(new Judged(shows[i], curve, UsualMinute(shows, logs, shows[i].Whose, shows[i].Category, i)));
            }
        }
        var near = Nearest(judged, whose, category);
        var weights = Enumerable.Range(1, ShowForecast.Points).Select(p => Weight(judged, p)).ToArray();
        return new ShowForecast
        {
            Curve = CurveFit.Of(shows, whose, category),
            UsualMinute = UsualMinute(shows, logs, whose, category),
            PaceWeights = weights,
            Errors = [.. weights.Select((w, p) => near.Select(j => j.Error(p + 1, w)).Order().ToArray())],
        };
    }

    /// <summary>Own shows when there are enough to calibrate on, else those of the category, else all.</summary>
    private static List<Judged> Nearest(List<Judged> judged, string whose, string category)
    {
        var own = judged.Where(j => j.Show.Whose == whose).ToList();
        if (own.Count >= EnoughNear) return own;
        var near = judged.Where(j => j.Show.Category == category).ToList();
        return near.Count >= EnoughNear ? near : judged;
    }

    /// <summary>Average minute of a show, as a geometric mean of own shows, drawn to the category's and that to all.</summary>
    /// <param name="but">A show that does not count.</param>
    public static double UsualMinute(PastShow[] shows, double[] logs, string whose, string category, int but = -1)
    {
        var (all, near, own) = (new Mean(), new Mean(), new Mean());
        for (var i = 0; i < shows.Length; i++)
        {
            if (i == but) continue;
            all.Add(logs[i]);
            if (shows[i].Category == category) near.Add(logs[i]);
            if (shows[i].Whose == whose) own.Add(logs[i]);
        }
        return all.Count == 0 ? 0 : Math.Exp(own.Drawn(near.Drawn(all.Sum / all.Count)));
    }

    public static double Log(PastShow show) => Math.Log(show.Total / Math.Max(1, show.Minutes.Count(m => !double.IsNaN(m))));

    private struct Mean
    {
        public double Sum { get; private set; }
        public int Count { get; private set; }

        public void Add(double value) => (Sum, Count) = (Sum + value, Count + 1);
        public readonly double Drawn(double to) => (Sum + Handful * to) / (Count + Handful);
    }

    /// <summary>Least squares of what the show came to on what its pace said, both against the usual; drawn to the square root of the progress while shows are few.</summary>
    private static double Weight(List<Judged> judged, int point)
    {
        var prior = Math.Sqrt(point / (double)ShowForecast.Points);
        var (xy, xx) = (0.0, 0.0);
        foreach (var one in judged)
        {
            var (pace, truth) = one.Against(point);
            (xy, xx) = (xy + pace * truth, xx + pace * pace);
        }
        var typical = judged.Count > 0 && xx > 0 ? xx / judged.Count : 1;
        return Math.Clamp((xy + WeightShrink * typical * prior) / (xx + WeightShrink * typical), 0, 1);
    }

    private sealed class Judged
    {
        private readonly double[] _shares, _soFar;
        private readonly double _usual, _total;

        public Judged(PastShow show, ShowCurve curve, double usualMinute)
        {
            (Show, _usual, _shares) = (show, usualMinute * show.Length, curve.Shares(show.Length));
            _soFar = new double[show.Length];
            var level = CurveFit.Level(show, curve);
            // A minute of which nothing is known had what the curve says of it.
            for (var minute = 0; minute < show.Length; minute++)
                _soFar[minute] = _total += double.IsNaN(show.Minutes[minute]) ? level * curve.Rate(minute, show.Length, show.IsPinned(minute)) : show.Minutes[minute];
        }

        public PastShow Show { get; }

        /// <summary>Logarithms of pace and of the rest that came (as a whole show's) against the usual.</summary>
        public (double Pace, double Truth) Against(int point)
        {
            var (share, soFar) = At(point);
            if (share is <= 0 or >= 1) return (0, 0);
            var least = ShowForecast.Least(_usual);
            return (Math.Log((soFar / share + least) / (_usual + least)), Math.Log(((_total - soFar) / (1 - share) + least) / (_usual + least)));
        }

        public double Error(int point, double weight)
        {
            var (share, soFar) = At(point);
            if (share >= 1) return 0;
            var least = ShowForecast.Least(_usual) * (1 - share);
            return Math.Log((_total - soFar + least) / (ShowForecast.Rest(share, soFar, _usual, weight) + least));
        }

        private (double Share, double SoFar) At(int point)
        {
            var elapsed = Math.Clamp((int)Math.Round(point * Show.Length / (double)ShowForecast.Points), 1, Show.Length);
            return (_shares[elapsed - 1], _soFar[elapsed - 1]);
        }
    }
}
