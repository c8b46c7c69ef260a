using System.Collections.Concurrent;
using System.Globalization;
using Showrunner.Ledger.Columns;
using Showrunner.Metrics.Dictionary;
using Showrunner.Platform;

namespace Showrunner.Metrics;

/// <summary>
/// What whole markets sold on single days, kept until the ledger changes. Boards ask for ever other periods made of the same
/// days, and the figure of a day does not depend on the period it is asked in. Sums add up over days; of distinct counts only
/// those of orders do, where no order of the market has lines on two days; the others are asked for as a whole.
/// </summary>
public sealed class KeptDays(LedgerColumns columns)
{
    private const int MostFigures = 500_000, MostShops = 100, LongestProbe = 500;
    private Kept _kept = new(-1);

    private sealed class Kept(long change)
    {
        public long Change => change;
        public readonly ConcurrentDictionary<(long Market, string By, string Measure, DateOnly Day), IReadOnlyList<(string Key, long Value)>> Figures = [];
        /// <summary>What there is at all: few short questions that every board asks again.</summary>
        public readonly ConcurrentDictionary<string, Lazy<Task<IReadOnlyList<object?[]>>>> Probes = new(StringComparer.Ordinal);
        /// <summary>By market; null while it is being looked up.</summary>
        public readonly ConcurrentDictionary<long, bool?> OrdersStay = [];
    }

    /// <summary>The question is one that days can answer: order lines of a whole market, by channel or by few shops at the most.</summary>
    internal async Task<bool> Fits(MetricQuery query, Family family, IMetricEngine engine, CancellationToken cancel)
    {
        if (engine is not ColumnEngine || family != Family.Lines || query.Where.Count > 0 || query.Grain is not ("none" or "day")) return false;
        if (query.By is not ["shop"]) return query.By is [] or ["channel"];
        var shops = await Remembering(engine).Rows($"SELECT count(*) FROM (SELECT 1 FROM shop WHERE market_id = {query.Market.Id} LIMIT {MostShops + 1})", [], cancel);
        return (long)shops[0][0]! <= MostShops;
    }

    /// <summary>The same engine for short questions without parameters, whose answers are kept.</summary>
    internal IMetricEngine Remembering(IMetricEngine engine) => engine is ColumnEngine ? new Memory(this, engine) : engine;

    private sealed class Memory(KeptDays days, IMetricEngine engine) : IMetricEngine
    {
        public async Task<IReadOnlyList<object?[]>> Rows(string sql, IReadOnlyList<string> parameters, CancellationToken cancel)
        {
            if (sql.Length > LongestProbe) return await engine.Rows(sql, parameters, cancel);
            var kept = days.Current();
            try
            {
                // One asks for all who ask at once.
                var answer = await kept.Probes.GetOrAdd(sql, asked => new(() => engine.Rows(asked, [], CancellationToken.None))).Value;
                if (days.Current() == kept) return answer;
            }
            catch (DuckDb.DuckDbException) { kept.Probes.TryRemove(sql, out _); }
            return await engine.Rows(sql, parameters, cancel);
        }
    }

    private Kept Current()
    {
        var kept = _kept;
        return kept.Change == columns.Applied && kept.Figures.Count + kept.Probes.Count <= MostFigures ? kept : _kept = new Kept(columns.Applied);
    }

    /// <summary>The rows that the plan's SELECT would give, by key.</summary>
    internal async Task<IReadOnlyList<object?[]>> Rows(FamilyPlan plan, MetricQuery query, DayRange range, IMetricEngine engine, CancellationToken cancel)
    {
        var byDay = query.Grain == "day";
        Kept kept;
        List<string> added;
        do
        {
            kept = Current();
            added = [.. plan.Measures.Where(m => byDay || AddsUp(m, kept, query.Market.Id))];
        }
        while (!await Ask(plan, added, kept, query, range, engine, cancel));
        var rows = new Dictionary<(string Key, DateOnly? Day), object?[]>();
        foreach (var measure in added)
            foreach (var day in Days(range))
                foreach (var (key, value) in kept.Figures[Place(measure, day)])
                {
                    ref var sum = ref Row(key, byDay ? day : null)[^(plan.Measures.Count - plan.Measures.IndexOf(measure))];
                    sum = (sum as long? ?? 0) + value;
                }
        if (plan.Measures.Except(added).ToList() is { Count: > 0 } whole)
            foreach (var answer in await engine.Rows(plan.With(whole).Sql(ranked: false), [], cancel))
                for (var i = 0; i < whole.Count; i++)
                    Row(query.By.Count > 0 ? Text(answer[0]) : "", null)[^(plan.Measures.Count - plan.Measures.IndexOf(whole[i]))] = answer[query.By.Count + i];
        if (!byDay && query.By.Count == 0) Row("", null);
        // Row numbers in their order, texts in theirs: equals of an asked order stay so.
        return [.. rows.OrderBy(r => query.By is ["shop"] ? r.Key.Key.Length : 0).ThenBy(r => r.Key.Key, StringComparer.Ordinal).Select(r => r.Value)];

        (long, string, string, DateOnly) Place(string measure, DateOnly day) => (query.Market.Id, query.By.Count > 0 ? query.By[0] : "", measure, day);

        object?[] Row(string key, DateOnly? day)
        {
            if (rows.TryGetValue((key, day), out var row)) return row;
            row = rows[(key, day)] = new object?[query.By.Count + (byDay ? 1 : 0) + plan.Measures.Count];
            Array.Fill(row, 0L);
            if (query.By.Count > 0) row[0] = key;
            if (day is { } bucket) row[query.By.Count] = bucket;
            return row;
        }
    }

    /// <summary>False when a load was applied meanwhile: what was read may belong to it, and is asked again.</summary>
    private async Task<bool> Ask(FamilyPlan plan, List<string> measures, Kept kept, MetricQuery query, DayRange range, IMetricEngine engine, CancellationToken cancel)
    {
        var by = query.By.Count > 0 ? query.By[0] : "";
        var absent = measures.SelectMany(m => Days(range), (m, d) => (Measure: m, Day: d)).Where(a => !kept.Figures.ContainsKey((query.Market.Id, by, a.Measure, a.Day))).ToList();
        if (absent.Count == 0) return true;
        var missing = absent.Select(a => a.Measure).Distinct().ToList();
        var days = absent.Select(a => a.Day).Distinct().Order().ToList();
        var daily = plan.Daily(missing, new DayRange(days[0], days[^1]));
        var answers = (await engine.Rows(daily.Sql(ranked: false), [], cancel)).ToLookup(row => (DateOnly)row[query.By.Count]!);
        if (columns.Applied != kept.Change) return false;
        foreach (var day in days)
            for (var i = 0; i < missing.Count; i++)
                kept.Figures[(query.Market.Id, by, missing[i], day)] = [.. answers[day].Select(row => (query.By.Count > 0 ? Text(row[0]) : "", (long)row[query.By.Count + 1 + i]!))];
        return true;
    }

    private bool AddsUp(string measure, Kept kept, long market) => MetricDictionary.Measure(Family.Lines, measure).OverDays switch
    {
        OverDays.AddsUp => true,
        OverDays.AddsUpByOrder => OrdersStay(kept, market),
        _ => false,
    };

    /// <summary>Looked up once per change, beside; until it is known, orders are counted over the whole period.</summary>
    private bool OrdersStay(Kept kept, long market)
    {
        if (kept.OrdersStay.TryGetValue(market, out var known)) return known == true;
        if (kept.OrdersStay.TryAdd(market, null))
            _ = Task.Run(() =>
            {
                try
                {
                    using var connection = columns.Connect();
                    using var found = connection.Query($"SELECT 1 FROM (SELECT order_key FROM order_line WHERE market_id = {market} GROUP BY order_key HAVING min(day) <> max(day)) LIMIT 1");
                    kept.OrdersStay[market] = !found.Read();
                }
                catch (Exception stopped) when (stopped is ObjectDisposedException or DuckDb.DuckDbException) { /* then it stays unknown */ }
            });
        return false;
    }

    private static string Text(object? key) => Convert.ToString(key, CultureInfo.InvariantCulture) ?? "";

    private static IEnumerable<DateOnly> Days(DayRange range)
    {
        for (var day = range.From; day <= range.To; day = day.AddDays(1)) yield return day;
    }
}
