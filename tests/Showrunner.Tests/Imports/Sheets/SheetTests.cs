using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.EntityFrameworkCore;
using Showrunner.Goals;
using Showrunner.Imports;
using Showrunner.Imports.Sheets;
using Showrunner.Tests.Insights;

namespace Showrunner.Tests.Imports.Sheets;

/// <summary>
/// <see cref="DownloadSheet"/>, <see cref="CompareSheet"/> (by <see cref="ReadSheet"/>) and <see cref="TakeSheet"/>:
/// goals and mappings leave as a workbook, are edited, and come back with their differences shown first.
/// </summary>
public class SheetTests
{
    private static readonly DateOnly First = new(2026, 3, 1), Last = new(2026, 3, 31);

    [Theory, Databases]
    public async Task Goals_are_edited_in_a_workbook_and_their_differences_shown_before_they_are_taken(string database)
    {
        await using var app = await BoardData.Small(database);
        using var manager = await app.SignInAs("manager", "VN");
        foreach (var said in new Goal.Said[] { new("gmv", "reach", "market", null, First, Last, 1000, "plan"), new("orders", "reach", "market", null, First, Last, 10, null), new("items", "reach", "market", null, First, Last, 5, null) })
            (await manager.PostAsJsonAsync("/api/goals", new SetGoal.Request("VN", said))).EnsureSuccessStatusCode();
        foreach (var language in new[] { "en", "id", "de" })
        {
            var page = await manager.GetByteArrayAsync($"/api/sheets/goals.xlsx?market=VN&lang={language}");
            var same = await Back(manager, "goals", page);
            Assert.Equal((0, 3, 0), (same.Changes.Count, same.Unchanged, same.Problems.Count)); // untouched, it changes nothing
        }
        var book = Edited(await manager.GetByteArrayAsync("/api/sheets/goals.xlsx?market=VN"), rows =>
        {
            rows.Single(r => r[0] == "GMV")[6] = "1200.5";
            rows.Single(r => r[0] == "Orders")[8] = "x"; // remove
            rows.RemoveAll(r => r[0].StartsWith("Items", StringComparison.Ordinal)); // left out: it stays
            rows.Add(["Refund rate", "Budget (at most)", "Creator", "lina", "2026-03-01", "2026-03-31", "4", "", "", "", ""]);
        });
        var found = await Back(manager, "goals", book);
        Assert.Empty(found.Problems);
        Assert.Equal(3, found.Changes.Count);
        var shown = await manager.GetStringAsync($"/imports/sheets/goals/{found.Id}?market=VN");
        Assert.Contains("<del>1,000</del> <strong>1,200.5</strong>", shown, StringComparison.Ordinal);
        Assert.Equal(3, await app.InDb(db => db.Goals.CountAsync())); // nothing is taken yet
        using var stranger = await app.SignInAs("manager", "VN");
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(new Uri($"/api/sheets/uploads/{found.Id}", UriKind.Relative))).StatusCode);
        using var form = await manager.SubmitTo($"/imports/sheets/goals/{found.Id}?market=VN", $"/imports/sheets/goals/{found.Id}?market=VN", ("version", found.Version));
        Assert.Equal(HttpStatusCode.Redirect, form.StatusCode);
        Assert.Equal(["gmv 1200.5", "items 5", "refund_rate 4"], await app.InDb(db => db.Goals.OrderBy(g => g.Metric).Select(g => g.Metric + " " + g.Target).ToListAsync()));
        var again = (await (await manager.PostAsJsonAsync($"/api/sheets/uploads/{found.Id}/taking", new TakeSheet.Request(found.Version))).Content.ReadFromJsonAsync<TakeSheet.Response>())!;
        Assert.Equal(0, again.Taken); // twice is once
    }

    [Theory, Databases]
    public async Task What_others_changed_meanwhile_is_said_and_shown_again(string database)
    {
        await using var app = await BoardData.Small(database);
        using var manager = await app.SignInAs("manager", "VN");
        var said = new Goal.Said("gmv", "reach", "market", null, First, Last, 1000, null);
        var id = (await (await manager.PostAsJsonAsync("/api/goals", new SetGoal.Request("VN", said))).Content.ReadFromJsonAsync<SetGoal.Response>())!.Id;
        var book = Edited(await manager.GetByteArrayAsync("/api/sheets/goals.xlsx?market=VN"), rows => rows[0][6] = "2000");
        var before = await Back(manager, "goals", book);
        Assert.False(before.Changes.Single().Moved);
        (await manager.PutAsJsonAsync($"/api/goals/{id}", new SetGoal.Request("VN", said with { Target = 1500 }))).EnsureSuccessStatusCode();
        using var refused = await manager.PostAsJsonAsync($"/api/sheets/uploads/{before.Id}/taking", new TakeSheet.Request(before.Version));
        Assert.Contains("sheet_moved", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var after = (await manager.GetFromJsonAsync<Found>($"/api/sheets/uploads/{before.Id}"))!;
        Assert.True(after.Changes.Single().Moved);
        Assert.Contains("<del>1,500</del>", await manager.GetStringAsync($"/imports/sheets/goals/{before.Id}?market=VN"), StringComparison.Ordinal);
        (await manager.PostAsJsonAsync($"/api/sheets/uploads/{before.Id}/taking", new TakeSheet.Request(after.Version))).EnsureSuccessStatusCode();
        Assert.Equal("2000", await app.InDb(db => db.Goals.Select(g => g.Target).SingleAsync()));
    }

    [Theory, Databases]
    public async Task Wrong_cells_and_wrong_files_are_named_and_nothing_changes(string database)
    {
        await using var app = await BoardData.Small(database);
        using var manager = await app.SignInAs("manager", "VN");
        using var viewer = await app.SignInAs("viewer", "VN");
        (await manager.PostAsJsonAsync("/api/goals", new SetGoal.Request("VN", new("gmv", "reach", "market", null, First, Last, 1000, null)))).EnsureSuccessStatusCode();
        var file = await manager.GetByteArrayAsync("/api/sheets/goals.xlsx?market=VN");
        Assert.Equal(HttpStatusCode.Forbidden, (await viewer.GetAsync(new Uri("/api/sheets/goals.xlsx?market=VN", UriKind.Relative))).StatusCode);
        var wrong = await Refusal(manager, "goals", Edited(file, rows => { rows[0][6] = "many"; rows.Add(["Profit", "Goal (at least)", "Whole market", "", "soon", "2026-03-31", "4", "", "", "", ""]); }));
        foreach (var word in new[] { "many", "Profit", "soon" }) Assert.Contains(word, wrong, StringComparison.Ordinal);
        Assert.Contains("sheet_not_this", await Refusal(manager, "goals", "a,b\n1,2\n"u8.ToArray(), "plan.csv"), StringComparison.Ordinal);
        Assert.Contains("file_empty", await Refusal(manager, "goals", [], "plan.csv"), StringComparison.Ordinal);
        Assert.Contains("old_workbook", await Refusal(manager, "goals", [0xD0, 0xCF, 0x11, 0xE0, 1, 2, 3, 4, 5], "plan.xls"), StringComparison.Ordinal);
        var twice = await Back(manager, "goals", Edited(file, rows => rows.Add(["GMV", "Goal (at least)", "Whole market", "", "2026-03-01", "2026-03-31", "7", "", "", "", ""])));
        Assert.Equal("goal_twice", twice.Problems.Single().Reason);
        using var taking = await manager.PostAsJsonAsync($"/api/sheets/uploads/{twice.Id}/taking", new TakeSheet.Request(twice.Version));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, taking.StatusCode);
        Assert.Equal("1000", await app.InDb(db => db.Goals.Select(g => g.Target).SingleAsync()));
    }

    [Theory, Databases]
    public async Task Mappings_leave_and_come_back(string database)
    {
        await using var app = await TestApp.Start(database);
        using var manager = await app.SignInAs("manager", "VN");
        await app.InDb(async db =>
        {
            await SaveMapping.Handle(ListMappings.Example(), "example.yaml", db, Showrunner.Platform.Actor.Program("test"), TimeProvider.System, default);
            return true;
        });
        var file = await manager.GetByteArrayAsync("/api/sheets/mappings.xlsx?market=VN");
        Assert.Empty((await Back(manager, "mappings", file)).Changes);
        var found = await Back(manager, "mappings", Edited(file, rows =>
        {
            rows.Single(r => r[1] == "price")[2] = "Price \"net\"";
            rows.Add(["Online Retail", "shop_name", "=Our shop", "", "", ""]);
        }));
        Assert.Empty(found.Problems);
        (await manager.PostAsJsonAsync($"/api/sheets/uploads/{found.Id}/taking", new TakeSheet.Request(found.Version))).EnsureSuccessStatusCode();
        var yaml = await app.InDb(db => db.SavedMappings.Select(m => m.Yaml).SingleAsync());
        Assert.Contains("price: \"Price \\\"net\\\"\"", yaml, StringComparison.Ordinal);
        Assert.Contains("shop_name: \"=Our shop\"", yaml, StringComparison.Ordinal);
        var broken = await Back(manager, "mappings", Edited(await manager.GetByteArrayAsync("/api/sheets/mappings.xlsx?market=VN"), rows => rows.Single(r => r[1] == "quantity")[3] = "x"));
        Assert.Equal("mapping_field_missing", broken.Problems.Single().Reason);
    }

    /// <summary>The differences as a program reads them: reasons are codes there.</summary>
    private sealed record Found(long Id, string Version, IReadOnlyList<Changed> Changes, IReadOnlyList<Trouble> Problems, int Unchanged);
    private sealed record Changed(long Line, bool Moved);
    private sealed record Trouble(long Line, string Reason);

    private static async Task<Found> Back(HttpClient browser, string sheet, byte[] file)
    {
        using var answer = await Send(browser, sheet, file, "edited.xlsx");
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonSerializer.Deserialize<Found>(text, JsonSerializerOptions.Web)!;
    }

    private static async Task<string> Refusal(HttpClient browser, string sheet, byte[] file, string name = "edited.xlsx")
    {
        using var answer = await Send(browser, sheet, file, name);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    private static async Task<HttpResponseMessage> Send(HttpClient browser, string sheet, byte[] file, string name)
    {
        using var content = new ByteArrayContent(file) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };
        using var form = new MultipartFormDataContent { { content, "file", name } };
        return await browser.PostAsync(new Uri($"/api/sheets/{sheet}?market=VN", UriKind.Relative), form);
    }

    /// <summary>Edits the rows under the headings as texts, as a person does, and saves the workbook.</summary>
    private static byte[] Edited(byte[] file, Action<List<List<string>>> edit)
    {
        using var stream = new MemoryStream();
        stream.Write(file);
        using (var book = SpreadsheetDocument.Open(stream, true))
        {
            var part = (WorksheetPart)book.WorkbookPart!.GetPartById(book.WorkbookPart.Workbook!.Sheets!.Elements<Sheet>().First().Id!);
            var shared = book.WorkbookPart.SharedStringTablePart?.SharedStringTable?.Elements<SharedStringItem>().Select(i => i.InnerText).ToList() ?? [];
            var data = part.Worksheet!.GetFirstChild<SheetData>()!;
            List<(Row Row, List<string> Cells)> all = [.. data.Elements<Row>().Select(r => (r, Cells(r, shared)))];
            var head = all.FindIndex(r => r.Cells.Contains("Key"));
            var width = all[head].Cells.Count;
            List<List<string>> rows = [.. all.Skip(head + 1).Select(r => r.Cells).Where(c => c.Any(t => t.Length > 0)).Select(c => c.Concat(Enumerable.Repeat("", width)).Take(width).ToList())];
            edit(rows);
            var first = all[head].Row.RowIndex!.Value;
            foreach (var (row, _) in all.Skip(head + 1)) row.Remove();
            for (var i = 0; i < rows.Count; i++)
            {
                var row = new Row { RowIndex = first + 1 + (uint)i };
                row.Append(rows[i].Select((text, at) => new Cell { CellReference = $"{(char)('A' + at)}{first + 1 + i}", DataType = CellValues.InlineString, InlineString = new InlineString(new Text(text)) }));
                data.Append(row);
            }
            part.Worksheet.Save();
        }
        return stream.ToArray();
    }

    private static List<string> Cells(Row row, List<string> shared)
    {
        List<string> cells = [];
        foreach (var cell in row.Elements<Cell>())
        {
            var at = cell.CellReference!.Value!.TakeWhile(char.IsLetter).Aggregate(0, (n, c) => 26 * n + (c - 'A' + 1)) - 1;
            while (cells.Count < at) cells.Add("");
            var text = cell.DataType?.Value == CellValues.SharedString ? shared[int.Parse(cell.CellValue!.Text, System.Globalization.CultureInfo.InvariantCulture)] : cell.InlineString?.InnerText ?? cell.CellValue?.Text ?? "";
            // A day is kept as a number; a person sees and types a day.
            cells.Add(at is 4 or 5 && cell.DataType is null && double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var day) && day > 40000 ? DateTime.FromOADate(day).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : text);
        }
        return cells;
    }
}
