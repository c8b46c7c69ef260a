using Showrunner.Ledger;
using Showrunner.Tests.Ledger;

namespace Showrunner.Tests.Insights;

/// <summary>A small market whose figures can be added up by hand: March 2026 in Việt Nam.</summary>
internal static class BoardData
{
    public const string March = "from=2026-03-01&to=2026-03-31";
    public static readonly DateOnly Day = new(2026, 3, 5);

    /// <summary>Paid GMV 600 (lina 500, budi 100), refunds 60, two orders; an unpaid line of 1,000 and 90 in February.</summary>
    public static async Task<TestApp> Small(string database)
    {
        var app = await TestApp.Start(database);
        await LoadFactsTests.Load(app, 1,
            Line("A", "S1", "lina", 300, 3, Day), Line("A", "S2", "lina", 200, 2, Day, channel: Channel.Video), Line("B", "S1", "budi", 100, 1, Day.AddDays(9), refund: 60),
            Line("C", "S1", "lina", 90, 1, Day.AddDays(-10)), Line("D", "S1", "lina", 1000, 1, Day, LineStatus.Unpaid), Line("Z", "S1", "lina", 5, 1, new DateOnly(2026, 1, 1)));
        return app;
    }

    public static OrderLineDraft Line(string order, string sku, string creator, long gmv, long quantity, DateOnly day, string status = LineStatus.Completed, long refund = 0, string channel = Channel.Live) => new()
    {
        OrderNo = order,
        SkuNo = sku,
        ProductNo = "P" + sku,
        ProductName = "Product " + sku,
        CreatorHandle = creator,
        Channel = channel,
        Status = status,
        EstCommissionMinor = gmv / 10,
        Quantity = quantity,
        GmvMinor = gmv,
        RefundMinor = refund,
        Day = day,
        OrderedAt = new DateTimeOffset(day, new TimeOnly(4, 0), TimeSpan.Zero),
        ShopNo = "shop",
        ShopName = "=Shop",
        CategoryPath = "Home/Fans",
    };

    public static async Task LoadTotals(TestApp app, string creator, params (string Measure, Figure Figure)[] figures)
    {
        var draft = new PeriodTotalDraft { CreatorHandle = creator, From = new DateOnly(2026, 3, 1), To = new DateOnly(2026, 3, 31) };
        foreach (var (measure, figure) in figures) draft.Totals[measure] = figure;
        await LoadFactsTests.Load(app, 9, stage => stage.Add(draft));
    }
}
