namespace Showrunner.Engine.Findings;

/// <summary>
/// Has a part (a creator, a product) changed its share of a whole that itself goes up and down? Counts of equal periods, the
/// oldest first, each with the whole's count of the same period. The share is an average with the newest periods weighing most;
/// its usual error is that of the same guess made one period ahead all through the history, so a part that always jumps about
/// has to jump further. Counts are compared as square roots, whose error hardly depends on their size (Anscombe 1948).
/// </summary>
public static class ShareTest
{
    private const int Fewest = 4, HalfLife = 4, Prior = 8;

    /// <param name="history">Counts of the part, one per period, oldest first; at least <c>5</c>, else nothing is believed.</param>
    /// <param name="whole">Counts of the whole in the same periods, same length.</param>
    /// <param name="observed">The part's count in the period under test.</param>
    /// <param name="wholeNow">The whole's count in it.</param>
    /// <param name="usual">
    /// The usual <see cref="Dispersion"/> of comparable parts. A part's own, known from few periods, is drawn towards it as if it had been
    /// seen eight times (moderated as by Smyth 2004).
    /// </param>
    /// <param name="periods">How many periods the one under test is as long as; a guess further ahead is less sure.</param>
    /// <exception cref="ArgumentException">The two histories differ in length.</exception>
    public static Verdict Of(IReadOnlyList<double> history, IReadOnlyList<double> whole, double observed, double wholeNow, double usual = 1, int periods = 1)
    {
        if (history.Count != whole.Count) throw new ArgumentException($"The part has {history.Count} periods, the whole {whole.Count}.", nameof(whole));
        var expected = Guess(history, whole, history.Count, wholeNow);
        var (own, count) = Errors(history, whole);
        if (count == 0) return new Verdict(observed, expected, 0, double.PositiveInfinity, 0, 1);
        var (known, next) = (Recent(history), expected / periods);
        var further = known > 0 ? (1 + expected / known) / (1 + next / known) : 1;
        // Less than chance alone would make (1 in these units) is luck of a short history.
        var error = Math.Sqrt(Math.Max(1, (count * own + Prior * usual) / (count + Prior)) * further);
        var score = Step(observed, expected) / error;
        return new Verdict(observed, expected, Bound(expected, -2 * error), Bound(expected, 2 * error), score, Significance.TwoSided(score, count + Prior));
    }

    /// <summary>The mean square of a part's usual error, 1 where it is chance alone; not a number where the history is too short to tell.</summary>
    public static double Dispersion(IReadOnlyList<double> history, IReadOnlyList<double> whole) => Errors(history, whole) is { Count: > 0 } errors ? errors.Square : double.NaN;

    private static (double Square, int Count) Errors(IReadOnlyList<double> history, IReadOnlyList<double> whole)
    {
        var squares = 0.0;
        for (var t = Fewest; t < history.Count; t++) squares += Math.Pow(Step(history[t], Guess(history, whole, t, whole[t])), 2);
        return history.Count > Fewest ? (squares / (history.Count - Fewest), history.Count - Fewest) : (0, 0);
    }

    private static double Guess(IReadOnlyList<double> part, IReadOnlyList<double> whole, int upTo, double wholeNow)
    {
        var (over, under) = (0.0, 0.0);
        for (var t = 0; t < upTo; t++)
        {
            var weight = Math.Pow(0.5, (upTo - 1 - t) / (double)HalfLife);
            over += weight * part[t];
            under += weight * whole[t];
        }
        return under > 0 ? over / under * wholeNow : 0;
    }

    /// <summary>How many counts the guess rests on.</summary>
    private static double Recent(IReadOnlyList<double> part) => part.Select((count, t) => count * Math.Pow(0.5, (part.Count - 1 - t) / (double)HalfLife)).Sum();

    private static double Step(double observed, double expected) => 2 * (Math.Sqrt(observed + 0.375) - Math.Sqrt(expected + 0.375));

    private static double Bound(double expected, double steps)
    {
        var root = Math.Sqrt(expected + 0.375) + steps / 2;
        return root <= 0 ? 0 : Math.Max(0, root * root - 0.375);
    }
}
