using Showrunner.Metrics.Dictionary;
using Showrunner.Platform;

namespace Showrunner.Metrics;

// How days come to be known: asked for when a period needs them, and looked ahead to.
public sealed partial class KeptDays
{
    /// <summary>False when a load was applied meanwhile: what was read may belong to it, and is asked again.</summary>
    private async Task<bool> Ask(FamilyPlan plan, List<string> measures, Kept kept, MetricQuery query, DayRange range, IMetricEngine engine, CancellationToken cancel)
    {
        var by = query.By.Count > 0 ? query.By[0] : "";
        var absent = measures.SelectMany(m => Days(range), (m, d) => (Measure: m, Day: d)).Where(a => !kept.Figures.ContainsKey((query.Market.Id, by, a.Measure, a.Day))).ToList();
        if (absent.Count == 0) return true;
        var missing = absent.Select(a => a.Measure).Distinct().ToList();
        var days = absent.Select(a => a.Day).Distinct().Order().ToList();
        var daily = plan.Daily(missing, new DayRange(days[0], days[^1]));
        var answers = (await engine.Rows(daily.Sql(engine, ranked: false), [], cancel)).ToLookup(row => (DateOnly)row[query.By.Count]!);
        if (columns.Applied != kept.Change) return false;
        foreach (var day in days)
            for (var i = 0; i < missing.Count; i++)
                kept.Figures[(query.Market.Id, by, missing[i], day)] = [.. answers[day].Select(row => (query.By.Count > 0 ? Text(row[0]) : "", (long?)row[query.By.Count + 1 + i]))];
        return true;
    }

    /// <summary>As <see cref="Ask"/>, of sets.</summary>
    private bool AskSets(List<string> measures, Kept kept, MetricQuery query, DayRange range, CancellationToken cancel)
    {
        foreach (var measure in measures)
        {
            var absent = Days(range).Where(day => !kept.Sets.ContainsKey((query.Market.Id, measure, day))).ToList();
            if (absent.Count == 0) continue;
            var sql = FamilyPlan.Members(query, MetricDictionary.Measure(Family.Lines, measure).Member, new DayRange(absent[0], absent[^1]));
            var answers = Days(range).ToDictionary(day => day, _ => new List<long>());
            using (var connection = columns.Connect())
            using (cancel.Register(connection.Interrupt))
            using (var members = connection.Query(sql))
                while (members.Read()) answers[members.GetDate(0)].Add(members.GetInt64(1));
            if (columns.Applied != kept.Change) return false;
            foreach (var day in absent)
            {
                var set = new RowSet(answers[day]);
                if (kept.Sets.TryAdd((query.Market.Id, measure, day), set)) Interlocked.Add(ref kept.SetBytes, set.Bytes + 100);
            }
        }
        return true;
    }

    /// <summary>
    /// Who looks at one period looks at others: what was asked of some days is asked of all the market's days, the latest first,
    /// beside and one question at a time.
    /// </summary>
    private void LookAhead(FamilyPlan plan, List<string> added, List<string> united, Kept kept, MetricQuery query, IMetricEngine engine)
    {
        if (!kept.Ahead.TryAdd((query.Market.Id, string.Join(',', query.By), string.Join(',', added.Concat(united))), true)) return;
        lock (_looking) _ahead = _ahead.ContinueWith(_ => Look(), TaskScheduler.Default).Unwrap();

        async Task Look()
        {
            try
            {
                var span = (await Remembering(engine).Rows($"SELECT min(day), max(day) FROM order_line WHERE market_id = {query.Market.Id}", [], CancellationToken.None))[0];
                if (span is not [DateOnly first, DateOnly last]) return;
                for (var to = last; to >= first && last.DayNumber - to.DayNumber < FurthestAhead && Current() == kept && Interlocked.Read(ref kept.SetBytes) < MostSetBytes / 2; to = to.AddDays(-DaysAtOnce))
                {
                    var range = new DayRange(to.AddDays(1 - DaysAtOnce), to);
                    if (!await Ask(plan, added, kept, query, range, engine, CancellationToken.None) || !AskSets(united, kept, query, range, CancellationToken.None)) return;
                }
            }
            catch (Exception stopped) when (stopped is ObjectDisposedException or DuckDb.DuckDbException) { /* whoever needs a day asks for it */ }
        }
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
}
