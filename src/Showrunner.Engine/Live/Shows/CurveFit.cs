namespace Showrunner.Engine.Live.Shows;

/// <summary>Fits a curve to weighted shows, and says how much each show weighs.</summary>
internal static class CurveFit
{
    // A handful: as many shows of the category as own ones are needed to outweigh it.
    private const double Handful = 5, EndShrink = 2, CourseShrink = 0.5, PinShrink = 5;
    private const int Turns = 4;

    public static ShowCurve Of(PastShow[] shows, string whose, string category)
    {
        var curve = new ShowCurve();
        if (shows.Length == 0) return curve;
        var weights = Weights(shows, whose, category);
        for (var turn = 0; turn < Turns; turn++) curve = Turn(shows, weights, curve);
        // Ends and pins have their part in the average minute too.
        var typical = (int)shows.Average(s => s.Length);
        var mean = Enumerable.Range(0, typical).Average(minute => curve.Rate(minute, typical));
        return mean > 0 ? curve with { Course = [.. curve.Course.Select(c => c / mean)] } : curve;
    }

    /// <summary>Weights that sum to the number of shows they are worth.</summary>
    public static double[] Weights(PastShow[] shows, string whose, string category)
    {
        double own = shows.Count(s => s.Whose == whose), near = shows.Count(s => s.Category == category), all = shows.Length;
        var toNear = Handful / (own + Handful);
        var toAll = toNear * Handful / (near + Handful);
        double[] weights = [.. shows.Select(s => (s.Whose == whose ? 1 / (own + Handful) : 0) + (s.Category == category ? toNear / (near + Handful) : 0) + toAll / all)];
        var scale = 1 / weights.Sum(w => w * w);
        return [.. weights.Select(w => w * scale)];
    }

    private static ShowCurve Turn(PastShow[] shows, double[] weights, ShowCurve curve)
    {
        Ratio[] course = new Ratio[ShowCurve.Places], start = new Ratio[ShowCurve.Ends], end = new Ratio[ShowCurve.Ends];
        var (pin, pinned, known) = (new Ratio(), 0.0, 0.0);
        for (var i = 0; i < shows.Length; i++)
        {
            var (show, length) = (shows[i], shows[i].Length);
            var level = Level(show, curve);
            if (level <= 0) continue;
            for (var minute = 0; minute < length; minute++)
            {
                var value = show.Minutes[minute];
                if (double.IsNaN(value)) continue;
                // Each show counts the same, however long it was.
                var (seen, expected, place) = (weights[i] * value / level, weights[i] * curve.Rate(minute, length, show.IsPinned(minute)), minute * ShowCurve.Places / length);
                course[place].Add(seen * ShowCurve.Places / length, expected * ShowCurve.Places / length);
                if (minute < ShowCurve.Ends) start[minute].Add(seen, expected);
                if (length - 1 - minute < ShowCurve.Ends) end[length - 1 - minute].Add(seen, expected);
                if (show.IsPinned(minute) is not { } isPinned) continue;
                known += weights[i] / length;
                if (!isPinned) continue;
                pinned += weights[i] / length;
                pin.Add(seen, expected);
            }
        }
        double[] factors = [.. curve.Course.Select((c, p) => c * course[p].Of(CourseShrink))];
        var mean = factors.Average();
        // Pins and course share what they explain; half a step each keeps them from overshooting together.
        return new ShowCurve
        {
            Course = [.. factors.Select(f => f / mean)],
            Start = [.. curve.Start.Select((s, m) => s * Math.Sqrt(start[m].Of(EndShrink)))],
            End = [.. curve.End.Select((e, m) => e * Math.Sqrt(end[m].Of(EndShrink)))],
            Pin = curve.Pin * pin.Of(PinShrink),
            PinShare = known > 0 ? pinned / known : 0,
        };
    }

    /// <summary>What an average minute of the show has, from the minutes that are known.</summary>
    public static double Level(PastShow show, ShowCurve curve)
    {
        var (seen, expected) = (0.0, 0.0);
        for (var minute = 0; minute < show.Length; minute++)
        {
            if (double.IsNaN(show.Minutes[minute])) continue;
            seen += show.Minutes[minute];
            expected += curve.Rate(minute, show.Length, show.IsPinned(minute));
        }
        return expected > 0 ? seen / expected : 0;
    }

    private struct Ratio
    {
        private double _seen, _expected;

        public void Add(double seen, double expected) => (_seen, _expected) = (_seen + seen, _expected + expected);

        /// <summary>Seen to expected, drawn to 1 as by so many shows that were as expected.</summary>
        public readonly double Of(double shrink) => (_seen + shrink) / (_expected + shrink);
    }
}
