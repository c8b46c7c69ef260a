namespace Showrunner.Imports.Reading;

/// <summary>"00:02:22", "02:22", "1h 40min", "1h40m20s", "35s", and bare seconds.</summary>
internal static class DurationText
{
    public static bool TryRead(ReadOnlySpan<char> text, out long seconds)
    {
        seconds = 0;
        return text.Contains(':') ? Clock(text, ref seconds) : Words(text, ref seconds);
    }

    private static bool Clock(ReadOnlySpan<char> text, ref long seconds)
    {
        var parts = 0;
        foreach (var range in text.Split(':'))
        {
            if (++parts > 3 || !ushort.TryParse(text[range], out var part)) return false;
            seconds = 60 * seconds + part;
        }
        return true;
    }

    private static bool Words(ReadOnlySpan<char> text, ref long seconds)
    {
        var found = false;
        while (!(text = text.TrimStart()).IsEmpty)
        {
            var digits = text.IndexOfAnyExceptInRange('0', '9');
            if (digits == 0 || !uint.TryParse(digits < 0 ? text : text[..digits], out var amount)) return false;
            text = digits < 0 ? default : text[digits..].TrimStart();
            var next = text.IndexOfAnyInRange('0', '9');
            var unit = (next < 0 ? text : text[..next]).Trim();
            var factor = Seconds(unit);
            if (factor == 0 || (unit.IsEmpty && found)) return false;
            seconds += amount * factor;
            text = next < 0 ? default : text[next..];
            found = true;
        }
        return found;
    }

    private static long Seconds(ReadOnlySpan<char> unit)
    {
        if (unit.IsEmpty) return 1;
        return char.ToLowerInvariant(unit[0]) switch
        {
            'd' => 86_400,
            'h' or 'j' or 'g' => 3_600,
            'm' or 'p' => 60,
            's' => 1,
            _ => 0,
        };
    }
}
