using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.DuckDb;
using Showrunner.Markets;

namespace Showrunner.Ledger.Loading;

// Names in files become row numbers: people and things not known yet are added, what a file newly says of known ones is noted.
public sealed partial class LoadFacts
{
    private static readonly ColumnShape[] CreatorColumns =
        [L("id"), L("market_id"), T("handle"), T("name"), T("external_no"), T("category"), L("followers"), D("followers_day"), .. ProfileColumns, B("is_demo"), L("change_id")];
    private static readonly ColumnShape[] ProductColumns =
        [L("id"), L("market_id"), T("product_no"), T("name"), L("shop_id"), L("category_id"), L("price_low_minor"), L("price_high_minor"),
         L("commission_rate_ppm"), new("listed_at", ColumnType.Instant), T("status"), T("description"), B("is_demo"), L("change_id")];
    private static readonly ColumnShape[] ShopColumns = [L("id"), L("market_id"), T("shop_no"), T("name"), B("is_demo"), L("change_id")];
    private static readonly ColumnShape[] CampaignColumns = [L("id"), L("market_id"), T("campaign_no"), T("name"), B("is_demo"), L("change_id")];

    /// <summary>Who and what the facts are about is seen too, as far as they say.</summary>
    private static void NoteNames(DuckConnection stage)
    {
        foreach (var fact in Facts.All.Where(f => Exists(stage, f.Name)))
            stage.Execute($"""
                INSERT INTO stage.creator_seen SELECT DISTINCT creator_handle, '', '', '', NULL::BIGINT, NULL::DATE FROM stage.{fact.Name} WHERE creator_handle <> '';
                INSERT INTO stage.product_seen SELECT NULL::BIGINT, product_no, max(product_name), max(shop_no), max(category_path), '', NULL, NULL, NULL, NULL, '', ''
                  FROM stage.{fact.Name} WHERE product_no <> '' GROUP BY product_no;
                """);
    }

    private async Task Resolve(AppDb db, DuckConnection stage, LoadOrder order, long changeId, CancellationToken cancel)
    {
        await Categories(db, stage, changeId, cancel);
        stage.Execute($"""
            CREATE TABLE stage.shop_one AS SELECT shop_no, max(name) AS name FROM stage.shop_seen GROUP BY shop_no;
            CREATE TABLE stage.campaign_one AS SELECT campaign_no, coalesce(max(name) FILTER (name <> ''), campaign_no) AS name FROM stage.campaign_seen GROUP BY campaign_no;
            CREATE TABLE stage.agency_one AS SELECT agency_no, max(name) AS name, max(creator_split_ppm) AS creator_split_ppm FROM stage.agency_seen GROUP BY agency_no;
            CREATE TABLE stage.creator_named AS SELECT handle, max(name) AS name, max(external_no) AS external_no, max(category) AS category,
              arg_max(followers, day) FILTER (followers IS NOT NULL) AS followers, max(day) FILTER (followers IS NOT NULL) AS followers_day
              FROM stage.creator_seen GROUP BY handle;
            """);
        await AddNew(db, stage, order, changeId, "shop", "shop_no", ShopColumns, cancel);
        stage.Execute("""
            CREATE TABLE stage.product_one AS SELECT product_no, max(s.name) AS name, coalesce(max(h.id), 0) AS shop_id, coalesce(max(g.id), 0) AS category_id,
              max(price_low_minor) AS price_low_minor, max(price_high_minor) AS price_high_minor, max(commission_rate_ppm) AS commission_rate_ppm,
              max(listed_at) AS listed_at, max(status) AS status, max(description) AS description
              FROM stage.product_seen s LEFT JOIN stage.shop_id h USING (shop_no) LEFT JOIN stage.category_id g ON g.path = s.category_path GROUP BY product_no;
            """);
        await AddNew(db, stage, order, changeId, "product", "product_no", ProductColumns, cancel);
        await AddNew(db, stage, order, changeId, "campaign", "campaign_no", CampaignColumns, cancel);
        stage.Execute("CREATE TABLE stage.campaign_of AS SELECT DISTINCT s.n, k.id FROM stage.campaign_seen s JOIN stage.campaign_id k USING (campaign_no)");
        await AddNew(db, stage, order, changeId, "agency", "agency_no", AgencyColumns, cancel);
        stage.Execute(WithProfile);
        await AddNew(db, stage, order, changeId, "creator", "handle", CreatorColumns, cancel);
        await UpdateKnown(db, stage, order, changeId, cancel);
        await NoteReached(db, stage, order, changeId, cancel);
    }

    /// <summary>TABLE_id: every name of the file with its row number; names met for the first time become rows of the truth.</summary>
    private static async Task AddNew(AppDb db, DuckConnection stage, LoadOrder order, long changeId, string table, string name, ColumnShape[] shape, CancellationToken cancel)
    {
        stage.Execute($"""
            CREATE TABLE stage.{table}_new AS SELECT row_number() OVER (ORDER BY {name}) - 1 AS n, s.* FROM stage.{table}_one s
              WHERE NOT EXISTS (SELECT 1 FROM {table} k WHERE k.market_id = {order.MarketId} AND k.{name} = s.{name})
            """);
        var count = Scalar(stage, $"SELECT count(*) FROM stage.{table}_new");
        var first = count == 0 ? 0 : await TruthWriter.ReserveIds(db, table, count, cancel);
        if (count > 0)
        {
            var select = shape.Select(c => c.Name switch
            {
                "id" => $"{first} + n",
                "market_id" => $"{order.MarketId}::BIGINT",
                "is_demo" => order.IsDemo ? "true" : "false",
                "change_id" => $"{changeId}::BIGINT",
                _ => c.Name,
            });
            using var rows = stage.Query($"SELECT {string.Join(", ", select)} FROM stage.{table}_new ORDER BY n");
            TruthWriter.Copy(db, table, shape, rows, null, cancel);
        }
        stage.Execute($"""
            CREATE TABLE stage.{table}_id AS SELECT {first} + n AS id, {name} FROM stage.{table}_new
              UNION ALL SELECT k.id, k.{name} FROM {table} k JOIN stage.{table}_one s ON k.{name} = s.{name} WHERE k.market_id = {order.MarketId}
            """);
    }

    private static async Task UpdateKnown(AppDb db, DuckConnection stage, LoadOrder order, long changeId, CancellationToken cancel)
    {
        await Update("creator", [L("id"), T("name"), T("external_no"), T("category"), L("followers"), D("followers_day"), L("told"), .. ProfileColumns],
            $"""
            SELECT k.id, s.name, s.external_no, s.category, s.followers, s.followers_day, s.told, {string.Join(", ", ProfileColumns.Select(c => "s." + c.Name))} FROM stage.creator_one s JOIN creator k ON k.handle = s.handle
            WHERE k.market_id = {order.MarketId} AND ((s.name <> '' AND s.name <> k.name) OR (s.category <> '' AND s.category <> k.category)
              OR (s.followers IS NOT NULL AND s.followers IS DISTINCT FROM k.followers AND (k.followers_day IS NULL OR s.followers_day >= k.followers_day)) OR {ProfileDiffers})
            """,
            $"""
            name = CASE WHEN u.name <> '' THEN u.name ELSE creator.name END, category = CASE WHEN u.category <> '' THEN u.category ELSE creator.category END,
            external_no = CASE WHEN u.external_no <> '' THEN u.external_no ELSE creator.external_no END,
            followers = CASE WHEN u.followers IS NOT NULL AND (creator.followers_day IS NULL OR u.followers_day >= creator.followers_day) THEN u.followers ELSE creator.followers END,
            followers_day = CASE WHEN u.followers IS NOT NULL AND (creator.followers_day IS NULL OR u.followers_day >= creator.followers_day) THEN u.followers_day ELSE creator.followers_day END,
            {TakeProfile}
            """);
        NoteRows("creator", "creator_told", "handle");
        await Update("product", [L("id"), .. ProductColumns[3..12]],
            $"""
            SELECT k.id, s.name, s.shop_id, s.category_id, s.price_low_minor, s.price_high_minor, s.commission_rate_ppm, s.listed_at, s.status, s.description
            FROM stage.product_one s JOIN product k ON k.product_no = s.product_no WHERE k.market_id = {order.MarketId}
              AND ((s.name <> '' AND s.name <> k.name) OR (s.shop_id <> 0 AND s.shop_id <> k.shop_id) OR (s.category_id <> 0 AND s.category_id <> k.category_id) OR s.price_low_minor IS NOT NULL)
            """,
            string.Join(", ", ProductColumns[3..12].Select(c => c.Type == ColumnType.Text
                ? $"{c.Name} = CASE WHEN u.{c.Name} <> '' THEN u.{c.Name} ELSE product.{c.Name} END"
                : c.Name is "shop_id" or "category_id"
                    ? $"{c.Name} = CASE WHEN u.{c.Name} <> 0 THEN u.{c.Name} ELSE product.{c.Name} END"
                    : $"{c.Name} = coalesce(u.{c.Name}, product.{c.Name})")),
            string.Join(" OR ", ProductColumns[3..12].Select(c => c.Type == ColumnType.Text
                ? $"(u.{c.Name} <> '' AND u.{c.Name} <> product.{c.Name})"
                : c.Name is "shop_id" or "category_id"
                    ? $"(u.{c.Name} <> 0 AND u.{c.Name} <> product.{c.Name})"
                    : $"(u.{c.Name} IS NOT NULL AND (product.{c.Name} IS NULL OR u.{c.Name} <> product.{c.Name}))")));
        NoteRows("product", "product_seen", "product_no");
        // A file gives a name to a campaign that has none; what people call it stays.
        await Update("campaign", [L("id"), T("name")],
            $"SELECT k.id, s.name FROM stage.campaign_one s JOIN campaign k USING (campaign_no) WHERE k.market_id = {order.MarketId} AND k.name = k.campaign_no AND s.name <> k.name", "name = u.name");

        // What became of the file's rows that are about people or things themselves.
        void NoteRows(string table, string rows, string name) => stage.Execute($"""
            CREATE TABLE stage.work_{table} AS SELECT s.row_no, CASE WHEN n.{name} IS NOT NULL OR k.id IN (SELECT id FROM stage.noted WHERE was_bare = 1) THEN {New} WHEN k.id IN (SELECT id FROM stage.noted) THEN {Restated} ELSE {Unchanged} END AS verdict
              FROM stage.{rows} s LEFT JOIN stage.{table}_new n USING ({name}) LEFT JOIN stage.{table}_id k USING ({name}) WHERE s.row_no IS NOT NULL
            """);

        async Task Update(string table, ColumnShape[] shape, string select, string set, string differs = "1 = 1")
        {
            stage.Execute("CREATE OR REPLACE TABLE stage.noted (id BIGINT, was_bare BIGINT)");
            if (Scalar(stage, $"SELECT count(*) FROM ({select})") == 0) return;
            await db.Database.ExecuteSqlRawAsync(TruthWriter.TemporaryTable(db, "noting", shape), cancel);
            using (var rows = stage.Query(select)) TruthWriter.Copy(db, "noting", shape, rows, null, cancel);
            stage.Execute("CREATE OR REPLACE TEMP TABLE noted_ids (id BIGINT, was_bare BIGINT)");
            using (var noted = stage.Appender("noted_ids"))
                await TruthReader.Fill(db, $"SELECT u.id, CAST(CASE WHEN {table}.name = '' THEN 1 ELSE 0 END AS BIGINT) FROM noting u JOIN {table} ON {table}.id = u.id WHERE {differs}", [L("id"), L("was_bare")], noted, cancel);
            stage.Execute("INSERT INTO stage.noted SELECT * FROM noted_ids; DROP TABLE noted_ids");
            await db.Database.ExecuteSqlRawAsync($"UPDATE {table} SET {set}, change_id = {changeId} FROM noting u WHERE {table}.id = u.id AND ({differs}); DROP TABLE noting;", cancel);
        }
    }

    /// <summary>The tree grows by the paths that files name; a leaf gets the English name that most rows give it.</summary>
    private static async Task Categories(AppDb db, DuckConnection stage, long changeId, CancellationToken cancel)
    {
        var paths = new List<(string Path, string Name)>();
        using (var rows = stage.Query("""
            SELECT category_path, coalesce(mode(category_name) FILTER (category_name <> ''), '') FROM stage.product_seen WHERE category_path <> '' GROUP BY category_path ORDER BY category_path
            """))
            while (rows.Read()) paths.Add((rows.GetText(0), rows.GetText(1)));
        var known = await db.Categories.ToDictionaryAsync(c => c.Path, cancel);
        foreach (var (path, english) in paths)
        {
            long? parent = null;
            var parts = path.Split('/', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            for (var depth = 1; depth <= parts.Length; depth++)
            {
                var node = string.Join('/', parts[..depth]);
                if (!known.TryGetValue(node, out var category))
                {
                    category = new Category { Path = node, Name = parts[depth - 1], ParentId = parent, ChangeId = changeId };
                    if (depth == parts.Length && english.Length > 0) category.Names = System.Text.Json.JsonSerializer.Serialize(new Dictionary<string, string> { ["en"] = english });
                    db.Add(category);
                    await db.SaveChangesAsync(cancel);
                    known[node] = category;
                }
                parent = category.Id;
            }
        }
        stage.Execute("CREATE TABLE stage.category_id (id BIGINT, path VARCHAR)");
        using var insert = stage.Prepare("INSERT INTO stage.category_id VALUES ($1, $2)");
        foreach (var (path, _) in paths)
        {
            var node = string.Join('/', path.Split('/', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
            if (known.TryGetValue(node, out var category)) insert.Bind(1, category.Id).Bind(2, path).Execute();
        }
    }

    private static bool Exists(DuckConnection stage, string table) =>
        Scalar(stage, $"SELECT count(*) FROM duckdb_tables() WHERE database_name = 'stage' AND table_name = '{table}'") > 0;

    private static long Scalar(DuckConnection stage, string sql)
    {
        using var result = stage.Query(sql);
        return result.Read() ? result.GetInt64(0) : 0;
    }

    private static ColumnShape L(string name) => new(name, ColumnType.Long);
    private static ColumnShape T(string name) => new(name, ColumnType.Text);
    private static ColumnShape D(string name) => new(name, ColumnType.Day);
    private static ColumnShape B(string name) => new(name, ColumnType.Bool);
}
