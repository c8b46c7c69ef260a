using System.Globalization;
using System.Text.RegularExpressions;
using Showrunner.Data;
using Showrunner.DuckDb;
using Showrunner.Ledger.Columns;
using Showrunner.Metrics.Dictionary;

namespace Showrunner.Metrics;

/// <summary>
/// Orders without counting them anew for every question: the lines sold, less those that only repeat an order which an earlier line of the
/// same group told. Which lines do so, in groups of up to two dimensions, is found once for every state of the facts, beside. Until then,
/// and in markets where an order has lines on two days or very many of them, orders are counted by their numbers.
/// </summary>
public sealed partial class OrderRepeats : IDisposable
{
    private const int MostInOrder = 100, MostDimensions = 2;
    /// <summary>What lies in a line or under its product; who is bound to an agency changes without the facts.</summary>
    private static readonly List<Dimension> Dimensions = [.. Dimension.All.Where(d => d.Sql.ContainsKey(Family.Lines) && !d.NeedsCreator)];
    private readonly LedgerColumns _columns;
    private readonly TablesBeside _beside;
    private readonly WhileFactsHold<long, Found> _found;

    public OrderRepeats(LedgerColumns columns, DataPlace place)
    {
        (_columns, _beside) = (columns, new(columns, place, "repeats"));
        _found = new(columns, (market, change) => _beside.Make(change, connection => Find(connection, market) ? new Found(Table(market), change) : null));
    }

    /// <summary>Ends when a market's lines are found.</summary>
    public Task Ready(long market) => _found.Ready(market);

    /// <summary>A market's lines that repeat an order.</summary>
    private sealed record Found(string Table, long Change);

    /// <summary>Where the lines are that repeat an order within the groups of a question.</summary>
    internal sealed record Group(string Table, long Bit, long Change);

    /// <summary>Null where orders have to be counted by their numbers: nothing is known yet, or the question is of another shape.</summary>
    internal Group? For(MetricQuery query, FamilyPlan plan, IMetricEngine engine)
    {
        if (engine is not ColumnEngine || plan.Family != Family.Lines || !plan.Measures.Contains(LineMeasures.Orders)) return null;
        // The database ranks by what it counts itself.
        if (query.Top is not null && MetricDictionary.Find((query.Sort ?? query.Metrics[0]).TrimStart('-')) is { } sort && (sort.Numerator == LineMeasures.Orders || sort.Denominator == LineMeasures.Orders)) return null;
        // A filter on one value makes groups like a dimension; one on several lets lines through that repeat what it kept out.
        var others = query.Where.Where(f => !query.By.Contains(f.Dimension)).ToList();
        var within = query.By.Concat(others.Select(f => f.Dimension)).Distinct().Select(code => Dimensions.FindIndex(d => d.Code == code)).Order().ToList();
        if (others.Any(f => f.Values.Count != 1) || within.Count > MostDimensions || within.Contains(-1)) return null;
        return _found.Of(query.Market.Id) is { } found ? new Group(found.Table, 1L << Place(within), found.Change) : null;
    }

    /// <summary>What was answered with it still holds.</summary>
    internal bool Holds(Group group) => _columns.FactsApplied == group.Change;

    private static string Table(long market) => string.Create(CultureInfo.InvariantCulture, $"repeats.market_{market}");

    /// <summary>No dimension, one of them, or one of their pairs: the bit that tells a repeat within such groups.</summary>
    private static int Place(IReadOnlyList<int> within) => within switch
    {
        [] => 0,
        [var one] => 1 + one,
        [var one, var other] => 1 + Dimensions.Count + other * (other - 1) / 2 + one,
        _ => throw new ArgumentException("More dimensions than are looked at.", nameof(within)),
    };

    /// <returns>False where it cannot be used.</returns>
    private static bool Find(DuckConnection connection, long market)
    {
        var mine = string.Create(CultureInfo.InvariantCulture, $"f.market_id = {market} AND {LineMeasures.Sold}");
        connection.Execute($"CREATE OR REPLACE TEMP TABLE many AS SELECT order_key, count(*) AS lines, min(day) AS first, max(day) AS last FROM order_line f WHERE {mine} GROUP BY order_key HAVING count(*) > 1");
        using (var odd = connection.Query($"SELECT 1 FROM many WHERE first <> last OR lines > {MostInOrder} LIMIT 1"))
            if (odd.Read()) return false;
        var kept = new[] { "market_id", "day" }.Concat(Dimensions.SelectMany(d => OwnColumn().Matches(d.Sql[Family.Lines])).Select(m => m.Groups[1].Value)).Append("product_id").Distinct().ToList();
        var values = Dimensions.Select((d, i) => $"{d.Sql[Family.Lines]} AS value_{i}");
        var same = Enumerable.Range(0, Dimensions.Count).Select(i => $"l.value_{i} = e.value_{i}").ToList();
        var marks = same.Select((own, other) => $"CASE WHEN {own} THEN {Mark(other)}{string.Concat(Enumerable.Range(0, other).Select(one => $" + CASE WHEN {same[one]} THEN {Mark(one, other)} ELSE 0 END"))} ELSE 0 END");
        connection.Execute($"""
            CREATE OR REPLACE TEMP TABLE sold AS SELECT f.rowid AS place, f.order_key, {string.Join(", ", kept.Select(c => "f." + c))}, {string.Join(", ", values)} FROM order_line f{FamilyPlan.OfProduct} WHERE {mine} AND f.order_key IN (SELECT order_key FROM many);
            CREATE OR REPLACE TABLE {Table(market)} AS SELECT {string.Join(", ", kept.Select(c => "s." + c))}, m.mark FROM sold s
              JOIN (SELECT l.place, bit_or({Mark()} + {string.Join(" + ", marks)}) AS mark FROM sold l JOIN sold e ON e.order_key = l.order_key AND e.place < l.place GROUP BY l.place) m ON m.place = s.place
              ORDER BY s.day;
            DROP TABLE many;
            DROP TABLE sold;
            """);
        return true;

        static string Mark(params int[] within) => (1L << Place(within)).ToString(CultureInfo.InvariantCulture) + "::BIGINT";
    }

    [GeneratedRegex(@"\bf\.(\w+)")]
    private static partial Regex OwnColumn();

    public void Dispose() => _beside.Dispose();
}
