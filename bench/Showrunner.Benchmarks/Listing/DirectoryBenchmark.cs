using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Showrunner.Creators;
using Showrunner.Creators.Listing;
using Showrunner.Data;
using Showrunner.Demo;
using Showrunner.Insights;
using Showrunner.Ledger.Columns;
using Showrunner.Markets;
using Showrunner.Platform;

namespace Showrunner.Benchmarks.Listing;

/// <summary>
/// The list of creators as the page asks for it, over a million of them: six filters and the GMV of the last 30 days, and a keyword, each request
/// with other values. The floor is the least for the same order: one pass of DuckDB that sums the 30 days by creator and takes the first fifty.
/// The sums of the last 30 days are known after the first request; beside, the same where nobody has asked for a request's 30 days before.
/// </summary>
internal static class DirectoryBenchmark
{
    private const string Market = "ID";
    private const int Requests = 40, Warm = 10, Limit = 80, Creators = 1_000_000;
    // The country's part of a demo market, so that it alone has as many.
    private const double Part = 0.4;
    private static readonly DateOnly End = new(2026, 11, 21);
    private static readonly string[] Words = ["sari", "dewi", "lestari", "budi", "putri", "beauty", "toko", "ayu", "rina", "gadget"], Slips = ["sarri", "dwei", "lestri", "bduu", "putrri"];

    public static async Task Run(Ask ask)
    {
        var creators = ask.Rows ?? (ask.Quick ? 100_000 : Creators);
        var engine = ask.Only ?? "sqlite"; // the list reads the columns: the same on both
        await using var home = await Home.Make(ask, engine);
        await using var application = await home.Application();
        Ask.Say($"directory: telling a market of about {creators:N0} creators");
        var size = new DemoSize("directory", (int)(creators / Part), (int)(5.0 * creators / Part), 30_000);
        using (var scope = application.CreateScope())
            await scope.ServiceProvider.GetRequiredService<LoadDemo>().Handle(new(size, [Market], End: End), Actor.Program("benchmark"), (_, _) => { }, default);
        await using var db = application.CreateScope().ServiceProvider.GetRequiredService<AppDb>();
        var market = await db.Markets.SingleAsync(m => m.Code == Market);
        var known = await db.Creators.CountAsync(c => c.MarketId == market.Id);
        var categories = await db.Creators.Where(c => c.MarketId == market.Id && c.Category != "").Select(c => c.Category).Distinct().OrderBy(c => c).Take(20).ToListAsync();
        var columns = application.GetRequiredService<LedgerColumns>();
        Func<int, string> six = n =>
            $"category={Uri.EscapeDataString(categories[n % categories.Count])}&gmvFrom={(n + 1) * 50_000}&followersFrom={1000 + 37 * n}&followersTo={900_000 + n}&language=id&postFrom={n % 7}&femaleFrom={5 + n % 11}";
        await Measure(ask, $"creators, six filters, GMV of the last 30 days, {known:N0} creators", application, columns, market.Id, six);
        await Measure(ask, $"– of 30 days not asked for before", application, columns, market.Id, six, otherDays: true);
        await application.GetRequiredService<KeptTexts>().Ready(market.Id); // read beside since the first list
        await Measure(ask, $"creators by keyword, {known:N0} creators", application, columns, market.Id, n => "q=" + Words[n % Words.Length] + (n < Words.Length ? "" : ((char)('a' + n % 26)).ToString()));
        await Measure(ask, $"creators by a keyword with a slip, {known:N0} creators", application, columns, market.Id, n => "q=" + Slips[n % Slips.Length] + (n < Slips.Length ? "" : ((char)('a' + n % 26)).ToString()));
    }

    private static async Task Measure(Ask ask, string what, ServiceProvider application, LedgerColumns columns, long market, Func<int, string> filter, bool otherDays = false)
    {
        var (product, floor, found) = (new List<double>(), new List<double>(), 0L);
        for (var n = -Warm; n < Requests; n++)
        {
            var last = otherDays ? End.AddDays(-(n + Warm + 1)) : End;
            var (spent, count) = await Product(application, filter(n + Warm), last);
            await application.GetRequiredService<KeptSales>().Ready();
            var pass = Pass(columns, market, last);
            if (n < 0) continue;
            product.Add(spent);
            floor.Add(pass);
            found += count;
        }
        var (p50, p95) = (Spread.Percentile(product, 0.5), Spread.Percentile(product, 0.95));
        Ask.Say($"{what}: {found / Requests:N0} found on average");
        ask.Results.Add(new Result(what, $"p50 {p50:0} ms, p95 {p95:0} ms", $"one pass: {Spread.Of(floor).Median:0.0} ms", Spread.Of(product.Zip(floor, (p, f) => p / f)), otherDays ? "–" : $"p95 < {Limit} ms", otherDays || p95 < Limit,
            new() { ["p50_ms"] = p50, ["p95_ms"] = p95, ["floor_ms"] = Spread.Of(floor).Median, ["found"] = found / Requests }));
    }

    /// <summary>One request as the page makes it: a scope of its own and the slice's handler.</summary>
    private static async Task<(double Spent, long Count)> Product(ServiceProvider application, string filter, DateOnly last)
    {
        await using var scope = application.CreateAsyncScope();
        var watch = Stopwatch.StartNew();
        var (services, actor) = (scope.ServiceProvider, Actor.Program("benchmark"));
        var desk = ActivatorUtilities.CreateInstance<DirectoryDesk>(services, ActivatorUtilities.CreateInstance<BoardDesk>(services, actor), actor);
        var answer = await ListCreators.Handle(new(Market, last.AddDays(-29), last), CreatorFilter.Parse("?" + filter), desk, services.GetRequiredService<KeptChoices>(), default);
        return (watch.Elapsed.TotalMilliseconds, answer.Count);
    }

    private static double Pass(LedgerColumns columns, long market, DateOnly last)
    {
        using var connection = columns.Connect();
        var watch = Stopwatch.StartNew();
        using var result = connection.Query($"""
            SELECT creator_id, sum(gmv_minor) AS gmv FROM order_line WHERE market_id = {market} AND day BETWEEN DATE '{last.AddDays(-29):yyyy-MM-dd}' AND DATE '{last:yyyy-MM-dd}'
            GROUP BY creator_id ORDER BY gmv DESC LIMIT 50
            """);
        while (result.Read()) { }
        return watch.Elapsed.TotalMilliseconds;
    }
}
