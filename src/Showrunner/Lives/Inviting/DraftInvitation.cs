using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Markets;
using Showrunner.Platform;
using Showrunner.Platform.Mail;

namespace Showrunner.Lives.Inviting;

/// <summary>GET /lives/7/invitation.eml: the letter to the host as a draft for one's own Outlook, for a desk without a mail server.</summary>
public static class DraftInvitation
{
    public static async Task<FileContentHttpResult> Handle(long id, string? language, WriteInvitation write, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        actor.Needs(LivesRoom.Plan);
        var show = await ListShows.Visible(db, actor).AsNoTracking().FirstOrDefaultAsync(s => s.Id == id, cancel) ?? throw new Refused("not_found");
        if (show.HostEmail.Length == 0) throw new Refused("live_no_email");
        var market = await db.Markets.AsNoTracking().SingleAsync(m => m.Id == show.MarketId, cancel);
        var person = await db.People.AsNoTracking().FirstOrDefaultAsync(p => p.Id == actor.PersonId, cancel);
        var (now, from, name) = (clock.GetUtcNow(), person?.Email ?? "", person?.Name ?? actor.Name);
        var draft = ShowInvitation.Of(show, show.Planned, show.HostEmail, show.CancelledAt is not null, InviteHost.Chosen(language, market), "", now);
        var letter = write.Of(draft, show.Uid, market, show.Sequence == 0, from, name);
        return TypedResults.File(DraftLetter.Of(letter, from, name, now), DraftLetter.ContentType, $"live-{show.Id}{DraftLetter.Extension}");
    }
}
