using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Insights;
using Showrunner.Ledger;
using Showrunner.Ledger.Columns;
using Showrunner.Markets;
using Showrunner.Platform;

namespace Showrunner.Benchmarks.Boards;

/// <summary>
/// The overview of 28 days with the 28 before, asked of ever other periods of two markets so that no answer is remembered whole
/// (single days are), against one plain pass of DuckDB over the same 56 days. Lower is better. And the columns made from nothing, against reading the rows.
/// </summary>
internal static class BoardsBenchmark
{
    private const int Days = 28, Requests = 40;
    private static readonly string[] Markets = ["VN", "ID"];

    public static async Task Run(Ask ask)
    {
        var lines = ask.Rows ?? (ask.Quick ? 1_000_000 : 5_000_000);
        foreach (var engine in ask.Engines)
        {
            await using var home = await Home.Make(ask, engine);
            await using (var application = await home.Application())
            {
                Ask.Say($"boards on {engine}: loading {lines:N0} order lines");
                foreach (var (code, seed) in Markets.Select((m, i) => (m, i))) await OrderBook.Load(application, code, lines / Markets.Length, seed);
            }
            await FirstFill(ask, engine, home, lines);
            await using (var application = await home.Application()) await Overviews(ask, engine, application, lines);
        }
    }

    private static async Task FirstFill(Ask ask, string engine, Home home, int lines)
    {
        var (fills, reads) = (new List<double>(), new List<double>());
        for (var round = 1; round <= ask.Rounds; round++)
        {
            Directory.Delete(Path.Combine(home.Folder, "columns"), recursive: true);
            await using var application = await home.Application();
            await using var db = home.Open();
            fills.Add(await Home.Seconds(() => application.GetRequiredService<LedgerColumns>().CatchUp(db, default)));
            reads.Add(await Home.Seconds(() => ReadAll(db)));
            Ask.Say($"first fill from {engine}, round {round}: {fills[^1]:0.0} s, reading alone {reads[^1]:0.0} s");
        }
        // The promise is for five million lines; fewer are judged by their share.
        var limit = 60.0 * lines / 5_000_000;
        var ratio = Spread.Of(fills.Zip(reads, (fill, read) => fill / read));
        var seconds = Spread.Of(fills);
        ask.Results.Add(new Result($"first fill of the columns, {lines:N0} lines, {engine}", $"{seconds.Median:0.0} s", $"reading the rows: {Spread.Of(reads).Median:0.0} s", ratio,
            $"< {limit:0.#} s", seconds.Median < limit, new() { ["seconds"] = seconds.Median, ["floor_seconds"] = Spread.Of(reads).Median }));
    }

    private static async Task ReadAll(AppDb db)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        (command.CommandText, command.CommandTimeout) = ($"SELECT {Facts.OrderLine.List()} FROM order_line", 0);
        await using var reader = await command.ExecuteReaderAsync();
        var values = new object[reader.FieldCount];
        while (await reader.ReadAsync()) reader.GetValues(values);
    }

    private static async Task Overviews(Ask ask, string engine, ServiceProvider application, int lines)
    {
        await using var db = application.CreateScope().ServiceProvider.GetRequiredService<AppDb>();
        var rules = (await db.Markets.Where(m => Markets.Contains(m.Code)).ToListAsync()).Select(m => m.Rules).ToList();
        var columns = application.GetRequiredService<LedgerColumns>();
        var (product, floor) = (new List<double>(), new List<double>());
        for (var request = -2; request < Requests; request++) // two to warm up
        {
            var market = rules[(request + 2) % rules.Count];
            var last = OrderBook.Last.AddDays(-3 * ((request + 2) / rules.Count));
            var range = new DayRange(last.AddDays(1 - Days), last);
            var spent = await Product(application, market.Code, range);
            var pass = Pass(columns, market, range.Previous.From, range.To);
            if (request < 0) continue;
            product.Add(spent);
            floor.Add(pass);
        }
        var (p50, p95) = (Spread.Percentile(product, 0.5), Spread.Percentile(product, 0.95));
        var ratio = Spread.Of(product.Zip(floor, (p, f) => p / f));
        ask.Results.Add(new Result($"overview, 28 days compared, {lines:N0} lines, {engine}", $"p50 {p50:0} ms, p95 {p95:0} ms", $"one pass: {Spread.Of(floor).Median:0.0} ms", ratio,
            "p95 < 100 ms", p95 < 100, new() { ["p50_ms"] = p50, ["p95_ms"] = p95, ["floor_ms"] = Spread.Of(floor).Median, ["requests"] = product.Count }));
    }

    /// <summary>One request as the page makes it: a scope of its own, the slice's handler, everything that stands on the board.</summary>
    private static async Task<double> Product(ServiceProvider application, string market, DayRange range)
    {
        await using var scope = application.CreateAsyncScope();
        var watch = Stopwatch.StartNew();
        var desk = ActivatorUtilities.CreateInstance<BoardDesk>(scope.ServiceProvider, Actor.Program("benchmark"));
        var shown = await ShowOverview.Handle(new ShowOverview.Request(market, range.From, range.To), desk, default);
        var spent = watch.Elapsed.TotalMilliseconds;
        if (shown.Creators.Rows.Count < 10 || shown.Board.Figures[0].Value is null or 0) throw new InvalidOperationException($"Nothing to show for {market} {range}");
        return spent;
    }

    private static double Pass(LedgerColumns columns, MarketRules market, DateOnly from, DateOnly to)
    {
        using var connection = columns.Connect();
        var watch = Stopwatch.StartNew();
        using var result = connection.Query($"""
            SELECT sum(gmv_minor), sum(quantity), sum(refund_minor), sum(est_commission_minor), count(*) FROM order_line
            WHERE market_id = {market.Id} AND day BETWEEN DATE '{from:yyyy-MM-dd}' AND DATE '{to:yyyy-MM-dd}'
            """);
        if (!result.Read()) throw new InvalidOperationException("No answer");
        return watch.Elapsed.TotalMilliseconds;
    }
}
