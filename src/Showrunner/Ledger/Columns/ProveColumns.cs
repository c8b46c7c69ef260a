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
            var sql = $"SELECT {day}, market_id, count(*) AS row_count, {string.Join(", ", sums.Select(c => $"CAST(coalesce(sum({c.Name}), 0) AS BIGINT) AS {c.Name}"))} FROM {fact.Name} GROUP BY {day}, market_id";
            ColumnShape[] shape = [new(day, ColumnType.Day), new("market_id", ColumnType.Long), new("row_count", ColumnType.Long), .. sums];
            connection.Execute($"CREATE OR REPLACE TEMP TABLE truth_sums AS {sql} LIMIT 0");
            using (var into = connection.Appender("truth_sums"))
            {
                await TruthReader.Fill(db, sql.Replace("AS BIGINT", db.IsPostgres ? "AS BIGINT" : "AS INTEGER", StringComparison.Ordinal), shape, into, cancel);
                into.Flush();
            }
            using var result = connection.Query($"""
                SELECT DISTINCT {day}, market_id FROM ((SELECT * FROM truth_sums EXCEPT {sql}) UNION ALL ({sql} EXCEPT SELECT * FROM truth_sums)) ORDER BY 1, 2
                """);
            while (result.Read()) differences.Add($"{fact.Name} {result.GetDate(0):yyyy-MM-dd} market {result.GetInt64(1)}");
        }
        return differences;
    }
}
