using Showrunner.Web;

namespace Showrunner.Insights;

/// <summary>Columns that every list of creators, products or shops has.</summary>
public static class RankColumns
{
    private const int MostLetters = 30;

    public static Column<RankRow> Name(string path, Viewer viewer) => Column.Text<RankRow>(
        path switch { "/creators" => "dimension.creator", "/products" => "dimension.product", _ => "dimension.shop" },
        row => path == "/creators" ? "@" + row.Name : Clip(row.Name), null, row => viewer.Link(path + "/" + row.Id));

    public static string Clip(string name) => name.Length <= MostLetters ? name : string.Concat(name.AsSpan(0, MostLetters - 1).TrimEnd(), "…");

    /// <summary>Bars are as long as the part of the largest on the page.</summary>
    public static Column<RankRow> Gmv(IReadOnlyList<RankRow> rows, bool brief = false)
    {
        var most = rows.Max(row => row.Gmv) is > 0 and { } largest ? largest : 1;
        var full = Column.Money<RankRow>("metric.gmv", row => (long?)row.Gmv, "gmv", "gmv") with { Bar = row => (double)((row.Gmv ?? 0) / most) };
        return brief ? full with { Text = (row, formats) => formats.MoneyShort(row.Gmv) } : full;
    }

    public static readonly Column<RankRow> Orders = Column.Count<RankRow>("metric.orders", row => (long?)row.Orders, "orders", "orders");
    public static readonly Column<RankRow> Items = Column.Count<RankRow>("metric.items", row => (long?)row.Items, "items", "items");
    public static readonly Column<RankRow> RefundRate = Column.Rate<RankRow>("metric.refund_rate", row => (double?)row.RefundRate, "refund_rate", "refund_rate");
    public static readonly Column<RankRow> EstEarnings = Column.Money<RankRow>("metric.est_earnings", row => (long?)row.EstEarnings, "est_earnings", "est_earnings") with { Estimated = _ => true };
    public static readonly Column<RankRow> Share = Column.Rate<RankRow>("insights.share", row => row.Share);
    public static readonly Column<RankRow> Change = new("insights.change")
    {
        Numeric = true,
        Text = (row, formats) => formats.MoneyChange(row.Gmv, row.GmvBefore) is var change && change.Percent.Length > 0 ? change.Percent : change.Absolute,
    };
}
