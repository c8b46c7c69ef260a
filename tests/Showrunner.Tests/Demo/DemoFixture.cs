using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Showrunner.Data;
using Showrunner.Demo;
using Showrunner.Ledger.Columns;
using Showrunner.Markets;
using Showrunner.Metrics;
using Showrunner.Platform;

namespace Showrunner.Tests.Demo;

/// <summary>A small demo market, loaded once on each database; the tests of its story only read.</summary>
public sealed class DemoFixture : IAsyncLifetime
{
    public static readonly DateOnly End = new(2026, 11, 21);
    public static readonly DemoSize Size = new("test", 300, 30_000, 120);
    private readonly Dictionary<string, TestApp> _apps = [];

    public TestApp On(string database) => _apps[database];

    public async ValueTask InitializeAsync()
    {
        foreach (var database in new[] { "sqlite", "postgres" })
        {
            _apps[database] = await TestApp.Start(database);
            await Load(_apps[database], Size);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var app in _apps.Values) await app.DisposeAsync();
    }

    internal static async Task<long> Load(TestApp app, DemoSize size)
    {
        using var scope = app.Services.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<LoadDemo>().Handle(LoadDemo.Request.Of(size) with { End = End }, Actor.Program("test"), (_, _) => { }, default);
    }

    internal static DemoMarket Market(string code, int seed = DemoMarket.DefaultSeed, DemoSize? size = null)
    {
        var entry = SeedMarkets.Read().Single(m => m.Code == code);
        return new DemoMarket(new MarketRules(1, code, entry.Currency, entry.MinorUnits, entry.TimeZone, entry.Culture), size ?? Size, End, seed);
    }

    internal static async Task<MetricTable> Ask(TestApp app, string market, Func<MetricQuery, MetricQuery> query, DayRange range, params string[] metrics)
    {
        using var scope = app.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var rules = (await db.Markets.SingleAsync(m => m.Code == market)).Rules;
        return await scope.ServiceProvider.GetRequiredService<RunMetricQuery>().Handle(query(new MetricQuery(rules, metrics, range)), default);
    }

    internal static async Task Proven(TestApp app) =>
        Assert.Empty(await app.InDb(db => ProveColumns.Handle(db, app.Services.GetRequiredService<LedgerColumns>(), default)));

    /// <summary>A question to the columns, first field of the first row.</summary>
    internal static long One(TestApp app, string sql)
    {
        using var connection = app.Services.GetRequiredService<LedgerColumns>().Connect();
        using var result = connection.Query(sql);
        return result.Read() ? result.GetInt64(0) : 0;
    }
}
