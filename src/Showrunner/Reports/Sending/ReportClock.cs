using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Platform;

namespace Showrunner.Reports.Sending;

/// <summary>Makes the reports that are due; what is made is sent by the mail's own round.</summary>
public sealed class ReportClock(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ReportClock> log) : Rounds(log)
{
    protected override async Task Round(CancellationToken cancel)
    {
        while (await MakeNext(cancel)) { }
    }

    private async Task<bool> MakeNext(CancellationToken cancel)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var now = clock.GetUtcNow();
        var due = await db.ReportSchedules.Where(s => s.PausedAt == null && s.NextDue <= now).OrderBy(s => s.NextDue).FirstOrDefaultAsync(cancel);
        if (due is null) return false;
        await scope.ServiceProvider.GetRequiredService<MakeIssue>().Handle(due, due.NextDue, advance: true, cancel);
        return true;
    }
}
