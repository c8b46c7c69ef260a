using System.IO.Compression;
using System.Text;
using Showrunner.Imports.Reading;
using Showrunner.Ledger;

namespace Showrunner.Tests.Imports.Reading;

public class WorkbookTests
{
    private static readonly ReadOptions Told = Shared.Options with { Period = (new DateOnly(2025, 1, 1), new DateOnly(2025, 1, 7)) };

    private static string Inline(string cell, string text) => $"""<c r="{cell}" t="inlineStr"><is><t>{text}</t></is></c>""";

    private static string Row(int row, params string[] cells) => $"""<row r="{row}">{string.Concat(cells)}</row>""";

    [Fact]
    public void Inline_and_shared_strings_omitted_cells_and_a_wrong_dimension_are_read()
    {
        using var book = TempFile.Workbook(
            Row(1, Inline("A1", "Creator username"), Inline("B1", "Affiliate GMV"), Inline("C1", "Items sold"), Inline("D1", "Avg. order value"))
            + Row(2, """<c r="A2" t="s"><v>0</v></c>""", """<c r="B2"><v>12345.678</v></c>""", """<c r="D2"><v>7</v></c>""")
            + Row(4, Inline("A4", "b"), Inline("C4", "1,234")), "<si><t>@Anna</t></si>");
        using var reader = Shared.Totals(book.Path, Shared.Britain, Told);
        Assert.True(reader.Read());
        Assert.Null(reader.Problem);
        Assert.Equal("anna", reader.Current.CreatorHandle);
        Assert.Equal(Figure.Exact(1_234_568), reader.Current.Totals[TotalMeasure.Gmv]);
        Assert.Equal(Figure.Exact(700), reader.Current.Totals[TotalMeasure.Aov]);
        Assert.False(reader.Current.Totals.ContainsKey(TotalMeasure.Items));
        Assert.True(reader.Read());
        Assert.Equal((4L, Figure.Exact(1_234)), (reader.Row, reader.Current.Totals[TotalMeasure.Items]));
        Assert.False(reader.Read());
    }

    [Fact]
    public void Rows_that_all_call_themselves_the_first_are_read_one_by_one()
    {
        using var book = TempFile.Workbook(
            Row(1, Inline("A1", "Creator username"), Inline("B1", "Affiliate GMV")) + Row(1, Inline("A1", "a"), Inline("B1", "1")) + Row(1, Inline("A1", "b"), Inline("B1", "2")));
        using var reader = Shared.Totals(book.Path, Shared.Britain, Told);
        Assert.True(reader.Read());
        Assert.Equal("a", reader.Current.CreatorHandle);
        Assert.True(reader.Read());
        Assert.Equal(("b", Figure.Exact(200)), (reader.Current.CreatorHandle, reader.Current.Totals[TotalMeasure.Gmv]));
        Assert.False(reader.Read());
    }

    [Fact]
    public void A_number_in_an_id_column_has_lost_its_end()
    {
        using var book = TempFile.Workbook(
            Row(1, Inline("A1", "Product ID"), Inline("B1", "Product title"), Inline("C1", "Price"), Inline("D1", "Listed at"))
            + Row(2, """<c r="A2"><v>1729582598261738105</v></c>""", Inline("B2", "fan"), Inline("C2", "1"), Inline("D2", "2025-01-01"))
            + Row(3, """<c r="A3"><v>85123</v></c>""", Inline("B3", "fan"), Inline("C3", "1"), Inline("D3", "2025-01-01")));
        using var reader = Shared.Products(book.Path, Shared.Britain);
        Assert.True(reader.Read());
        Assert.Equal(("id_rounded", "Product ID"), (reader.Problem!.Code, reader.Problem.Column));
        Assert.True(reader.Read());
        Assert.Equal("85123", reader.Current.ProductNo);
    }

    [Fact]
    public void A_doctype_is_refused_before_anything_is_read()
    {
        using var book = TempFile.Workbook(Row(1, Inline("A1", "x")),
            workbook: """<!DOCTYPE workbook [<!ENTITY x SYSTEM "file:///etc/passwd">]><workbook>&x;</workbook>""");
        Shared.Refuses(() => Shared.Open(book.Path), "workbook_doctype");
    }

    [Fact]
    public void A_bomb_is_refused_while_it_is_small()
    {
        using var book = TempFile.Workbook($"<!--{new string(' ', 60_000_000)}-->");
        Shared.Refuses(() => Shared.Open(book.Path), "archive_suspicious");
    }

    [Fact]
    public void A_workbook_cut_short_or_without_sense_is_refused()
    {
        using var whole = TempFile.Workbook(Row(1, Inline("A1", "x")));
        var bytes = File.ReadAllBytes(whole.Path);
        using var cut = TempFile.Of(bytes[..(bytes.Length - 60)]);
        Shared.Refuses(() => Shared.Open(cut.Path), "archive_broken");
        using var senseless = TempFile.Workbook(Row(1, Inline("A1", "x")), workbook: "<workbook><sheets>");
        Shared.Refuses(() => Shared.Open(senseless.Path), "workbook_broken");
        using var broken = TempFile.Workbook("""<row r="1"><c r="A1"><v>1</v>""");
        Shared.Refuses(() => { using var source = Shared.Open(broken.Path); while (source.Read()) { } }, "workbook_broken");
    }

    [Fact]
    public void A_zip_may_hold_one_text_file()
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var text = zip.CreateEntry("creators.csv").Open();
            text.Write(Encoding.UTF8.GetBytes("Creator username,Affiliate GMV\na,5\n"));
        }
        using var file = TempFile.Of(packed.ToArray());
        using var reader = Shared.Totals(file.Path, Shared.Britain, Told);
        Assert.True(reader.Read());
        Assert.Equal(Figure.Exact(500), reader.Current.Totals[TotalMeasure.Gmv]);
    }
}
