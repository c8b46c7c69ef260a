using System.Net;
using Showrunner.Reports;

namespace Showrunner.Tests.Reports;

public sealed class ReportDoorTests(ReportFixture fixture) : IClassFixture<ReportFixture>
{
    private const string Days = "market=ID&from=2026-11-08&to=2026-11-14&compare=previous";

    [Theory, Databases]
    public async Task A_viewer_downloads_the_workbook_the_deck_and_the_document(string database)
    {
        using var viewer = await fixture.On(database).SignInAs("viewer");
        foreach (var (path, type) in new[] { ("/reports/weekly.xlsx", RenderWorkbook.ContentType), ("/reports/weekly.pptx", RenderDeck.ContentType), ("/reports/weekly.docx", RenderDocument.ContentType), ("/api/reports/weekly.xlsx", RenderWorkbook.ContentType) })
        {
            using var answer = await viewer.GetAsync($"{path}?{Days}&language=de");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
            Assert.Contains("weekly_ID_2026-11-08_2026-11-14_de.", answer.Content.Headers.ContentDisposition?.ToString(), StringComparison.Ordinal);
            Assert.Equal("PK"u8.ToArray(), (await answer.Content.ReadAsByteArrayAsync())[..2]);
        }
    }

    [Theory, Databases]
    public async Task The_page_shows_the_headline_and_leads_to_its_files(string database)
    {
        using var viewer = await fixture.On(database).SignInAs("viewer");
        var html = await viewer.GetStringAsync("/reports?report=weekly&" + Days);
        Assert.Contains("GMV rose by", html, StringComparison.Ordinal);
        Assert.Contains("/reports/weekly.xlsx?market=ID", html, StringComparison.Ordinal);
        Assert.Contains("/reports/weekly.pptx?market=ID", html, StringComparison.Ordinal);
        Assert.Contains("/reports/weekly.docx?market=ID", html, StringComparison.Ordinal);
        var empty = await viewer.GetStringAsync("/reports?report=weekly&market=GB&from=2026-11-08&to=2026-11-14");
        Assert.Contains("Nothing is known about United Kingdom", empty, StringComparison.Ordinal);
        Assert.DoesNotContain("/reports/weekly.xlsx", empty, StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task Strangers_are_sent_to_sign_in_and_other_markets_are_not_there(string database)
    {
        using var stranger = fixture.On(database).Browser();
        Assert.Equal(HttpStatusCode.Redirect, (await stranger.GetAsync("/reports/weekly.xlsx?" + Days)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.GetAsync("/api/reports/weekly.xlsx?" + Days)).StatusCode);
        using var elsewhere = await fixture.On(database).SignInAs("viewer", "VN");
        using var answer = await elsewhere.GetAsync("/api/reports/weekly.xlsx?" + Days);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("market_unknown", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task The_api_lists_reports_and_refuses_what_it_does_not_know(string database)
    {
        using var viewer = await fixture.On(database).SignInAs("analyst");
        Assert.Contains("\"code\":\"weekly\"", await viewer.GetStringAsync("/api/reports"), StringComparison.Ordinal);
        foreach (var (file, code) in new[] { ("yearly.xlsx", "report_unknown"), ("weekly.odt", "report_format_unknown"), ("weekly", "report_format_unknown") })
        {
            using var answer = await viewer.GetAsync($"/api/reports/{file}?{Days}");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains(code, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }
}
