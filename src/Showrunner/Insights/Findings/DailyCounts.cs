using System.Globalization;
using Showrunner.Engine.Findings;
using Showrunner.Metrics;
using Showrunner.Platform;

namespace Showrunner.Insights.Findings;

/// <summary>What a week's look cannot see: single days that stand out, and things that sell nothing for some days and then again.</summary>
internal sealed class DailyCounts(OpenMarket open, FindingScope scope, DateOnly last)
{
    private const int Week = 7, Gap = 28, FewestGap = 2;

    /// <summary>The day of the latest week that stands out most, for its weekday and its place in the month.</summary>
    /// <param name="weeks">How much of the past there is, this week included.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>Nothing where the past is too short.</returns>
    public async Task<(DateOnly Day, Verdict Verdict)?> OfAll(int weeks, CancellationToken cancel)
    {
        var days = new DayRange(last.AddDays(1 - Week * weeks), last);
        return (await Ask([], days, [], cancel)).Values.FirstOrDefault() is { } all ? Standing(days.From, all, all) : null;
    }

    /// <summary>The same of every category, against what all of them did: a promotion of everything is not the category's news.</summary>
    public async Task<IReadOnlyList<Candidate>> OfCategories(IReadOnlyList<Member> members, int weeks, CancellationToken cancel)
    {
        var days = new DayRange(last.AddDays(1 - Week * weeks), last);
        var daily = await Ask(["category"], days, [], cancel);
        var whole = Sum(daily.Values, days.Days);
        var mean = whole.Average();
        List<Candidate> found = [];
        foreach (var member in members)
        {
            if (!daily.TryGetValue(member.Key, out var series)) continue;
            var shares = series.Select((n, i) => whole[i] > 0 ? n / whole[i] * mean : 0).ToArray();
            if (Standing(days.From, shares, series) is not var (day, verdict)) continue;
            // Back from the share to lines of that day.
            var scale = whole[day.DayNumber - days.From.DayNumber] / mean;
            var lines = new Verdict(verdict.Observed * scale, verdict.Expected * scale, verdict.Low * scale, verdict.High * scale, verdict.Score, verdict.Probability);
            found.Add(new Candidate("category", member, lines, lines.Difference < 0 ? "category_down" : "category_up", (long)(lines.Difference * member.GmvPerLine)) { Days = new DayRange(day, day) });
        }
        return found;
    }

    /// <summary>Products that sold nothing for days of the latest week, and what these days should have brought.</summary>
    public async Task<IReadOnlyList<Candidate>> Gaps(IReadOnlyList<Member> products, CancellationToken cancel)
    {
        var days = new DayRange(last.AddDays(1 - Gap), last);
        var known = products.Where(p => p.Lines.Length > Gap / Week && p.Lines[..^(Gap / Week)].Sum() > 0).ToList();
        if (known.Count == 0) return [];
        var whole = (await Ask([], days, [], cancel)).Values.FirstOrDefault() ?? new double[Gap];
        var daily = await Ask(["product"], days, [MetricFilter.Rows("product", known.Select(p => long.Parse(p.Key, CultureInfo.InvariantCulture)))], cancel);
        var wholeBefore = (await Ask([], new DayRange(last.AddDays(1 - Week * products[0].Lines.Length), last.AddDays(-Gap)), [], cancel)).Values.Sum(lines => lines.Sum());
        List<Candidate> found = [];
        foreach (var product in known)
        {
            var lines = daily.GetValueOrDefault(product.Key) ?? new double[Gap];
            var share = wholeBefore > 0 ? product.Lines[..^(Gap / Week)].Sum() / wholeBefore : 0;
            if (Silent(lines, whole, share) is not { } gap) continue;
            var perDay = gap.Expected / gap.Days;
            var verdict = new Verdict(0, gap.Expected, Math.Max(0, gap.Expected - 2 * Math.Sqrt(gap.Expected)), gap.Expected + 2 * Math.Sqrt(gap.Expected), -Math.Sqrt(gap.Expected), gap.Probability);
            var ongoing = gap.Last == Gap - 1;
            // What lasts is told by the week; its end is not known.
            if (ongoing) verdict = verdict with { Expected = perDay * Week, Low = verdict.Low / gap.Days * Week, High = verdict.High / gap.Days * Week };
            found.Add(new Candidate("product", product, verdict, ongoing ? "product_out" : "product_gap", (long)(-gap.Expected * product.GmvPerLine)) { Days = new DayRange(days.From.AddDays(gap.First), days.From.AddDays(gap.Last)) });
        }
        return found;
    }

    /// <summary>Judged by the smaller of two shares: before these weeks, and in them without the gap itself. What fades away was not missed.</summary>
    private static Silence? Silent(double[] lines, double[] whole, double share)
    {
        if (SilenceTest.Of(lines, [.. whole.Select(n => n * share)], 1, Gap - Week) is not { } first || first.Days < FewestGap) return null;
        var rest = Enumerable.Range(0, Gap).Where(i => i < first.First || i > first.Last).ToArray();
        var of = rest.Sum(i => whole[i]);
        if (of > 0 && rest.Length >= Week) share = Math.Min(share, rest.Sum(i => lines[i]) / of);
        double[] expected = [.. whole.Select(n => n * share)];
        var dispersion = SilenceTest.Dispersion([.. rest.Select(i => lines[i])], [.. rest.Select(i => expected[i])]);
        return SilenceTest.Of(lines, expected, dispersion, Gap - Week) is { Days: >= FewestGap } silence ? silence : null;
    }

    /// <summary>Of the last seven days the one that stands out most; the others are judged with it (Bonferroni).</summary>
    private static (DateOnly Day, Verdict Verdict)? Standing(DateOnly from, double[] values, double[] counts)
    {
        var before = values.Length - Week;
        if (before < SeasonTest.Fewest) return null;
        var season = new SeasonTest(from, values[..before]);
        var error = FindChanges.Noise(counts[..before]);
        var (day, verdict) = Enumerable.Range(before, Week).Select(i => (Day: from.AddDays(i), Verdict: season.Of(from.AddDays(i), values[i], error))).MinBy(d => d.Verdict.Probability);
        return (day, verdict with { Probability = Math.Min(1, verdict.Probability * Week) });
    }

    private static double[] Sum(IEnumerable<double[]> all, int days)
    {
        var sum = new double[days];
        foreach (var series in all)
            for (var i = 0; i < days; i++) sum[i] += series[i];
        return sum;
    }

    /// <summary>Order lines day by day; days without any are 0.</summary>
    private async Task<Dictionary<string, double[]>> Ask(IReadOnlyList<string> by, DayRange days, IReadOnlyList<MetricFilter> where, CancellationToken cancel)
    {
        var table = await open.Ask(new MetricQuery(open.Rules, ["order_lines"], days) { By = by, Grain = "day", Where = [.. scope.Within, .. where], Basis = Family.Lines }, cancel);
        var all = new Dictionary<string, double[]>();
        foreach (var row in table.Rows)
        {
            var key = row.Keys.Count > 0 ? row.Keys[0] : "";
            if (!all.TryGetValue(key, out var series)) all[key] = series = new double[days.Days];
            series[row.Bucket!.Value.DayNumber - days.From.DayNumber] = (double)(row.Values[0] ?? 0);
        }
        return all;
    }
}
