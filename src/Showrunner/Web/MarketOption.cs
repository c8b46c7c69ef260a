namespace Showrunner.Web;

/// <summary>A market as a page needs it: how its money is written and when its day is.</summary>
/// <param name="Code">ISO country code, e.g. ID.</param>
/// <param name="Name">As said in the viewer's language.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="MinorUnits">Decimals stored.</param>
/// <param name="DisplayDecimals">Decimals people write: 0 for IDR although two are stored.</param>
/// <param name="TimeZone">IANA zone of the market's day.</param>
/// <param name="LastDay">Last day with figures; presets count back from it when it lies further back than yesterday.</param>
public sealed record MarketOption(
    string Code, string Name, string Currency, int MinorUnits, int DisplayDecimals, string TimeZone, DateOnly? LastDay = null);
