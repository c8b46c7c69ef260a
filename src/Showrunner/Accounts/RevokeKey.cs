using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Platform;

namespace Showrunner.Accounts;

/// <summary>Ends a key for good. Twice changes nothing.</summary>
public static class RevokeKey
{
    public static async Task Handle(long id, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        actor.Needs(AccountsRoom.ManageKeys);
        var key = await ListKeys.Visible(db, actor).SingleOrDefaultAsync(k => k.Id == id, cancel) ?? throw new Refused("not_found");
        if (key.RevokedAt is not null) return;
        key.Revoke(clock.GetUtcNow());
        db.Audit(actor, "api_key.revoked", key, new { key.Name, key.Prefix });
        await db.SaveChangesAsync(cancel);
    }
}
