using Showrunner.Engine.Simulation;

namespace Showrunner.Benchmarks.Live;

/// <summary>
/// Series drawn by chance, two weeks of five minutes each, with up to three planted troubles: the numbers in the settings are chosen on them rather than on the labelled files.
/// </summary>
internal static class DrawnSeries
{
    private const int Rows = 4032, DayRows = 288;
    private static readonly DateTime Start = new(2025, 3, 3, 0, 0, 0, DateTimeKind.Utc);
    private static readonly string[] Grounds = ["flat", "wave", "plateau", "wander", "counts", "jobs", "heavy"];
    private static readonly string[] Troubles = ["spike", "shift", "missing", "frozen", "restless", "denser", "drop"];

    public static IReadOnlyList<NabSeries> Of(int seed, int each)
    {
        var series = new List<NabSeries>();
        for (var ground = 0; ground < Grounds.Length; ground++)
            for (var number = 0; number < each; number++) series.Add(Draw(ground, number, Chance.Of(seed, 81, ground, number)));
        return series;
    }

    private static NabSeries Draw(int ground, int number, Chance chance)
    {
        var values = Ground(ground, ref chance);
        var (count, name) = (chance.Below(4), $"drawn/{Grounds[ground]}{number}");
        var windows = new List<(int, int)>();
        var width = count == 0 ? 0 : Rows / 10 / count;
        for (var i = 0; i < count; i++)
        {
            // In thirds behind the beginning, so that windows never meet.
            var at = 900 + i * 1040 + chance.Between(width / 2, 1000 - width / 2);
            var trouble = chance.Below(Troubles.Length);
            Plant(values, at, trouble, ref chance);
            windows.Add((at - width / 3, at + width - width / 3));
            name += "-" + Troubles[trouble];
        }
        return new NabSeries(name, [.. Enumerable.Range(0, Rows).Select(i => Start.AddMinutes(5 * i))], values, [.. windows]);
    }

    private static double[] Ground(int ground, ref Chance chance)
    {
        var values = new double[Rows];
        var (mood, noise, burst, every) = (0.0, chance.Between(0.02, 0.12), 0, chance.Between(20, 300));
        for (var i = 0; i < Rows; i++)
        {
            var day = i % DayRows / (double)DayRows;
            var wave = 1 - Math.Cos(2 * Math.PI * (day - 0.1));
            mood = 0.97 * mood + 0.24 * chance.Normal();
            if (chance.Hits(1.0 / every)) burst = chance.Between(1, 4);
            values[i] = ground switch
            {
                0 => 1 + noise * chance.Normal() + (chance.Hits(0.004) ? chance.LogNormal(0.4) : 0),
                1 => 1 + wave + noise * 2 * chance.Normal(),
                2 => (day is > 0.375 and < 0.75 && i / DayRows % 7 < 5 ? 3 : 1) + noise * 2 * chance.Normal(),
                3 => 10 + mood + noise * chance.Normal(),
                4 => chance.Poisson(4 + 12 * wave * (i / DayRows % 7 < 5 ? 1 : 0.6)),
                5 => 0.5 + noise * Math.Abs(chance.Normal()) + (i % every < 3 ? 2 * chance.LogNormal(0.2) : 0) + (burst-- > 0 ? chance.LogNormal(0.5) : 0),
                _ => chance.LogNormal(0.6 + noise * 4),
            };
        }
        return values;
    }

    private static void Plant(double[] values, int at, int trouble, ref Chance chance)
    {
        var sorted = values.Order().ToArray();
        var (low, middle, high) = (sorted[Rows / 50], sorted[Rows / 2], sorted[Rows * 49 / 50]);
        var (unit, length, frozen) = (Math.Max(high - low, 0.1), chance.Between(40, 200), values[at]);
        for (var i = at; i < Math.Min(Rows, at + length); i++)
        {
            values[i] = trouble switch
            {
                0 => i < at + 2 ? high + unit * (1 + 0.5 * chance.Next()) : values[i],
                1 => values[i] + unit * 0.8,
                2 => low + 0.02 * unit * chance.Normal(),
                3 => frozen,
                4 => values[i] + unit * 0.6 * chance.Normal(),
                5 => chance.Hits(0.2) ? high + unit * 0.3 * chance.Normal() : values[i],
                _ => i < at + 10 ? low - unit * 0.4 : values[i],
            };
        }
    }
}
