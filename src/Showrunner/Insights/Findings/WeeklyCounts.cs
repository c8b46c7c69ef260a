using Showrunner.Metrics;
using Showrunner.Platform;

namespace Showrunner.Insights.Findings;

/// <summary>A member's order lines and GMV in the weeks up to the one under test, oldest first.</summary>
internal sealed record Member(string Key, string Name, double[] Lines, double[] Gmv)
{
    public double Now => Lines[^1];
    public IReadOnlyList<double> Before => Lines[..^1];
    public double GmvPerLine => Lines.Sum() is > 0 and var lines ? Gmv.Sum() / lines : 0;
}

/// <summary>Weeks that end with a given day, and what was sold in them, asked through the one pipeline.</summary>
internal sealed class WeeklyCounts(OpenMarket open, FindingScope scope, DateOnly last, int weeks)
{
    public IReadOnlyList<DayRange> Weeks { get; } = [.. Enumerable.Range(0, weeks).Select(back => new DayRange(last.AddDays(-6 - 7 * back), last.AddDays(-7 * back))).Reverse()];
    public const int Fewest = 7, Most = 16;

    /// <summary>As many weeks as are known and looked at; null where they are too few.</summary>
    public static async Task<WeeklyCounts?> Known(OpenMarket open, FindingScope scope, DateOnly last, CancellationToken cancel)
    {
        if (open.Extent.Lines is not { } lines || lines.To < last) return null;
        var weeks = (last.DayNumber - (await scope.FirstDay(open, cancel) ?? lines.From).DayNumber + 1) / 7;
        return weeks < Fewest ? null : new WeeklyCounts(open, scope, last, Math.Min(Most, weeks));
    }

    public DayRange Whole => new(Weeks[0].From, last);

    /// <summary>The members of a dimension that sold most over all the weeks.</summary>
    public async Task<IReadOnlyList<Member>> Of(string? dimension, int most, IReadOnlyList<MetricFilter> where, CancellationToken cancel)
    {
        where = [.. scope.Within, .. where];
        IReadOnlyList<string> by = dimension is null ? [] : [dimension];
        MetricFilter[] only = [];
        if (dimension is "creator" or "product")
        {
            var top = await open.Ask(Query(Whole) with { By = by, Where = where, Sort = "-order_lines", Top = most }, cancel);
            only = [MetricFilter.Rows(dimension, top.Rows.Select(r => long.Parse(r.Keys[0], System.Globalization.CultureInfo.InvariantCulture)).Where(id => id != 0))];
            if (only[0].Values.Count == 0) return [];
        }
        var members = new Dictionary<string, Member>();
        foreach (var row in (await open.Ask(Query(Whole) with { By = by, Where = [.. where, .. only], Grain = "week", WeekFrom = Whole.From.DayOfWeek }, cancel)).Rows)
        {
            var key = row.Keys.Count > 0 ? row.Keys[0] : "";
            if (key == "0") continue; // nobody's
            if (!members.TryGetValue(key, out var member)) members[key] = member = new Member(key, row.Labels.Count > 0 ? row.Labels[0] : "", new double[Weeks.Count], new double[Weeks.Count]);
            var week = (row.Bucket!.Value.DayNumber - Whole.From.DayNumber) / 7;
            (member.Lines[week], member.Gmv[week]) = ((double)(row.Values[0] ?? 0), (double)(row.Values[1] ?? 0));
        }
        return [.. members.Values.OrderByDescending(m => m.Lines.Sum()).ThenBy(m => m.Key, StringComparer.Ordinal)];
    }

    private MetricQuery Query(DayRange range) => new(open.Rules, ["order_lines", "gmv"], range) { Basis = Family.Lines };
}
