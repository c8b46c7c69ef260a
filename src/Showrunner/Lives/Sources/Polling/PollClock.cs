using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Lives.Intake;
using Showrunner.Lives.Sessions;
using Showrunner.Markets;
using Showrunner.Platform;

namespace Showrunner.Lives.Sources.Polling;

/// <summary>Asks for whatever is due, one after the other. What one node has taken no other asks for.</summary>
public sealed class PollClock(IServiceScopeFactory scopes, EventQueue queue, PollShow show, PollShop shop, PollSettings settings, IDataProtectionProvider keys, TimeProvider clock, ILogger<PollClock> log) : Rounds(log)
{
    protected override async Task Round(CancellationToken cancel)
    {
        if (settings.Address is null) return;
        var begun = clock.GetUtcNow();
        while (await Next(begun, cancel)) await Task.Delay(settings.Pause, cancel);
    }

    private async Task<bool> Next(DateTimeOffset begun, CancellationToken cancel)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        if (await db.LivePolls.Where(p => p.NextAt <= begun).OrderBy(p => p.NextAt).ThenBy(p => p.Id).FirstOrDefaultAsync(cancel) is not { } poll) return false;
        poll.Take(clock.GetUtcNow());
        try { await db.SaveChangesAsync(cancel); }
        catch (DbUpdateConcurrencyException) { return true; } // another node was faster
        if (PollSecret.Of(poll.Secret, keys) is not { } secret) poll.Stop(LivePoll.Refused, "key");
        else if (poll.SessionId is not null) await AskShow(poll, secret, db, cancel);
        else await AskShop(poll, secret, db, cancel);
        try { await db.SaveChangesAsync(cancel); }
        catch (DbUpdateConcurrencyException) { log.LogInformation("Poll {Poll} was changed while it was asked", poll.Id); }
        return true;
    }

    private async Task AskShow(LivePoll poll, PollSecret secret, AppDb db, CancellationToken cancel)
    {
        if (await db.LiveSessions.AsNoTracking().FirstOrDefaultAsync(s => s.Id == poll.SessionId, cancel) is not { } session) { db.Remove(poll); return; }
        var market = await db.Markets.AsNoTracking().SingleAsync(m => m.Id == poll.MarketId, cancel);
        var withDetails = session.EndedAt is not null || poll.DetailsAt is not { } last || clock.GetUtcNow() - last >= settings.Details;
        var visit = await show.Ask(session, market.Rules, secret, withDetails, poll.DetailsAt, cancel);
        foreach (var (source, events) in visit.Events)
        {
            var batch = new Batch(session.Id, source, events, 0);
            if (queue.TryAdd(batch)) await batch.Stored.WaitAsync(cancel);
        }
        if (!Answered(poll, visit.Answer)) return;
        if (session.EndedAt is not null) poll.Stop(LivePoll.Over, "");
        else poll.Answer(visit.Gap, withDetails, clock.GetUtcNow(), settings.Totals);
    }

    private async Task AskShop(LivePoll poll, PollSecret secret, AppDb db, CancellationToken cancel)
    {
        var market = await db.Markets.AsNoTracking().SingleAsync(m => m.Id == poll.MarketId, cancel);
        var visit = await shop.Ask(market.Rules, secret, cancel);
        if (visit.Shows.Count > 0) await CompleteShows.Take(visit.Shows, PollShop.Source, poll.AuthorName, market, queue, db, clock, cancel);
        if (Answered(poll, visit.Answer)) poll.Answer(visit.Gap, true, clock.GetUtcNow(), settings.List);
    }

    private bool Answered(LivePoll poll, MarketplaceAnswer answer)
    {
        if (answer.As == AskedAs.Refused) poll.Stop(LivePoll.Refused, answer.Said);
        else if (answer.As != AskedAs.Answered) poll.Miss(answer.As == AskedAs.Throttled ? LivePoll.Throttled : LivePoll.Failing, answer.Said, answer.Wait, clock.GetUtcNow());
        return answer.As == AskedAs.Answered;
    }
}
