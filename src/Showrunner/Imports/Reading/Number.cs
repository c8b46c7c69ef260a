namespace Showrunner.Imports.Reading;

/// <summary>A decimal number as it was written: Mantissa / 10^Decimals. Decimals below zero are magnitudes (万, K).</summary>
internal readonly record struct Number(long Mantissa, int Decimals)
{
    private static readonly long[] Powers = [.. Enumerable.Range(0, 19).Select(n => (long)Math.Pow(10, n))];

    public bool IsWhole => Decimals <= 0 || (Decimals < Powers.Length && Mantissa % Powers[Decimals] == 0);

    public Number Times(Number other, out bool tooLarge)
    {
        var product = (Int128)Mantissa * other.Mantissa;
        tooLarge = product > long.MaxValue || product < -long.MaxValue;
        return tooLarge ? default : new Number((long)product, Decimals + other.Decimals);
    }

    /// <summary>The number in units of 10^-<paramref name="decimals"/>, rounded half away from zero.</summary>
    public bool TryScale(int decimals, out long value)
    {
        var shift = decimals - Decimals;
        value = Mantissa;
        if (shift == 0 || Mantissa == 0) return true;
        if (Math.Abs(shift) >= Powers.Length)
        {
            value = 0;
            return shift < 0;
        }
        if (shift < 0)
        {
            value = DivideAway(Mantissa, Powers[-shift]);
            return true;
        }
        var scaled = (Int128)Mantissa * Powers[shift];
        value = (long)scaled;
        return scaled == value;
    }

    /// <summary>Quotient rounded half away from zero; the divisor is positive.</summary>
    public static long DivideAway(Int128 dividend, long divisor)
    {
        var (quotient, rest) = Int128.DivRem(dividend, divisor);
        if (Int128.Abs(rest) * 2 >= divisor) quotient += Int128.Sign(dividend);
        return (long)quotient;
    }

    private static long DivideAway(long dividend, long divisor)
    {
        var (quotient, rest) = Math.DivRem(dividend, divisor);
        return Math.Abs(rest) >= divisor - Math.Abs(rest) ? quotient + Math.Sign(dividend) : quotient;
    }
}
