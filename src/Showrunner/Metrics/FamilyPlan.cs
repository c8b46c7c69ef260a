using System.Globalization;
using Showrunner.Ledger;
using Showrunner.Metrics.Dictionary;
using Showrunner.Platform;

namespace Showrunner.Metrics;

/// <summary>The SELECT that answers one family's metrics of a query over one range.</summary>
internal sealed class FamilyPlan(MetricQuery query, Family family, IReadOnlyList<Metric> metrics, DayRange range, IReadOnlyList<DayRange> totalPeriods)
{
    private readonly List<string> _parameters = [];
    public Family Family => family;
    private const string LinesSold = $"count(CASE WHEN {LineMeasures.Sold} THEN 1 END)";
    /// <summary>What a line's product says of it.</summary>
    public const string OfProduct = " LEFT JOIN (SELECT id AS product_row, category_id AS product_category FROM product) p ON p.product_row = f.product_id";
    private string? _orders;
    private OrderRepeats.Group? _repeats;
    private List<string> _measures = [.. metrics.SelectMany(m => m.Denominator is null ? [m.Numerator] : new[] { m.Numerator, m.Denominator }).Distinct()];
    public IReadOnlyList<string> Parameters => _parameters;
    public List<string> Measures => _measures;

    /// <summary>Some of the measures only.</summary>
    public FamilyPlan With(List<string> measures) => new(query, family, metrics, range, totalPeriods) { _measures = measures };

    /// <summary>Some of the measures, of each of the days.</summary>
    public FamilyPlan Daily(List<string> measures, DayRange days) =>
        new(query with { Grain = "day", Sort = null, Top = null, Compare = "none" }, family, metrics, days, totalPeriods) { _measures = measures };

    /// <summary>The same with lines in the place of orders; <see cref="Repeating"/> says how many are too many.</summary>
    public FamilyPlan ByLines => new(query, family, metrics, range, totalPeriods) { OnlyKeys = OnlyKeys, Shift = Shift, _orders = LinesSold };

    /// <summary>How many lines of each group repeat an order; of the given groups only, if any are given.</summary>
    public FamilyPlan Repeating(OrderRepeats.Group repeats, IReadOnlyList<IReadOnlyList<string>>? keys) =>
        new(query, family, metrics, range, totalPeriods) { OnlyKeys = keys ?? OnlyKeys, Shift = Shift, _measures = [LineMeasures.Orders], _orders = "count(*)", _repeats = repeats };

    /// <summary>The members of a measure that sets add up of, day by day.</summary>
    public static string Members(MetricQuery query, string member, DayRange days) =>
        $"SELECT DISTINCT f.day, {member} FROM order_line f WHERE {new FamilyPlan(query, Family.Lines, [], days, []).Rows()} AND {member} IS NOT NULL";

    /// <summary>Restricts the comparison to the groups that the answer has: the keys of each, in the order of By.</summary>
    public IReadOnlyList<IReadOnlyList<string>>? OnlyKeys { get; init; }

    /// <summary>Of a comparison: how many days later the days lie that it is compared with.</summary>
    public int Shift { get; init; }

    public string Sql(IMetricEngine engine, bool ranked)
    {
        _parameters.Clear();
        var by = query.By.Select(code => Dimension.Find(code)!).ToList();
        var filters = query.Where.Select(f => (Dimension: Dimension.Find(f.Dimension)!, f.Values)).ToList();
        foreach (var dimension in by.Concat(filters.Select(f => f.Dimension)))
            if (!dimension.Sql.ContainsKey(family)) throw new Refused("dimension_not_here", dimension.Code, metrics[0].Code);
        var select = by.Select(d => d.Sql[family]).ToList();
        if (query.Grain != "none" && family is not (Family.Totals or Family.Goods)) select.Add(query.Grain switch { "day" => "f.day", "week" => $"CAST(date_trunc('week', {CountedDay(-AfterMonday)}) AS DATE) + {Number(AfterMonday)}", _ => $"CAST(date_trunc('{query.Grain}', {CountedDay(0)}) AS DATE)" });
        var groups = select.Count;
        select.AddRange(_measures.Select(code => code == LineMeasures.Orders && _orders is not null ? _orders : MetricDictionary.Measure(family, code).Sql));
        var used = by.Concat(filters.Select(f => f.Dimension)).ToList();
        var joins = used.Any(d => d.NeedsProduct) ? OfProduct : "";
        if (used.Any(d => d.NeedsCreator)) joins += " LEFT JOIN (SELECT id AS creator_row, agency_id AS creator_agency FROM creator) c ON c.creator_row = f.creator_id";
        if (_measures.Any(code => MetricDictionary.Measure(family, code).NeedsCost)) joins += UnitCosts.Joins(query.Market.Id);
        var sql = $"SELECT {string.Join(", ", select)} FROM {_repeats?.Table ?? Table(engine)} f{joins} WHERE {Rows()}";
        if (_repeats is not null) sql += string.Create(CultureInfo.InvariantCulture, $" AND (f.mark & {_repeats.Bit}) <> 0");
        foreach (var (dimension, values) in filters) sql += " AND " + AnyOf(dimension, values);
        if (OnlyKeys is not null)
            for (var i = 0; i < by.Count; i++) sql += " AND " + AnyOf(by[i], [.. OnlyKeys.Select(k => k[i]).Distinct()]);
        if (groups > 0) sql += $" GROUP BY {string.Join(", ", Enumerable.Range(1, groups))}";
        if (ranked && groups > 0) sql += Order(groups);
        return sql;
    }

    /// <summary>The day in whose week or month a line counts: a day of the comparison counts where the day it is compared with does.</summary>
    private string CountedDay(int further) => Shift + further == 0 ? "f.day" : $"f.day + {Number(Shift + further)}";

    /// <summary>How many days after Monday, with which the engines' weeks begin, those of the question do.</summary>
    private int AfterMonday => Buckets.AfterMonday(query.WeekFrom);

    private static string Number(int days) => days < 0 ? $"({days.ToString(CultureInfo.InvariantCulture)})" : days.ToString(CultureInfo.InvariantCulture);

    private string Table(IMetricEngine engine) => family switch
    {
        Family.Lines => engine.Rows(Facts.OrderLine),
        Family.Totals => engine.Rows(Facts.PeriodTotal),
        Family.Goods => NewestGoods.Sql(query.Market.Id, range),
        _ => NewestContent.Sql(query.Market.Id, range, engine.Rows(Facts.ContentStat)),
    };

    private string Rows()
    {
        var market = $"f.market_id = {query.Market.Id.ToString(CultureInfo.InvariantCulture)}";
        if (family == Family.Goods) return market;
        if (family != Family.Totals) return $"{market} AND f.day BETWEEN DATE '{range.From:yyyy-MM-dd}' AND DATE '{range.To:yyyy-MM-dd}'";
        // A product's totals and its creators' totals tell the same sales twice: one subject answers.
        var subject = query.By.Concat(query.Where.Select(f => f.Dimension)).Any(d => d is "product" or "category") ? "product" : "creator";
        var periods = totalPeriods.Select(p => $"(f.period_from = DATE '{p.From:yyyy-MM-dd}' AND f.period_to = DATE '{p.To:yyyy-MM-dd}')");
        return $"{market} AND f.subject = '{subject}' AND ({(totalPeriods.Count == 0 ? "1 = 0" : string.Join(" OR ", periods))})";
    }

    private string AnyOf(Dimension dimension, IReadOnlyList<string> values)
    {
        if (values.Count == 0) return "1 = 0";
        if (dimension.IsRow)
            return $"{dimension.Sql[family]} IN ({string.Join(", ", values.Select(v => long.TryParse(v, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id) ? id.ToString(CultureInfo.InvariantCulture) : throw new Refused("filter_not_a_row", dimension.Code, v)))})";
        var places = values.Select(value =>
        {
            _parameters.Add(value.Replace("\0", "", StringComparison.Ordinal));
            return $"CAST(${_parameters.Count} AS VARCHAR)";
        });
        return $"{dimension.Sql[family]} IN ({string.Join(", ", places)})";
    }

    private string Order(int groups)
    {
        var keys = string.Join(", ", Enumerable.Range(1, groups));
        if (query.Top is null && query.Sort is null) return $" ORDER BY {keys}";
        var sort = (query.Sort ?? "-" + query.Metrics[0]).TrimStart('-');
        var down = query.Sort is null || query.Sort[0] == '-';
        var metric = metrics.FirstOrDefault(m => m.Code == sort);
        if (metric is null) return $" ORDER BY {keys}{Limit()}";
        var over = MetricDictionary.Measure(family, metric.Numerator).Sql;
        var value = metric.Denominator is null ? over : $"CAST({over} AS DOUBLE PRECISION) / NULLIF({MetricDictionary.Measure(family, metric.Denominator).Sql}, 0)";
        return $" ORDER BY {value} {(down ? "DESC" : "ASC")} NULLS LAST, {keys}{Limit()}";
    }

    private string Limit() => query.Top is { } top && query.Grain == "none" ? $" LIMIT {top.ToString(CultureInfo.InvariantCulture)}" : "";
}
