using System.Globalization;

namespace Showrunner.Office;

/// <summary>Large numbers in few characters, for axes, labels and cards: 1.24 B ₫, 12,4 Mio. €, Rp 1,2 M.</summary>
public static class CompactNumbers
{
    private static readonly Dictionary<string, string[]> Words = new(StringComparer.Ordinal)
    {
        ["en"] = ["K", "M", "B", "T"],
        ["de"] = ["Tsd.", "Mio.", "Mrd.", "Bio."],
        ["id"] = ["rb", "jt", "M", "T"],
        ["vi"] = ["N", "Tr", "Tỷ", "NTỷ"],
    };

    /// <summary>The number as text in the words of the culture's language; unknown is "–".</summary>
    public static string Of(object? value, CellFormat format, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(format);
        ArgumentNullException.ThrowIfNull(culture);
        if (ChartColumn.Number(value) is not { } number || format.Kind == CellKind.Percent) return CellText.Of(value, format, culture);
        var step = Step(Math.Abs(number));
        if (step == 0) return CellText.Of(value, format, culture);
        var scaled = Math.Abs(number) / Math.Pow(1000, step);
        var digits = scaled.ToString(scaled < 10 ? "0.00" : scaled < 100 ? "0.0" : "0", culture) + "\u00A0" + Word(step, culture);
        return (number < 0 ? "−" : "") + (format.Currency is { } currency ? MoneyFormats.Around(currency, digits) : digits);
    }

    /// <summary>A number format that shows every value of a chart on the scale of the largest.</summary>
    internal static string Code(CellFormat format, double largest, CultureInfo culture, int precision = 2)
    {
        if (format.Kind == CellKind.Percent) return largest >= 0.2 ? "0%" : "0.0%";
        var step = Step(largest);
        if (step == 0) return largest >= 100 && format.Currency is { } whole ? MoneyFormats.Code(whole, 0) : format.Code;
        var scaled = largest / Math.Pow(1000, step);
        var places = scaled >= Math.Pow(10, precision - 1) ? 0 : 1;
        var digits = "#,##0" + CellFormat.Places(places) + new string(',', step) + "\"\u00A0" + Word(step, culture) + "\"";
        return format.Currency is { } currency ? MoneyFormats.Around(currency, digits, '"') : digits;
    }

    private static int Step(double size) => size switch
    {
        >= 1e12 => 4,
        >= 1e9 => 3,
        >= 1e6 => 2,
        >= 1e4 => 1,
        _ => 0,
    };

    private static string Word(int step, CultureInfo culture) =>
        (Words.TryGetValue(culture.TwoLetterISOLanguageName, out var words) ? words : Words["en"])[step - 1];
}
