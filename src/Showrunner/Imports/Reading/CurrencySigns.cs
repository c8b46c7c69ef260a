namespace Showrunner.Imports.Reading;

/// <summary>Which currencies a sign can stand for. "$" is many countries' own sign.</summary>
internal static class CurrencySigns
{
    private static readonly Dictionary<string, string> Signs = new(StringComparer.OrdinalIgnoreCase)
    {
        ["$"] = "USD SGD MXN AUD CAD BRL NZD HKD TWD CLP COP",
        ["US$"] = "USD",
        ["S$"] = "SGD",
        ["MX$"] = "MXN",
        ["A$"] = "AUD",
        ["C$"] = "CAD",
        ["R$"] = "BRL",
        ["Rp"] = "IDR",
        ["Rp."] = "IDR",
        ["₫"] = "VND",
        ["đ"] = "VND",
        ["VNĐ"] = "VND",
        ["RM"] = "MYR",
        ["฿"] = "THB",
        ["₱"] = "PHP",
        ["€"] = "EUR",
        ["£"] = "GBP",
        ["¥"] = "JPY CNY",
        ["￥"] = "JPY CNY",
        ["円"] = "JPY",
        ["元"] = "CNY",
    };

    private static readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Signs.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly HashSet<string> Codes = new(StringComparer.OrdinalIgnoreCase)
    {
        "USD", "SGD", "MXN", "AUD", "CAD", "BRL", "NZD", "HKD", "TWD", "CLP", "COP", "IDR", "VND", "MYR", "THB", "PHP", "EUR",
        "GBP", "JPY", "CNY", "KRW", "INR", "CHF", "PLN", "SEK", "AED", "SAR", "ZAR", "TRY", "CZK", "DKK", "NOK", "HUF", "RON",
    };

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> CodeLookup = Codes.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool IsKnown(ReadOnlySpan<char> sign) => Lookup.ContainsKey(sign) || CodeLookup.Contains(sign);

    public static bool Fits(ReadOnlySpan<char> sign, string currency) =>
        sign.Equals(currency, StringComparison.OrdinalIgnoreCase)
        || (Lookup.TryGetValue(sign, out var currencies) && currencies.Contains(currency, StringComparison.Ordinal));
}
