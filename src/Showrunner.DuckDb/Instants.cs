namespace Showrunner.DuckDb;

/// <summary>DuckDB counts days and microseconds from 1970-01-01; infinity and years outside 1 to 9999 have no .NET value.</summary>
internal static class Instants
{
    private static readonly int Epoch = new DateOnly(1970, 1, 1).DayNumber;
    private static readonly long EpochTicks = DateTimeOffset.UnixEpoch.Ticks;

    public static int Days(DateOnly day) => day.DayNumber - Epoch;

    public static long Micros(DateTimeOffset instant) => (instant.UtcTicks - EpochTicks) / TimeSpan.TicksPerMicrosecond
        - (instant.UtcTicks < EpochTicks && instant.UtcTicks % TimeSpan.TicksPerMicrosecond != 0 ? 1 : 0);

    public static DateOnly Day(int days, DuckColumn column) =>
        (uint)((long)days + Epoch) <= (uint)DateOnly.MaxValue.DayNumber && (long)days + Epoch >= 0
            ? DateOnly.FromDayNumber(days + Epoch)
            : throw Outside(column);

    public static DateTimeOffset Instant(long value, DuckColumn column)
    {
        if (value is long.MaxValue or -long.MaxValue) throw Outside(column);
        var ticks = column.Type switch
        {
            DuckType.TimestampSeconds => (Int128)value * TimeSpan.TicksPerSecond,
            DuckType.TimestampMillis => (Int128)value * TimeSpan.TicksPerMillisecond,
            DuckType.TimestampNanos => Int128.CreateChecked(Math.DivRem(value, 100, out var rest) - (rest < 0 ? 1 : 0)),
            _ => (Int128)value * TimeSpan.TicksPerMicrosecond,
        } + EpochTicks;
        return ticks >= 0 && ticks <= DateTime.MaxValue.Ticks ? new DateTimeOffset((long)ticks, TimeSpan.Zero) : throw Outside(column);
    }

    private static OverflowException Outside(DuckColumn column) =>
        new($"Column \"{column.Name}\" holds a {column.TypeName} outside the years 1 to 9999 (or infinity).");
}
