using System.Globalization;

namespace Showrunner.Creators.Listing;

/// <summary>
/// The directory as one question to the columns: who fits, by what, and this page of them. What filters and sorting need is
/// read of everyone, the rest of a row only of the page's.
/// </summary>
internal static class DirectorySql
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
        c.id, c.handle, c.name, c.category, c.followers, c.bio, c.language, c.level, c.region, c.agency_id, coalesce(g.name, ''), c.owner_id, c.stage, c.stage_since, c.last_contacted_at, c.labels,
        p.gmv, p.units, p.refunds, p.earnings, p.gmv_before, c.hidden
        """;

    public static bool CanSort(string code) => Sorts.ContainsKey(code) || CreatorMeasure.All.Any(m => m.Code == code) || code is "gmv" or "units" or "stage" or "owner" or "level";

    /// <summary>Number of those who fit and their GMV, then this page's rows; one row without a creator where the page is empty.</summary>
    public static string Page(DirectorySales sales, IEnumerable<string> conditions, string sort, int after, IReadOnlyList<long> owners) => $"""
        {Matching(sales, conditions, sort, owners)}, page AS (SELECT * FROM matching ORDER BY {Order(sort)} LIMIT {Text(PageSize)} OFFSET {Text(after)})
        SELECT k.n, k.gmv, {Columns}, {Measures}
        FROM (SELECT count(*) AS n, CAST(sum(gmv) AS BIGINT) AS gmv FROM matching) k LEFT JOIN page p ON 1 = 1 LEFT JOIN creator c ON c.id = p.id LEFT JOIN agency g ON g.id = c.agency_id ORDER BY {Order(sort, "p.")}
        """;

    /// <summary>Everyone who fits, to be read as they come.</summary>
    public static string Whole(DirectorySales sales, IEnumerable<string> conditions, string sort, IReadOnlyList<long> owners) => $"""
        {Matching(sales, conditions, sort, owners)}
        SELECT 0, 0, {Columns}, {Measures} FROM matching p JOIN creator c ON c.id = p.id LEFT JOIN agency g ON g.id = c.agency_id ORDER BY {Order(sort, "p.")}
        """;

    /// <summary>Only their rows.</summary>
    public static string Ids(DirectorySales sales, IEnumerable<string> conditions) => $"WITH {sales.Tables} SELECT c.id FROM {From(sales, conditions)}";

    /// <summary>How many fit when each filter in turn is left out.</summary>
    public static string Without(DirectorySales sales, IReadOnlyList<string> conditions)
    {
        var one = conditions.Select((sql, i) => $"coalesce({sql}, false) AS f{Text(i)}");
        var each = conditions.Select((_, left) => $"count(*) FILTER ({string.Join(" AND ", conditions.Select((_, i) => i == left ? "1 = 1" : "f" + Text(i)))})");
        return $"WITH {sales.Tables} SELECT {string.Join(", ", each)} FROM (SELECT {string.Join(", ", one)} FROM {From(sales, [])})";
    }

    private static string Matching(DirectorySales sales, IEnumerable<string> conditions, string sort, IReadOnlyList<long> owners)
    {
        var keys = Keys(sort.TrimStart('-'), owners).Select((sql, i) => $"{sql} AS k{Text(i)}");
        return $"""
            WITH {sales.Tables}, matching AS MATERIALIZED (SELECT c.id, {sales.Value("gmv")} AS gmv, {sales.Value("items")} AS units, {sales.Value("refunds")} AS refunds, {sales.Value("est_earnings")} AS earnings,
              {sales.GmvBefore} AS gmv_before, {string.Join(", ", keys)} FROM {From(sales, conditions)})
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

    private static string From(DirectorySales sales, IEnumerable<string> conditions) =>
        $"creator c LEFT JOIN sold s ON s.creator_id = c.id LEFT JOIN earlier b ON b.creator_id = c.id WHERE {string.Join(" AND ", conditions.Prepend($"c.market_id = {Text(sales.Open.Id)} AND c.merged_into_id IS NULL").Select(c => $"({c})"))}";

    private static string Order(string sort, string of = "")
    {
        var way = sort.StartsWith('-') ? "DESC" : "ASC";
        return $"{of}k0 {way} NULLS LAST, {of}k1 {way} NULLS LAST, {of}id";
    }

    private static string Measures => string.Join(", ", CreatorMeasure.Columns.Select(c => "c." + c.Name));
    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
