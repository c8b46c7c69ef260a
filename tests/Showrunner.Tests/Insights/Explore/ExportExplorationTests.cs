using System.Net;
using System.Text.Json;
using Showrunner.Insights.Boards;
using Showrunner.Insights.Explore;
using Showrunner.Tests.Reports;

namespace Showrunner.Tests.Insights.Explore;

public class ExportExplorationTests
{
    [Theory, Databases]
    public async Task A_workbook_has_the_data_a_pivot_table_a_chart_and_what_it_means(string database)
    {
        await using var app = await BoardData.Small(database);
        using var browser = await app.SignInAs("viewer", "VN");
        var path = await File(app, browser, $"/explore/export?market=VN&{BoardData.March}&compare=none&m=gmv&m=orders&m=refund_rate&by=shop&by=channel&format=xlsx");
        var cells = OfficeReader.Cells(path);
        Assert.Equal(["Data", "Pivot", "Chart", "Definitions"], cells.Keys);

        var data = cells["Data"];
        Assert.Equal(("=Shop", "LIVE", 400), (Said(data, "A5"), Said(data, "B5"), data["C5"][0].GetInt32()));
        Assert.Equal("#,##0 \"₫\"", data["C5"][2].GetString());
        Assert.Equal(600, data["C7"][0].GetInt32()); // a live sum of what adds up
        Assert.Equal("=SUBTOTAL(109,C5:C6)", data["C7"][1].GetString());
        Assert.Equal((2, 2), (data["D7"][0].GetInt32(), data["D7"][1].GetInt32())); // two orders, one of them on both channels
        Assert.Equal(0.1, data["E7"][0].GetDouble());
        Assert.Contains("As of", Said(data, "A2"), StringComparison.Ordinal);

        var pivot = cells["Pivot"];
        Assert.Equal(["Sum of GMV", "=Shop", "Total"], new[] { "A4", "A6", "A7" }.Select(c => Said(pivot, c)));
        Assert.Equal([400, 200, 600], new[] { "B7", "C7", "D7" }.Select(c => pivot[c][0].GetInt32()));
        Assert.DoesNotContain(cells.Values.SelectMany(sheet => sheet.Values), c => c[1].ToString() is "==Shop");
        Assert.Contains(cells["Definitions"].Values, c => c[0].ToString().Contains("Refund rate", StringComparison.Ordinal));

        var again = OfficeReader.Cells(OfficeReader.Recalculated(path, app.Folder));
        Assert.Equal(600, again["Pivot"]["D7"][0].GetInt32());
        Assert.Equal(600, again["Data"]["C7"][0].GetInt32());
    }

    [Theory]
    [InlineData("m=gmv&by=creator&by=product&grain=week", "Pivot")]
    [InlineData("m=refund_rate&by=channel&grain=month", "Pivot")]
    [InlineData("m=gmv&m=net_sales&grain=day", "Pivot")]
    [InlineData("m=gmv&m=orders", "Definitions")]
    public async Task Every_shape_can_be_taken_along(string question, string sheet)
    {
        await using var app = await BoardData.Small("sqlite");
        using var browser = await app.SignInAs("viewer", "VN");
        var path = await File(app, browser, $"/explore/export?market=VN&{BoardData.March}&compare=previous&{question}&format=xlsx");
        Assert.Equal(sheet, OfficeReader.Cells(path).Keys.ElementAt(1));
        Assert.Single(OfficeReader.Slides(await File(app, browser, $"/explore/export?market=VN&{BoardData.March}&compare=previous&{question}&format=pptx")));
    }

    [Fact]
    public async Task A_slide_has_one_native_chart_with_its_data()
    {
        await using var app = await BoardData.Small("sqlite");
        using var browser = await app.SignInAs("viewer", "VN");
        var path = await File(app, browser, $"/explore/export?market=VN&{BoardData.March}&compare=none&m=gmv&by=channel&format=pptx");
        using var zip = System.IO.Compression.ZipFile.OpenRead(path);
        Assert.NotNull(zip.GetEntry("ppt/charts/chart1.xml"));
        Assert.NotNull(zip.GetEntry("ppt/embeddings/chart1.xlsx"));
        Assert.Contains("LIVE brings 66.7% of GMV", Assert.Single(OfficeReader.Slides(path)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_format_is_refused_and_an_export_speaks_the_readers_language()
    {
        await using var app = await BoardData.Small("sqlite");
        using var browser = await app.SignInAs("viewer", "VN");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.Get($"/explore/export?market=VN&{BoardData.March}&m=gmv&format=odt")).StatusCode);
        Assert.Equal(["xlsx", "pptx", "docx", "pdf"], ExportExploration.Formats);
    }

    [Theory, Databases]
    public async Task A_board_becomes_a_sheet_a_slide_and_a_part_of_a_document_for_each_tile(string database)
    {
        await using var app = await BoardData.Small(database);
        using var browser = await app.SignInAs("viewer", "VN");
        var tiles = ProductBoards.Find("analysis")!.Tiles.Count;
        Assert.Equal(tiles + 2, OfficeReader.Cells(await File(app, browser, $"/reports/board.xlsx?subject=analysis&market=VN&{BoardData.March}")).Count); // and the cover, and the definitions
        Assert.Equal(tiles + 2, OfficeReader.Slides(await File(app, browser, $"/reports/board.pptx?subject=analysis&market=VN&{BoardData.March}")).Count); // and the title, and the definitions
        var document = OfficeReader.Document(await File(app, browser, $"/reports/board.docx?subject=analysis&market=VN&{BoardData.March}"));
        Assert.Equal(tiles, document.Headings.Count);
        Assert.NotEmpty(document.Notes);
        var print = OfficeReader.Print(await File(app, browser, $"/reports/board.pdf?subject=analysis&market=VN&{BoardData.March}"));
        Assert.All(document.Headings, heading => Assert.Contains(OfficeReader.Plain(heading), print, StringComparison.Ordinal));
        using var other = await app.SignInAs("viewer", "ID");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await other.Get($"/reports/board.xlsx?subject=analysis&market=VN&{BoardData.March}")).StatusCode);
    }

    private static string Said(Dictionary<string, JsonElement[]> sheet, string cell) => sheet[cell][0].GetString()!;

    private static async Task<string> File(TestApp app, HttpClient browser, string path)
    {
        using var answer = await browser.Get(path);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        var file = Path.Combine(app.Folder, answer.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
        await System.IO.File.WriteAllBytesAsync(file, await answer.Content.ReadAsByteArrayAsync());
        return file;
    }
}
