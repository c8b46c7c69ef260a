using System.Text;
using Showrunner.Ledger;

namespace Showrunner.Imports.Reading;

/// <summary>Words of the marketplace's cells, in the languages its consoles speak, to our codes.</summary>
internal sealed class Words
{
    private readonly Dictionary<string, string> _codes = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly string _unknown;

    private Words(string unknown, params (string Code, string[] Words)[] sets)
    {
        _unknown = unknown;
        foreach (var (code, words) in sets)
        {
            _codes[code] = code;
            foreach (var word in words) _codes[word] = code;
        }
        _lookup = _codes.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    // The same few words come a million times: comparing one is cheaper than hashing it without case.
    private sealed record Seen(string Text, string Code);
    private readonly Seen?[] _seen = new Seen?[64];

    public string Code(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return _unknown;
        ref var seen = ref _seen[(7 * text.Length + text[0] + text[^1]) & 63];
        if (seen is { } known && text.SequenceEqual(known.Text)) return known.Code;
        var code = LookUp(text);
        if (text.Length < 50) seen = new Seen(text.ToString(), code);
        return code;
    }

    private string LookUp(ReadOnlySpan<char> text)
    {
        if (_lookup.TryGetValue(text, out var code)) return code;
        // Accents may come as letters of their own.
        return _codes.GetValueOrDefault(text.ToString().Normalize(NormalizationForm.FormC), _unknown);
    }

    public static readonly Words Status = new(LineStatus.Unknown,
        (LineStatus.Settled, ["Diselesaikan", "Telah diselesaikan", "Komisi dibayar", "Komisi telah dibayar", "Đã quyết toán", "Đã thanh toán hoa hồng", "決済済み"]),
        (LineStatus.Completed, ["Complete", "Delivered", "Selesai", "Hoàn thành", "Đã hoàn thành", "Hoàn tất", "Đã hoàn tất"]),
        (LineStatus.Processing, ["In progress", "Pending", "To settle", "Awaiting settlement", "Diproses", "Sedang diproses", "Dalam proses",
            "Đang xử lý", "Đang tiến hành", "Chờ quyết toán"]),
        (LineStatus.Ineligible, ["Not eligible", "Tidak memenuhi syarat", "Không đủ điều kiện", "Không hợp lệ"]),
        (LineStatus.Unpaid, ["To pay", "Unpaid by customer", "Awaiting payment", "Belum dibayar", "Belum bayar", "Menunggu pembayaran", "Chưa thanh toán", "Chờ thanh toán"]),
        (LineStatus.Cancelled, ["Canceled", "Dibatalkan", "Đã hủy", "Đã huỷ"]),
        (LineStatus.Frozen, ["Dibekukan", "Bị đóng băng", "Đã đóng băng"]),
        (LineStatus.Deducted, ["Dipotong", "Đã khấu trừ"]));

    public static readonly Words Channel = new(Ledger.Channel.Unknown,
        (Ledger.Channel.Live, ["LIVE stream", "Livestream", "LIVE streaming", "Live Streaming", "Pre live", "PRE_LIVE", "Siaran LIVE", "Phát LIVE", "Phiên LIVE", "Phát trực tiếp", "ライブ"]),
        (Ledger.Channel.Video, ["Videos", "Shoppable video", "Short video", "Video pendek", "Video belanja", "Video có thể mua sắm", "Video mua sắm", "Video ngắn", "動画"]),
        (Ledger.Channel.Showcase, ["Link share", "LINKSHARE", "Shared link", "Share link", "Promotion page", "PROMOTION_PAGE", "Etalase", "Bagikan tautan",
            "Berbagi tautan", "Halaman promosi", "Tủ trưng bày", "Trưng bày", "Cửa sổ trưng bày", "Chia sẻ liên kết", "Trang khuyến mãi", "Liên kết chia sẻ"]),
        (Ledger.Channel.ProductCard, ["Product card", "Product cards", "Shop", "Shop tab", "Kartu produk", "Toko", "Thẻ sản phẩm", "Cửa hàng"]));

    private const string Yes = "yes", No = "no";

    private static readonly Words YesNo = new("",
        (Yes, ["Y", "True", "1", "Ya", "Có", "Ja", "はい"]),
        (No, ["N", "False", "0", "Tidak", "Không", "Nein", "いいえ"]));

    public static bool? Truth(ReadOnlySpan<char> text) => YesNo.Code(text) switch { Yes => true, No => false, _ => null };

    private static readonly Words Summaries = new("", ("summary", ["Ringkasan", "Tóm tắt", "Tổng quan", "汇总"]));

    private static readonly Words Totals = new("", ("total", ["Totals", "Grand total", "Tổng", "Tổng cộng", "合計"]));

    /// <summary>A creator may be called total: the word counts only right below the header.</summary>
    public static bool IsSummary(ReadOnlySpan<char> text, bool belowHeader) =>
        Summaries.Code(text).Length > 0 || (belowHeader && Totals.Code(text).Length > 0);

    private static readonly Words Secrets = new("", (Known.NotShared, ["Not shared", "Hidden", "***", "****", "Tidak dibagikan", "Không chia sẻ"]));

    public static bool IsNotShared(ReadOnlySpan<char> text) => Secrets.Code(text).Length > 0;
}
