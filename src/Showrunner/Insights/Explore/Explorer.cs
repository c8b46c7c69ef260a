using System.Globalization;
using Showrunner.Data;
using Showrunner.Ledger;
using Showrunner.Metrics;
using Showrunner.Platform;

namespace Showrunner.Insights.Explore;

/// <summary>Asks the pipeline for the groups of a question, the largest first, and for the whole that they are parts of.</summary>
public static class Explorer
{
    private const int MostPairs = 10_000;

    /// <param name="asked">What is wanted.</param>
    /// <param name="range">Market days.</param>
    /// <param name="compare">previous, year or none.</param>
    /// <param name="open">The market.</param>
    /// <param name="db">Where typed names are looked up.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<Explored> Ask(Exploration asked, DayRange range, string compare, OpenMarket open, AppDb db, CancellationToken cancel) =>
        await Ask(asked, await ReadNames.Handle(asked.Ask(open.Rules, range, compare), db, cancel), open, cancel);

    /// <summary>The same with names already looked up; several may run at once.</summary>
    internal static async Task<Explored> Ask(Exploration asked, MetricQuery query, OpenMarket open, CancellationToken cancel)
    {
        if (asked.Sort is { } order && !asked.Metrics.Concat(asked.By).Append(Exploration.Time).Contains(order.TrimStart('-'))) throw new Refused("sort_unknown", order);
        var whole = await open.Ask(query with { By = [], Grain = "none" }, cancel);
        if (query is { By.Count: 0, Grain: "none" }) return new Explored(asked, open, whole, whole, null, false);
        if (query.By.Count == 0) return new Explored(asked, open, Ordered(asked, OnDays(await open.Ask(query, cancel))), whole, null, false);

        // A figure of which nothing is known ranks nobody.
        var known = query.Metrics.Where((_, i) => whole.Sources[i] is not null).ToList();
        var sort = asked.Sort is { } s && known.Contains(s.TrimStart('-')) ? s : "-" + (known.Count > 0 ? known[0] : query.Metrics[0]);
        if (query is { By.Count: 2, Grain: "none" }) return await Crossed(asked, query, sort, whole, open, cancel);
        // One more, to know whether there are more.
        var ranked = query with { Grain = "none", Sort = sort, Top = asked.Top + 1 };
        var leaders = await open.Ask(query.Grain == "none" ? ranked : ranked with { Compare = "none" }, cancel);
        var cut = leaders.Rows.Count > asked.Top;
        var groups = leaders with { Rows = [.. leaders.Rows.Take(asked.Top)] };
        if (query.Grain == "none") return new Explored(asked, open, Ordered(asked, groups), whole, null, cut);

        var only = !cut ? query : query with { Where = [.. query.Where, .. query.By.Select((code, i) => new MetricFilter(code, [.. groups.Rows.Select(r => r.Keys[i]).Distinct()]))] };
        var places = groups.Rows.Select((r, i) => (Key: Key(r), Place: i)).ToDictionary(p => p.Key, p => p.Place);
        var table = OnDays(await open.Ask(only, cancel));
        table = table with { Rows = [.. table.Rows.Where(r => places.ContainsKey(Key(r))).OrderBy(r => r.Bucket).ThenBy(r => places[Key(r)])] };
        return new Explored(asked, open, Ordered(asked, table), whole, cut ? await open.Ask(query with { By = [], Compare = "none" }, cancel) : null, cut);
    }

    /// <summary>The largest of both sides with everything between them, so that what is drawn of one has no holes.</summary>
    private static async Task<Explored> Crossed(Exploration asked, MetricQuery query, string sort, MetricTable whole, OpenMarket open, CancellationToken cancel)
    {
        List<MetricFilter> largest = [];
        foreach (var code in query.By)
        {
            if (await MostOf(code, open, cancel) <= asked.Top) continue;
            var members = await open.Ask(query with { Metrics = [sort.TrimStart('-')], By = [code], Compare = "none", Sort = sort, Top = asked.Top + 1 }, cancel);
            if (members.Rows.Count > asked.Top) largest.Add(new MetricFilter(code, [.. members.Rows.Take(asked.Top).Select(r => r.Keys[0])]));
        }
        var pairs = await open.Ask(query with { Where = [.. query.Where, .. largest], Sort = sort, Top = MostPairs + 1 }, cancel);
        return new Explored(asked, open, Ordered(asked, pairs with { Rows = [.. pairs.Rows.Take(MostPairs)] }), whole, null, largest.Count > 0 || pairs.Rows.Count > MostPairs);
    }

    /// <summary>Of how many members a side can have at the most, where that is known without a look at what was sold; nobody's counts too.</summary>
    private static async Task<long> MostOf(string dimension, OpenMarket open, CancellationToken cancel) => dimension switch
    {
        "channel" => Channel.All.Count,
        "status" => LineStatus.All.Count,
        "shop" => 1 + (long)(await open.Rows(string.Create(CultureInfo.InvariantCulture, $"SELECT count(*) FROM shop WHERE market_id = {open.Id}"), [], cancel))[0][0]!,
        "category" => 1 + (long)(await open.Rows("SELECT count(*) FROM category", [], cancel))[0][0]!,
        _ => long.MaxValue,
    };

    internal static string Key(MetricRow row) => string.Join('\u001f', row.Keys);

    /// <summary>Totals have no days: beside figures that have some they are left out, alone they are refused.</summary>
    private static MetricTable OnDays(MetricTable table)
    {
        var first = table.Sources.ToList().IndexOf(Family.Totals);
        if (first >= 0 && table.Sources.All(s => s is null or Family.Totals)) throw new Refused("grain_not_here", table.Metrics[first].Code);
        // A leap day makes the year before a day longer than the one it is compared with.
        var asked = Buckets.Of(table.Query.Range, table.Query.Grain).ToHashSet();
        return table with { Rows = [.. table.Rows.Where(r => r.Bucket is { } bucket && asked.Contains(bucket))] };
    }

    private static MetricTable Ordered(Exploration asked, MetricTable table)
    {
        if (asked.Sort is not { } sort) return table;
        var (code, down) = (sort.TrimStart('-'), sort[0] == '-');
        var metric = asked.Metrics.ToList().IndexOf(code);
        var dimension = asked.By.ToList().IndexOf(code);
        return metric >= 0 ? By(r => r.Values[metric] ?? (down ? decimal.MinValue : decimal.MaxValue), Comparer<decimal>.Default)
            : dimension >= 0 ? By(r => r.Labels[dimension], StringComparer.CurrentCultureIgnoreCase)
            : code == Exploration.Time && asked.Grain != "none" ? By(r => r.Bucket!.Value, Comparer<DateOnly>.Default) : table;

        MetricTable By<T>(Func<MetricRow, T> of, IComparer<T> order) => table with { Rows = [.. down ? table.Rows.OrderByDescending(of, order) : table.Rows.OrderBy(of, order)] };
    }
}
