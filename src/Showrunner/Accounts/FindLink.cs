using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Platform;

namespace Showrunner.Accounts;

/// <summary>The open link behind a token, and whom it is for; refuses one that is unknown, used or too old.</summary>
public static class FindLink
{
    public static async Task<(OneTimeLink Link, Person? Person)> Handle(string purpose, string token, AppDb db, TimeProvider clock, CancellationToken cancel)
    {
        var hash = Secret.Hash(token);
        var link = await db.OneTimeLinks.SingleOrDefaultAsync(l => l.TokenHash == hash && l.Purpose == purpose, cancel) ?? throw new Refused("link_unknown");
        link.MustBeOpen(clock.GetUtcNow());
        if (link.PersonId is not { } id)
            return await db.People.AnyAsync(cancel) ? throw new Refused("link_used") : (link, null);
        var person = await db.People.SingleAsync(p => p.Id == id, cancel);
        return person.DisabledAt is null ? (link, person) : throw new Refused("link_expired");
    }
}
