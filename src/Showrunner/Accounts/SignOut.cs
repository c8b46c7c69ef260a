using Microsoft.EntityFrameworkCore;
using Showrunner.Data;

namespace Showrunner.Accounts;

/// <summary>Ends this browser's session.</summary>
public static class SignOut
{
    public static async Task Handle(AppDb db, CurrentActor current, CancellationToken cancel)
    {
        if (current.Session is not { } session) return;
        await db.Sessions.Where(s => s.Id == session.Id).ExecuteDeleteAsync(cancel);
    }
}
