using Microsoft.EntityFrameworkCore;
using Showrunner.Data;

namespace Showrunner.Accounts;

/// <summary>The way in to an empty instance: there is no default password, the terminal prints this link.</summary>
public static class SetupLink
{
    /// <summary>The path of a fresh link, or null once a person exists. Links of earlier starts stop working.</summary>
    public static async Task<string?> Create(AppDb db, TimeProvider clock, CancellationToken cancel = default)
    {
        if (await db.People.AnyAsync(cancel)) return null;
        var (token, now) = (Secret.New(), clock.GetUtcNow());
        await db.OneTimeLinks.Where(l => l.Purpose == OneTimeLink.Setup && l.UsedAt == null).ExecuteUpdateAsync(l => l.SetProperty(x => x.ExpiresAt, now), cancel);
        db.OneTimeLinks.Add(OneTimeLink.Create(OneTimeLink.Setup, token, null, now));
        await db.SaveChangesAsync(cancel);
        return OneTimeLink.Path(OneTimeLink.Setup, token);
    }
}
