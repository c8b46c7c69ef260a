namespace Showrunner.DuckDb;

/// <summary>A DECIMAL(w,s) is an integer count of 10⁻ˢ. .NET's decimal holds 28 digits of the possible 38.</summary>
internal static class Scaled
{
    public static decimal ToDecimal(Int128 units, int scale)
    {
        // zeros at the end may be what makes the value too long for a decimal
        while (scale > 0 && (scale > 28 || Int128.Abs(units) >> 96 != 0) && units % 10 == 0)
        {
            units /= 10;
            scale--;
        }
        var size = (UInt128)Int128.Abs(units);
        if (scale > 28 || size >> 96 != 0) throw new OverflowException("The DECIMAL has more digits than .NET's decimal can hold.");
        return new decimal((int)(uint)size, (int)(uint)(size >> 32), (int)(uint)(size >> 64), units < 0, (byte)scale);
    }

    public static Int128 ToUnits(decimal value, DuckColumn column)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        Int128 units = new(upper: (uint)bits[2], lower: (ulong)(uint)bits[1] << 32 | (uint)bits[0]);
        var scale = value.Scale;
        for (; scale > column.Scale; scale--)
        {
            (units, var rest) = Int128.DivRem(units, 10);
            if (rest != 0) throw new OverflowException($"{value} has more decimals than column \"{column.Name}\" {column.TypeName}.");
        }
        return Fit(decimal.IsNegative(value) ? -units : units, column.Scale - scale, column);
    }

    public static Int128 ToUnits(long value, DuckColumn column) => Fit(value, column.Scale, column);

    private static Int128 Fit(Int128 units, int shift, DuckColumn column)
    {
        var limit = Power(column.Width - shift);
        if (shift > column.Width || Int128.Abs(units) >= limit) throw new OverflowException($"The number has more digits than column \"{column.Name}\" {column.TypeName}.");
        return units * Power(shift);
    }

    private static Int128 Power(int exponent)
    {
        Int128 power = 1;
        for (; exponent > 0; exponent--) power *= 10;
        return power;
    }
}
