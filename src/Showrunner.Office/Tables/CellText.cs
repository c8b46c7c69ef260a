using System.Globalization;

namespace Showrunner.Office;

/// <summary>A cell as text for people, in the way of a culture; unknown is "–".</summary>
public static class CellText
{
    public const string Unknown = "–";

    /// <summary>The cell in full: 1.234.567 ₫, 12,5 %, 28.11.2026.</summary>
    public static string Of(object? value, CellFormat format, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(format);
        ArgumentNullException.ThrowIfNull(culture);
        return Plain(value) switch
        {
            null => Unknown,
            string text => text,
            bool yes => yes ? "✓" : "✗",
            DateOnly day => day.ToString(DayPattern(format, culture), culture),
            DateTime time => time.ToString(TimePattern(format, culture), culture),
            IFormattable number => Number(Convert.ToDouble(number, CultureInfo.InvariantCulture), format, culture),
            var other => throw Unfit(other),
        };
    }

    internal static object? Plain(object? value) => value switch
    {
        Formula formula => Plain(formula.Value),
        Link link => link.Text,
        DateTimeOffset time => time.DateTime,
        double number when !double.IsFinite(number) => null,
        float number => float.IsFinite(number) ? (double)number : null,
        _ => value,
    };

    internal static ArgumentException Unfit(object value) =>
        new($"A cell cannot hold a {value.GetType().Name}; the kinds are listed at {nameof(Table)}.");

    private static string Number(double number, CellFormat format, CultureInfo culture)
    {
        var percent = format.Kind == CellKind.Percent;
        var shown = Math.Round(Math.Abs(percent ? number * 100 : number), format.Decimals, MidpointRounding.AwayFromZero);
        if (format.Signed && shown == 0) return "±0" + (percent ? PercentSign(culture) : "");
        var digits = shown.ToString("N" + format.Decimals, culture);
        if (percent) digits += PercentSign(culture);
        if (format.Currency is { } currency) digits = MoneyFormats.Around(currency, digits);
        return shown == 0 ? digits : number < 0 ? "−" + digits : format.Signed ? "+" + digits : digits;
    }

    private static string PercentSign(CultureInfo culture) =>
        culture.NumberFormat.PercentPositivePattern == 0 ? "\u00A0%" : "%";

    private static string DayPattern(CellFormat format, CultureInfo culture) =>
        format == CellFormat.ShortDate ? "d MMM" : culture.Equals(CultureInfo.InvariantCulture) ? "yyyy-MM-dd" : "d";

    private static string TimePattern(CellFormat format, CultureInfo culture) =>
        format.Kind == CellKind.Date ? DayPattern(format, culture) : culture.Equals(CultureInfo.InvariantCulture) ? "yyyy-MM-dd HH:mm" : "g";
}
