using Showrunner.Engine.Matching.Values;
using static Showrunner.Matching.Workbench.CompareCreators;

namespace Showrunner.Matching.Workbench;

/// <summary>What two creators' scores are made of, part beside part, and which part decides.</summary>
internal static class CompareReasons
{
    private const double Least = 1e-9;
    private static readonly IReadOnlyList<string> Parts = ["gmv", "accept", "post"];

    /// <summary>What says the same in words is one row, whose effects multiply: so all rows of a part still make up the score.</summary>
    public static IReadOnlyList<Row> Rows(IReadOnlyList<MatchReason> one, IReadOnlyList<MatchReason> other) =>
        [.. one.Zip(other).GroupBy(pair => (pair.First.Part, Feature: Of(pair.First.Feature))).Select(g => new Row(g.Key.Part, g.Key.Feature, [Effect([.. g.Select(p => p.First)]), Effect([.. g.Select(p => p.Second)])]))
            .OrderBy(row => Parts.ToList().IndexOf(row.Part)).ThenByDescending(row => Math.Abs(row.Ahead)).ThenBy(row => row.Feature, StringComparer.Ordinal)];

    private static Effect Effect(IReadOnlyList<MatchReason> same)
    {
        var told = same.MaxBy(r => Math.Abs(Math.Log(r.Times)))!;
        return new Effect(told.Text, told.Values, same.Aggregate(1.0, (times, r) => times * r.Times));
    }

    private static string Of(string feature) => feature switch
    {
        PairRow.Wide => PairRow.Narrow,
        _ => MatchReasons.IsKnown(feature) ? feature : "rest",
    };

    public static Verdict Decide(IReadOnlyList<Side> sides, IReadOnlyList<Row> rows)
    {
        var (one, other) = (sides[0], sides[1]);
        if (one.LeftOut is not null && other.LeftOut is not null) return new Verdict(null, "none", 0, null, null, false);
        var ahead = one.LeftOut is not null ? 1 : other.LeftOut is not null ? 0 : one.Value.ValueMinor >= other.Value.ValueMinor ? 0 : 1;
        var (better, worse) = (sides[ahead].Value, sides[1 - ahead].Value);
        var by = better.ValueMinor - worse.ValueMinor;
        if (one.LeftOut is not null || other.LeftOut is not null) return new Verdict(better.Creator.Id, "only", by, null, null, true);
        if (by == 0) return new Verdict(null, "same", 0, null, null, false);
        var isClear = better.LowValueMinor > worse.HighValueMinor;
        if (better.ValueMinor <= 0) return new Verdict(better.Creator.Id, "loss", by, null, null, isClear);
        var part = Parts.MaxBy(p => Lead(p, better, worse))!;
        if (Lead(part, better, worse) <= 0) return new Verdict(better.Creator.Id, "value", by, null, null, isClear);
        var sign = ahead == 0 ? 1 : -1;
        var at = Enumerable.Range(0, rows.Count).Where(r => rows[r].Part == part).Select(r => (Row: r, Ahead: sign * rows[r].Ahead)).Where(r => r.Ahead > 0).OrderByDescending(r => r.Ahead).Select(r => (int?)r.Row).FirstOrDefault();
        return new Verdict(better.Creator.Id, "value", by, part, at, isClear);
    }

    /// <summary>How many times more, as a logarithm: what multiplies into the value.</summary>
    private static double Lead(string part, RankCreators.Ranked better, RankCreators.Ranked worse) => part switch
    {
        "accept" => Math.Log(Math.Max(Least, better.Accept) / Math.Max(Least, worse.Accept)),
        "post" => Math.Log(Math.Max(Least, better.Post) / Math.Max(Least, worse.Post)),
        _ => Math.Log((better.GmvMinor + 1.0) / (worse.GmvMinor + 1.0)),
    };
}
