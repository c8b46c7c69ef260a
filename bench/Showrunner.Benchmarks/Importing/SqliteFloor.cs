using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Showrunner.Data;
using Showrunner.Ledger;

namespace Showrunner.Benchmarks.Importing;

/// <summary>One prepared INSERT, one transaction, the product's own pragmas; rows lie in memory, column by column.</summary>
internal sealed class SqliteFloor : IFloor
{
    private static readonly IReadOnlyList<ColumnShape> Shape = Facts.OrderLine.Columns;
    private readonly List<long?>[] _numbers = [.. Shape.Select(_ => new List<long?>())];
    private readonly List<string>[] _texts = [.. Shape.Select(_ => new List<string>())];
    private int _rows;
    public string Name => "prepared inserts";
    public double Target => 0.4;

    public static async Task<SqliteFloor> Read(Home model)
    {
        var floor = new SqliteFloor();
        var known = new Dictionary<string, string>();
        await using var connection = await Open(model);
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {Facts.OrderLine.List()} FROM order_line ORDER BY ordered_at, order_no, product_id";
        await using var reader = await command.ExecuteReaderAsync();
        for (; reader.Read(); floor._rows++)
            for (var i = 0; i < Shape.Count; i++)
            {
                if (!IsText(i)) floor._numbers[i].Add(reader.IsDBNull(i) ? null : reader.GetInt64(i));
                else
                {
                    var text = reader.GetString(i);
                    floor._texts[i].Add(known.TryGetValue(text, out var same) ? same : known[text] = text);
                }
            }
        return floor;
    }

    public async Task<double> Write(Home home)
    {
        await using var connection = await Open(home);
        var watch = Stopwatch.StartNew();
        using var transaction = connection.BeginTransaction();
        using var insert = connection.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = $"INSERT INTO order_line ({Facts.OrderLine.List()}) VALUES ({string.Join(", ", Shape.Select((_, i) => "$" + i))})";
        var parameters = Shape.Select((_, i) => insert.Parameters.Add("$" + i, IsText(i) ? SqliteType.Text : SqliteType.Integer)).ToArray();
        insert.Prepare();
        for (var row = 0; row < _rows; row++)
        {
            for (var i = 0; i < parameters.Length; i++)
                parameters[i].Value = IsText(i) ? _texts[i][row] : _numbers[i][row] is { } number ? number : DBNull.Value;
            insert.ExecuteNonQuery();
        }
        transaction.Commit();
        return watch.Elapsed.TotalSeconds;
    }

    private static bool IsText(int column) => Shape[column].Type is ColumnType.Text or ColumnType.Day;

    private static async Task<SqliteConnection> Open(Home home)
    {
        var connection = new SqliteConnection(home.Place.ConnectionString);
        await connection.OpenAsync();
        await using var pragmas = connection.CreateCommand();
        pragmas.CommandText = SqlitePragmas.Sql;
        await pragmas.ExecuteNonQueryAsync();
        return connection;
    }
}
