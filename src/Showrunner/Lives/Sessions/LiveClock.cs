using System.Globalization;
using Showrunner.Data;
using Showrunner.Platform;

namespace Showrunner.Lives.Sessions;

/// <summary>Once an hour, what is old is forgotten. <c>SHOWRUNNER_LIVE_DAYS</c> says after how many days.</summary>
public sealed class LiveClock(IServiceScopeFactory scopes, TimeProvider clock, ILogger<LiveClock> log) : Rounds(log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);
    private static readonly int Days = int.TryParse(Environment.GetEnvironmentVariable("SHOWRUNNER_LIVE_DAYS"), NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days > 0 ? days : ForgetEvents.UsualDays;
    private DateTimeOffset _at;

    protected override async Task Round(CancellationToken cancel)
    {
        if (clock.GetUtcNow() - _at < Pause) return;
        using var scope = scopes.CreateScope();
        await ForgetEvents.Handle(Days, scope.ServiceProvider.GetRequiredService<AppDb>(), clock.GetUtcNow(), cancel);
        _at = clock.GetUtcNow();
    }
}
