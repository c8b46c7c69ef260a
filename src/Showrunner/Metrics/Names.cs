using System.Globalization;

namespace Showrunner.Metrics;

/// <summary>What people call the groups of an answer.</summary>
internal static class Names
{
    public static async Task<IReadOnlyList<MetricRow>> Give(IMetricEngine engine, MetricQuery query, List<MetricRow> rows, CancellationToken cancel)
    {
        if (query.By.Count == 0 || rows.Count == 0) return rows;
        var names = new Dictionary<string, string>?[query.By.Count];
        for (var i = 0; i < query.By.Count; i++) names[i] = await Of(engine, query.By[i], [.. rows.Select(r => r.Keys[i]).Distinct()], cancel);
        return [.. rows.Select(row => row with { Labels = [.. row.Keys.Select((key, i) => names[i]?.GetValueOrDefault(key) ?? (names[i] is null ? key : ""))] })];
    }

    private static async Task<Dictionary<string, string>?> Of(IMetricEngine engine, string dimension, List<string> keys, CancellationToken cancel)
    {
        var sql = dimension switch
        {
            "creator" => "SELECT id, handle FROM creator",
            "product" => "SELECT id, CASE WHEN name <> '' THEN name ELSE product_no END FROM product",
            "shop" => "SELECT id, name FROM shop",
            "agency" => "SELECT id, name FROM agency",
            "campaign" => "SELECT id, name FROM campaign",
            "category" => "SELECT id, path FROM category",
            _ => null,
        };
        if (sql is null) return null;
        var names = new Dictionary<string, string>();
        foreach (var some in keys.Chunk(5000))
            foreach (var row in await engine.Rows($"{sql} WHERE id IN ({string.Join(", ", some)})", [], cancel))
                names[Convert.ToString(row[0], CultureInfo.InvariantCulture)!] = (string)row[1]!;
        return names;
    }
}
