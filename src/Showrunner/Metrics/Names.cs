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
        if (dimension == "content") return await Contents(engine, keys, cancel);
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

    /// <summary>A video or LIVE is called by its title; without one by whose it is and when.</summary>
    private static async Task<Dictionary<string, string>> Contents(IMetricEngine engine, List<string> keys, CancellationToken cancel)
    {
        var names = keys.ToDictionary(key => key);
        foreach (var some in keys.Where(key => key.Length > 0).Chunk(500))
            foreach (var row in await engine.Rows($"""
                SELECT f.content_no, max(f.title), max(c.handle), CAST(min(f.day) AS VARCHAR) FROM content_stat f LEFT JOIN creator c ON c.id = f.creator_id
                WHERE f.content_no IN ({string.Join(", ", some.Select((_, i) => $"${i + 1}"))}) GROUP BY f.content_no
                """, [.. some], cancel))
                names[(string)row[0]!] = row[1] is string { Length: > 0 } title ? title : row[2] is string { Length: > 0 } handle ? $"@{handle} · {row[3]} · {row[0]}" : (string)row[0]!;
        return names;
    }
}
