using System.Globalization;
using System.Text.RegularExpressions;

namespace Showrunner.Creators.Listing;

/// <summary>
/// The directory as one question to the columns: who fits, by what, and this page of them. Sales are summed only of those who fit by
/// what is said of them, and only what filters and sorting need; the rest only of the page's. What else a page's rows say, the truth
/// knows by their keys: the columns would gather it from all of their blocks.
/// </summary>
internal static partial class DirectorySql
{
    /// <summary>At most as many as a join hands down as a list of values, so that only their blocks are read.</summary>
    public const int PageSize = 50;
    public const string Usual = "-gmv";

    private static readonly Dictionary<string, string> Sorts = new()
    {
        ["handle"] = "c.handle",
        ["name"] = "nullif(lower(c.name), '')",
        ["category"] = "nullif(c.category, '')",
        ["language"] = "nullif(c.language, '')",
        ["region"] = "nullif(c.region, '')",
        ["followers"] = "c.followers",
        ["contacted"] = "c.last_contacted_at",
        ["since"] = "c.stage_since",
        ["refund_rate"] = "CAST(s.refunds AS DOUBLE) / nullif(s.gmv, 0)",
        ["change"] = "CAST(s.gmv AS DOUBLE) / nullif(b.gmv, 0)",
        ["earnings"] = "s.est_earnings",
        ["agency"] = "(SELECT lower(g.name) FROM agency g WHERE g.id = c.agency_id)",
    };

    private const string Columns = """
        c.id, c.handle, c.name, c.category, c.followers, c.bio, c.language, c.level, c.region, c.agency_id, coalesce(g.name, ''), c.owner_id, c.stage, c.stage_since, c.last_contacted_at, c.labels
        """;

    public static bool CanSort(string code) => Sorts.ContainsKey(code) || CreatorMeasure.All.Any(m => m.Code == code) || code is "gmv" or "units" or "stage" or "owner" or "level";

    /// <summary>Number of those who fit and their GMV, then this page's creators with what they sold; one row without a creator where the page is empty.</summary>
    public static string Page(DirectorySales sales, IReadOnlyList<string> conditions, string sort, int after, IReadOnlyList<long> owners) => $"""
        {Matching(sales, conditions, sort, owners)}, page AS MATERIALIZED (SELECT * FROM matching ORDER BY {Order(sort)} LIMIT {Text(PageSize)} OFFSET {Text(after)}),
          page_sold AS ({sales.Sold(DirectorySales.Measures, "SELECT id FROM page")}), page_earlier AS ({sales.Earlier("SELECT id FROM page")})
        SELECT k.n, k.gmv, p.id, {Figures(sales)}
        FROM (SELECT count(*) AS n, CAST(sum(gmv) AS BIGINT) AS gmv FROM matching) k LEFT JOIN page p ON 1 = 1
          LEFT JOIN page_sold s ON s.creator_id = p.id LEFT JOIN page_earlier b ON b.creator_id = p.id ORDER BY {Order(sort, "p.")}
        """;

    /// <summary>Everyone who fits, to be read as they come.</summary>
    public static string Whole(DirectorySales sales, IReadOnlyList<string> conditions, string sort, IReadOnlyList<long> owners) => $"""
        {Matching(sales, conditions, sort, owners)}, all_sold AS ({sales.Sold(DirectorySales.Measures)}), all_earlier AS ({sales.Earlier()})
        SELECT 0, 0, {Columns}, {Figures(sales)}, c.hidden, {Measures}
        FROM matching p JOIN creator c ON c.id = p.id LEFT JOIN agency g ON g.id = c.agency_id LEFT JOIN all_sold s ON s.creator_id = p.id LEFT JOIN all_earlier b ON b.creator_id = p.id ORDER BY {Order(sort, "p.")}
        """;

    /// <summary>Only their rows.</summary>
    public static string Ids(DirectorySales sales, IReadOnlyList<string> conditions) => $"{Fitting(sales, conditions, [])} SELECT c.id {From(conditions, [])}";

    /// <summary>How many fit when each filter in turn is left out.</summary>
    public static string Without(DirectorySales sales, IReadOnlyList<string> conditions)
    {
        var one = conditions.Select((sql, i) => $"coalesce({sql}, false) AS f{Text(i)}");
        var each = conditions.Select((_, left) => $"count(*) FILTER ({string.Join(" AND ", conditions.Select((_, i) => i == left ? "1 = 1" : "f" + Text(i)))})");
        return $"{Fitting(sales, [], conditions)} SELECT {string.Join(", ", each)} FROM (SELECT {string.Join(", ", one)} {From([], conditions)})";
    }

    private static string Matching(DirectorySales sales, IReadOnlyList<string> conditions, string sort, IReadOnlyList<long> owners)
    {
        var keys = Keys(sort.TrimStart('-'), owners);
        IReadOnlyList<string> asked = [sales.Value("gmv"), .. keys];
        return $"""
            {Fitting(sales, conditions, asked)}, matching AS MATERIALIZED (SELECT c.id, {sales.Value("gmv")} AS gmv, {string.Join(", ", keys.Select((sql, i) => $"{sql} AS k{Text(i)}"))} {From(conditions, asked)})
            """;

        IReadOnlyList<string> Keys(string code, IReadOnlyList<long> inOrder) => code switch
        {
            "gmv" => [sales.Value("gmv"), "0"],
            "units" => [sales.Value("items"), "0"],
            "stage" => [$"nullif(list_position([{string.Join(", ", CreatorStage.All.Select(s => $"'{s}'"))}], c.stage), 0)", "0"],
            "owner" => [$"nullif(list_position(CAST([{string.Join(", ", inOrder.Select(Text))}] AS BIGINT[]), c.owner_id), 0)", "0"],
            _ when CreatorMeasure.All.FirstOrDefault(m => m.Code == code) is { } measure => ["c." + measure.Low, "c." + measure.High],
            "level" => ["nullif(length(c.level), 0)", "c.level"], // L2 stands before L10
            _ => [Sorts[code], "0"],
        };
    }

    /// <summary>
    /// fitting: who fits by what is said of him, with what else is asked of his row; sold and earlier: the sales that are asked for, of those
    /// alone where that is enough. What people type is never part of the SQL, so that it tells what it uses.
    /// </summary>
    private static string Fitting(DirectorySales sales, IReadOnlyList<string> conditions, IReadOnlyList<string> asked)
    {
        var ofCreator = conditions.Where(sql => !IsOfSales(sql)).ToList();
        var used = string.Join(' ', conditions.Where(IsOfSales).Concat(asked));
        var columns = CreatorColumn().Matches(used).Select(match => match.Value).Append("c.id").Distinct();
        var everyone = ofCreator.Count == 0 || used.Contains("earlier e", StringComparison.Ordinal); // those who grow most are measured against all
        var creators = everyone ? null : "SELECT id FROM fitting";
        var measures = DirectorySales.Measures.Where(m => m == "gmv" || used.Contains("s." + m, StringComparison.Ordinal)).ToList();
        return $"""
            WITH fitting AS MATERIALIZED (SELECT {string.Join(", ", columns)} FROM creator c WHERE {string.Join(" AND ", ofCreator.Prepend($"c.market_id = {Text(sales.Open.Id)} AND c.merged_into_id IS NULL").Select(sql => $"({sql})"))}),
              sold AS MATERIALIZED ({sales.Sold(measures, creators)}), earlier AS MATERIALIZED ({sales.Earlier(creators)})
            """;
    }

    private static string From(IReadOnlyList<string> conditions, IReadOnlyList<string> asked)
    {
        var where = string.Join(" AND ", conditions.Where(IsOfSales).Prepend("1 = 1").Select(sql => $"({sql})"));
        var used = string.Join(' ', asked.Append(where));
        var sold = SoldColumn().IsMatch(used) ? " LEFT JOIN sold s ON s.creator_id = c.id" : "";
        var earlier = EarlierColumn().IsMatch(used) ? " LEFT JOIN earlier b ON b.creator_id = c.id" : "";
        return $"FROM fitting c{sold}{earlier} WHERE {where}";
    }

    private static bool IsOfSales(string sql) => SoldColumn().IsMatch(sql) || EarlierColumn().IsMatch(sql);

    [GeneratedRegex(@"\bc\.\w+")]
    private static partial Regex CreatorColumn();

    [GeneratedRegex(@"\bs\.")]
    private static partial Regex SoldColumn();

    [GeneratedRegex(@"\bb\.")]
    private static partial Regex EarlierColumn();

    private static string Figures(DirectorySales sales) => string.Join(", ", DirectorySales.Measures.Select(sales.Value).Append(sales.GmvBefore));

    private static string Order(string sort, string of = "")
    {
        var way = sort.StartsWith('-') ? "DESC" : "ASC";
        return $"{of}k0 {way} NULLS LAST, {of}k1 {way} NULLS LAST, {of}id";
    }

    private static string Measures => string.Join(", ", CreatorMeasure.Columns.Select(c => "c." + c.Name));
    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
