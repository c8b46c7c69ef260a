using System.Globalization;

namespace Showrunner.Office.Tests.Samples;

/// <summary>A made-up week of a made-up market, with the awkward cases in it.</summary>
internal static class WeeklyReview
{
    public static readonly DateTimeOffset AsOf = new(2026, 11, 29, 2, 0, 0, TimeSpan.Zero);
    public const string What = "Indonesia · 1–28 Nov 2026 against 4–31 Oct · Rp · as of 29 Nov 2026, 09:00 WIB";
    public static readonly CellFormat Rupiah = CellFormat.Money("IDR");

    public static Table Trend => new(
        [
            new Column("Day", CellFormat.ShortDate, Total: Total.Label("Total")),
            new Column("GMV", Rupiah, Total: Total.Sum),
            new Column("GMV before", Rupiah, Total: Total.Sum),
            new Column("Orders", CellFormat.Integer, Total: Total.Sum),
            new Column("AOV", Rupiah, Total: Total.Ratio("GMV", "Orders")),
            new Column("Change", CellFormat.Change()) { Better = Better.Higher },
        ],
        Enumerable.Range(0, 28).Select(TrendRow));

    private static IReadOnlyList<object?> TrendRow(int day)
    {
        var gmv = 38_000_000m + day * 650_000m + (day % 7 >= 5 ? 11_000_000m : 0) + (day == 10 ? 58_000_000m : 0);
        var before = 36_500_000m + day * 310_000m + (day % 7 >= 5 ? 9_000_000m : 0);
        var orders = (int)(gmv / (168_000m + day * 900));
        var date = new DateOnly(2026, 11, 1).AddDays(day);
        return day == 17
            ? [date, null, before, null, null, null]
            : [date, gmv, before, orders, gmv / orders, (double)(gmv / before - 1)];
    }

    public static Table Creators => new(
        [
            new Column("Creator", CellFormat.Text, Total: Total.Label("Total")),
            new Column("Level", CellFormat.Text),
            new Column("GMV", Rupiah, Total: Total.Sum) { Bar = true },
            new Column("Orders", CellFormat.Integer, Total: Total.Sum),
            new Column("Commission", Rupiah, Total: Total.Sum),
            new Column("Commission rate", CellFormat.Percent(), Total: Total.Ratio("Commission", "GMV")),
            new Column("Change against before", CellFormat.Change()) { Better = Better.Higher },
            new Column("Profile", CellFormat.Text),
        ],
        Names.Select((name, i) => (IReadOnlyList<object?>)
        [
            name, i < 4 ? "Gold" : i < 9 ? "Silver" : "New", 412_000_000m / (i + 1.4m), 2_400 / (i + 1), 412_000_000m / (i + 1.4m) * (0.08m + i * 0.004m),
            0.08m + i * 0.004m, i == 6 ? null : 0.31 - i * 0.06, new Link("Open", new Uri($"https://example.com/creators/{i + 1}")),
        ]));

    public static readonly string[] Names =
    [
        "Ayu Lestari", "Nguyễn Thị Phương Thảo – Góc bếp của mẹ", "Dapur Bunda Rini", "Rumah Cantik Official Store Jakarta Selatan by Putri Maharani",
        "Müller & Söhne Haushaltswaren", "=HYPERLINK(\"http://evil.example\")", "Bang Jago Gadget", "Sari Skincare Corner", "+62 Fashion", "Đặng Quốc Bảo",
        "Toko Sepatu Kaki Lima", "@mira.daily", "Kopi Pagi", "Anak Kost Hemat",
    ];

    public static Table Channels => new(
        [
            new Column("Channel", CellFormat.Text, Total: Total.Label("Total")),
            new Column("GMV", Rupiah, Total: Total.Sum),
            new Column("GMV before", Rupiah, Total: Total.Sum),
            new Column("Refund rate", CellFormat.Percent()),
        ],
        [
            ["LIVE", 767_900_000m, 611_000_000m, 0.031m],
            ["Video", 431_500_000m, 455_000_000m, 0.042m],
            ["Product card", 186_250_000m, 172_000_000m, 0.027m],
            ["Link", 21_000_000m, 25_500_000m, 0.055m],
        ]);

    public static Table ChannelWeeks => new(
        [
            new Column("Week", CellFormat.Text), new Column("LIVE", Rupiah, Total: Total.Sum), new Column("Video", Rupiah, Total: Total.Sum),
            new Column("Product card", Rupiah, Total: Total.Sum), new Column("Link", Rupiah, Total: Total.Sum),
        ],
        Enumerable.Range(0, 8).Select(w => (IReadOnlyList<object?>)
            [$"W{40 + w}", 150_000_000m + w * 9_000_000m, 98_000_000m + (w % 3) * 14_000_000m, 41_000_000m + w * 1_500_000m, 5_000_000m + (w % 2) * 2_000_000m]));

    public static readonly (string Term, string Meaning)[] Terms =
    [
        ("GMV", "Value of all paid orders at the price the buyer paid, before refunds, without shipping."),
        ("AOV", "Average order value: GMV divided by orders, never the mean of daily averages."),
        ("Provisionssatz", "Provision geteilt durch den Umsatz, auf den sie gezahlt wurde; Gutscheine der Plattform zählen zum Umsatz, Rücksendungen nicht. Der Satz wird für den gesamten Zeitraum neu berechnet."),
        ("Tỷ lệ hoàn tiền", "Số đơn hàng được hoàn tiền chia cho tổng số đơn hàng đã thanh toán trong cùng kỳ."),
        ("CTOR", "Click-to-order rate: orders divided by product clicks in the same content."),
    ];

    public static Table Definitions => new(
        [new Column("Term", CellFormat.Text), new Column("Meaning", CellFormat.Text, Width: 90) { Wrap = true }],
        Terms.Select(t => (IReadOnlyList<object?>)[t.Term, t.Meaning]));

    public static WorkbookSpec Workbook => new(
        new Stamp("Weekly review Indonesia", AsOf) { Company = "Showrunner" },
        new SheetSpec(
            "Summary",
            new FiguresBlock(
                new KeyFigure("GMV", new Formula("SUM({0})", Sum("GMV"), CellReference.Cells("Trend", "GMV")), Rupiah, new Formula("SUM({0})", Sum("GMV before"), CellReference.Cells("Trend", "GMV before")), Better.Higher) { Note = "11.11 brought 58 M of it" },
                new KeyFigure("Orders", new Formula("SUM({0})", Sum("Orders"), CellReference.Cells("Trend", "Orders")), CellFormat.Integer, 7_012, Better.Higher),
                new KeyFigure("Refund rate", 0.034, CellFormat.Percent(), 0.029, Better.Lower) { Change = Change.Points, Note = "Two sellers make up half of the refunds" },
                new KeyFigure("Active creators", 214, CellFormat.Integer, 214, Better.Higher),
                new KeyFigure("LIVE hours", null, CellFormat.Number(1), 322.5)),
            new TableBlock(Channels, new ChartSpec(ChartKind.Column, "LIVE carries more than half of the month", "Channel", new ChartSeries("GMV before", SeriesRole.Comparison), new ChartSeries("GMV")) { Height = 300, Width = 560 })
            {
                Heading = "By channel",
                Name = "Summary channels",
                Filter = false,
                Notes = ["Refund rate counts refunds by the day of the order, so the last two weeks still grow. Figures of the last three days are estimated."],
            },
            new TextBlock("GMV grew in three of four weeks. Without the 11.11 campaign the month would have been level with October; the growth comes from LIVE sessions of gold creators.") { Heading = "What changed" })
        {
            Title = "Weekly review: GMV up on a strong 11.11",
            Subtitle = What,
            TabColour = Palette.Subject,
        },
        new SheetSpec("Trend", new TableBlock(Trend, new ChartSpec(ChartKind.Line, "11.11 doubled the day, and the weekends after stayed higher than before", "Day", new ChartSeries("GMV before", SeriesRole.Comparison), new ChartSeries("GMV")))
        {
            Notes = ["18 November is missing in the marketplace's export."],
        })
        {
            Title = "How did the month go?",
            Subtitle = What,
        },
        new SheetSpec("Creators", new TableBlock(Creators, new ChartSpec(ChartKind.Bar, "Three creators bring half of the GMV", "Creator", new ChartSeries("GMV")) { Points = 10, Height = 420 }))
        {
            Title = "Who sold most?",
            Subtitle = What,
        },
        new SheetSpec("Channels", new TableBlock(ChannelWeeks, new ChartSpec(ChartKind.StackedColumn, "LIVE grows week by week", "Week", Groups)))
        {
            Title = "Where did orders come from?",
            Subtitle = What,
        },
        new SheetSpec("Definitions", new TableBlock(Definitions) { Filter = false }) { Title = "What the figures mean" });

    public static ChartSeries[] Groups => [.. new[] { "LIVE", "Video", "Product card", "Link" }.Select(c => new ChartSeries(c, SeriesRole.Group))];

    public static double Sum(string column) => Trend.Rows.Sum(r => Convert.ToDouble(r[Trend.IndexOf(column)] ?? 0, CultureInfo.InvariantCulture));
}
