using System.Collections.Concurrent;
using System.Globalization;
using Showrunner.Data;
using Showrunner.Ledger.Columns;
using Showrunner.Metrics.Dictionary;
using Showrunner.Platform;

namespace Showrunner.Metrics;

/// <summary>
/// What whole markets sold on single days, kept until the ledger changes. Boards ask for ever other periods made of the same
/// days, and the figure of a day does not depend on the period it is asked in. Sums add up over days, and so do sets of
/// people and things; distinct orders do where no order of the market has lines on two days. The others are asked for as a whole.
/// </summary>
public sealed partial class KeptDays(LedgerColumns columns)
{
    private const int MostFigures = 500_000, MostSetBytes = 64 << 20, MostShops = 100, LongestProbe = 500;
    private const int DaysAtOnce = 28, FurthestAhead = 400;
    private readonly Lock _looking = new();
    private Task _ahead = Task.CompletedTask;
    private Kept _kept = new(-1);

    /// <summary>Ends when all days are known that were looked ahead to so far.</summary>
    public Task Ahead { get { lock (_looking) return _ahead; } }

    private sealed class Kept(long change)
    {
        public long Change => change;
        public readonly ConcurrentDictionary<(long Market, string By, string Measure, DateOnly Day), IReadOnlyList<(string Key, long? Value)>> Figures = [];
        public readonly ConcurrentDictionary<(long Market, string Measure, DateOnly Day), RowSet> Sets = [];
        public long SetBytes;
        /// <summary>What was asked of a market and is, or will be, known of all its days.</summary>
        public readonly ConcurrentDictionary<(long Market, string By, string Measures), bool> Ahead = [];
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
        public string Rows(TableShape fact) => engine.Rows(fact);

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
        return kept.Change == columns.Applied && kept.Figures.Count + kept.Probes.Count <= MostFigures && Interlocked.Read(ref kept.SetBytes) <= MostSetBytes
            ? kept
            : _kept = new Kept(columns.Applied);
    }

    /// <summary>The rows that the plan's SELECT would give, by key.</summary>
    internal async Task<IReadOnlyList<object?[]>> Rows(FamilyPlan plan, MetricQuery query, DayRange range, IMetricEngine engine, CancellationToken cancel)
    {
        var byDay = query.Grain == "day";
        Kept kept;
        List<string> added;
        List<string> united = query.By.Count > 0 ? [] : [.. plan.Measures.Where(m => MetricDictionary.Measure(Family.Lines, m).OverDays == OverDays.AddsUpAsSet)];
        do
        {
            kept = Current();
            added = [.. plan.Measures.Except(united).Where(m => byDay || AddsUp(m, kept, query.Market.Id))];
        }
        while (!await Ask(plan, added, kept, query, range, engine, cancel) || !AskSets(united, kept, query, range, cancel));
        LookAhead(plan, added, united, kept, query, engine);
        var rows = new Dictionary<(string Key, DateOnly? Day), object?[]>();
        foreach (var measure in added)
            foreach (var day in Days(range))
                foreach (var (key, value) in kept.Figures[Place(measure, day)])
                {
                    ref var sum = ref Row(key, byDay ? day : null)[At(measure)];
                    if (value is not null) sum = (sum as long? ?? 0) + value;
                }
        foreach (var measure in united)
            if (byDay) foreach (var day in Days(range).Where(day => Set(measure, day).Bytes > 0)) Row("", day)[At(measure)] = RowSet.CountAll([Set(measure, day)]);
            else Row("", null)[At(measure)] = RowSet.CountAll([.. Days(range).Select(day => Set(measure, day))]);
        if (plan.Measures.Except(added).Except(united).ToList() is { Count: > 0 } whole)
            foreach (var answer in await engine.Rows(plan.With(whole).Sql(engine, ranked: false), [], cancel))
                for (var i = 0; i < whole.Count; i++)
                    Row(query.By.Count > 0 ? Text(answer[0]) : "", null)[At(whole[i])] = answer[query.By.Count + i];
        if (!byDay && query.By.Count == 0) Row("", null);
        // Row numbers in their order, texts in theirs: equals of an asked order stay so.
        return [.. rows.OrderBy(r => query.By is ["shop"] ? r.Key.Key.Length : 0).ThenBy(r => r.Key.Key, StringComparer.Ordinal).Select(r => r.Value)];

        (long, string, string, DateOnly) Place(string measure, DateOnly day) => (query.Market.Id, query.By.Count > 0 ? query.By[0] : "", measure, day);

        Index At(string measure) => ^(plan.Measures.Count - plan.Measures.IndexOf(measure));
        RowSet Set(string measure, DateOnly day) => kept.Sets[(query.Market.Id, measure, day)];

        object?[] Row(string key, DateOnly? day)
        {
            if (rows.TryGetValue((key, day), out var row)) return row;
            row = rows[(key, day)] = new object?[query.By.Count + (byDay ? 1 : 0) + plan.Measures.Count];
            for (var i = 0; i < plan.Measures.Count; i++)
                if (!MetricDictionary.Measure(Family.Lines, plan.Measures[i]).NeedsCost) row[^(plan.Measures.Count - i)] = 0L;
            if (query.By.Count > 0) row[0] = key;
            if (day is { } bucket) row[query.By.Count] = bucket;
            return row;
        }
    }

    private static string Text(object? key) => Convert.ToString(key, CultureInfo.InvariantCulture) ?? "";

    private static IEnumerable<DateOnly> Days(DayRange range)
    {
        for (var day = range.From; day <= range.To; day = day.AddDays(1)) yield return day;
    }
}
