using System.Globalization;
using Showrunner.Platform;

namespace Showrunner.Web;

/// <summary>
/// Writes figures and days as people of a language write them. Unknown is "–", never 0.
/// Short forms are for cards, full forms for tables, hovers and files.
/// </summary>
public sealed partial class Formats(Texts texts, string language, MarketOption? market = null, string? viewerZone = null)
{
    public const string Unknown = "–";
    public const string NoChange = "±0";
    private const char Nbsp = '\u00A0';
    private const string Minus = "\u2212";

    private readonly CultureInfo _culture = Texts.Culture(language);

    public string Count(decimal? value) => value is { } n ? n.ToString("N0", _culture) : Unknown;

    /// <summary>Exact below 10,000, then three digits with a unit.</summary>
    public string CountShort(decimal? value) => value is { } n ? Signed(n, size => Compact(size, Nbsp)) : Unknown;

    public string Number(decimal? value, int decimals = 2) =>
        value is { } n ? n.ToString("#,0." + new string('#', decimals), _culture) : Unknown;

    /// <param name="fraction">0.124 for 12.4 %.</param>
    /// <param name="decimals">Places after the point.</param>
    public string Rate(double? fraction, int decimals = 1)
    {
        if (fraction is not { } value || !double.IsFinite(value)) return Unknown;
        var points = (value * 100).ToString("N" + decimals, _culture);
        if (points.StartsWith(Minus, StringComparison.Ordinal) && points.All(sign => sign is '0' or '.' or ',' || sign == Minus[0])) points = points[1..];
        return points + Percent;
    }

    /// <summary>What a marketplace shares only as a band: <c>3–5 K</c>, <c>≥ 10 K</c>.</summary>
    public string Range(long? low, long? high)
    {
        if (low is null && high is null) return Unknown;
        if (low is null) return "≤" + Nbsp + Short(high!.Value);
        if (high is null) return "≥" + Nbsp + Short(low.Value);
        if (low == high) return Short(low.Value);
        var (from, to) = (Parts(low.Value, 1000), Parts(high.Value, 1000));
        return from.Unit == to.Unit || low == 0 ? $"{from.Number}–{Joined(to, Nbsp)}" : $"{Joined(from, Nbsp)}–{Joined(to, Nbsp)}";

        string Short(long n) => Joined(Parts(n, 1000), Nbsp);
    }

    public string NotShared => texts.Say(language, "figure.notShared");

    private string Percent => language == "de" ? Nbsp + "%" : "%";

    private string Compact(decimal size, char? space) => Joined(Parts(size, 10_000), space);

    private static string Joined((string Number, string Unit) parts, char? space) =>
        parts.Unit.Length == 0 ? parts.Number : parts.Number + space + parts.Unit;

    /// <summary>Three digits and the unit they count in; the next unit where rounding reaches it.</summary>
    private (string Number, string Unit) Parts(decimal size, decimal from)
    {
        if (size < from) return (size.ToString("#,0.##", _culture), "");
        var step = 0;
        var (scaled, rounded) = (size, size);
        do
        {
            scaled /= 1000;
            step++;
            rounded = decimal.Round(scaled, scaled < 10 ? 2 : scaled < 100 ? 1 : 0, MidpointRounding.AwayFromZero);
        }
        while (rounded >= 1000 && step < Units.Length);
        return (rounded.ToString("#,0.##", _culture), texts.Say(language, Units[step - 1]));
    }

    private static readonly string[] Units = ["number.thousand", "number.million", "number.billion", "number.trillion"];

    private static string Signed(decimal value, Func<decimal, string> write) => value < 0 ? Minus + write(-value) : write(value);
}
