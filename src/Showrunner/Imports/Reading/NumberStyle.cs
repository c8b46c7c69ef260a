using System.Globalization;
using Showrunner.Markets;

namespace Showrunner.Imports.Reading;

/// <summary>How a file writes numbers: by its market, or exactly as a mapping says.</summary>
/// <param name="Decimal">The decimal sign, '.' or ','.</param>
/// <param name="Strict">True when the decimal sign was told, so that no shape is guessed.</param>
/// <param name="WholeMoney">True where people write no decimals (VND, JPY, IDR): three digits behind a separator are thousands.</param>
/// <param name="Currency">ISO code of the market's currency.</param>
/// <param name="MinorUnits">Decimals stored.</param>
internal sealed record NumberStyle(char Decimal, bool Strict, bool WholeMoney, string Currency, int MinorUnits)
{
    // Rupiah keep two decimals in the books although nobody writes them.
    private static bool Whole(MarketRules market) => market.MinorUnits == 0 || market.Currency == "IDR";

    public static NumberStyle Of(MarketRules market, char? told = null) => new(
        told ?? CultureInfo.GetCultureInfo(market.Culture).NumberFormat.NumberDecimalSeparator[0],
        told is not null, Whole(market), market.Currency, market.MinorUnits);
}
