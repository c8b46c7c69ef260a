using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Insights;
using Showrunner.Insights.Explore;
using Showrunner.Ledger.Columns;
using Showrunner.Markets;
using Showrunner.Metrics;
using Showrunner.Platform;

namespace Showrunner.Benchmarks.Boards;

/// <summary>
/// The explorer's whole answer to ever other pairs of dimensions and figures over 180 days, none of it remembered, against one plain
/// pass of DuckDB that groups the same lines by the same two columns. Lower is better.
/// </summary>
internal static class ExploreBenchmark
{
    private const int Promised = 200, PromisedForMany = 2000, Many = 50_000_000;
    private const string Market = "VN";
    private static readonly (string One, string Other)[] Pairs =
        [("creator", "channel"), ("product", "channel"), ("creator", "product"), ("category", "channel"), ("product", "status"), ("creator", "status"), ("shop", "channel"), ("channel", "status"), ("category", "status"), ("shop", "creator")];
    private static readonly string[][] Figures = [["gmv", "orders"], ["items", "refund_rate"], ["gmv", "est_commission", "aov"], ["order_lines", "customers"]];

    public static async Task Run(Ask ask)
    {
        var lines = ask.Rows ?? (ask.Quick ? 1_000_000 : 5_000_000);
        foreach (var engine in ask.Engines)
        {
            await using var home = await Home.Make(ask, engine);
            await using var application = await home.Application();
            Ask.Say($"explore on {engine}: loading {lines:N0} order lines");
            await OrderBook.Load(application, Market, lines, 7);
            await Explorations(ask, engine, application, lines);
        }
    }

    private static async Task Explorations(Ask ask, string engine, ServiceProvider application, int lines)
    {
        await using var db = application.CreateScope().ServiceProvider.GetRequiredService<AppDb>();
        var market = (await db.Markets.SingleAsync(m => m.Code == Market)).Id;
        var columns = application.GetRequiredService<LedgerColumns>();
        foreach (var pair in Pairs) await Product(application, pair, ["items_per_order"]); // warm
        var watch = Stopwatch.StartNew();
        await application.GetRequiredService<OrderRepeats>().Ready(market);
        Ask.Say($"the lines that repeat an order were found after {watch.Elapsed.TotalSeconds:0.0} s");
        var (product, floor, slowest) = (new List<double>(), new List<double>(), (Spent: 0.0, Pair: ""));
        foreach (var figures in Figures)
            foreach (var pair in Pairs)
            {
                product.Add(await Product(application, pair, figures));
                floor.Add(Pass(columns, market, pair));
                if (product[^1] > slowest.Spent) slowest = (product[^1], $"{pair.One} by {pair.Other}: {string.Join(", ", figures)}");
            }
        var (p50, p95, limit) = (Spread.Percentile(product, 0.5), Spread.Percentile(product, 0.95), lines >= Many ? PromisedForMany : Promised);
        Ask.Say($"slowest: {slowest.Pair}, {slowest.Spent:0} ms");
        ask.Results.Add(new Result($"explore two dimensions, 180 days, {lines:N0} lines, {engine}", $"p50 {p50:0} ms, p95 {p95:0} ms", $"one pass: {Spread.Of(floor).Median:0.0} ms",
            Spread.Of(product.Zip(floor, (p, f) => p / f)), $"p95 < {limit} ms", p95 < limit, new() { ["p50_ms"] = p50, ["p95_ms"] = p95, ["floor_ms"] = Spread.Of(floor).Median, ["requests"] = product.Count }));
    }

    private static async Task<double> Product(ServiceProvider application, (string One, string Other) pair, string[] figures)
    {
        await using var scope = application.CreateAsyncScope();
        var watch = Stopwatch.StartNew();
        var desk = ActivatorUtilities.CreateInstance<BoardDesk>(scope.ServiceProvider, Actor.Program("benchmark"));
        var answer = await RunExploration.Handle(new(Market, OrderBook.First, OrderBook.Last, figures, [pair.One, pair.Other]), desk, scope.ServiceProvider.GetRequiredService<AppDb>(), default);
        var spent = watch.Elapsed.TotalMilliseconds;
        return answer.Table.Rows.Count > 1 || pair.One is "shop" or "category" ? spent : throw new InvalidOperationException($"Nothing for {pair}");
    }

    private static double Pass(LedgerColumns columns, long market, (string One, string Other) pair)
    {
        static string Column(string dimension) => dimension switch { "channel" or "status" => dimension, "category" => "product_id", _ => dimension + "_id" };
        using var connection = columns.Connect();
        var watch = Stopwatch.StartNew();
        using var result = connection.Query($"""
            SELECT {Column(pair.One)}, {Column(pair.Other)}, sum(gmv_minor), count(*) AS lines FROM order_line
            WHERE market_id = {market} AND day BETWEEN DATE '{OrderBook.First:yyyy-MM-dd}' AND DATE '{OrderBook.Last:yyyy-MM-dd}'
            GROUP BY 1, 2 ORDER BY 3 DESC LIMIT 50
            """);
        while (result.Read()) { }
        return watch.Elapsed.TotalMilliseconds;
    }
}
