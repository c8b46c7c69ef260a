using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Platform;
using Showrunner.Platform.Mail;

namespace Showrunner.Lives.Inviting;

/// <summary>Which letters a show owes its host. Each goes into the same transaction as the change it tells of.</summary>
public sealed class HostLetters(AppDb db, Postman postman, TimeProvider clock)
{
    /// <summary>The invitation, or the change of one that was sent. The same state of a show is told once.</summary>
    /// <returns>False where that letter waits or is sent already.</returns>
    public async Task<bool> Invite(PlannedShow show, string language, Actor actor, CancellationToken cancel)
    {
        var known = await Of(show, show.HostEmail, cancel);
        foreach (var older in known.Where(l => l.Sequence < show.Sequence)) older.Withdraw(clock.GetUtcNow());
        if (known.FirstOrDefault(l => l.Sequence == show.Sequence) is not { } same) return await Add(show, show.Planned, show.HostEmail, cancels: false, language, actor, cancel);
        if (same.State is Delivery.Sent or Delivery.Waiting) return false;
        same.Retry(clock.GetUtcNow());
        return true;
    }

    /// <summary>After a change: the invited host gets it, and one who is host no more is told that he is free.</summary>
    public async Task AfterChange(PlannedShow show, ShowPlan before, bool tell, Actor actor, CancellationToken cancel)
    {
        if (before.HostEmail.Length == 0) return;
        var known = await Of(show, before.HostEmail, cancel);
        if (known.LastOrDefault() is not { Cancels: false } last) return;
        var moved = !string.Equals(before.HostEmail, show.HostEmail, StringComparison.OrdinalIgnoreCase);
        if (moved) await Cancel(show, before.HostEmail, before, actor, cancel);
        if (tell && show.HostEmail.Length > 0 && postman.HasServer) await Invite(show, last.Language, actor, cancel);
    }

    /// <summary>Says that the show is off, to whoever may have heard that it is on.</summary>
    public async Task Cancel(PlannedShow show, string address, ShowPlan said, Actor actor, CancellationToken cancel)
    {
        if (address.Length == 0) return;
        var known = await Of(show, address, cancel);
        var now = clock.GetUtcNow();
        var heard = known.Any(l => l.MayHaveArrived(now)) && known[^1] is { Cancels: false };
        foreach (var waiting in known.Where(l => !l.Cancels)) waiting.Withdraw(now);
        if (heard) await Add(show, said, address, cancels: true, known[^1].Language, actor, cancel);
    }

    private async Task<bool> Add(PlannedShow show, ShowPlan plan, string address, bool cancels, string language, Actor actor, CancellationToken cancel)
    {
        var reply = await db.People.Where(p => p.Id == actor.PersonId).Select(p => p.Email).FirstOrDefaultAsync(cancel) ?? "";
        db.Add(ShowInvitation.Of(show, plan, address, cancels, language, reply, clock.GetUtcNow()));
        return true;
    }

    private async Task<List<ShowInvitation>> Of(PlannedShow show, string address, CancellationToken cancel) =>
        [.. (await db.ShowInvitations.Where(i => i.ShowId == show.Id).OrderBy(i => i.Id).ToListAsync(cancel)).Where(i => string.Equals(i.Address, address, StringComparison.OrdinalIgnoreCase))];
}
