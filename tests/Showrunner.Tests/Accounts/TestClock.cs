namespace Showrunner.Tests.Accounts;

/// <summary>A clock that a test moves. Timers keep running on real time.</summary>
public sealed class TestClock : TimeProvider
{
    private long _ticks = new DateTimeOffset(2026, 11, 22, 8, 0, 0, TimeSpan.Zero).UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);
    public void Move(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);
}
