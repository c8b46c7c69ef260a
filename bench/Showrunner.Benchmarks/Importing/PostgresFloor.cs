using System.Diagnostics;
using Npgsql;
using Showrunner.Ledger;

namespace Showrunner.Benchmarks.Importing;

/// <summary>COPY in binary from a file prepared before: nothing is parsed, compared or resolved.</summary>
internal sealed class PostgresFloor(string file) : IFloor
{
    private static readonly string Columns = Facts.OrderLine.List();
    public string Name => "raw COPY";
    public double Target => 0.3;

    public static async Task<PostgresFloor> Read(Home model, string folder)
    {
        var file = Path.Combine(folder, "order_line.pgcopy");
        await using var connection = new NpgsqlConnection(model.Place.ConnectionString + ";Command Timeout=0");
        await connection.OpenAsync();
        await using var copy = await connection.BeginRawBinaryCopyAsync($"COPY (SELECT {Columns} FROM order_line ORDER BY ordered_at, order_no, product_id) TO STDOUT (FORMAT BINARY)");
        await using var target = File.Create(file);
        await copy.CopyToAsync(target, 1 << 18);
        return new PostgresFloor(file);
    }

    public async Task<double> Write(Home home)
    {
        await using var connection = new NpgsqlConnection(home.Place.ConnectionString);
        await connection.OpenAsync();
        await using var source = File.OpenRead(file);
        var watch = Stopwatch.StartNew();
        await using (var copy = await connection.BeginRawBinaryCopyAsync($"COPY order_line ({Columns}) FROM STDIN (FORMAT BINARY)"))
            await source.CopyToAsync(copy, 1 << 18);
        return watch.Elapsed.TotalSeconds;
    }
}
