using System.Globalization;
using System.Text.RegularExpressions;

namespace Showrunner.Office;

/// <summary>Numbers written by the formats of native charts, so that a PDF shows what Word would: <c>"Rp" #,##0,,"\u00A0M"</c>.</summary>
internal static partial class PdfNumbers
{
    public static Func<double, string> Of(string code, CellFormat format, CultureInfo culture)
    {
        if (format.Kind == CellKind.Percent) return value => PdfText.Clean(CellText.Of(value, CellFormat.Percent(code.Contains('.', StringComparison.Ordinal) ? 1 : 0), culture));
        if (Parts().Match(code) is not { Success: true } parts) return value => PdfText.Clean(CellText.Of(value, format, culture));
        var places = Math.Max(0, parts.Groups["places"].Length - 1);
        var unit = Math.Pow(1000, parts.Groups["scale"].Length);
        var (before, after) = (Plain("before"), Plain("after"));
        return value => PdfText.Clean((value < 0 ? "−" : "") + before + Math.Abs(value / unit).ToString("N" + places.ToString(CultureInfo.InvariantCulture), culture) + after);

        string Plain(string group) => parts.Groups[group].Value.Replace("\"", "", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^(?<before>[^#;]*)#,##0(?<places>\.0+)?(?<scale>,*)(?<after>[^;#]*)$")]
    private static partial Regex Parts();
}
