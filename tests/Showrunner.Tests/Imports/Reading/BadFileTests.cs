using System.Text;
using Showrunner.Imports.Reading;

namespace Showrunner.Tests.Imports.Reading;

public class BadFileTests
{
    private const string Header = "Creator username,Affiliate GMV,Items sold\n";
    private static readonly ReadOptions Told = Shared.Options with { Period = (new DateOnly(2025, 1, 1), new DateOnly(2025, 1, 7)) };

    private static long Drain(string path)
    {
        using var source = Shared.Open(path);
        while (source.Read()) { }
        return source.Row;
    }

    [Fact]
    public void An_empty_file_is_refused()
    {
        using var nothing = TempFile.Of("");
        Shared.Refuses(() => Shared.Open(nothing.Path), "file_empty");
        using var mark = TempFile.Of([0xEF, 0xBB, 0xBF]);
        Shared.Refuses(() => Shared.Open(mark.Path), "file_empty");
    }

    [Fact]
    public void A_gzip_that_stops_half_way_is_refused()
    {
        var random = new Random(7);
        var text = Header + string.Concat(Enumerable.Range(0, 20_000).Select(n => $"c{random.Next()},{random.Next()},{n}\n"));
        var packed = TempFile.Gzip(Encoding.UTF8.GetBytes(text));
        using var whole = TempFile.Of(packed);
        Assert.Equal(20_001, Drain(whole.Path));
        using var two = TempFile.Of([.. packed, .. packed]);
        Assert.Equal(40_002, Drain(two.Path));
        using var cut = TempFile.Of(packed[..(packed.Length / 2)]);
        Shared.Refuses(() => Drain(cut.Path), "archive_broken");
    }

    [Fact]
    public void A_row_without_end_is_refused_before_it_fills_the_memory()
    {
        using var file = TempFile.Of(TempFile.Gzip(Encoding.UTF8.GetBytes(Header + new string('x', 50_000_000))));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var refused = Shared.Refuses(() => Drain(file.Path), "line_too_long");
        Assert.Equal(2L, refused.Arguments[1]);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 20_000_000);
    }

    [Fact]
    public void A_quote_that_nobody_closes_is_refused_with_its_row()
    {
        using var file = TempFile.Of(Header + "a,1,2\n\"b,1,2\nc,1,2\n");
        var refused = Shared.Refuses(() => Drain(file.Path), "quote_not_closed");
        Assert.Equal(3L, refused.Arguments[1]);
    }

    [Fact]
    public void Utf16_with_a_mark_is_read_and_latin_1_is_refused_with_its_row()
    {
        using var wide = TempFile.Of(Header + "năm,5,2\n", Encoding.Unicode);
        using var reader = Shared.Totals(wide.Path, Shared.Vietnam, Told);
        Assert.True(reader.Read());
        Assert.Equal("năm", reader.Current.CreatorHandle);
        using var big = TempFile.Of(Header + "năm,5,2\n", Encoding.BigEndianUnicode);
        Assert.Equal(2, Drain(big.Path));
        using var latin = TempFile.Of(Header + "a,1,2\ncafé,5,2\n", Encoding.Latin1);
        var refused = Shared.Refuses(() => Drain(latin.Path), "encoding_wrong");
        Assert.Equal(3L, refused.Arguments[1]);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_refused()
    {
        using var zeros = TempFile.Of([1, 2, 0, 3, 4, 0]);
        Shared.Refuses(() => Shared.Open(zeros.Path), "not_text");
        using var old = TempFile.Of([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);
        Shared.Refuses(() => Shared.Open(old.Path), "old_workbook");
    }

    [Fact]
    public void Rows_with_too_few_or_too_many_cells_are_named_and_empty_ends_forgiven()
    {
        using var file = TempFile.Of(Header + "a,1\nb,1,2,3\nc,1,2,,\n\n   \nd,1,2\n");
        using var reader = Shared.Totals(file.Path, Shared.Vietnam, Told);
        Assert.True(reader.Read());
        Assert.Equal(new RowProblem(2, "row_too_short", "3", "2"), reader.Problem);
        Assert.Equal(["a", "1"], reader.Copy());
        Assert.True(reader.Read());
        Assert.Equal(new RowProblem(3, "row_too_long", "3", "4"), reader.Problem);
        Assert.True(reader.Read());
        Assert.Null(reader.Problem);
        Assert.True(reader.Read());
        Assert.Equal((7L, "d"), (reader.Row, reader.Current.CreatorHandle));
        Assert.False(reader.Read());
    }

    [Theory]
    [InlineData("a;1;2", ';')]
    [InlineData("a\t1,5\t2,5", '\t')]
    [InlineData("a|1|2", '|')]
    [InlineData("\"a;b;c;d\",1,2", ',')]
    public void The_separator_is_found_by_its_regularity(string row, char separator)
    {
        using var file = TempFile.Of(Header.Replace(',', separator) + string.Concat(Enumerable.Repeat(row + "\n", 3)));
        using var source = Shared.Open(file.Path);
        source.Read();
        source.Read();
        Assert.Equal(3, source.Count);
    }

    [Fact]
    public void Quotes_line_ends_and_a_spreadsheet_s_hint_are_understood()
    {
        using var file = TempFile.Of("sep=;\r\n\"a \"\"b\"\"\";\"line\r\nbreak\";\"x\"\t;\"\"\rlast;\"\"\"\";c\"d;");
        using var source = Shared.Open(file.Path);
        Assert.True(source.Read());
        Assert.Equal(["a \"b\"", "line\r\nbreak", "x", ""], source.Copy());
        Assert.True(source.Read());
        Assert.Equal((3L, 4), (source.Row, source.Count));
        Assert.Equal(["last", "\"", "c\"d", ""], source.Copy());
        Assert.False(source.Read());
        Assert.Equal(1, source.Progress);
    }

    [Fact]
    public void A_long_file_is_cut_into_the_same_cells_wherever_the_buffer_ends()
    {
        var text = new StringBuilder("n,text,more\r\n");
        for (var n = 0; n < 30_000; n++) text.Append($"{n},\"năm \"\"{n}\"\",\r\nx\",{new string('y', n % 37)}\r\n");
        using var file = TempFile.Of(text.ToString());
        using var source = Shared.Open(file.Path);
        source.Read();
        for (var n = 0; n < 30_000; n++)
        {
            Assert.True(source.Read());
            Assert.Equal([n.ToString(), $"năm \"{n}\",\r\nx", new string('y', n % 37)], source.Copy());
        }
        Assert.False(source.Read());
    }

    [Fact]
    public void A_date_that_has_not_come_yet_and_an_amount_that_is_none_are_problems_of_the_row()
    {
        using var file = TempFile.Of("Order ID,Product ID,SKU ID,Price,Quantity,Order Status,Creator Username,Time Created\n"
            + "1,2,3,4,1,Settled,x,01/12/2026\n1,2,3,four,1,Settled,x,01/02/2026\n1,2,3,4,1.5,Settled,x,01/02/2026\n1,2,3,4,,Settled,x,01/02/2026\n,2,3,4,1,Settled,x,soon\n"
            + "1,2,3,99999999999999999999,1,Settled,x,01/02/2026\n1,2,3,999999999999999,99999,Settled,x,01/02/2026\n");
        using var reader = Shared.Orders(file.Path, Shared.States);
        var codes = new List<string>();
        while (reader.Read()) codes.Add(reader.Problem!.Code);
        Assert.Equal(["date_in_future", "number_wrong", "number_not_whole", "value_missing", "value_missing", "number_too_large", "number_too_large"], codes);
    }
}
