using System.Text;
using Showrunner.Office.Tests.Samples;

namespace Showrunner.Office.Tests;

public sealed class WorkbookEdgeTests
{
    private static readonly Stamp Stamp = new("Test", WeeklyReview.AsOf);

    [Fact]
    public void The_same_specification_gives_the_same_bytes() =>
        Assert.Equal(Files.Of(WeeklyReview.Workbook), Files.Of(WeeklyReview.Workbook));

    [Fact]
    public void The_stamp_is_the_callers()
    {
        var core = FileParts.Xml(Files.Of(WeeklyReview.Workbook), "docProps/core.xml").ToString();
        Assert.Contains("2026-11-29T02:00:00Z", core, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_comes_back_as_it_was()
    {
        string[] texts =
        [
            "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  spaces around  ", "0012", "Nguyễn 🎉 Müller & <b>", "two\nlines",
            "a\0b\u0001c\uD800d\uFFFEe", new string('x', 40_000),
        ];
        var cells = Tools.Cells(Files.Of(Texts(texts)), values: false)["Data"];
        for (var i = 0; i < texts.Length; i++)
        {
            var cell = cells[$"A{i + 2}"];
            Assert.Equal("s", cell[1].GetString());
            // A line ends in one way, what XML forbids is left out, what a cell cannot hold is cut.
            Assert.Equal(i == 5 ? "\n=1" : i == 10 ? "abcde" : i == 11 ? new string('x', 32_766) + "…" : texts[i], cell[0].GetString());
        }
    }

    [Fact]
    public void Text_with_an_escape_of_the_format_is_not_decoded()
    {
        var csv = Encoding.UTF8.GetString(Tools.LibreOffice(Files.Of(Texts("_x0041_ stays as written")), "escape.xlsx", "csv:Text - txt - csv (StarCalc):44,34,76"));
        Assert.Contains("_x0041_ stays as written", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("x005F", csv, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_identifier_keeps_every_digit()
    {
        var table = new Table([new Column("Id", CellFormat.Integer)], [[7_494_049_642_642_441_621L]]);
        Assert.Equal("7494049642642441621", Tools.Cells(Files.Of(Data(table)), values: true)["Data"]["A2"][0].GetString());
    }

    [Fact]
    public void Rows_beyond_the_last_continue_on_a_second_sheet_and_the_total_counts_both()
    {
        var table = new Table(
            [new Column("N", CellFormat.Text, Total: Total.Label("Total")), new Column("Value", CellFormat.Integer, Total: Total.Sum)],
            Enumerable.Range(1, 25).Select(i => (IReadOnlyList<object?>)[$"row {i}", i]));
        var file = Files.Of(Data(table), mostRows: 20);
        var cells = Tools.Cells(file, values: true);
        Assert.Equal(["Data", "Data (2)"], cells.Keys);
        Assert.Equal("row 19", cells["Data"]["A20"][0].GetString());
        Assert.Equal("Value", cells["Data (2)"]["B1"][0].GetString());
        Assert.Equal("row 20", cells["Data (2)"]["A2"][0].GetString());
        Assert.Equal(325, cells["Data (2)"]["B8"][0].GetDouble());
        var calculated = Tools.Cells(Tools.LibreOffice(FileParts.WithoutFormulaValues(file), "two.xlsx", "xlsx"), values: true);
        Assert.Equal(325, calculated["Data (2)"]["B8"][0].GetDouble());
    }

    [Fact]
    public void Sheet_names_are_cleaned_and_unique()
    {
        var names = new[] { "Sales [EU]: 1/2*?\\", "sales  EU   1 2", "", "'quoted'", "History", new string('n', 40), new string('n', 40) };
        var file = Files.Of(new WorkbookSpec(Stamp, [.. names.Select(n => new SheetSpec(n, new TextBlock("x")))]));
        var taken = Tools.Cells(file, values: true).Keys.ToList();
        Assert.Equal(names.Length, taken.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(taken, n => Assert.True(n.Length is > 0 and <= 31 && !n.Any("[]:*?/\\".Contains) && n[0] != '\'', n));
    }

    [Fact]
    public void Rows_are_read_once()
    {
        var reads = 0;
        IEnumerable<IReadOnlyList<object?>> Rows()
        {
            reads++;
            for (var i = 0; i < 1_000; i++) yield return [$"{i}"];
        }
        Files.Of(Data(new Table([new Column("A", CellFormat.Text)], Rows())));
        Assert.Equal(1, reads);
    }

    [Fact]
    public void A_table_without_rows_says_so_and_sums_to_nothing()
    {
        var table = new Table([new Column("Name", CellFormat.Text), new Column("Value", CellFormat.Integer, Total: Total.Sum)], []);
        var cells = Tools.Cells(Files.Of(Data(table)), values: true);
        Assert.Equal("No rows", cells["Data"]["A2"][0].GetString());
        Assert.Equal(0, cells["Data"]["B3"][0].GetDouble());
    }

    [Fact]
    public void An_unsafe_link_is_only_text()
    {
        var table = new Table([new Column("A", CellFormat.Text)], [[new Link("click", new Uri("javascript:alert(1)"))], [new Link("file", new Uri("file:///etc/passwd"))]]);
        var cells = Tools.Cells(Files.Of(Data(table)), values: true)["Data"];
        Assert.Equal("click", cells["A2"][0].GetString());
        Assert.Null(cells["A2"][3].GetString());
        Assert.Null(cells["A3"][3].GetString());
    }

    [Fact]
    public void Refuses_a_row_of_another_length()
    {
        var table = new Table([new Column("A", CellFormat.Text), new Column("B", CellFormat.Text)], [["1", "2"], ["only one"]]);
        Assert.Contains("Row 2 has 1 cells", Assert.Throws<ArgumentException>(() => Files.Of(Data(table))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_a_chart_of_a_column_that_is_not_there()
    {
        var table = new Table([new Column("A", CellFormat.Text), new Column("B", CellFormat.Integer)], [["1", 2]]);
        var spec = new WorkbookSpec(Stamp, new SheetSpec("Data", new TableBlock(table, new ChartSpec(ChartKind.Bar, "?", "A", new ChartSeries("C")))));
        Assert.Contains("no column \"C\"", Assert.Throws<ArgumentException>(() => Files.Of(spec)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_a_cell_it_cannot_write()
    {
        var table = new Table([new Column("A", CellFormat.Text)], [[new object()]]);
        Assert.Throws<ArgumentException>(() => Files.Of(Data(table)));
    }

    private static WorkbookSpec Texts(params string[] texts) => Data(new Table([new Column("Text", CellFormat.Text)], texts.Select(t => (IReadOnlyList<object?>)[t])));

    private static WorkbookSpec Data(Table table) => new(Stamp, new SheetSpec("Data", new TableBlock(table)));
}
