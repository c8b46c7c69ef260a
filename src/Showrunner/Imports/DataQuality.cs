using Microsoft.EntityFrameworkCore;
using Showrunner.Creators;
using Showrunner.Data;
using Showrunner.Markets;
using Showrunner.Metrics;
using Showrunner.Office;
using Showrunner.Platform;
using Showrunner.Reports;
using Showrunner.Reports.Told;
using Showrunner.Shops;

namespace Showrunner.Imports;

/// <summary>How far the figures can be trusted: what came in and was rejected, what is settled and costed, what is not named.</summary>
public sealed class DataQuality(RunMetricQuery run, Texts texts, AppDb db) : FigureReport(run, texts)
{
    private const int MostFiles = 200;

    public override string Code => "quality";
    public override string TitleKey => "report.quality";

    protected override IReadOnlyList<Part> Parts { get; } =
    [
        new Cards("lines", "report.sheet.summary", "report.quality.lines", "order_lines", "orders", "settled_share", "cost_coverage", "gmv", "gmv_cancelled", "videos", "lives"),
        new Course("trend", "report.sheet.trend", "order_lines", "videos", "lives"),
        new Ranking("states", "dimension.status.many", "status", "order_lines", "gmv", "est_earnings", "settled_earnings"),
        new Ranking("channels", "report.sheet.channels", "channel", "order_lines", "gmv"),
    ];

    protected override async Task<IReadOnlyList<Section>> More(ReportQuestion question, ReportWords words, CancellationToken cancel) =>
        [await Known(question.Market, words, cancel), await Files(question, words, cancel)];

    private async Task<Section> Known(Market market, ReportWords words, CancellationToken cancel)
    {
        var creators = db.Creators.AsNoTracking().Where(c => c.MarketId == market.Id && c.MergedIntoId == null);
        var products = db.Products.AsNoTracking().Where(p => p.MarketId == market.Id);
        var (people, goods) = (await creators.CountAsync(cancel), await products.CountAsync(cancel));
        List<(string What, int Of, int Missing)> rows =
        [
            ("creatorCategory", people, await creators.CountAsync(c => c.Category == "", cancel)),
            ("creatorFollowers", people, await creators.CountAsync(c => c.Followers == null, cancel)),
            ("productName", goods, await products.CountAsync(p => p.Name == "", cancel)),
            ("productCategory", goods, await products.CountAsync(p => p.CategoryId == 0, cancel)),
            ("productPrice", goods, await products.CountAsync(p => p.PriceLowMinor == null, cancel)),
        ];
        return new Section(words.Say("report.quality.people"), words.Say("report.quality.gap", rows[0].Missing, people, rows[3].Missing, goods))
        {
            Code = "known",
            Table = new ContentTable("known", new Table(
                [
                    new Column(words.Say("report.quality.what"), CellFormat.Text, 34), new Column(words.Say("report.quality.known"), CellFormat.Integer), new Column(words.Say("report.quality.missing"), CellFormat.Integer),
                    new Column(words.Say("report.quality.share"), CellFormat.Percent()) { Bar = true },
                ],
                [.. rows.Select(r => (IReadOnlyList<object?>)[words.Say("report.quality." + r.What), r.Of - r.Missing, r.Missing, r.Of == 0 ? null : (decimal)(r.Of - r.Missing) / r.Of])]))
            { SlideColumns = [words.Say("report.quality.what"), words.Say("report.quality.known"), words.Say("report.quality.missing"), words.Say("report.quality.share")] },
        };
    }

    private async Task<Section> Files(ReportQuestion question, ReportWords words, CancellationToken cancel)
    {
        var rules = question.Market.Rules;
        var (from, until) = (rules.Instant(question.Range.From.ToDateTime(TimeOnly.MinValue)), rules.Instant(question.Range.To.AddDays(1).ToDateTime(TimeOnly.MinValue)));
        var imports = await db.Imports.AsNoTracking().Where(i => i.MarketId == question.Market.Id && i.CreatedAt >= from && i.CreatedAt < until).OrderByDescending(i => i.Id).Take(MostFiles).ToListAsync(cancel);
        var sheet = words.Say("report.quality.imports");
        if (imports.Count == 0) return new Section(sheet, words.Say("report.quality.noImports")) { Code = "imports", Sentences = [words.Say("report.quality.noImports.text")] };
        var loaded = imports.Where(i => i.State == Import.Loaded).ToList();
        string[] names = ["file", "loadedAt", "state", "rows", "new", "same", "restated", "rejected"];
        string Heading(int at) => words.Say("report.quality." + names[at]);
        return new Section(sheet, words.Say("report.quality.imported", loaded.Count, loaded.Sum(i => i.RowsLoaded), loaded.Sum(i => i.Restated), loaded.Sum(i => i.Rejected)))
        {
            Code = "imports",
            Table = new ContentTable("imports", new Table(
                [
                    new Column(Heading(0), CellFormat.Text, 40), new Column(Heading(1), CellFormat.DateTime), new Column(Heading(2), CellFormat.Text), new Column(Heading(3), CellFormat.Integer, Total: Total.Sum),
                    new Column(Heading(4), CellFormat.Integer, Total: Total.Sum), new Column(Heading(5), CellFormat.Integer, Total: Total.Sum), new Column(Heading(6), CellFormat.Integer, Total: Total.Sum), new Column(Heading(7), CellFormat.Integer, Total: Total.Sum),
                ],
                [.. imports.Select(i => (IReadOnlyList<object?>)
                    [i.FileName, TimeZoneInfo.ConvertTime(i.CreatedAt, rules.Zone), words.Say("imports.state." + i.State), i.RowsRead, i.RowsLoaded, i.Unchanged, i.Restated, i.Rejected])]))
            { SlideColumns = [Heading(0), Heading(2), Heading(3), Heading(6), Heading(7)], SlideRows = 12 },
        };
    }
}
