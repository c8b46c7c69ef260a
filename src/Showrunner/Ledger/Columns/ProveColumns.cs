using Showrunner.Data;

namespace Showrunner.Ledger.Columns;

/// <summary>Shows that the columns equal the truth: the number of rows and the sum of every figure, table by table and day by day.</summary>
public static class ProveColumns
{
    /// <returns>One line per table and day that differs; empty when all is well.</returns>
    public static async Task<IReadOnlyList<string>> Handle(AppDb db, LedgerColumns columns, CancellationToken cancel)
    {
        await columns.CatchUp(db, cancel);
        using var connection = columns.Connect();
        var differences = new List<string>();
        foreach (var fact in Facts.All)
        {
            var day = fact.Has("day") ? "day" : "period_from";
            // order_key is a hash: its sum says nothing and would overflow.
            var sums = fact.Columns.Where(c => c.Type == ColumnType.Long && c.Name is not ("order_key" or "market_id")).ToList();
            var sql = Sums(fact.Name);
            ColumnShape[] shape = [new(day, ColumnType.Day), new("market_id", ColumnType.Long), new("row_count", ColumnType.Long), .. sums];
            // Here a fact lies under its person; the truth tells it under its handle.
            var ofPerson = ColumnSchema.IsOfPerson(fact);
            var laid = Sums(ofPerson ? $"(SELECT * EXCLUDE creator_id, handle_id AS creator_id FROM {fact.Name})" : fact.Name);
            var misplaced = !ofPerson ? "" : $"UNION ALL SELECT l.{day}, l.market_id, {string.Join(", ", shape.Skip(2).Select(_ => "0"))} FROM {fact.Name} l LEFT JOIN creator c ON c.id = l.handle_id WHERE l.creator_id <> coalesce(c.merged_into_id, l.handle_id)";
            connection.Execute($"CREATE OR REPLACE TEMP TABLE truth_sums AS {laid} LIMIT 0");
            using (var into = connection.Appender("truth_sums"))
            {
                await TruthReader.Fill(db, sql.Replace("AS BIGINT", db.IsPostgres ? "AS BIGINT" : "AS INTEGER", StringComparison.Ordinal), shape, into, cancel);
                into.Flush();
            }
            using var result = connection.Query($"""
                SELECT DISTINCT {day}, market_id FROM ((SELECT * FROM truth_sums EXCEPT {laid}) UNION ALL ({laid} EXCEPT SELECT * FROM truth_sums) {misplaced}) ORDER BY 1, 2
                """);
            while (result.Read()) differences.Add($"{fact.Name} {result.GetDate(0):yyyy-MM-dd} market {result.GetInt64(1)}");

            string Sums(string rows) => $"SELECT {day}, market_id, count(*) AS row_count, {string.Join(", ", sums.Select(c => $"CAST(coalesce(sum({c.Name}), 0) AS BIGINT) AS {c.Name}"))} FROM {rows} t GROUP BY {day}, market_id";
        }
        return differences;
    }
}
