namespace Showrunner.Markets;

/// <summary>What reading and showing a market's figures needs to know of it.</summary>
/// <param name="Id">Row number in the database.</param>
/// <param name="Code">ISO country code, e.g. VN.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="MinorUnits">Decimals stored: 0 for VND and JPY, 2 for most; IDR keeps 2 although people write none.</param>
/// <param name="TimeZone">IANA zone whose local day is the market's day.</param>
/// <param name="Culture">Culture by which the market's own files write numbers, e.g. vi-VN.</param>
public sealed record MarketRules(long Id, string Code, string Currency, int MinorUnits, string TimeZone, string Culture)
{
    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
    private readonly long _scale = (long)Math.Pow(10, MinorUnits);

    public TimeZoneInfo Zone => _zone;
    public long MinorPerMajor => _scale;

    /// <summary>The market's local day of an instant.</summary>
    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, _zone).DateTime);

    /// <summary>The instant of a wall-clock time in the market; in a skipped hour the one after it.</summary>
    public DateTimeOffset Instant(DateTime local)
    {
        var wall = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        return new DateTimeOffset(wall, _zone.GetUtcOffset(wall)).ToUniversalTime();
    }
}
