using System.Globalization;
using Showrunner.Data;
using Showrunner.Ledger.Columns;
using Showrunner.Metrics.Dictionary;
using Showrunner.Platform;

namespace Showrunner.Metrics;

/// <summary>The one way to a figure: check, choose the source, plan, run, compare, name.</summary>
public sealed class RunMetricQuery(AppDb db, LedgerColumns columns, KeptDays kept, OrderRepeats repeats, TimeProvider clock)
{
    public async Task<MetricTable> Handle(MetricQuery query, CancellationToken cancel)
    {
        query.Check();
        var freshness = await columns.CatchUp(db, cancel);
        var table = await Handle(query, new ColumnEngine(columns), cancel);
        return table with { Freshness = freshness };
    }

    /// <summary>The same pipeline on a given engine.</summary>
    public async Task<MetricTable> Handle(MetricQuery query, IMetricEngine engine, CancellationToken cancel)
    {
        query.Check();
        query = await Persons(query, engine, cancel);
        var metrics = query.Metrics.Select(code => MetricDictionary.Find(code)!).ToList();
        var sources = new Sources(kept.Remembering(engine), query.Market.Id);
        var families = new Family?[metrics.Count];
        // What lies in stock is a state: it has a last day and no course.
        for (var i = 0; i < metrics.Count; i++) families[i] = query.Grain != "none" && metrics[i].Families is [Family.Goods] ? null : await sources.Choose(metrics[i], query, cancel);
        var compared = query.Range.ComparedWith(query.Compare);

        var rows = new Dictionary<string, MetricRow>();
        var lead = families[Math.Max(0, query.Sort is { } s ? query.Metrics.ToList().IndexOf(s.TrimStart('-')) : 0)];
        IReadOnlyList<DayRange> totalPeriods = [];
        foreach (var family in families.OfType<Family>().Distinct().OrderByDescending(f => f == lead))
        {
            var own = metrics.Where((_, i) => families[i] == family).ToList();
            var periods = family == Family.Totals ? await sources.TotalPeriods(query.Range, query, cancel) : [];
            if (family == Family.Totals) totalPeriods = periods;
            var plan = new FamilyPlan(query, family, own, query.Range, periods) { OnlyKeys = family == lead || query.Top is null ? null : Keys(rows) };
            Fill(await Ask(plan, query.Range), plan, query, metrics, own, rows, before: false, addRows: true);
            if (compared is not { } range) continue;
            var earlier = family == Family.Totals ? await sources.TotalPeriods(range, query, cancel) : [];
            if (family == Family.Totals && earlier.Count == 0) continue; // nothing is known of the days before: unknown, not 0
            var back = new FamilyPlan(query, family, own, range, earlier) { OnlyKeys = query.Top is null ? null : Keys(rows), Shift = query.Range.From.DayNumber - range.From.DayNumber };
            Fill(await Ask(back, range), back, query, metrics, own, rows, before: true, addRows: query.Top is null);
        }
        var ordered = Finish(query, metrics, families, rows);
        return new MetricTable(query, metrics, await Names.Give(kept.Remembering(engine), query, ordered, cancel))
        {
            Freshness = columns.Applied,
            AsOf = clock.GetUtcNow(),
            Sources = families,
            TotalPeriods = totalPeriods,
            Compared = compared,
        };

        async Task<IReadOnlyList<object?[]>> Ask(FamilyPlan plan, DayRange range)
        {
            if (await kept.Fits(query, plan.Family, engine, cancel)) return await kept.Rows(plan, query, range, engine, cancel);
            var ranked = range == query.Range;
            return repeats.For(query, plan, engine) is { } group && await Count(plan, group, ranked) is { } counted ? counted : await engine.Rows(plan.Sql(engine, ranked), plan.Parameters, cancel);
        }

        // Null when the facts changed on the way.
        async Task<IReadOnlyList<object?[]>?> Count(FamilyPlan plan, OrderRepeats.Group group, bool ranked)
        {
            var byLines = plan.ByLines;
            var rows = await engine.Rows(byLines.Sql(engine, ranked), byLines.Parameters, cancel);
            if (rows.Count == 0) return rows;
            var groups = rows[0].Length - plan.Measures.Count;
            var repeating = plan.Repeating(group, query.Top is null ? null : [.. rows.Select(r => Keys(query, r))]);
            var found = (await engine.Rows(repeating.Sql(engine, ranked: false), repeating.Parameters, cancel)).ToDictionary(r => Group(r, groups), r => (long)r[^1]!);
            foreach (var row in rows)
                if (found.TryGetValue(Group(row, groups), out var again)) row[groups + Index(plan, LineMeasures.Orders)] = (long)row[groups + Index(plan, LineMeasures.Orders)]! - again;
            return repeats.Holds(group) ? rows : null;
        }
    }

    private static string Group(object?[] row, int groups) => string.Join('\u001f', row.Take(groups));

    private static string[] Keys(MetricQuery query, object?[] row) => [.. query.By.Select((_, i) => Convert.ToString(row[i], CultureInfo.InvariantCulture) ?? "")];

    /// <summary>Who asks for a creator who stands behind another gets the person's figures: old addresses, tiles and segments go on.</summary>
    private static async Task<MetricQuery> Persons(MetricQuery query, IMetricEngine engine, CancellationToken cancel)
    {
        if (query.Where.FirstOrDefault(f => f.Dimension == "creator") is not { Values.Count: > 0 } filter) return query;
        var ids = filter.Values.Select(v => long.TryParse(v, CultureInfo.InvariantCulture, out var id) ? id : -1).Where(id => id > 0).ToList();
        if (ids.Count == 0) return query;
        var rows = await engine.Rows($"SELECT id, merged_into_id FROM creator WHERE merged_into_id IS NOT NULL AND id IN ({string.Join(", ", ids)})", [], cancel);
        if (rows.Count == 0) return query;
        var persons = rows.ToDictionary(r => Convert.ToString(r[0], CultureInfo.InvariantCulture)!, r => Convert.ToString(r[1], CultureInfo.InvariantCulture)!);
        return query with { Where = [.. query.Where.Select(f => f == filter ? f with { Values = [.. f.Values.Select(v => persons.GetValueOrDefault(v, v)).Distinct()] } : f)] };
    }

    private static void Fill(IReadOnlyList<object?[]> answer, FamilyPlan plan, MetricQuery query, List<Metric> all, List<Metric> own,
        Dictionary<string, MetricRow> rows, bool before, bool addRows)
    {
        foreach (var raw in answer)
        {
            var keys = Keys(query, raw);
            var groups = raw.Length - plan.Measures.Count;
            var bucket = groups > query.By.Count ? ((DateOnly)raw[query.By.Count]!).AddDays(query.Grain == "day" ? plan.Shift : 0) : (DateOnly?)null;
            var key = Key(keys, bucket);
            if (!rows.TryGetValue(key, out var row))
            {
                if (!addRows) continue;
                rows[key] = row = new MetricRow(keys, [], bucket, new decimal?[all.Count], new decimal?[all.Count]);
            }
            foreach (var metric in own)
            {
                var over = Number(raw[groups + Index(plan, metric.Numerator)]);
                var value = metric.Denominator is null ? over : Divide(over, Number(raw[groups + Index(plan, metric.Denominator)]), metric);
                (before ? row.Before : row.Values)[all.IndexOf(metric)] = metric.Unit == Unit.Hours ? value / 3600 : value;
            }
        }
    }

    private static int Index(FamilyPlan plan, string measure) => plan.Measures.IndexOf(measure);

    private static decimal? Number(object? value) => value is null ? null : Convert.ToDecimal(value, CultureInfo.InvariantCulture);

    private static decimal? Divide(decimal? over, decimal? under, Metric metric)
    {
        if (over is null || under is null or 0) return null;
        var value = over.Value * metric.Scale / under.Value;
        return metric.Unit == Unit.Money ? Math.Round(value, 0, MidpointRounding.AwayFromZero) : value;
    }

    /// <summary>Empty buckets exist, groups without comparison compare with nothing sold, and the order is the asked one.</summary>
    private static List<MetricRow> Finish(MetricQuery query, List<Metric> metrics, Family?[] families, Dictionary<string, MetricRow> rows)
    {
        if (query.By.Count == 0 && query.Grain != "none" && families.Any(f => f is Family.Lines or Family.Content))
            foreach (var bucket in Buckets.Of(query.Range, query.Grain, query.WeekFrom))
                rows.TryAdd(Key([], bucket), new MetricRow([], [], bucket, new decimal?[metrics.Count], new decimal?[metrics.Count]));
        foreach (var row in rows.Values)
            for (var i = 0; i < metrics.Count; i++)
                if (families[i] == Family.Lines && !metrics[i].IsRatio && !MetricDictionary.Measure(Family.Lines, metrics[i].Numerator).NeedsCost)
                {
                    row.Values[i] ??= 0;
                    if (query.Compare != "none") row.Before[i] ??= 0;
                }
        if (query.By.Count == 0 && query.Grain == "none" && rows.Count == 0)
            rows[""] = new MetricRow([], [], null, new decimal?[metrics.Count], new decimal?[metrics.Count]);
        IEnumerable<MetricRow> ordered = rows.Values;
        if (query.Grain != "none") ordered = rows.Values.OrderBy(r => r.Bucket).ThenBy(r => string.Join('|', r.Keys), StringComparer.Ordinal);
        if (query.Sort is { } sort && query.Metrics.ToList().IndexOf(sort.TrimStart('-')) is >= 0 and var at && query.Grain == "none")
            ordered = sort[0] == '-' ? ordered.OrderByDescending(r => r.Values[at] ?? decimal.MinValue) : ordered.OrderBy(r => r.Values[at] ?? decimal.MaxValue);
        return [.. query.Top is { } top && query.Grain == "none" ? ordered.Take(top) : ordered];
    }

    private static List<IReadOnlyList<string>> Keys(Dictionary<string, MetricRow> rows) => [.. rows.Values.Select(r => r.Keys)];

    private static string Key(string[] keys, DateOnly? bucket) => string.Join('\u001f', keys) + (bucket is { } day ? "@" + day.DayNumber : "");
}
