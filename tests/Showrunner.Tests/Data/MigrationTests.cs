using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Ledger;

namespace Showrunner.Tests.Data;

public class MigrationTests
{
    [Theory, Databases]
    public async Task Migrated_schema_equals_the_model(string database)
    {
        using var migrated = new TestPlace(database);
        using var created = new TestPlace(database);
        await using var left = Open(migrated.Place);
        await using var right = Open(created.Place);
        await DataRoom.Migrate(left, default);
        await right.Database.EnsureCreatedAsync(TestContext.Current.CancellationToken);

        var facts = Facts.All.SelectMany(f => new[] { f.Name, Facts.HistoryOf(f).Name }).ToHashSet();
        var actual = (await Schema(left)).Where(line => !facts.Contains(line.Split('|')[0]) && !line.StartsWith("__", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(actual);
        Assert.Equal(await Schema(right), actual);
    }

    [Theory, Databases]
    public async Task Migrated_fact_tables_equal_their_description(string database)
    {
        using var place = new TestPlace(database);
        await using var db = Open(place.Place);
        await DataRoom.Migrate(db, default);
        var schema = await Schema(db);
        foreach (var table in Facts.All)
        {
            Assert.Equal(table.Columns.Select(c => c.Name).Order(StringComparer.Ordinal), Columns(schema, table.Name));
            var history = Facts.HistoryOf(table);
            Assert.Equal(history.Columns.Select(c => c.Name).Order(StringComparer.Ordinal), Columns(schema, history.Name));
        }
    }

    private static IEnumerable<string> Columns(List<string> schema, string table) =>
        schema.Where(line => line.StartsWith(table + "|column|", StringComparison.Ordinal)).Select(line => line.Split('|')[2]).Order(StringComparer.Ordinal);

    private static AppDb Open(DataPlace place) => DataRoom.Open(place);

    private static async Task<List<string>> Schema(AppDb db)
    {
        var lines = await db.Database.SqlQueryRaw<string>(db.IsPostgres
            ? """
              SELECT table_name || '|column|' || column_name || '|' || data_type || '|' || is_nullable || '|' || is_identity AS "Value"
              FROM information_schema.columns WHERE table_schema = 'public'
              UNION ALL SELECT tablename || '|index|' || indexname || '|' || regexp_replace(indexdef, '^.* USING', '') || CASE WHEN indexdef LIKE '%UNIQUE%' THEN '|unique' ELSE '' END FROM pg_indexes WHERE schemaname = 'public'
              """
            : """
              SELECT m.name || '|column|' || c.name || '|' || c.type || '|' || (c."notnull" OR c.pk > 0) || '|' || c.pk AS "Value" FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'
              UNION ALL SELECT m.name || '|index|' || i.name || '|' || i."unique" || '|' || (SELECT group_concat(x.name) FROM pragma_index_info(i.name) x) FROM sqlite_master m JOIN pragma_index_list(m.name) i WHERE m.type = 'table'
              """).ToListAsync();
        return [.. lines.Where(l => !l.StartsWith("__EF", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
    }
}
