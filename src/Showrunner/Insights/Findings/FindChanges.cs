using System.Globalization;
using Showrunner.Engine.Findings;
using Showrunner.Metrics;
using Showrunner.Platform;

namespace Showrunner.Insights.Findings;

/// <summary>
/// What changed beyond its usual noise: the latest week of the market, or of a part of it, against its own path, a week, four and eight weeks
/// of the people and things in it against what they did as a whole, refunds against those of comparable products. Tests of one sort are judged together.
/// </summary>
internal sealed class FindChanges(OpenMarket open, FindingScope scope, DateOnly last)
{
    private const int MostMembers = 2000, MostExplained = 100, MaturityDays = 14, RefundDays = 28, FewestLines = 40, Quietest = 60;
    private const double FalseShare = 0.02, LeastShareOfGmv = 0.003, LeastShareOfRefunds = 0.0025, LeastShareOfStock = 0.001, Sure = 1e-6, SureShare = 0.25, MarketNoise = 0.04, MarketChance = 0.005, Inherited = 0.6;
    // Over the longest only what fades is looked for: what rises is told sooner.
    private const int Slow = 8;
    private static readonly int[] Horizons = [1, 4, Slow];

    /// <returns>What to tell, the largest effect first; empty when the market has fewer than seven whole weeks.</returns>
    public async Task<IReadOnlyList<Found>> Handle(Action<int, int> report, CancellationToken cancel)
    {
        if (await WeeklyCounts.Known(open, scope, last, cancel) is not { } counts) return [];
        report(0, 6);
        if (await counts.Of(null, 1, [], cancel) is not [var market] || market.Gmv[^1] <= 0) return [];
        var daily = new DailyCounts(open, scope, last);
        List<Candidate> candidates = [];
        var step = 1;
        foreach (var subject in Subjects)
        {
            var members = await counts.Of(subject, MostMembers, [], cancel);
            candidates.AddRange(Parts(subject, members));
            if (subject == "category") candidates.AddRange(await daily.OfCategories(members, counts.Weeks.Count, cancel));
            if (subject == "product") candidates.AddRange(await daily.Gaps(members, cancel));
            report(step++, 6);
        }
        candidates.AddRange(await Refunds(market, cancel));
        report(step, 6);
        var believed = Significance.Believed([.. candidates.Select(Chance)], FalseShare);
        var kept = candidates.Where((c, i) => believed[i] && Math.Abs(c.Effect) >= Least(c, market))
            .GroupBy(c => (c.Subject, c.Member.Key, c.Kind == "refunds_high")).Select(same => same.MinBy(c => c.Verdict.Probability)!)
            .Concat(await Market(market, daily, counts.Weeks.Count, cancel)).OrderByDescending(c => Math.Abs(c.Effect)).Take(MostExplained).ToList();
        List<Found> found = [];
        foreach (var candidate in kept)
            if (await Explain(candidate, kept, counts, cancel) is { } told) found.Add(told);
        return found;
    }

    /// <summary>A creator or product is the same as the whole where only it is looked at; a shop's products stand in no other shop.</summary>
    private string[] Subjects => scope.Dimension switch
    {
        "creator" => ["product", "shop", "category"],
        "product" => ["creator"],
        "shop" => ["creator", "product", "category"],
        "category" => ["creator", "product", "shop"],
        _ => ["creator", "product", "shop", "category"],
    };

    /// <summary>One video can lift a creator, a product and its shop far above what usual weeks let expect, and means nothing yet: such a surprise counts half.</summary>
    private static double Chance(Candidate candidate) => candidate.Kind is "creator_up" or "product_up" or "shop_up" ? Math.Sqrt(candidate.Verdict.Probability) : candidate.Verdict.Probability;

    /// <summary>Smaller ones are not worth a line. Of what can be mended at once (returns, stock) a smaller one is, and of what is beyond doubt.</summary>
    private static double Least(Candidate candidate, Member market) => market.Gmv[^1] * candidate.Weeks * (candidate.Verdict.Probability < Sure ? SureShare : 1) * candidate.Kind switch
    {
        "refunds_high" => LeastShareOfRefunds,
        "product_out" or "product_gap" => LeastShareOfStock,
        _ => LeastShareOfGmv,
    };

    /// <summary>The week as a whole, or the one day that stands out most: a promotion of one day drowns in a noisy week.</summary>
    private async Task<IEnumerable<Candidate>> Market(Member market, DailyCounts daily, int weeks, CancellationToken cancel)
    {
        var week = TrendTest.Of(market.Before, market.Now, Noise(market.Before));
        var day = await daily.OfAll(weeks, cancel);
        var alone = day is { } d && d.Verdict.Probability < Math.Min(week.Probability, MarketChance);
        if (!alone && week.Probability > MarketChance) return [];
        var verdict = alone ? day!.Value.Verdict : week;
        return [new("market", market, verdict, verdict.Difference > 0 ? "market_up" : "market_down", (long)(verdict.Difference * market.GmvPerLine)) { Days = alone ? new DayRange(day!.Value.Day, day.Value.Day) : null }];
    }

    /// <summary>Few lines vary by chance alone.</summary>
    internal static double Noise(IReadOnlyList<double> history) => Math.Max(MarketNoise, 1 / Math.Sqrt(Math.Max(1, history.Average())));

    /// <summary>Every member against what the middle of all members did: one that takes off does not make the others look poor.</summary>
    private static IEnumerable<Candidate> Parts(string subject, IReadOnlyList<Member> members)
    {
        if (members.Count < 3) yield break;
        var common = Common(members);
        foreach (var weeks in Horizons.Where(weeks => common.Length - weeks >= WeeklyCounts.Fewest - 1))
        {
            var usual = Usual(members, common, weeks);
            foreach (var member in members)
            {
                var verdict = ShareTest.Of(member.Lines[..^weeks], common[..^weeks], member.Lines[^weeks..].Sum(), common[^weeks..].Sum(), usual, weeks);
                if (Math.Max(verdict.Observed, verdict.Expected) < FewestLines / 4 || (weeks == Slow && verdict.Difference > 0)) continue;
                var first = Array.FindIndex(member.Lines, n => n > 0);
                var kind = verdict.Difference < 0 ? "down" : first >= member.Lines.Length - 5 && first > 0 ? "new" : "up";
                yield return new(subject, member, verdict, $"{subject}_{kind}", (long)(verdict.Difference * member.GmvPerLine), weeks);
            }
        }
    }

    /// <summary>How far the middle one of the members goes astray before the latest weeks; 1 is chance alone.</summary>
    internal static double Usual(IReadOnlyList<Member> members, double[] whole, int weeks)
    {
        var dispersions = members.Where(m => m.Lines.Average() >= 3).Select(m => ShareTest.Dispersion(m.Lines[..^weeks], whole[..^weeks])).Where(d => !double.IsNaN(d)).Order().ToList();
        return dispersions.Count == 0 ? 1 : Math.Max(1, dispersions[dispersions.Count / 2]);
    }

    /// <summary>How the usual member went from week to week: the median of everyone's week against his own average, large ones counting more.</summary>
    internal static double[] Common(IReadOnlyList<Member> members)
    {
        var weeks = members[0].Lines.Length;
        var steady = members.Where(m => m.Lines.Count(n => n > 0) > weeks / 2).ToList();
        if (steady.Count < 3) steady = [.. members];
        return [.. Enumerable.Range(0, weeks).Select(week =>
        {
            var ratios = steady.Select(m => (Ratio: m.Lines[week] / Math.Max(1e-9, m.Lines.Average()), Weight: Math.Sqrt(m.Lines.Average()))).OrderBy(r => r.Ratio).ToList();
            var (half, sum) = (ratios.Sum(r => r.Weight) / 2, 0.0);
            foreach (var (ratio, weight) in ratios)
                if ((sum += weight) >= half) return Math.Max(ratio, 1e-6) * 1000;
            return 1000;
        })];
    }

    /// <summary>Lines are sent back days later, so the weeks looked at lie a fortnight back.</summary>
    private DayRange Mature => new(last.AddDays(1 - MaturityDays - RefundDays), last.AddDays(-MaturityDays));

    private async Task<IReadOnlyList<Candidate>> Refunds(Member market, CancellationToken cancel)
    {
        var table = await open.Ask(new MetricQuery(open.Rules, ["order_lines", "return_lines", "refunds", "gmv"], Mature) { Where = scope.Within, By = ["product"], Basis = Family.Lines, Sort = "-order_lines", Top = MostMembers }, cancel);
        var rows = table.Rows.Where(r => r.Keys[0] != "0").ToList();
        double Value(MetricRow row, int at) => (double)(row.Values[at] ?? 0);
        var verdicts = PeerTest.Of([.. rows.Select(r => Value(r, 1))], [.. rows.Select(r => Value(r, 0))], FewestLines);
        return [.. rows.Select((row, i) => (row, verdict: verdicts[i])).Where(c => c.verdict.Score > 0).Select(c =>
        {
            var excess = c.verdict.Observed > 0 ? c.verdict.Difference / c.verdict.Observed * Value(c.row, 2) : 0;
            return new Candidate("product", new Member(c.row.Keys[0], c.row.Labels[0], [Value(c.row, 0)], [Value(c.row, 3)]), c.verdict, "refunds_high", (long)excess);
        })];
    }

    private async Task<Found?> Explain(Candidate candidate, List<Candidate> kept, WeeklyCounts counts, CancellationToken cancel)
    {
        var (subject, member, verdict) = (candidate.Subject, candidate.Member, candidate.Verdict);
        var id = subject == "market" ? 0 : long.Parse(member.Key, CultureInfo.InvariantCulture);
        if (candidate.Kind == "refunds_high")
        {
            return new Found(candidate.Kind, subject, id, member.Name, Mature, verdict.Observed, verdict.Expected, verdict.Low, verdict.High, candidate.Effect, verdict.Probability);
        }
        var causes = await Causes(subject, id, candidate, counts, cancel);
        // Told already as what stands behind it: the shop of the product that takes off, the product of the creator who stopped.
        if (subject != "market" && causes.Where(c => c.Dimension is "product" or "creator" && c.Share >= Inherited).Any(behind => kept.Any(k =>
            k.Kind != "refunds_high" && k.Subject == behind.Dimension && k.Member.Key == behind.Member && k.Verdict.Difference > 0 == verdict.Difference > 0
            && (subject is "shop" or "category" || Math.Abs(k.Effect) > Math.Abs(candidate.Effect))))) return null;
        var days = candidate.Days ?? new DayRange(counts.Weeks[^candidate.Weeks].From, last);
        var kind = candidate.Kind;
        if (verdict.Difference < 0 && subject == "creator" && await Silent(subject, id, verdict.Expected / candidate.Weeks, cancel) is { } since)
        {
            (kind, days) = ("creator_silent", new DayRange(since, last));
            // Silence is told against what a week was to bring.
            verdict = new Verdict(verdict.Observed, verdict.Expected / candidate.Weeks, verdict.Low / candidate.Weeks, verdict.High / candidate.Weeks, verdict.Score, verdict.Probability);
        }
        if (subject == "market" && scope.Id != 0) (kind, subject, id, member) = (kind.Replace("market", scope.Dimension, StringComparison.Ordinal), scope.Dimension, scope.Id, member with { Name = scope.Name });
        return new Found(kind, subject, id, member.Name, days, verdict.Observed, verdict.Expected, verdict.Low, verdict.High, candidate.Effect, verdict.Probability)
        {
            History = member.Lines,
            Causes = causes,
        };
    }

    /// <summary>For each other dimension, who makes up most of the change.</summary>
    private async Task<IReadOnlyList<Cause>> Causes(string subject, long id, Candidate candidate, WeeklyCounts counts, CancellationToken cancel)
    {
        IReadOnlyList<MetricFilter> where = subject == "market" ? [] : [MetricFilter.Rows(subject, id)];
        var recent = new WeeklyCounts(open, scope, last, Math.Min(4 + candidate.Weeks, counts.Weeks.Count));
        var now = candidate.Weeks;
        List<Cause> causes = [];
        foreach (var dimension in new[] { "channel", "category", "product", "creator", "day" }.Where(d => d != subject && d != scope.Dimension && (d != "day" || now == 1)))
        {
            var cells = dimension == "day" ? await Days(where, recent.Weeks.Count, cancel) : await recent.Of(dimension, 200, where, cancel);
            if (cells.Count == 0) continue;
            // Expected of each is its part of what was expected of the whole.
            var before = cells.Sum(c => c.Lines[..^now].Sum());
            var parts = Contributions.OfSum(cells.Select(c => (c.Key, c.Lines[^now..].Sum() * c.GmvPerLine, before > 0 ? c.Lines[..^now].Sum() / before * candidate.ExpectedInWeeks * c.GmvPerLine : 0)));
            causes.AddRange(parts.Take(3).Where(p => p.Share > 0.05).Select(p => new Cause(dimension, p.Member, cells.First(c => c.Key == p.Member).Name, (long)p.Amount, p.Share)));
        }
        return causes;
    }

    /// <summary>The week's days, each with the same weekday of the weeks before.</summary>
    private async Task<IReadOnlyList<Member>> Days(IReadOnlyList<MetricFilter> where, int weeks, CancellationToken cancel)
    {
        var table = await open.Ask(new MetricQuery(open.Rules, ["order_lines", "gmv"], new DayRange(last.AddDays(1 - 7 * weeks), last)) { Grain = "day", Where = [.. scope.Within, .. where], Basis = Family.Lines }, cancel);
        var byDay = table.Rows.ToDictionary(r => r.Bucket!.Value, r => (Lines: (double)(r.Values[0] ?? 0), Gmv: (double)(r.Values[1] ?? 0)));
        return [.. Enumerable.Range(0, 7).Select(back => last.AddDays(back - 6)).Select(day =>
        {
            var same = Enumerable.Range(0, weeks).Select(w => byDay.GetValueOrDefault(day.AddDays(7 * (w + 1 - weeks)))).ToArray();
            var name = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            return new Member(name, name, [.. same.Select(w => w.Lines)], [.. same.Select(w => w.Gmv)]);
        })];
    }

    /// <summary>The first of the last days without a single line, when so long a silence is no chance.</summary>
    private async Task<DateOnly?> Silent(string subject, long id, double expectedPerWeek, CancellationToken cancel)
    {
        var table = await open.Ask(new MetricQuery(open.Rules, ["order_lines"], new DayRange(last.AddDays(1 - Quietest), last)) { Grain = "day", Where = [.. scope.Within, MetricFilter.Rows(subject, id)], Basis = Family.Lines }, cancel);
        var sold = table.Rows.Where(r => r.Values[0] > 0).Select(r => r.Bucket!.Value).ToHashSet();
        var since = last.AddDays(1);
        while (since > last.AddDays(1 - Quietest) && !sold.Contains(since.AddDays(-1))) since = since.AddDays(-1);
        var days = last.DayNumber - since.DayNumber + 1;
        return days >= 2 && Math.Exp(-expectedPerWeek / 7 * days) < 0.0005 ? since : null;
    }
}
