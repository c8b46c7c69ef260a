using System.Globalization;
using Showrunner.Demo.Words;
using Showrunner.Ledger;
using Showrunner.Markets;

namespace Showrunner.Demo.Export;

/// <summary>How the files of a market write money, shares, dates and the marketplace's own words.</summary>
internal sealed class ExportForm(MarketRules market, ExportLanguage language)
{
    /// <summary>What exports write where there is nothing.</summary>
    public const string None = "--";
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;
    private readonly NumberFormatInfo _numbers = language == ExportLanguage.English ? Signs(".", ",") : Signs(",", ".");

    public MarketRules Market { get; } = market;
    public ExportLanguage Language { get; } = language;
    public string Sign { get; } = market.Currency switch { "USD" => "$", "EUR" => "€", "IDR" => "Rp", "VND" => "₫", _ => market.Currency };

    /// <summary>Money in an order line: 12.99, 129000, 129.000₫.</summary>
    public string Plain(long? minor) => minor is not { } value ? None
        : Language == ExportLanguage.Vietnamese ? Grouped(value) + Sign
        : Major(value).ToString(Market.MinorUnits > 0 && (Language == ExportLanguage.English || value % Market.MinorPerMajor != 0) ? "F2" : "F0", _numbers);

    /// <summary>Money in a list: $1,234.56, Rp1.234.567, 1.234.567₫.</summary>
    public string Money(long minor) => Language == ExportLanguage.Vietnamese ? Grouped(minor) + Sign : Sign + Grouped(minor);

    /// <summary>12%, 2.5%, 2,5%.</summary>
    public string Percent(long? ppm) => ppm is { } value ? (value / 10_000m).ToString("0.##", _numbers) + "%" : None;

    /// <summary>4.8, 4,8.</summary>
    public string Stars(long? ppm) => ppm is { } value ? (value / 1_000_000m).ToString("0.0", _numbers) : None;

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", Invariant);

    public string Share(long part, long whole) => whole == 0 ? None : ((decimal)part / whole).ToString("0.00%", _numbers);

    public static string Count(long? count) => count?.ToString(Invariant) ?? None;

    /// <summary>DD/MM/YYYY HH:MM:SS on the market's clock.</summary>
    public string Moment(DateTimeOffset? at) => at is { } moment ? Local(moment).ToString("dd/MM/yyyy HH:mm:ss", Invariant) : None;

    /// <summary>Lists write dates in another shape than orders, and the English ones with a stroke too many.</summary>
    public string ListMoment(DateTimeOffset at) => Local(at).ToString(Language == ExportLanguage.English ? "yyyy/MM/dd/ HH:mm" : "yyyy-MM-dd HH:mm:ss", Invariant);

    public string Status(string status) => (Language, status) switch
    {
        (ExportLanguage.Indonesian, LineStatus.Settled) => "Diselesaikan",
        (ExportLanguage.Indonesian, LineStatus.Completed) => "Selesai",
        (ExportLanguage.Indonesian, LineStatus.Processing) => "Diproses",
        (ExportLanguage.Indonesian, LineStatus.Ineligible) => "Tidak memenuhi syarat",
        (ExportLanguage.Indonesian, LineStatus.Unpaid) => "Belum dibayar",
        (ExportLanguage.Indonesian, LineStatus.Cancelled) => "Dibatalkan",
        (ExportLanguage.Vietnamese, LineStatus.Settled) => "Đã quyết toán",
        (ExportLanguage.Vietnamese, LineStatus.Completed) => "Hoàn thành",
        (ExportLanguage.Vietnamese, LineStatus.Processing) => "Đang xử lý",
        (ExportLanguage.Vietnamese, LineStatus.Ineligible) => "Không đủ điều kiện",
        (ExportLanguage.Vietnamese, LineStatus.Unpaid) => "Chưa thanh toán",
        (ExportLanguage.Vietnamese, LineStatus.Cancelled) => "Đã hủy",
        _ => char.ToUpperInvariant(status[0]) + status[1..],
    };

    public string Channel(string channel) => (Language, channel) switch
    {
        (ExportLanguage.Indonesian, Ledger.Channel.Live) => "Siaran LIVE",
        (ExportLanguage.Indonesian, Ledger.Channel.ProductCard) => "Kartu produk",
        (ExportLanguage.Indonesian, Ledger.Channel.Showcase) => "Etalase",
        (ExportLanguage.Vietnamese, Ledger.Channel.Live) => "Phát trực tiếp",
        (ExportLanguage.Vietnamese, Ledger.Channel.ProductCard) => "Thẻ sản phẩm",
        (ExportLanguage.Vietnamese, Ledger.Channel.Showcase) => "Tủ trưng bày",
        (_, Ledger.Channel.Live) => "LIVE stream",
        (_, Ledger.Channel.ProductCard) => "Product card",
        (_, Ledger.Channel.Showcase) => "Link share",
        _ => "Video",
    };

    private string Grouped(long minor) => Major(minor).ToString(Language == ExportLanguage.English || minor % Market.MinorPerMajor != 0 ? "N2" : "N0", _numbers);
    private decimal Major(long minor) => (decimal)minor / Market.MinorPerMajor;
    private DateTime Local(DateTimeOffset at) => TimeZoneInfo.ConvertTimeFromUtc(at.UtcDateTime, Market.Zone);
    private static NumberFormatInfo Signs(string point, string group) =>
        new() { NumberDecimalSeparator = point, NumberGroupSeparator = group, PercentDecimalSeparator = point, PercentGroupSeparator = group, PercentPositivePattern = 1 };
}
