using Showrunner.Markets;

namespace Showrunner.Imports.Reading;

/// <summary>Wall-clock time to instants, a million times a second: remembers days on which the offset does not change.</summary>
internal sealed class MarketClock(MarketRules market, TimeZoneInfo? written = null)
{
    private const int Kept = 1 << 9;
    private readonly TimeZoneInfo _zone = written ?? market.Zone;
    private readonly (int Day, long Offset)[] _days = new (int, long)[Kept];

    public (DateTimeOffset Instant, DateOnly Day) Read(DateTime local, TimeSpan? offset)
    {
        var instant = offset is { } told
            ? new DateTimeOffset(local.Ticks - told.Ticks, TimeSpan.Zero)
            : Instant(local);
        return (instant, offset is null && written is null ? DateOnly.FromDateTime(local) : market.DayOf(instant));
    }

    private DateTimeOffset Instant(DateTime local)
    {
        var day = (int)(local.Ticks / TimeSpan.TicksPerDay);
        ref var kept = ref _days[day & (Kept - 1)];
        if (kept.Day != day) kept = (day, Offset(day));
        if (kept.Offset != long.MinValue) return new DateTimeOffset(local.Ticks - kept.Offset, TimeSpan.Zero);
        return new DateTimeOffset(local, _zone.GetUtcOffset(local)).ToUniversalTime();
    }

    private long Offset(int day)
    {
        var from = new DateTime(day * TimeSpan.TicksPerDay);
        var offset = _zone.GetUtcOffset(from);
        return offset == _zone.GetUtcOffset(from.AddDays(1)) ? offset.Ticks : long.MinValue;
    }
}
