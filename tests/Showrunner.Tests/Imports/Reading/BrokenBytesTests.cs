using Showrunner.Imports.Reading;
using Showrunner.Platform;

namespace Showrunner.Tests.Imports.Reading;

public class BrokenBytesTests
{
    private static readonly ReadOptions Told = Shared.Options with { Period = (new DateOnly(2025, 1, 1), new DateOnly(2025, 1, 7)) };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Whatever_happens_to_a_file_its_reader_answers_or_refuses(bool packed)
    {
        var random = new Random(41);
        foreach (var sample in Directory.GetFiles(Shared.Sample(""), "*.csv"))
        {
            var bytes = packed ? TempFile.Gzip(File.ReadAllBytes(sample)) : File.ReadAllBytes(sample);
            for (var n = 0; n < 40; n++) ReadThrough(Damaged(bytes, random), Path.GetFileName(sample));
        }
    }

    [Fact]
    public void Whatever_happens_to_a_workbook_its_reader_answers_or_refuses()
    {
        using var book = TempFile.Workbook("""<row r="1"><c r="A1" t="inlineStr"><is><t>Creator username</t></is></c><c r="B1" t="s"><v>0</v></c></row><row r="2"><c r="A2" t="str"><v>a</v></c><c r="B2"><v>5</v></c></row>""",
            "<si><t>Affiliate GMV</t></si>");
        var bytes = File.ReadAllBytes(book.Path);
        Assert.Equal(1, ReadThrough(bytes, "book.xlsx"));
        var random = new Random(43);
        for (var n = 0; n < 400; n++) ReadThrough(Damaged(bytes, random), "book.xlsx");
    }

    [Theory]
    [InlineData("""<row r="1"><c r="ZZZZZZZ1"><v>1</v></c></row>""")]
    [InlineData("""<row r="1"><c r="A1" t="s"><v>7</v></c></row>""")]
    [InlineData("""<row r="1"><c r="A1" t="s"><v>x</v></c></row>""")]
    [InlineData("""<row r="2000000"><c r="A1"><v>1</v></c></row>""")]
    public void A_sheet_that_points_nowhere_is_refused(string sheet)
    {
        using var book = TempFile.Workbook(sheet);
        Shared.Refuses(() => { using var source = Shared.Open(book.Path); while (source.Read()) { } }, "workbook_broken");
    }

    private static byte[] Damaged(byte[] bytes, Random random)
    {
        var copy = (byte[])bytes.Clone();
        for (var hits = random.Next(1, 12); hits > 0; hits--) copy[random.Next(copy.Length)] = (byte)(random.Next(3) == 0 ? random.Next(256) : ",;\"\n\r\t-.0="[random.Next(10)]);
        return random.Next(4) == 0 ? copy[..random.Next(1, copy.Length)] : copy;
    }

    private static int ReadThrough(byte[] bytes, string name)
    {
        using var file = TempFile.Of(bytes);
        try
        {
            var recognition = Recogniser.Recognise(file.Path, name);
            if (recognition.KindCode is null) return -1;
            using var reader = FactReader.Open(file.Path, recognition, Shared.Malaysia, Told);
            var rows = 0;
            while (reader.Read()) rows++;
            return rows;
        }
        catch (Refused refused)
        {
            Assert.NotEmpty(refused.Code);
            return -1;
        }
    }
}
