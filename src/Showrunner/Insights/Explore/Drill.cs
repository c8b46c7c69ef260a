using System.Globalization;
using Showrunner.Metrics;
using Showrunner.Platform;
using Showrunner.Web;

namespace Showrunner.Insights.Explore;

/// <summary>The address of the rows behind a cell; none where the pages of rows cannot say the same.</summary>
public static class Drill
{
    public static string? Of(Explored explored, MetricRow row, int metric, Viewer viewer)
    {
        if (row.Values[metric] is null || explored.Table.Sources[metric] is not { } family || family == Family.Goods) return null;
        var (path, filter) = DrillDown.Of(explored.Table.Metrics[metric].Code, family.ToString().ToLowerInvariant());
        var where = Values(explored, row);
        if (where.ContainsKey("agency")) return null;
        if (path is "/creators" or "/products" or "/shops" && (where.Count > 0 || row.Bucket is not null)) (path, filter) = ("/lines", [("only", Ledger.LineFilter.Paid)]);
        var pairs = path switch
        {
            "/lines" => Lines(filter, where),
            "/contents" => Contents(filter, where),
            "/totals" => Totals(filter, where),
            _ => filter,
        };
        return pairs is null ? null : viewer.Link(path, [.. pairs.Select(p => (p.Name, p.Value)), .. Days(explored, row)]);
    }

    /// <summary>The filters, narrowed to the row's own groups: rows by number, texts as they are.</summary>
    private static Dictionary<string, IReadOnlyList<string>> Values(Explored explored, MetricRow row)
    {
        var where = explored.Table.Query.Where.GroupBy(f => f.Dimension).ToDictionary(g => g.Key, g => g.First().Values);
        for (var i = 0; i < row.Keys.Count; i++) where[explored.By[i]] = [row.Keys[i]];
        return where;
    }

    private static IEnumerable<(string Name, string? Value)>? Lines((string Name, string? Value)[] filter, Dictionary<string, IReadOnlyList<string>> where)
    {
        // A figure of one channel or status is already filtered by it.
        if (filter.Any(f => where.TryGetValue(f.Name, out var values) && !values.Contains(f.Value))) return null;
        return where.TryGetValue("content", out var content) && content.Count > 1 ? null
            : filter.Concat(where.Where(w => filter.All(f => f.Name != w.Key)).SelectMany(w => w.Value.Select(v => (w.Key, (string?)v))));
    }

    private static IEnumerable<(string Name, string? Value)>? Contents((string Name, string? Value)[] filter, Dictionary<string, IReadOnlyList<string>> where)
    {
        if (where.Keys.Any(k => k is not ("creator" or "product" or "channel")) || where.Values.Any(v => v.Count > 1)) return null;
        var kind = filter.FirstOrDefault(f => f.Name == "kind").Value;
        if (where.TryGetValue("channel", out var channel) && kind is not null && channel[0] != kind) return null;
        return where.Where(w => w.Key != "channel").Select(w => (w.Key, (string?)w.Value[0])).Append(("kind", kind ?? channel?[0]));
    }

    private static IEnumerable<(string Name, string? Value)>? Totals((string Name, string? Value)[] filter, Dictionary<string, IReadOnlyList<string>> where) =>
        where.Keys.Any(k => k is not ("creator" or "product")) || where.Values.Any(v => v.Count > 1) ? null
            : filter.Concat(where.Select(w => (w.Key, (string?)w.Value[0]))).Append(("subject", where.ContainsKey("product") ? "product" : "creator"));

    private static (string, string?)[] Days(Explored explored, MetricRow row)
    {
        var days = explored.Range;
        if (row.Bucket is { } first)
        {
            var last = explored.Asked.Grain switch { "month" => first.AddMonths(1).AddDays(-1), "week" => first.AddDays(6), _ => first };
            days = new DayRange(first < days.From ? days.From : first, last > days.To ? days.To : last);
        }
        return [("preset", null), ("from", Day(days.From)), ("to", Day(days.To))];
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
