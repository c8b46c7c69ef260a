using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Markets;
using Showrunner.Platform;
using Showrunner.Platform.Mail;

namespace Showrunner.Lives.Inviting;

/// <summary>Sends the host the invitation, the latest change of it, or a letter that failed once more. Twice sends it once.</summary>
public static class InviteHost
{
    /// <param name="Language">en, id or de; of the market, or of the letter before, where none is said.</param>
    public sealed record Request(string? Language = null);

    public static async Task Handle(long id, Request request, HostLetters letters, Postman postman, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        actor.Needs(LivesRoom.Plan);
        var show = await ListShows.Visible(db, actor).FirstOrDefaultAsync(s => s.Id == id, cancel) ?? throw new Refused("not_found");
        if (show.HostEmail.Length == 0) throw new Refused("live_no_email");
        if (!postman.HasServer) throw new Refused("live_no_server");
        if (show.CancelledAt is not null) await RetryCancellation(show, db, clock, cancel);
        else
        {
            if (show.EndsAt <= clock.GetUtcNow()) throw new Refused("live_over");
            var market = await db.Markets.AsNoTracking().SingleAsync(m => m.Id == show.MarketId, cancel);
            if (!await letters.Invite(show, Chosen(request.Language, market), actor, cancel)) return;
        }
        db.Audit(actor, "live.invited", show, new { show.Title, show.HostEmail, show.Sequence });
        try { await db.SaveChangesAsync(cancel); }
        catch (DbUpdateException twice) when (twice is not DbUpdateConcurrencyException) { db.ChangeTracker.Clear(); } // the same letter was asked for in the same moment
    }

    /// <summary>The first language of the market that letters are written in.</summary>
    public static string LanguageOf(Market market) => market.Languages.Split(',', StringSplitOptions.TrimEntries).FirstOrDefault(Texts.Languages.Contains) ?? "en";

    internal static string Chosen(string? wanted, Market market) => string.IsNullOrEmpty(wanted) ? LanguageOf(market) : Texts.Languages.Contains(wanted) ? wanted : throw new Refused("language_unknown", wanted);

    private static async Task RetryCancellation(PlannedShow show, AppDb db, TimeProvider clock, CancellationToken cancel)
    {
        var last = await db.ShowInvitations.Where(i => i.ShowId == show.Id && i.Cancels).OrderByDescending(i => i.Id).FirstOrDefaultAsync(cancel) ?? throw new Refused("live_cancelled");
        last.Retry(clock.GetUtcNow());
    }
}
