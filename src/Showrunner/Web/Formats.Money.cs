namespace Showrunner.Web;

public sealed partial class Formats
{
    /// <summary>Minor units in full, with the market's currency; the page's market where none is named.</summary>
    public string Money(decimal? minor, MarketOption? of = null)
    {
        if (minor is not { } units || (of ?? market) is not { } place) return Unknown;
        return Signed(units / Scale(place), size => WithSymbol(size.ToString("N" + place.DisplayDecimals, _culture), "", place.Currency));
    }

    /// <summary>As on a card: <c>1.24 B ₫</c>, <c>12,4 Mio. €</c>, <c>Rp 1,2 M</c>.</summary>
    public string MoneyShort(decimal? minor, MarketOption? of = null)
    {
        if (minor is not { } units || (of ?? market) is not { } place) return Unknown;
        return Signed(units / Scale(place), size => ShortMoney(size, place));
    }

    private string ShortMoney(decimal size, MarketOption place)
    {
        if (size < 1000) return WithSymbol(size.ToString("N" + place.DisplayDecimals, _culture), "", place.Currency);
        if (size < 10_000) return WithSymbol(size.ToString("N0", _culture), "", place.Currency);
        var (number, unit) = Parts(size, 10_000);
        return WithSymbol(number, unit, place.Currency);
    }

    private string WithSymbol(string number, string unit, string currency)
    {
        var symbol = Symbols.GetValueOrDefault(currency, currency);
        if (language == "id" && currency == "USD") symbol = "US$";
        var after = language == "de" || currency == "VND";
        var tight = language == "en" && symbol.Length == 1;
        var figure = unit.Length == 0 ? number : tight && !after ? number + unit : number + Nbsp + unit;
        return after ? figure + Nbsp + symbol : tight ? symbol + figure : symbol + Nbsp + figure;
    }

    public string? Symbol(string? currency) => currency is null ? null : Symbols.GetValueOrDefault(currency, currency);

    private static decimal Scale(MarketOption place) => place.MinorUnits switch { 0 => 1m, 2 => 100m, 3 => 1000m, var n => (decimal)Math.Pow(10, n) };

    private static readonly Dictionary<string, string> Symbols = new()
    {
        ["USD"] = "$",
        ["EUR"] = "€",
        ["GBP"] = "£",
        ["VND"] = "₫",
        ["IDR"] = "Rp",
        ["THB"] = "฿",
        ["PHP"] = "₱",
        ["MYR"] = "RM",
        ["SGD"] = "S$",
        ["JPY"] = "¥",
        ["BRL"] = "R$",
        ["MXN"] = "MX$",
    };
}
