namespace Showrunner.Insights;

/// <summary>The rows of one kind whose name has a text in it; lists show only those.</summary>
public static class FindIds
{
    private const int Most = 5000;

    public static async Task<IReadOnlyList<long>?> Handle(OpenMarket open, string table, string? wanted, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(wanted)) return null;
        var columns = table switch { "product" => "name || ' ' || product_no", "campaign" => "name || ' ' || campaign_no", _ => "name" };
        var rows = await open.Rows($"SELECT id FROM {table} WHERE market_id = {open.Id} AND contains(lower({columns}), lower($1)) ORDER BY id LIMIT {Most}", [wanted.Trim().TrimStart('@')], cancel);
        return [.. rows.Select(r => (long)r[0]!)];
    }
}
