using System.IO.Compression;
using System.Text;

namespace Showrunner.Tests.Imports.Reading;

/// <summary>A file that goes away with the test.</summary>
internal sealed class TempFile : IDisposable
{
    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"sr-{Guid.NewGuid():N}.csv");

    public static TempFile Of(byte[] bytes)
    {
        var file = new TempFile();
        File.WriteAllBytes(file.Path, bytes);
        return file;
    }

    public static TempFile Of(string text, Encoding? encoding = null)
    {
        encoding ??= new UTF8Encoding(false);
        return Of([.. encoding.GetPreamble(), .. encoding.GetBytes(text)]);
    }

    public static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write(bytes);
        return packed.ToArray();
    }

    /// <summary>A workbook of one sheet, written part by part so that it can be as odd as real ones.</summary>
    public static TempFile Workbook(string sheet, string? sharedStrings = null, string? workbook = null)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create))
        {
            const string types = "http://schemas.openxmlformats.org/package/2006/content-types", main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
            const string links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships", package = "http://schemas.openxmlformats.org/package/2006/relationships";
            Write(zip, "[Content_Types].xml", $"""<Types xmlns="{types}"><Default Extension="xml" ContentType="application/xml"/></Types>""");
            Write(zip, "_rels/.rels", $"""<Relationships xmlns="{package}"><Relationship Id="r1" Type="{links}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Write(zip, "xl/workbook.xml", workbook ?? $"""<workbook xmlns="{main}" xmlns:r="{links}"><sheets><sheet name="Worksheet" sheetId="1" r:id="r1"/></sheets></workbook>""");
            Write(zip, "xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="{package}"><Relationship Id="r1" Type="{links}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="{links}/sharedStrings" Target="sharedStrings.xml"/></Relationships>""");
            Write(zip, "xl/worksheets/sheet1.xml", $"""<worksheet xmlns="{main}"><dimension ref="A1:A1"/><sheetData>{sheet}</sheetData></worksheet>""");
            Write(zip, "xl/sharedStrings.xml", $"""<sst xmlns="{main}">{sharedStrings}</sst>""");
        }
        return Of(packed.ToArray());
    }

    private static void Write(ZipArchive zip, string name, string text)
    {
        using var part = zip.CreateEntry(name).Open();
        part.Write(Encoding.UTF8.GetBytes(text));
    }

    public void Dispose() => File.Delete(Path);
}
