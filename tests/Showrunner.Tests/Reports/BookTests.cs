using System.Net;
using System.Text.Json;
using Showrunner.Platform;
using Showrunner.Reports;
using Showrunner.Reports.Told;

namespace Showrunner.Tests.Reports;

/// <summary><see cref="WriteBook"/>: many scorecards in one file say what each says alone; <see cref="TellEach"/> cuts the answers apart, <see cref="DownloadBook"/> hands it out.</summary>
public sealed class BookTests(ReportFixture fixture) : IClassFixture<ReportFixture>
{
    private static readonly DayRange Week = ReportFixture.Week;

    [Theory, Databases]
    public async Task A_book_says_of_each_creator_what_the_scorecard_says(string database)
    {
        var app = fixture.On(database);
        using var folder = new TempFolder();
        var (pages, slides, rows) = (OfficeReader.Print(await Made(app, folder, "pdf", 38)), OfficeReader.Slides(await Made(app, folder, "pptx", 38)), OfficeReader.Cells(await Made(app, folder, "xlsx", 38)));
        Assert.Equal(39, slides.Count); // the title, and one each
        var list = rows.First().Value;
        var names = list.Where(c => c.Value[0].ToString().StartsWith('@')).Select(c => c.Value[0].ToString()).ToList();
        Assert.Equal(38, names.Distinct().Count());
        foreach (var name in new[] { names[0], names[30], names[37] }) // of both handfuls
        {
            var request = new RunReport.Request("scorecard", "ID", Week.From, Week.To, ["pdf"], "de", Subject: name);
            var card = await ReportFixture.Run(app, run => run.Whole(request, Actor.Program("test"), default));
            var figures = card.Sections[0].Figures.Where(f => f.Value is not null && f.Code is "gmv" or "orders" or "items" or "refund_rate").ToList();
            Assert.Equal(4, figures.Count);
            var slide = slides.Single(s => s.Contains(name + ":", StringComparison.Ordinal));
            foreach (var figure in figures)
            {
                Assert.Contains(figure.Shown, slide, StringComparison.Ordinal);
                Assert.Contains(figure.ShownReading!, slide, StringComparison.Ordinal); // the same code: the same figure
                Assert.Contains(figure.ShownReading!, pages, StringComparison.Ordinal);
                Assert.Contains(list, c => c.Value[0].ValueKind == JsonValueKind.Number && Math.Abs(c.Value[0].GetDouble() - (double)figure.Value!.Value) < 1e-6);
            }
            Assert.Contains(card.Sections[0].Headline, slide, StringComparison.Ordinal);
        }
    }

    [Theory, Databases]
    public async Task It_comes_by_page_and_by_api_or_is_refused_with_a_sentence(string database)
    {
        var app = fixture.On(database);
        using var viewer = await app.SignInAs("viewer", "ID");
        using var elsewhere = await app.SignInAs("viewer", "VN");
        using var nobody = app.Browser();
        var address = $"market=ID&from={Week.From:yyyy-MM-dd}&to={Week.To:yyyy-MM-dd}&creators=";
        using var made = await viewer.GetAsync(new Uri($"/reports/scorecards?{address}3&format=pdf", UriKind.Relative));
        Assert.Equal("application/pdf", made.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("scorecards_ID_3_", made.Content.Headers.ContentDisposition!.FileNameStar ?? made.Content.Headers.ContentDisposition.FileName, StringComparison.Ordinal);
        Assert.Equal("%PDF"u8.ToArray(), (await made.Content.ReadAsByteArrayAsync())[..4]);
        foreach (var wrong in new[] { "0&format=pdf", "1001&format=pdf", "3&format=odt", "3&format=pdf&compare=never", "3&format=pdf&language=fr" })
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await viewer.GetAsync(new Uri($"/api/reports/scorecards?{address}{wrong}", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await elsewhere.GetAsync(new Uri($"/api/reports/scorecards?{address}3", UriKind.Relative))).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await nobody.GetAsync(new Uri($"/api/reports/scorecards?{address}3", UriKind.Relative))).StatusCode);
        Assert.Contains("/reports/scorecards", await viewer.GetStringAsync($"/reports?report=scorecard&{address}"), StringComparison.Ordinal);
    }

    private static async Task<string> Made(TestApp app, TempFolder folder, string format, int creators)
    {
        var path = Path.Combine(folder.Path, "book." + format);
        using var scope = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.CreateScope(app.Services);
        var book = (WriteBook)scope.ServiceProvider.GetService(typeof(WriteBook))!;
        await using var file = File.Create(path);
        var made = await book.Handle(new WriteBook.Request("ID", Week.From, Week.To, format, "de", creators), file, Actor.Program("test"), default);
        Assert.Equal(creators, made.Creators);
        return path;
    }
}
