using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;

namespace Showrunner.Tests.Accounts;

internal static class SeenWaiting
{
    /// <summary>The writing happens behind the request: waits for it, and fails when it never comes.</summary>
    public static async Task SeenWritten(this TestApp app, DateTimeOffset at)
    {
        for (var i = 0; i < 200; i++)
        {
            if (await app.InDb(db => db.Sessions.AnyAsync(s => s.LastSeenAt == at))) return;
            await Task.Delay(50);
        }
        Assert.Fail($"No session was seen at {at:O}.");
    }
}
