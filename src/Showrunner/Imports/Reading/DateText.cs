namespace Showrunner.Imports.Reading;

internal enum DateReading { Ok, Wrong, Impossible }

/// <summary>Dates and times in the shapes that exports use; a wall-clock time unless an offset stands behind it.</summary>
internal static class DateText
{
    private const int FirstYear = 1990, LastYear = 2200;

    /// <param name="text">The cell, trimmed.</param>
    /// <param name="monthFirst">Whether 04/05 is the fifth of April.</param>
    /// <param name="local">The time as written.</param>
    /// <param name="offset">The offset from UTC, when the text names one.</param>
    public static DateReading Read(ReadOnlySpan<char> text, bool monthFirst, out DateTime local, out TimeSpan? offset)
    {
        local = default;
        offset = null;
        if (text.Length == 19 && text[2] == '/' && text[5] == '/' && !monthFirst && IsUsual(text, ref local)) return DateReading.Ok;
        var at = 0;
        if (!Integer(text, ref at, out var a, out var digits) || !Mark(text, ref at, out var mark)) return DateReading.Wrong;
        if (!Integer(text, ref at, out var b, out _) || !Mark(text, ref at, out var second) || second != mark) return DateReading.Wrong;
        if (!Integer(text, ref at, out var c, out var lastDigits)) return DateReading.Wrong;
        if ((digits == 4) == (lastDigits == 4)) return DateReading.Wrong;
        var (year, month, day) = digits == 4 ? (a, b, c) : monthFirst ? (c, a, b) : (c, b, a);
        if (year is < FirstYear or > LastYear || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return DateReading.Impossible;
        var ticks = new DateTime(year, month, day).Ticks;
        if (at < text.Length && text[at] == '/') at++;
        if (at < text.Length && text[at] is 'T' or 't') at++;
        while (at < text.Length && text[at] is ' ' or '\u00A0') at++;
        if (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            var clock = Clock(text, ref at, out var time);
            if (clock != DateReading.Ok) return clock;
            ticks += time;
        }
        local = new DateTime(ticks);
        return Offset(text[at..].Trim(), out offset) ? DateReading.Ok : DateReading.Wrong;
    }

    // dd/MM/yyyy HH:mm:ss, four times in every order line; anything odd about it takes the long way.
    private static bool IsUsual(ReadOnlySpan<char> text, ref DateTime local)
    {
        int day = Two(text, 0), month = Two(text, 3), year = 100 * Two(text, 6) + Two(text, 8);
        int hour = Two(text, 11), minute = Two(text, 14), second = Two(text, 17);
        if ((day | month | year | hour | minute | second) < 0 || text[10] != ' ' || text[13] != ':' || text[16] != ':') return false;
        if (year is < FirstYear or > LastYear || month is < 1 or > 12 || day < 1 || day > 28 || hour > 23 || minute > 59 || second > 59) return false;
        local = new DateTime(year, month, day, hour, minute, second);
        return true;
    }

    private static int Two(ReadOnlySpan<char> text, int at)
    {
        int tens = text[at] - '0', ones = text[at + 1] - '0';
        return (uint)tens > 9 || (uint)ones > 9 ? -10_000 : 10 * tens + ones;
    }

    private static DateReading Clock(ReadOnlySpan<char> text, ref int at, out long ticks)
    {
        ticks = 0;
        if (!Integer(text, ref at, out var hour, out _) || at >= text.Length || text[at++] != ':') return DateReading.Wrong;
        if (!Integer(text, ref at, out var minute, out _)) return DateReading.Wrong;
        var second = 0;
        if (at < text.Length && text[at] == ':')
        {
            at++;
            if (!Integer(text, ref at, out second, out _)) return DateReading.Wrong;
            if (at < text.Length && text[at] is '.' or ',')
            {
                at++;
                if (!Integer(text, ref at, out _, out _)) return DateReading.Wrong;
            }
        }
        var half = text[at..].TrimStart();
        if (half.StartsWith("AM", StringComparison.OrdinalIgnoreCase) || half.StartsWith("PM", StringComparison.OrdinalIgnoreCase))
        {
            if (hour is < 1 or > 12) return DateReading.Impossible;
            hour = hour % 12 + (half[0] is 'P' or 'p' ? 12 : 0);
            at = text.Length - half.Length + 2;
        }
        if (hour > 23 || minute > 59 || second > 59) return DateReading.Impossible;
        ticks = hour * TimeSpan.TicksPerHour + minute * TimeSpan.TicksPerMinute + second * TimeSpan.TicksPerSecond;
        return DateReading.Ok;
    }

    // Z, +07:00, (UTC+7), UTC+07:00, GMT+8
    private static bool Offset(ReadOnlySpan<char> text, out TimeSpan? offset)
    {
        offset = null;
        if (text.IsEmpty) return true;
        text = text.Trim("() ");
        var named = text.StartsWith("UTC", StringComparison.OrdinalIgnoreCase) || text.StartsWith("GMT", StringComparison.OrdinalIgnoreCase);
        if (named) text = text[3..].Trim();
        else if (text is "Z" or "z") text = default;
        else if (text[0] is not ('+' or '-')) return false;
        if (text.IsEmpty)
        {
            offset = TimeSpan.Zero;
            return true;
        }
        if (text[0] is not ('+' or '-')) return false;
        var at = 1;
        if (!Integer(text, ref at, out var hours, out var digits)) return false;
        var minutes = 0;
        if (at < text.Length && text[at] == ':')
        {
            at++;
            if (!Integer(text, ref at, out minutes, out _)) return false;
        }
        else if (digits == 4) (hours, minutes) = (hours / 100, hours % 100);
        if (at != text.Length || hours > 14 || minutes > 59) return false;
        var span = new TimeSpan(hours, minutes, 0);
        offset = text[0] == '-' ? -span : span;
        return true;
    }

    private static bool Integer(ReadOnlySpan<char> text, ref int at, out int value, out int digits)
    {
        var from = at;
        value = 0;
        while (at < text.Length && char.IsAsciiDigit(text[at]) && at - from < 8) value = 10 * value + (text[at++] - '0');
        digits = at - from;
        return digits > 0;
    }

    private static bool Mark(ReadOnlySpan<char> text, ref int at, out char mark)
    {
        mark = at < text.Length ? text[at] : '\0';
        at++;
        return mark is '/' or '-' or '.';
    }
}
