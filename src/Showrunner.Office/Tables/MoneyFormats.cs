namespace Showrunner.Office;

/// <summary>How a market writes its money: symbol, side, space, decimals.</summary>
public static class MoneyFormats
{
    private sealed record Way(string Symbol, bool Before, bool Space, int Decimals);

    private static readonly Dictionary<string, Way> Ways = new(StringComparer.OrdinalIgnoreCase)
    {
        ["USD"] = new("$", true, false, 2),
        ["GBP"] = new("£", true, false, 2),
        ["EUR"] = new("€", false, true, 2),
        ["IDR"] = new("Rp", true, true, 0),
        ["VND"] = new("₫", false, true, 0),
        ["THB"] = new("฿", true, false, 2),
        ["MYR"] = new("RM", true, true, 2),
        ["PHP"] = new("₱", true, false, 2),
        ["SGD"] = new("S$", true, false, 2),
        ["JPY"] = new("¥", true, false, 0),
        ["CNY"] = new("¥", true, false, 2),
        ["KRW"] = new("₩", true, false, 0),
        ["TWD"] = new("NT$", true, false, 0),
        ["HKD"] = new("HK$", true, false, 2),
        ["INR"] = new("₹", true, false, 2),
        ["AUD"] = new("A$", true, false, 2),
        ["CAD"] = new("C$", true, false, 2),
        ["MXN"] = new("$", true, false, 2),
        ["BRL"] = new("R$", true, true, 2),
        ["PLN"] = new("zł", false, true, 2),
        ["SEK"] = new("kr", false, true, 2),
        ["CHF"] = new("CHF", true, true, 2),
    };

    /// <summary>Places the currency is written with; 2 for a currency not listed.</summary>
    public static int Decimals(string currency) => Of(currency).Decimals;

    /// <summary>Spreadsheet number format, e.g. <c>#,##0 "₫"</c> for VND.</summary>
    public static string Code(string currency, int? decimals = null) =>
        Around(currency, "#,##0" + CellFormat.Places(decimals ?? Of(currency).Decimals), '"');

    /// <summary>The symbol put around a number that is already written out, e.g. "1,2 Mio. €".</summary>
    public static string Around(string currency, string number) => Around(currency, number, null);

    internal static string Around(string currency, string number, char? quote)
    {
        var way = Of(currency);
        var symbol = $"{quote}{way.Symbol}{quote}";
        var space = way.Space ? quote is null ? "\u00A0" : " " : "";
        return way.Before ? symbol + space + number : number + space + symbol;
    }

    // An unknown currency is written with its code, which is never wrong.
    private static Way Of(string currency)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(currency);
        return Ways.TryGetValue(currency, out var way) ? way : new Way(Letters(currency), true, true, 2);
    }

    private static string Letters(string currency) =>
        currency.Length == 3 && currency.All(char.IsAsciiLetter)
            ? currency.ToUpperInvariant()
            : throw new ArgumentException($"\"{currency}\" is not a currency code of three letters.", nameof(currency));
}
