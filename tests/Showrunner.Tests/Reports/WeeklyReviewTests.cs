using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Showrunner.Markets;
using Showrunner.Metrics;
using Showrunner.Platform;
using Showrunner.Reports;

namespace Showrunner.Tests.Reports;

public sealed class WeeklyReviewTests(ReportFixture fixture) : IClassFixture<ReportFixture>
{
    [Theory, Databases]
    public async Task Says_the_pipelines_figures_in_major_units_and_sums_that_agree(string database)
    {
        var app = fixture.On(database);
        var content = await ReportFixture.Content(app, "ID", ReportFixture.Week);
        var head = await Pipeline(app, "ID", ReportFixture.Week, "gmv", "net_sales", "orders", "items", "aov", "refunds", "refund_rate", "est_earnings", "active_creators", "videos", "lives");
        foreach (var figure in content.Figures.Where(f => f.Code != "settled_earnings"))
        {
            var metric = head.Metrics[head.Index(figure.Code)];
            var scale = metric.Unit == Unit.Money ? 100m : 1m;
            Assert.Equal(head[figure.Code] / scale, figure.Value);
            Assert.Equal(head.Before(figure.Code) / scale, figure.Before);
        }
        Assert.Equal(12, content.Figures.Count());
        var gmv = content.Figures.Single(f => f.Code == "gmv").Value;
        Assert.True(gmv > 0);
        var trend = content.Tables.Single(t => t.Name == "trend").Table;
        Assert.Equal(7, trend.Rows.Count());
        Assert.Equal(gmv, trend.Rows.Sum(r => (decimal?)r[1]));
        Assert.Equal(gmv, content.Tables.Single(t => t.Name == "channels").Table.Rows.Sum(r => (decimal?)r[1]));
        var creators = content.Tables.Single(t => t.Name == "creator").Table.Rows.ToList();
        Assert.Equal(20, creators.Count);
        Assert.Equal(creators.OrderByDescending(r => (decimal)r[1]!).Select(r => r[0]), creators.Select(r => r[0]));
        Assert.Equal(20, content.Tables.Single(t => t.Name == "product").Table.Rows.Count());
        Assert.Equal(12, content.Sections.Sum(s => s.Terms.Count));
    }

    [Theory, Databases]
    public async Task A_spreadsheet_calculates_the_same_figures_as_the_pipeline(string database)
    {
        using var folder = new TempFolder();
        var app = fixture.On(database);
        var made = await ReportFixture.Run(app, run => run.Handle(ReportFixture.Ask("ID", ReportFixture.Week, "en", "xlsx"), folder.Path, Actor.Program("test"), default));
        var path = Assert.Single(made).Path;
        var summary = OfficeReader.Cells(path)["Summary"];
        var again = OfficeReader.Cells(OfficeReader.Recalculated(path, folder.Path))["Summary"];
        var content = await ReportFixture.Content(app, "ID", ReportFixture.Week);
        foreach (var figure in content.Figures)
        {
            var row = summary.Single(c => c.Key[0] == 'A' && c.Value[0].ToString() == figure.Label).Key[1..];
            Assert.Equal((double)figure.Value!, summary["B" + row][0].GetDouble(), 9);
            Assert.Equal((double)figure.Value!, again["B" + row][0].GetDouble(), 6);
            Assert.Equal((double)figure.Before!, again["C" + row][0].GetDouble(), 6);
            var formula = summary["B" + row][1];
            Assert.Equal(figure.Code is not ("orders" or "active_creators" or "videos" or "lives"), formula.ValueKind == JsonValueKind.String && formula.GetString()![0] == '=');
        }
        Assert.Contains(summary, c => c.Value[1].ToString().StartsWith("=SUM('Trend'!", StringComparison.Ordinal));
        var money = summary.First(c => c.Value[1].ToString().StartsWith("=SUM('Trend'!", StringComparison.Ordinal)).Value[2].ToString();
        Assert.Contains("Rp", money, StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task The_deck_says_the_same_figures(string database)
    {
        using var folder = new TempFolder();
        var app = fixture.On(database);
        var made = await ReportFixture.Run(app, run => run.Handle(ReportFixture.Ask("ID", ReportFixture.Week, "en", "pptx"), folder.Path, Actor.Program("test"), default));
        var slides = OfficeReader.Slides(Assert.Single(made).Path);
        var content = await ReportFixture.Content(app, "ID", ReportFixture.Week);
        var figures = string.Join("\n", slides[1], slides[2]);
        foreach (var figure in content.Figures) Assert.Contains(figure.Shown, figures, StringComparison.Ordinal);
        foreach (var section in content.Sections) Assert.Contains(slides, s => s.Contains(section.Headline, StringComparison.Ordinal));
        Assert.All(slides.Skip(1), s => Assert.Contains("As of 22 Nov 2026", s, StringComparison.Ordinal));
        using var zip = System.IO.Compression.ZipFile.OpenRead(made[0].Path);
        Assert.Equal(3, zip.Entries.Count(e => e.FullName.StartsWith("ppt/charts/chart", StringComparison.Ordinal)));
    }

    [Theory, Databases]
    public async Task The_document_says_the_same_figures_and_explains_them(string database)
    {
        using var folder = new TempFolder();
        var app = fixture.On(database);
        var made = await ReportFixture.Run(app, run => run.Handle(ReportFixture.Ask("ID", ReportFixture.Week, "de", "docx"), folder.Path, Actor.Program("test"), default));
        var content = await ReportFixture.Content(app, "ID", ReportFixture.Week, "de");
        var (text, notes, headings) = OfficeReader.Document(Assert.Single(made).Path);
        foreach (var figure in content.Figures) Assert.Contains(figure.Shown.Replace(' ', '\u00A0'), text, StringComparison.Ordinal);
        Assert.Equal(content.Sections.Where(s => s.Terms.Count == 0).Select(s => s.Headline), headings);
        var explained = content.Sections.SelectMany(s => s.Terms).Where(t => content.Figures.Any(f => f.Label == t.Name)).ToList();
        Assert.NotEmpty(explained);
        foreach (var term in explained) Assert.Contains(notes, n => n.Contains(term.Meaning, StringComparison.Ordinal));
        Assert.Contains("Abbildung\u00A01: ", text, StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task What_changed_names_the_largest_contributors(string database)
    {
        var app = fixture.On(database);
        var content = await ReportFixture.Content(app, "ID", ReportFixture.Week);
        var sentences = content.Sections.Single(s => s.Headline.StartsWith("What changed: ", StringComparison.Ordinal)).Sentences;
        var channels = await Pipeline(app, "ID", ReportFixture.Week, q => q with { By = ["channel"] }, "gmv");
        var most = channels.Rows.MaxBy(r => r.Values[0] - r.Before[0])!;
        Assert.True(most.Values[0] > most.Before[0]);
        Assert.Contains(sentences, s => s.StartsWith(content.Words.Channel(most.Keys[0]) + " rose by ", StringComparison.Ordinal));
        Assert.All(sentences, s => Assert.Contains(s, char.IsDigit));
        Assert.All(sentences, s => Assert.DoesNotContain("{", s, StringComparison.Ordinal));
    }

    [Theory, Databases]
    public async Task Period_totals_have_no_days_and_say_why(string database)
    {
        using var folder = new TempFolder();
        var app = fixture.On(database);
        var content = await ReportFixture.Content(app, "VN", ReportFixture.April);
        Assert.DoesNotContain(content.Tables, t => t.Name == "trend");
        Assert.Contains(content.Sections, s => s.Sentences.Any(x => x.Contains("never spread over days", StringComparison.Ordinal)));
        Assert.Contains(content.Sections.SelectMany(s => s.Notes), n => n.Contains("1–30 Apr 2026", StringComparison.Ordinal));
        Assert.Equal((750_000_000m, 590_000_000m), (content.Figures.First().Value, content.Figures.First().Before));
        var channels = content.Tables.Single(t => t.Name == "channels").Table.Rows.Select(r => (r[0], r[1])).ToList();
        Assert.Equal([("LIVE", 375_000_000m), ("Channel unknown", 225_000_000m), ("Video", 150_000_000m)], channels);
        var made = await ReportFixture.Run(app, run => run.Handle(ReportFixture.Ask("VN", ReportFixture.April), folder.Path, Actor.Program("test"), default));
        var cells = OfficeReader.Cells(OfficeReader.Recalculated(made[0].Path, folder.Path))["Summary"];
        Assert.Contains(cells, c => c.Value[1].ToString().StartsWith("=SUM(", StringComparison.Ordinal) && c.Value[0].GetDouble().Equals(750_000_000.0));
    }

    [Theory, Databases]
    public async Task Nothing_known_is_refused_and_leaves_no_file(string database)
    {
        using var folder = new TempFolder();
        var refused = await Assert.ThrowsAsync<Refused>(() => ReportFixture.Run(fixture.On(database), run =>
            run.Handle(ReportFixture.Ask("GB", ReportFixture.Week), folder.Path, Actor.Program("test"), default)));
        Assert.Equal("report_empty", refused.Code);
        Assert.Equal(["United Kingdom", ReportFixture.Week.From, ReportFixture.Week.To], refused.Arguments);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Theory, Databases]
    public async Task A_period_before_the_first_file_is_unknown_and_not_compared(string database)
    {
        var first = new DayRange(new DateOnly(2026, 5, 24), new DateOnly(2026, 6, 6));
        var content = await ReportFixture.Content(fixture.On(database), "ID", first with { From = first.From.AddDays(-30) });
        Assert.All(content.Figures, f => Assert.Null(f.Before));
        Assert.Contains(content.Sections.SelectMany(s => s.Notes), n => n.Contains("nothing is compared", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_data_gives_the_same_bytes_in_every_language()
    {
        foreach (var language in Texts.Languages)
            foreach (var format in RunReport.KnownFormats)
            {
                var twice = new List<byte[]>();
                for (var i = 0; i < 2; i++)
                    twice.Add((await ReportFixture.Run(fixture.On("sqlite"), run => run.Handle(ReportFixture.Ask("DE", ReportFixture.Week, language, format), Actor.Program("test"), default))).Content);
                Assert.Equal(twice[0], twice[1]);
            }
    }

    [Fact]
    public async Task Speaks_the_readers_language_on_every_sheet()
    {
        using var folder = new TempFolder();
        foreach (var (language, summary, before) in new[] { ("en", "Summary", "GMV before"), ("id", "Ringkasan", "GMV sebelumnya"), ("de", "Übersicht", "GMV vorher") })
        {
            var made = await ReportFixture.Run(fixture.On("sqlite"), run => run.Handle(ReportFixture.Ask("DE", ReportFixture.Week, language, "xlsx"), folder.Path, Actor.Program("test"), default));
            var cells = OfficeReader.Cells(made[0].Path);
            Assert.Equal(summary, cells.Keys.ElementAt(1)); // behind the cover
            Assert.Equal(7, cells.Count);
            Assert.All(cells.Keys, name => Assert.True(name.Length <= 31));
            Assert.Contains(cells.Values, sheet => sheet.Any(c => c.Value[0].ToString() == before));
            Assert.DoesNotContain(cells.Values, sheet => sheet.Any(c => c.Value[0].ToString().Contains("report.", StringComparison.Ordinal)));
        }
    }

    private static Task<MetricTable> Pipeline(TestApp app, string market, DayRange range, params string[] metrics) => Pipeline(app, market, range, q => q, metrics);

    private static async Task<MetricTable> Pipeline(TestApp app, string market, DayRange range, Func<MetricQuery, MetricQuery> also, params string[] metrics)
    {
        using var scope = app.Services.CreateScope();
        var rules = (await app.InDb(db => db.Markets.SingleAsync(m => m.Code == market))).Rules;
        return await scope.ServiceProvider.GetRequiredService<RunMetricQuery>().Handle(also(new MetricQuery(rules, metrics, range) { Compare = "previous" }), default);
    }
}

internal sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("report-").FullName;
    public void Dispose() => Directory.Delete(Path, recursive: true);
}
