using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Markets;
using Showrunner.Office;
using Showrunner.Platform;
using Showrunner.Reports;
using Showrunner.Web;
using Column = Showrunner.Office.Column;

namespace Showrunner.Imports.Sheets;

/// <summary>GET /imports/sheets/{code}.xlsx: the rows as they are now, with lists to choose from, to be edited and brought back.</summary>
public static class DownloadSheet
{
    private const int SpareRows = 200;

    public static async Task<IResult> Handle(string code, string? market, IEnumerable<EditableSheet> sheets, AppDb db, Texts texts, Viewer viewer, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        var sheet = sheets.Named(code);
        var place = await Place(sheet, market ?? viewer.Market?.Code, db, actor, cancel);
        var say = Say.In(texts, viewer.Language);
        using var buffer = new MemoryStream();
        Write(buffer, sheet, await sheet.Rows(place, db, cancel), place, say, viewer.Language, clock.GetUtcNow());
        return Results.File(buffer.ToArray(), RenderWorkbook.ContentType, $"{code}-{place.Code}.xlsx");
    }

    internal static async Task<Market> Place(EditableSheet sheet, string? code, AppDb db, Actor actor, CancellationToken cancel)
    {
        actor.Needs(sheet.Permission);
        var market = await db.Markets.AsNoTracking().FirstOrDefaultAsync(m => m.Code == code, cancel);
        return market is null || !actor.SeesMarket(market.Id) ? throw new Refused("market_unknown", code) : market;
    }

    private static void Write(Stream to, EditableSheet sheet, IReadOnlyList<SheetRow> rows, Market market, Say say, string language, DateTimeOffset now)
    {
        var lists = sheet.Columns.Where(c => c.Choices.Count > 0).ToList();
        List<Column> columns =
        [
            .. sheet.Columns.Select(c => new Column(say[c.TextKey], EditableSheet.Format(c), c.Width) { Choices = c.Choices.Count > 0 ? Choices.From("lists", say[c.TextKey]) : null, Wrap = c.Width > 40 }),
            new Column(say["sheets.remove"], CellFormat.Text, 12), new Column(say["sheets.key"], CellFormat.Text, 12), new Column(say["sheets.version"], CellFormat.Text, 12),
        ];
        // Empty rows at the end carry the lists and formats for what a person adds.
        var cells = rows.Select(row => (IReadOnlyList<object?>)[.. sheet.Columns.Select(c => EditableSheet.Cell(c, row[c.Code], say)), null, row.Key, row.Version(sheet.Columns)])
            .Concat(Enumerable.Range(0, SpareRows).Select(_ => (IReadOnlyList<object?>)new object?[columns.Count]));
        var most = lists.Count == 0 ? 0 : lists.Max(c => c.Choices.Count);
        List<SheetSpec> pages =
        [
            new SheetSpec(say[sheet.TitleKey], new TableBlock(new Table(columns, cells)) { Name = "rows" }) { Title = $"{say[sheet.TitleKey]}: {market.Name(language)}", Subtitle = say["sheets.how"] },
        ];
        if (lists.Count > 0)
            pages.Add(new SheetSpec(say["sheets.lists"], new TableBlock(new Table([.. lists.Select(c => new Column(say[c.TextKey], CellFormat.Text, 30))],
                Enumerable.Range(0, most).Select(at => (IReadOnlyList<object?>)[.. lists.Select(c => at < c.Choices.Count ? (object?)say[c.Choices[at].TextKey] : null)])))
            { Name = "lists", Filter = false }));
        WorkbookWriter.Write(to, new WorkbookSpec(new Stamp(say[sheet.TitleKey], now), [.. pages]) { Culture = Texts.Culture(language) });
    }
}
