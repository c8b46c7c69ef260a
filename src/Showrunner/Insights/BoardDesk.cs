using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Ledger.Columns;
using Showrunner.Markets;
using Showrunner.Metrics;
using Showrunner.Platform;

namespace Showrunner.Insights;

/// <summary>Opens a market's figures for whoever asks: he may see boards and the market is in his scope.</summary>
public sealed class BoardDesk(AppDb db, OpenMarkets markets, Actor actor)
{
    public const string See = "boards.see";

    public async Task<OpenMarket> Open(string? code, CancellationToken cancel)
    {
        actor.Needs(See);
        return await Open(await db.Markets.AsNoTracking().FirstOrDefaultAsync(m => m.Code == code, cancel), cancel);
    }

    public async Task<OpenMarket> Open(long marketId, CancellationToken cancel)
    {
        actor.Needs(See);
        return await Open(await db.Markets.AsNoTracking().FirstOrDefaultAsync(m => m.Id == marketId, cancel), cancel);
    }

    private Task<OpenMarket> Open(Market? market, CancellationToken cancel) =>
        market is null || !actor.SeesMarket(market.Id) ? throw new Refused("not_found") : markets.Of(market, cancel);
}

/// <summary>Catches the columns up once and opens a market at that change, for those who were asked already whether they may.</summary>
public sealed class OpenMarkets(AppDb db, LedgerColumns columns, RunMetricQuery run, KeptAnswers kept, MarketExtents extents, TimeProvider clock)
{
    public async Task<OpenMarket> Of(Market market, CancellationToken cancel)
    {
        var change = await columns.CatchUp(db, cancel);
        return new OpenMarket(market, run, new ColumnEngine(columns), kept) { Change = change, AsOf = clock.GetUtcNow(), Extent = extents.Of(market.Id) };
    }
}

/// <summary>One market at one change of the ledger. Questions after the first cost no look at the truth.</summary>
public sealed class OpenMarket(Market market, RunMetricQuery run, IMetricEngine engine, KeptAnswers kept)
{
    public MarketRules Rules { get; } = market.Rules;
    public Market Market => market;
    public long Id => market.Id;
    public required long Change { get; init; }
    public required DateTimeOffset AsOf { get; init; }
    public required MarketExtent Extent { get; init; }

    public Task<MetricTable> Ask(MetricQuery query, CancellationToken cancel) => kept.Or(Change, query, () => run.Handle(query, engine, cancel));

    public Task<IReadOnlyList<object?[]>> Rows(string sql, IReadOnlyList<string> parameters, CancellationToken cancel) => engine.Rows(sql, parameters, cancel);

    public Task<IReadOnlyList<DayRange>> TotalPeriods(MetricQuery query, CancellationToken cancel) => new Sources(engine, Id).TotalPeriods(query.Range, query, cancel);
}
