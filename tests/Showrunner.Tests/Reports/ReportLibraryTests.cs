using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Showrunner.Creators;
using Showrunner.Ledger;
using Showrunner.Markets;
using Showrunner.Metrics;
using Showrunner.Platform;
using Showrunner.Reports;
using Showrunner.Reports.Headlines;
using Showrunner.Reports.Readings;
using Showrunner.Shops;
using Showrunner.Tests.Accounts;
using Showrunner.Tests.Ledger;

namespace Showrunner.Tests.Reports;

/// <summary>The reports that metrics tell, with <see cref="FindSubject"/>, <see cref="KeepReadings"/> and <see cref="PutHeadlines"/> on the way.</summary>
public sealed partial class ReportLibraryTests(ReportFixture fixture) : IClassFixture<ReportFixture>
{
    private static readonly DayRange Week = ReportFixture.Week;
    private static readonly string[] Codes = ["monthly", "live", "scorecard", "seller", "category", "growth", "commission", "quality"];

    [Theory, Databases]
    public async Task Every_report_says_the_pipelines_figures_in_every_format_and_language(string database)
    {
        using var folder = new TempFolder();
        var app = fixture.On(database);
        var (creator, shop) = await app.InDb(async db => (
            (await db.Creators.Join(db.Markets, c => c.MarketId, m => m.Id, (c, m) => new { c, m }).OrderBy(x => x.c.Id).FirstAsync(x => x.m.Code == "ID")).c.Handle, (await db.Shops.Join(db.Markets, s => s.MarketId, m => m.Id, (s, m) => new { s, m }).OrderBy(x => x.s.Id).FirstAsync(x => x.m.Code == "ID")).s.Name));
        foreach (var (code, language) in Codes.Zip(["en", "id", "de", "en", "id", "de", "en", "id"]))
        {
            var about = code switch { "scorecard" => creator, "seller" => shop, _ => null };
            var request = new RunReport.Request(code, "ID", Week.From, Week.To, ["xlsx", "pptx", "docx", "pdf"], language, Subject: about);
            var content = await ReportFixture.Run(app, run => run.Whole(request, Actor.Program("test"), default));
            Assert.True(content.Figures.Count() >= 6, code);
            Assert.True(content.Tables.Count() >= 3, code);
            Assert.Equal(content.Sections.Count, content.Sections.Select(s => s.Code).Distinct().Count());
            await Agrees(app, content);
            var made = (await ReportFixture.Run(app, run => run.Handle(request, folder.Path, Actor.Program("test"), default))).ToDictionary(m => m.Format, m => m.Path);
            var cells = OfficeReader.Cells(made["xlsx"]).Values.SelectMany(sheet => sheet.Values).ToList();
            var slides = string.Join("\n", OfficeReader.Slides(made["pptx"]));
            var text = OfficeReader.Document(made["docx"]).Text;
            var print = OfficeReader.Print(made["pdf"]);
            foreach (var figure in content.Figures.Where(f => f.Value is not null))
            {
                Assert.Contains(cells, c => c[0].ValueKind == JsonValueKind.Number && Math.Abs(c[0].GetDouble() - (double)figure.Value!.Value) < 1e-6);
                Assert.Contains(cells, c => c[0].ToString().EndsWith(figure.ShownReading!, StringComparison.Ordinal));
                Assert.Contains(OfficeReader.Plain(figure.Shown), print, StringComparison.Ordinal);
                Assert.Contains(figure.ShownReading!, print, StringComparison.Ordinal);
                foreach (var file in new[] { slides, text })
                {
                    Assert.Contains(figure.Shown, file, StringComparison.Ordinal);
                    Assert.Contains(figure.ShownReading!, file, StringComparison.Ordinal);
                }
            }
            foreach (var section in content.Sections.Where(s => s.Terms.Count == 0)) Assert.Contains(section.Headline, slides, StringComparison.Ordinal);
        }
    }

    private static async Task Agrees(TestApp app, ReportContent content)
    {
        var question = content.Question;
        using var scope = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.CreateScope(app.Services);
        var run = (RunMetricQuery)scope.ServiceProvider.GetService(typeof(RunMetricQuery))!;
        var asked = await run.Handle(new MetricQuery(question.Market.Rules, [.. content.Figures.Select(f => f.Code).Distinct()], question.Range) { Compare = "previous", Where = question.Subject is { } s ? [s.Filter] : [] }, default);
        foreach (var figure in content.Figures)
        {
            var scale = asked.Metrics[asked.Index(figure.Code)].Unit == Unit.Money ? 100m : 1m;
            Assert.Equal(asked[figure.Code] / scale, figure.Value);
        }
        foreach (var table in content.Tables.Where(t => t.Name is "trend" or "channels" && content.Figures.First().Code is "gmv"))
            Assert.Equal(content.Figures.First().Value, table.Table.Rows.Sum(r => Convert.ToDecimal(r[1] ?? 0m, CultureInfo.InvariantCulture)));
    }

    [Theory, Databases]
    public async Task A_persons_sentence_stays_until_the_figures_under_it_change(string database)
    {
        await using var app = await TestApp.Start(database, new TestClock());
        using var manager = await app.SignInAs("manager");
        using var viewer = await app.SignInAs("viewer");
        var day = new DateOnly(2026, 11, 9);
        await Sell(app, 1, day, 200);
        var write = new WriteHeadline.Request("monthly", "VN", Week.From, Week.To, "none", "en", "sales", "A quiet week, as planned");
        Assert.Equal(HttpStatusCode.Forbidden, (await viewer.PutAsJsonAsync("/api/reports/headlines", write)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await manager.PutAsJsonAsync("/api/reports/headlines", write with { Text = new string('x', 301) })).StatusCode);
        (await manager.PutAsJsonAsync("/api/reports/headlines", write)).EnsureSuccessStatusCode();
        var page = "/reports?report=monthly&market=VN&from=2026-11-08&to=2026-11-14&compare=none";
        Assert.Contains("<h2>A quiet week, as planned</h2>", await viewer.GetStringAsync(page), StringComparison.Ordinal);
        Assert.DoesNotContain("A quiet week", await viewer.GetStringAsync(page + "&language=de"), StringComparison.Ordinal);
        await Sell(app, 2, day, 300);
        var changed = await viewer.GetStringAsync(page);
        Assert.DoesNotContain("<h2>A quiet week", changed, StringComparison.Ordinal);
        Assert.Contains("The figures changed since", changed, StringComparison.Ordinal);
        Assert.Contains("<h2>GMV: ", changed, StringComparison.Ordinal);
        (await manager.PutAsJsonAsync("/api/reports/headlines", write with { Text = "" })).EnsureSuccessStatusCode();
        Assert.DoesNotContain("A quiet week", await viewer.GetStringAsync(page), StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task A_figures_code_opens_what_it_said_then_and_says_now(string database)
    {
        await using var app = await TestApp.Start(database, new TestClock());
        using var viewer = await app.SignInAs("viewer");
        using var elsewhere = await app.SignInAs("viewer", "ID");
        await Sell(app, 1, new DateOnly(2026, 11, 9), 200);
        var page = await viewer.GetStringAsync("/reports?report=monthly&market=VN&from=2026-11-08&to=2026-11-14&compare=none");
        var code = Code().Match(page).Groups[1].Value;
        Assert.Contains(code, await viewer.GetStringAsync("/reports?report=monthly&market=VN&from=2026-11-08&to=2026-11-14&compare=none"), StringComparison.Ordinal); // the same figure at the same change keeps its code
        await Sell(app, 2, new DateOnly(2026, 11, 9), 300);
        var reading = (await viewer.GetFromJsonAsync<ShowReading.Response>($"/api/figures/{code.ToLowerInvariant()}"))!;
        Assert.Equal(("gmv", 200m, 500m), (reading.Metric, reading.Then, reading.Now));
        Assert.True(reading.NowChange > reading.Change);
        Assert.Contains("The ledger was restated", await viewer.GetStringAsync("/figures/" + code), StringComparison.Ordinal);
        Assert.Contains("/figures/" + FigureReading.Read(code), await viewer.GetStringAsync($"/search?market=VN&q={code}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync($"/api/figures/{code}")).StatusCode);
        Assert.DoesNotContain("/figures/" + FigureReading.Read(code), await elsewhere.GetStringAsync($"/search?q={code}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await viewer.GetAsync("/api/figures/0000-0000")).StatusCode);
    }

    [Theory, Databases]
    public async Task Who_is_not_there_is_asked_for_by_name(string database)
    {
        using var viewer = await fixture.On(database).SignInAs("viewer");
        var html = await viewer.GetStringAsync("/reports?report=scorecard&market=ID&from=2026-11-08&to=2026-11-14");
        Assert.Contains("Say which creator", WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        using var answer = await viewer.GetAsync("/api/reports/seller.xlsx?market=ID&from=2026-11-08&to=2026-11-14&subject=Nobody");
        Assert.Contains("report_subject_unknown", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var library = WebUtility.HtmlDecode(await viewer.GetStringAsync("/reports?market=ID"));
        foreach (var name in new[] { "Weekly review", "Monthly review", "LIVE programme review", "Creator scorecard", "Seller review", "Category review", "Creator growth", "Commission statement" })
            Assert.Contains(name, library, StringComparison.Ordinal);
    }

    private static Task Sell(TestApp app, int load, DateOnly day, long dong) => LoadFactsTests.Load(app, 700 + load, new OrderLineDraft
    {
        OrderNo = "O" + load,
        ProductNo = "P1",
        ProductName = "Serum",
        ShopNo = "S1",
        ShopName = "Shop",
        CreatorHandle = "lina",
        Day = day,
        OrderedAt = new DateTimeOffset(day.ToDateTime(new TimeOnly(9, 0)), TimeSpan.FromHours(7)),
        Quantity = 1,
        PriceMinor = dong,
        GmvMinor = dong,
        Status = LineStatus.Completed,
        Channel = Channel.Video,
    });

    [GeneratedRegex("([0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4})")] private static partial Regex Code();
}
