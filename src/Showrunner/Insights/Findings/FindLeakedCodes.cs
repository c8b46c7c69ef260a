using System.Globalization;
using Showrunner.Engine.Findings;
using Showrunner.Ledger;
using Showrunner.Metrics;
using Showrunner.Platform;

namespace Showrunner.Insights.Findings;

/// <summary>
/// Codes meant for few that got round: far more is bought through a creator's showcase and links than his weeks let expect, and for clearly
/// less than others pay for the same products in the same days. Small ones are told too: each day that a code runs costs money.
/// </summary>
internal static class FindLeakedCodes
{
    public const string Kind = "coupon_leak";
    private const int MostCreators = 500, Most = 10, Week = 7, MostProducts = 200, FewestMembers = 3;
    private const double FalseShare = 0.02, FewestLines = 10, TimesUsual = 2, LeastDiscount = 0.1, LeastKnown = 0.5;

    public static async Task<IReadOnlyList<Found>> Handle(OpenMarket open, FindingScope scope, DateOnly last, CancellationToken cancel)
    {
        if (scope.Dimension == "creator" || await WeeklyCounts.Known(open, scope, last, cancel) is not { } counts) return [];
        var week = new DayRange(last.AddDays(1 - Week), last);
        MetricFilter showcase = new("channel", [Channel.Showcase]);
        var top = await open.Ask(Query(open, week) with { By = ["creator"], Where = [.. scope.Within, showcase], Sort = "-order_lines", Top = MostCreators }, cancel);
        var sellers = top.Rows.Where(r => r.Keys[0] != "0").Select(r => long.Parse(r.Keys[0], CultureInfo.InvariantCulture)).ToList();
        var members = await counts.Of("creator", MostCreators, [showcase, MetricFilter.Rows("creator", sellers)], cancel);
        if (members.Count < FewestMembers) return [];
        var common = FindChanges.Common(members);
        var usual = FindChanges.Usual(members, common, 1);
        var judged = members.Where(m => m.Now >= FewestLines).Select(m => (Member: m, Verdict: ShareTest.Of(m.Lines[..^1], common[..^1], m.Now, common[^1], usual))).ToList();
        var believed = Significance.Believed([.. judged.Select(j => j.Verdict.Probability)], FalseShare);
        List<Found> found = [];
        foreach (var (member, verdict) in judged.Where((j, i) => believed[i] && j.Verdict.Observed >= TimesUsual * j.Verdict.Expected).OrderByDescending(j => j.Verdict.Difference).Take(2 * Most))
            if (await Cheap(open, scope, member, verdict, week, showcase, cancel) is { } told) found.Add(told);
        return [.. found.OrderBy(f => f.EffectMinor).Take(Most)];
    }

    /// <summary>Null where the creator's buyers paid what others paid.</summary>
    private static async Task<Found?> Cheap(OpenMarket open, FindingScope scope, Member member, Verdict verdict, DayRange week, MetricFilter showcase, CancellationToken cancel)
    {
        MetricFilter his = new("creator", [member.Key]);
        var daily = await open.Ask(Query(open, week) with { Grain = "day", Where = [.. scope.Within, his, showcase] }, cancel);
        var days = daily.Rows.Where(r => (double)(r.Values[0] ?? 0) >= TimesUsual * verdict.Expected / Week).Select(r => r.Bucket!.Value).ToList();
        var range = new DayRange(days.Min(), days.Max());
        var lines = daily.Rows.Where(r => range.Contains(r.Bucket!.Value)).Sum(r => r.Values[0] ?? 0);
        var share = range.Days / (double)Week;
        var own = (await open.Ask(Query(open, range) with { By = ["product"], Where = [.. scope.Within, his, showcase], Sort = "-order_lines", Top = MostProducts }, cancel)).Rows;
        var others = (await open.Ask(Query(open, range) with { By = ["product"], Where = [MetricFilter.Rows("product", own.Select(r => long.Parse(r.Keys[0], CultureInfo.InvariantCulture)))] }, cancel)).Rows.ToDictionary(r => r.Keys[0]);
        var (known, all, paid, elsewhere) = (0m, 0m, 0m, 0m);
        List<Cause> products = [];
        foreach (var row in own)
        {
            var (items, gmv) = (row.Values[2] ?? 0, row.Values[1] ?? 0);
            all += items;
            var other = others[row.Keys[0]];
            // What the others paid for a piece, without his buyers.
            if ((other.Values[2] ?? 0) - items is not (> 0 and var theirs)) continue;
            var price = ((other.Values[1] ?? 0) - gmv) / theirs;
            (known, paid, elsewhere) = (known + items, paid + gmv, elsewhere + price * items);
            products.Add(new Cause("product", row.Keys[0], row.Labels[0], (long)(gmv - price * items), 0));
        }
        if (elsewhere <= 0 || known < (decimal)LeastKnown * all || 1 - paid / elsewhere < (decimal)LeastDiscount) return null;
        var less = (long)(paid - elsewhere);
        return new Found(Kind, "creator", long.Parse(member.Key, CultureInfo.InvariantCulture), member.Name, range, (double)lines, verdict.Expected * share, verdict.Low * share, verdict.High * share, less, verdict.Probability)
        {
            History = member.Lines,
            Causes = [new Cause("channel", Channel.Showcase, "", less, 1), .. products.OrderBy(p => p.AmountMinor).Take(3).Select(p => p with { Share = (double)p.AmountMinor / less })],
        };
    }

    private static MetricQuery Query(OpenMarket open, DayRange range) => new(open.Rules, ["order_lines", "gmv", "items"], range) { Basis = Family.Lines };
}
