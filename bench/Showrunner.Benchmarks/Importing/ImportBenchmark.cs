using System.Globalization;
using System.Text.Json;

namespace Showrunner.Benchmarks.Importing;

/// <summary>
/// `showrunner import` of one file into an empty instance, as a process of its own, against writing the same rows into the same
/// table by the shortest way the database has. Higher is better: 1 would be a product that costs nothing beside the database.
/// </summary>
internal static class ImportBenchmark
{
    private const double MostMb = 400;
    private const string Market = "VN";

    private sealed record Load(double Seconds, double Process, double Answer, double PeakMb);

    public static async Task Run(Ask ask)
    {
        var rows = ask.Rows ?? 1_000_000;
        var (file, gmv) = Write(ask, rows);
        foreach (var engine in ask.Engines)
        {
            await using var model = await Home.Make(ask, engine);
            await Product(model, file, gmv, rows); // also warms the disk's and the runtime's caches
            Ask.Say($"import into {engine}: reading the floor's rows back");
            IFloor floor = engine == "postgres" ? await PostgresFloor.Read(model, ask.Folder.Path) : await SqliteFloor.Read(model);
            var loads = new List<Load>();
            var floors = new List<double>();
            for (var round = 1; round <= ask.Rounds; round++)
            {
                await using (var home = await Home.Make(ask, engine)) loads.Add(await Product(home, file, gmv, rows));
                await using (var home = await Home.Make(ask, engine, migrated: true)) floors.Add(await floor.Write(home));
                Ask.Say($"import into {engine}, round {round}: product {loads[^1].Seconds:0.0} s (process {loads[^1].Process:0.0} s, {loads[^1].PeakMb:0} MB), floor {floors[^1]:0.0} s");
            }
            Add(ask, engine, rows, floor, loads, floors);
            if (!ask.Quick) await Larger(ask, engine, 3 * rows, loads.Max(l => l.PeakMb));
        }
        File.Delete(file);
    }

    private static void Add(Ask ask, string engine, int rows, IFloor floor, List<Load> loads, List<double> floors)
    {
        var ratio = Spread.Of(loads.Zip(floors, (load, seconds) => seconds / load.Seconds));
        var (product, least) = (Spread.Of(loads.Select(l => rows / l.Seconds)), floor.Target);
        var rate = Spread.Of(floors.Select(s => rows / s));
        ask.Results.Add(new Result($"import {rows:N0} lines, {engine}", $"{product.Median:N0} rows/s", $"{floor.Name}: {rate.Median:N0} rows/s", ratio, $"≥ {least:0.0}", ratio.Median >= least, new()
        {
            ["rows"] = rows,
            ["rows_per_second"] = product.Median,
            ["floor_rows_per_second"] = rate.Median,
            ["process_seconds"] = Spread.Of(loads.Select(l => l.Process)).Median,
            ["answer_seconds"] = Spread.Of(loads.Select(l => l.Answer)).Median,
        }));
        var peak = Spread.Of(loads.Select(l => l.PeakMb));
        ask.Results.Add(new Result($"import {rows:N0} lines, {engine}: peak memory", $"{peak.Max:0} MB", "–", null, $"≤ {MostMb:0} MB", peak.Max <= MostMb, new() { ["peak_mb"] = peak.Max }));
    }

    /// <summary>Three times the rows in about the same memory: nothing of a file is held whole.</summary>
    private static async Task Larger(Ask ask, string engine, int rows, double before)
    {
        var (file, gmv) = Write(ask, rows);
        await using var home = await Home.Make(ask, engine);
        var load = await Product(home, file, gmv, rows);
        File.Delete(file);
        ask.Results.Add(new Result($"import {rows:N0} lines, {engine}: peak memory", $"{load.PeakMb:0} MB", $"a third of the rows: {before:0} MB", new Spread(load.PeakMb / before, load.PeakMb / before, load.PeakMb / before),
            $"≤ {MostMb:0} MB", load.PeakMb <= MostMb, new() { ["peak_mb"] = load.PeakMb, ["rows_per_second"] = rows / load.Seconds }));
    }

    private static (string File, long Gmv) Write(Ask ask, int rows)
    {
        Ask.Say($"writing a file of {rows:N0} order lines");
        var file = Path.Combine(ask.Folder.Path, $"orders-{rows}.csv");
        var book = new OrderBook(rows);
        book.WriteCsv(file);
        return (file, book.Gmv);
    }

    private static async Task<Load> Product(Home home, string file, long gmv, int rows)
    {
        var import = await Child.Run(["import", file, "--market", Market, "--json", .. home.Words]);
        var answer = JsonDocument.Parse(import.Output).RootElement.GetProperty("files")[0];
        if (answer.GetProperty("loaded").GetInt64() != rows) throw new InvalidOperationException("Not every row was loaded: " + import.Output);
        var query = await Child.Run(["query", "--metrics", "gmv", "--market", Market, "--from", Day(OrderBook.First), "--to", Day(OrderBook.Last), "--json", .. home.Words]);
        var cell = JsonDocument.Parse(query.Output).RootElement.GetProperty("rows")[0][0];
        var said = cell.ValueKind == JsonValueKind.String ? decimal.Parse(cell.GetString()!, CultureInfo.InvariantCulture) : cell.GetDecimal();
        if (said != gmv) throw new InvalidOperationException($"GMV is {said}, the file's is {gmv}");
        return new Load(answer.GetProperty("seconds").GetDouble(), import.Seconds, query.Seconds, import.PeakMb);
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>The same rows, in the file's order, into the same empty table.</summary>
internal interface IFloor
{
    string Name { get; }
    double Target { get; }
    Task<double> Write(Home home);
}
