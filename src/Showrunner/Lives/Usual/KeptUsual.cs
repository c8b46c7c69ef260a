using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Lives.Intake;
using Showrunner.Lives.Watching;

namespace Showrunner.Lives.Usual;

/// <summary>What is usual in each market, kept until another show is over. Nobody waits for it: until it is learned, nothing is called unusual.</summary>
public sealed class KeptUsual(IDbContextFactory<AppDb> databases, LiveBoard board, TimeProvider clock, ILogger<KeptUsual> log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);
    private readonly ConcurrentDictionary<long, UsualShows> _markets = [];
    private readonly ConcurrentDictionary<long, DateTimeOffset> _looked = [];
    private int _learning;

    public UsualShows Of(long marketId) => _markets.GetValueOrDefault(marketId, UsualShows.Nothing);

    /// <summary>Learns beside what else is going on, unless that was looked after lately.</summary>
    public void Look()
    {
        var now = clock.GetUtcNow();
        var due = board.Shows.Select(show => show.Session.MarketId).Distinct().Where(market => !_looked.TryGetValue(market, out var at) || now - at >= Pause).ToList();
        if (due.Count == 0 || Interlocked.Exchange(ref _learning, 1) == 1) return;
        foreach (var market in due) _looked[market] = now;
        _ = Task.Run(async () =>
        {
            try { foreach (var market in due) await Learn(market, CancellationToken.None); }
            catch (Exception problem) { log.LogWarning(problem, "What is usual in LIVE shows could not be learned; what was known stays"); }
            finally { Volatile.Write(ref _learning, 0); }
        });
    }

    /// <summary>Learns a market now, if a show has ended since it was learned last.</summary>
    public async Task Learn(long market, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var now = clock.GetUtcNow();
        var stamp = await ReadPast.Newest(market, db, now, cancel);
        if (_markets.TryGetValue(market, out var known) && known.Stamp == stamp) return;
        var usual = new UsualShows(await ReadPast.Of(market, db, now, cancel), stamp, now);
        // What every show asks for is made here, so that no page waits for it.
        foreach (var measure in WorstFigure.Compared.Append(LiveMeasure.Gmv)) usual.Baseline(measure, "");
        usual.Forecast("");
        foreach (var (measure, test) in Alerts.MinuteRule.Watched) usual.Model(measure, test);
        _markets[market] = usual;
    }
}
