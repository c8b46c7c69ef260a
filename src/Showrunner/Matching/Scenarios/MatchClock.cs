using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Ledger.Columns;
using Showrunner.Markets;
using Showrunner.Platform;
using Showrunner.Platform.Jobs;

namespace Showrunner.Matching.Scenarios;

/// <summary>
/// Each night from three o'clock, in the market's own time: learns markets anew whose facts have changed since somebody last asked, and has the
/// scenarios made again that are to be kept fresh.
/// </summary>
public sealed class MatchClock(IServiceScopeFactory scopes, KeptMarkets kept, LedgerColumns columns, JobBoard board, TimeProvider clock, ILogger<MatchClock> log) : Rounds(log)
{
    private const int Hour = 3; // when nobody works and the day before is closed

    protected override async Task Round(CancellationToken cancel)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var (now, jobs) = (clock.GetUtcNow(), db.Jobs);
        foreach (var market in await db.Markets.AsNoTracking().ToListAsync(cancel))
        {
            var night = market.Rules.Instant(market.Rules.DayOf(now).ToDateTime(new TimeOnly(Hour, 0)));
            if (now < night) continue;
            if (kept.LearnedAt(market.Id) is { } learned && learned < night) await kept.Of(market, atOnce: true, cancel);
            var facts = columns.FactsApplied;
            // One that failed or was ended since is not begun again before the next night.
            foreach (var scenario in await db.Scenarios.Where(s => s.MarketId == market.Id && s.IsKeptFresh && s.MadeAt < night && s.ChangeId < facts && !jobs.Any(j => j.Id == s.JobId && j.State != Job.Done && j.CreatedAt >= night)).ToListAsync(cancel))
                await SaveScenario.Ask(scenario, db, board, Actor.Program("matching"), clock, cancel);
        }
    }
}
