namespace Showrunner.Imports.Reading;

internal enum NumberReading { Ok, None, Wrong, TooLarge, OtherCurrency }

/// <summary>
/// Numbers as files write them: 1.234.567, 1,234.56, Rp 12.345, 3.60万, 1.2K. The rule for a lone separator stands in docs/imports.md.
/// </summary>
internal static class NumberText
{
    private const int MostDigits = 18;

    /// <summary>"--", "-" and nothing at all say that there is no value.</summary>
    public static bool IsNone(ReadOnlySpan<char> text) =>
        text.IsEmpty || (text.Length <= 3 && text.TrimStart("-–—").IsEmpty) || text.Equals("N/A", StringComparison.OrdinalIgnoreCase);

    /// <param name="text">The cell, trimmed.</param>
    /// <param name="style">The file's way of writing.</param>
    /// <param name="threeAreThousands">What is counted has no thousandths: three digits behind a lone separator are thousands.</param>
    /// <param name="number">The number, when the answer is Ok.</param>
    public static NumberReading Read(ReadOnlySpan<char> text, NumberStyle style, bool threeAreThousands, out Number number)
    {
        number = default;
        if (!TryPlain(text, out var plain)) return ReadAny(text, style, threeAreThousands, ref number);
        number = new Number(plain, 0);
        return NumberReading.Ok;
    }

    /// <summary>Nothing but digits: most cells are.</summary>
    public static bool TryPlain(ReadOnlySpan<char> text, out long number)
    {
        number = 0;
        if (text.Length is 0 or > MostDigits) return false;
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c)) return false;
            number = 10 * number + (c - '0');
        }
        return true;
    }

    private static NumberReading ReadAny(ReadOnlySpan<char> text, NumberStyle style, bool threeAreThousands, ref Number number)
    {
        if (IsNone(text)) return NumberReading.None;
        var first = text.IndexOfAnyInRange('0', '9');
        if (first < 0) return NumberReading.Wrong;
        var last = text.LastIndexOfAnyInRange('0', '9');
        var before = text[..first].Trim();
        var negative = before.Length > 0 && (before[0] is '-' or '−' || before[^1] is '-' or '−');
        before = before.Trim("-−+ \u00A0");
        var after = text[(last + 1)..].Trim();
        var magnitude = Magnitude(ref after);
        if (before.IsEmpty == after.IsEmpty && !before.IsEmpty) return NumberReading.Wrong;
        var sign = before.IsEmpty ? after : before;
        if (!sign.IsEmpty && !CurrencySigns.Fits(sign, style.Currency))
            return CurrencySigns.IsKnown(sign) ? NumberReading.OtherCurrency : NumberReading.Wrong;
        var reading = Digits(text[first..(last + 1)], style, threeAreThousands, magnitude, out var mantissa, out var decimals);
        number = new Number(negative ? -mantissa : mantissa, decimals - magnitude);
        return reading;
    }

    // A magnitude stands directly behind the digits; a currency may follow: 81.24万₫.
    private static int Magnitude(ref ReadOnlySpan<char> after)
    {
        if (after.IsEmpty || CurrencySigns.IsKnown(after)) return 0;
        var (power, length) = after[0] switch
        {
            '万' or '萬' => (4, 1),
            '亿' or '億' => (8, 1),
            '千' or 'K' or 'k' => (3, 1),
            'M' or 'm' => (6, 1),
            'B' or 'b' => (9, 1),
            _ when after.StartsWith("rb", StringComparison.OrdinalIgnoreCase) => (3, 2),
            _ when after.StartsWith("jt", StringComparison.OrdinalIgnoreCase) => (6, 2),
            _ when after.StartsWith("tr", StringComparison.OrdinalIgnoreCase) => (6, 2),
            _ => (0, 0),
        };
        if (length == 0) return 0;
        var rest = after[length..].Trim();
        if (!rest.IsEmpty && !CurrencySigns.IsKnown(rest)) return 0;
        after = rest;
        return power;
    }

    private static NumberReading Digits(ReadOnlySpan<char> text, NumberStyle style, bool threeAreThousands, int magnitude, out long mantissa, out int decimals)
    {
        mantissa = 0;
        decimals = 0;
        int digits = 0, points = 0, commas = 0, lastMark = -1;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsAsciiDigit(c))
            {
                if (digits == 0 && c == '0') continue;
                if (++digits > MostDigits) return NumberReading.TooLarge;
                mantissa = 10 * mantissa + (c - '0');
            }
            else if (c is '.' or ',')
            {
                if (c == '.') points++;
                else commas++;
                lastMark = i;
            }
            else if (c is not (' ' or '\u00A0' or '\u202F' or '\'' or '’')) return NumberReading.Wrong;
        }
        var point = DecimalAt(text, points, commas, lastMark, style, threeAreThousands && magnitude == 0, magnitude != 0);
        if (point == -2 || !GroupsOfThree(point < 0 ? text : text[..point])) return NumberReading.Wrong;
        decimals = point < 0 ? 0 : text.Length - point - 1;
        return NumberReading.Ok;
    }

    /// <summary>Where the decimal sign stands; -1 when there is none, -2 when the shape makes no sense.</summary>
    private static int DecimalAt(ReadOnlySpan<char> text, int points, int commas, int lastMark, NumberStyle style, bool threeAreThousands, bool magnitude)
    {
        if (lastMark < 0) return -1;
        var mark = text[lastMark];
        var same = mark == '.' ? points : commas;
        if (style.Strict) return mark != style.Decimal ? -1 : same == 1 ? lastMark : -2;
        if (points > 0 && commas > 0) return same == 1 ? lastMark : -2;
        if (same > 1) return -1;
        var behind = text.Length - lastMark - 1;
        if (behind != 3 || lastMark > 3 || text[0] == '0' || magnitude) return lastMark;
        return threeAreThousands || mark != style.Decimal ? -1 : lastMark;
    }

    private static bool GroupsOfThree(ReadOnlySpan<char> whole)
    {
        var mark = whole.LastIndexOfAnyExceptInRange('0', '9');
        if (mark < 0) return true;
        var sign = whole[mark];
        while (mark >= 0)
        {
            if (whole[mark] != sign || whole.Length - mark - 1 != 3) return false;
            whole = whole[..mark];
            mark = whole.LastIndexOfAnyExceptInRange('0', '9');
        }
        return whole.Length is > 0 and <= 3;
    }
}
