using Showrunner.Engine.Live.Shows;
using Showrunner.Engine.Simulation;

namespace Showrunner.Engine.Tests.Live;

/// <summary>A show drawn by chance in six figures: a crowd that fills and thins out and wavers, a rush at the start and while products are pinned, counts by Poisson.</summary>
internal sealed record DrawnShow(string Whose, string Category, bool[] Pinned, double[][] Figures)
{
    public const int Viewers = 0, Orders = 1, Gmv = 2, Refunds = 3, Complaints = 4, Events = 5, Count = 6;
    public static readonly string[] Names = ["viewers", "orders", "gmv", "refunds", "complaints", "events"];

    public int Length => Pinned.Length;

    public PastShow In(int figure) => new(Whose, Category, Figures[figure], Pinned);

    public static List<DrawnShow> Draw(int seed, int count, double ordersPerMinute = 12) => [.. Enumerable.Range(0, count).Select(n => Draw(Chance.Of(seed, 7, 7, n), ordersPerMinute, null, 0))];

    /// <param name="trouble">The figure in which something goes wrong; null for none.</param>
    /// <param name="at">From this minute on, for at least ten.</param>
    public static DrawnShow Draw(Chance chance, double ordersPerMinute, int? trouble, int at)
    {
        var (whose, category) = (chance.Below(6), chance.Below(2));
        var (length, size) = (chance.Between(60, 200), ordersPerMinute * chance.LogNormal(0.25) * (0.6 + whose / 6.0));
        var lateness = 0.3 + 0.3 * category;
        var (mood, next, pinned) = (0.0, chance.Below(15), new bool[length]);
        double[][] figures = [.. Enumerable.Range(0, Count).Select(_ => new double[length])];
        for (var minute = 0; minute < length; minute++)
        {
            var t = (minute + 0.5) / length;
            mood = 0.85 * mood + 0.12 * chance.Normal();
            if (minute > next + 4) next += chance.Between(10, 20);
            pinned[minute] = minute >= next;
            var crowd = Math.Min(1, 0.3 + t / lateness) * Math.Min(1, 0.3 + (1 - t) * 3) * Math.Exp(mood);
            var hit = minute >= at ? trouble : null;
            if (hit == Viewers) crowd *= 0.3;
            var bought = size * crowd * (pinned[minute] ? 2 : 0.7) * (minute < 5 ? 1.6 : 1) * chance.LogNormal(0.15) * (hit is Orders or Gmv ? 0.05 : 1);
            figures[Viewers][minute] = Math.Round(40 * size * crowd * chance.LogNormal(0.03));
            figures[Orders][minute] = chance.Poisson(bought);
            for (var i = 0; i < figures[Orders][minute]; i++) figures[Gmv][minute] += Math.Round(20_000 * chance.LogNormal(0.6));
            figures[Refunds][minute] = chance.Poisson(0.01 * size + (hit == Refunds ? 4 : 0));
            figures[Complaints][minute] = chance.Poisson(0.02 * size * crowd + (hit == Complaints ? 4 : 0));
            figures[Events][minute] = chance.Poisson(3 * size * crowd);
            if (hit != Events) continue;
            foreach (var figure in figures) figure[minute] = double.NaN;
        }
        return new DrawnShow($"creator{whose}", $"category{category}", pinned, figures);
    }
}
