using System.Globalization;
using System.Text.Json;
using Showrunner.Office.Tests.Samples;

namespace Showrunner.Office.Tests;

/// <summary>The workbook as another program reads it.</summary>
public sealed class WorkbookReadingTests
{
    private static readonly Dictionary<string, Dictionary<string, JsonElement[]>> Values = Tools.Cells(Files.Of(WeeklyReview.Workbook), values: true);
    private static readonly Dictionary<string, Dictionary<string, JsonElement[]>> Formulas = Tools.Cells(Files.Of(WeeklyReview.Workbook), values: false);

    [Fact]
    public void Sheets_come_in_reading_order() =>
        Assert.Equal(["Summary", "Trend", "Creators", "Channels", "Definitions"], Values.Keys);

    [Fact]
    public void Every_cell_of_a_table_arrives_as_what_it_is()
    {
        var table = WeeklyReview.Trend;
        var row = 5;
        foreach (var cells in table.Rows)
        {
            for (var i = 0; i < cells.Count; i++)
            {
                var address = $"{(char)('A' + i)}{row}";
                if (cells[i] is null) Assert.DoesNotContain(address, Values["Trend"].Keys);
                else if (cells[i] is DateOnly day) Assert.Equal(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00", Values["Trend"][address][0].GetString());
                else Assert.Equal(Convert.ToDouble(cells[i], CultureInfo.InvariantCulture), Values["Trend"][address][0].GetDouble(), 6);
            }
            row++;
        }
        Assert.Equal(33, row);
    }

    [Fact]
    public void Amounts_carry_the_format_of_their_market()
    {
        Assert.Equal("\"Rp\" #,##0", Values["Trend"]["B5"][2].GetString());
        Assert.Equal("0.0%", Values["Creators"]["F5"][2].GetString());
    }

    [Fact]
    public void Totals_are_live_and_ratios_divide_totals()
    {
        Assert.Equal("=SUBTOTAL(109,B5:B32)", Formulas["Trend"]["B33"][0].GetString());
        Assert.Equal("=IFERROR(B33/D33,\"\")", Formulas["Trend"]["E33"][0].GetString());
        var gmv = WeeklyReview.Sum("GMV");
        Assert.Equal(gmv, Values["Trend"]["B33"][0].GetDouble(), 6);
        Assert.Equal(gmv / WeeklyReview.Sum("Orders"), Values["Trend"]["E33"][0].GetDouble(), 6);
    }

    [Fact]
    public void A_summary_refers_to_the_sheet_behind_it() =>
        Assert.Equal("=SUM('Trend'!$B$5:$B$32)", Formulas["Summary"]["B5"][0].GetString());

    [Theory]
    [InlineData("A10", "=HYPERLINK(\"http://evil.example\")")]
    [InlineData("A13", "+62 Fashion")]
    [InlineData("A16", "@mira.daily")]
    public void Text_that_looks_like_a_formula_stays_text(string cell, string text)
    {
        var raw = FileParts.Xml(Files.Of(WeeklyReview.Workbook), "xl/worksheets/sheet3.xml");
        Assert.Equal(text, Values["Creators"][cell][0].GetString());
        var written = raw.Descendants(FileParts.Main + "c").Single(c => (string?)c.Attribute("r") == cell);
        Assert.Equal("inlineStr", (string?)written.Attribute("t"));
        Assert.Empty(written.Elements(FileParts.Main + "f"));
        var style = FileParts.Xml(Files.Of(WeeklyReview.Workbook), "xl/styles.xml").Descendants(FileParts.Main + "cellXfs").Single().Elements().ElementAt((int)written.Attribute("s")!);
        Assert.Equal("1", (string?)style.Attribute("quotePrefix"));
    }

    [Fact]
    public void A_link_leads_to_its_page() =>
        Assert.Equal("https://example.com/creators/1", Values["Creators"]["H5"][3].GetString());

    [Fact]
    public void Written_values_equal_what_a_spreadsheet_calculates()
    {
        var bare = FileParts.WithoutFormulaValues(Files.Of(WeeklyReview.Workbook));
        var calculated = Tools.Cells(Tools.LibreOffice(bare, "bare.xlsx", "xlsx"), values: true);
        var compared = 0;
        foreach (var (sheet, cells) in Formulas)
        {
            foreach (var (address, cell) in cells.Where(c => c.Value[1].GetString() == "f"))
            {
                var written = Values[sheet][address][0];
                var found = calculated[sheet][address][0];
                if (written.ValueKind == JsonValueKind.Number)
                    Assert.True(Math.Abs(written.GetDouble() - found.GetDouble()) <= 1e-9 * Math.Max(1, Math.Abs(found.GetDouble())), $"{sheet}!{address} {cell[0]}: written {written}, calculated {found}");
                else
                    Assert.Equal(written.GetString(), found.GetString());
                compared++;
            }
        }
        Assert.True(compared >= 20, $"only {compared} formulas");
    }
}
