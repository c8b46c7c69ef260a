using System.Net;
using System.Net.Http.Json;
using Showrunner.Ledger;
using Showrunner.Tests.Insights;

namespace Showrunner.Tests.Ledger;

public class ShowLinesTests
{
    [Theory, Databases]
    public async Task The_rows_behind_a_figure_add_up_to_it(string database)
    {
        await using var app = await BoardData.Small(database);
        using var browser = await app.SignInAs("viewer", "VN");
        var paid = await Lines(browser, "only=paid");
        Assert.Equal((600m, 2m, 3, 600L), (paid.Sums["gmv"], paid.Sums["orders"], paid.Lines.Count, paid.Lines.Sum(l => l.GmvMinor)));
        var refunded = await Lines(browser, "only=refunded");
        Assert.Equal((60m, 60L), (refunded.Sums["refunds"], refunded.Lines.Sum(l => l.RefundMinor)));
        Assert.Equal(160m, (await Lines(browser, "")).Sums["est_earnings"]);
        Assert.Equal(["A"], (await Lines(browser, "channel=video")).Lines.Select(l => l.OrderNo));
        Assert.Equal([1000L, 300, 200, 100], (await Lines(browser, "sort=-gmv")).Lines.Select(l => l.GmvMinor));
        Assert.Empty((await Lines(browser, "order=" + Uri.EscapeDataString("A' OR '1'='1"))).Lines);
    }

    [Theory, Databases]
    public async Task Pages_follow_each_other_without_gap_or_repeat(string database)
    {
        await using var app = await TestApp.Start(database);
        await LoadFactsTests.Load(app, 1, [.. Enumerable.Range(0, 120).Select(i => BoardData.Line($"O{i:000}", "S1", "lina", 10, 1, BoardData.Day))]);
        using var browser = await app.SignInAs("viewer", "VN");
        var (seen, after) = (new List<string>(), (int?)0);
        while (after is not null)
        {
            var page = await Lines(browser, "after=" + after);
            seen.AddRange(page.Lines.Select(l => l.OrderNo));
            after = page.Next;
        }
        Assert.Equal(Enumerable.Range(0, 120).Select(i => $"O{i:000}"), seen.Order());
    }

    [Theory, Databases]
    public async Task The_export_opens_and_runs_no_formula(string database)
    {
        await using var app = await BoardData.Small(database);
        using var browser = await app.SignInAs("viewer", "VN");
        var csv = await (await browser.Get($"/lines/export?market=VN&{BoardData.March}&only=paid&format=csv")).Content.ReadAsStringAsync();
        Assert.Equal(4, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains(",'=Shop,", csv, StringComparison.Ordinal);
        // The reader asks for an old code page even where it needs none.
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        var xlsx = await (await browser.Get($"/lines/export?market=VN&{BoardData.March}&only=paid&format=xlsx")).Content.ReadAsStreamAsync();
        using var book = ExcelDataReader.ExcelReaderFactory.CreateReader(xlsx);
        var rows = new List<string>();
        while (book.Read()) rows.Add(string.Join('|', Enumerable.Range(0, book.FieldCount).Select(book.GetValue)));
        Assert.Equal(3, rows.Count(row => row.Contains("lina", StringComparison.Ordinal) || row.Contains("budi", StringComparison.Ordinal)));
        Assert.Contains(rows, row => row.Contains("=Shop", StringComparison.Ordinal));
    }

    [Theory, Databases]
    public async Task A_restated_order_shows_what_was_known_then(string database)
    {
        await using var app = await BoardData.Small(database);
        await LoadFactsTests.Load(app, 2, BoardData.Line("B", "S1", "budi", 100, 1, BoardData.Day.AddDays(9), refund: 100));
        using var browser = await app.SignInAs("viewer", "VN");
        var line = Assert.Single((await Lines(browser, "order=B")).Lines);
        var order = (await browser.GetFromJsonAsync<ShowOrder.Response>($"/api/lines/order?market=VN&no=B&creator={line.CreatorId}"))!;
        Assert.Equal([(100L, (long?)null), (60L, 2L)], order.Versions.Select(v => (v.RefundMinor, v.ReplacedBy)));
        using var page = await browser.Get($"/lines/order?no=B&creator={line.CreatorId}");
        Assert.Contains("Known then", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get($"/lines/order?no=nothing&creator={line.CreatorId}")).StatusCode);
    }

    [Theory, Databases]
    public async Task Totals_are_listed_with_ranges_and_what_is_not_shared(string database)
    {
        await using var app = await TestApp.Start(database);
        await BoardData.LoadTotals(app, "lina", ("gmv", Figure.Exact(700)), ("orders", Figure.Range(3000, 5000)), ("items", Figure.NotShared));
        using var browser = await app.SignInAs("viewer", "VN");
        var gmv = (await browser.GetFromJsonAsync<ShowTotals.Response>($"/api/totals?market=VN&{BoardData.March}"))!;
        Assert.Equal((700L, 1L, 0L), (gmv.Sum, gmv.Count, gmv.Inexact));
        var orders = (await browser.GetFromJsonAsync<ShowTotals.Response>($"/api/totals?market=VN&{BoardData.March}&measure=orders"))!;
        Assert.Equal((null, 1L, 1L), (orders.Sum, orders.Count, orders.Inexact));
        var page = WebUtility.HtmlDecode(await (await browser.Get($"/creators/1?{BoardData.March}")).Content.ReadAsStringAsync());
        Assert.Contains("3–5\u00A0K", page, StringComparison.Ordinal);
        Assert.Contains("not shared", page, StringComparison.Ordinal);
    }

    private static async Task<ShowLines.Response> Lines(HttpClient browser, string filter) =>
        (await browser.GetFromJsonAsync<ShowLines.Response>($"/api/lines?market=VN&{BoardData.March}&{filter}"))!;
}
