using System.IO.Compression;
using System.Xml.Linq;

namespace Showrunner.Office.Tests;

/// <summary>The parts inside a written file.</summary>
internal static class FileParts
{
    public static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    public static readonly XNamespace Drawing = "http://schemas.openxmlformats.org/drawingml/2006/main";
    public static readonly XNamespace Slides = "http://schemas.openxmlformats.org/presentationml/2006/main";
    public static readonly XNamespace Charts = "http://schemas.openxmlformats.org/drawingml/2006/chart";

    public static XDocument Xml(byte[] file, string path)
    {
        using var part = new MemoryStream(Bytes(file, path));
        return XDocument.Load(part);
    }

    public static byte[] Bytes(byte[] file, string path)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        using var part = (zip.GetEntry(path) ?? throw new InvalidOperationException($"no part {path}")).Open();
        using var copy = new MemoryStream();
        part.CopyTo(copy);
        return copy.ToArray();
    }

    public static IReadOnlyList<string> Names(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        return [.. zip.Entries.Select(e => e.FullName)];
    }

    /// <summary>The workbook with formulas whose values a reader has to calculate.</summary>
    public static byte[] WithoutFormulaValues(byte[] workbook)
    {
        using var copy = new MemoryStream();
        copy.Write(workbook);
        using (var zip = new ZipArchive(copy, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var name in zip.Entries.Select(e => e.FullName).Where(n => n.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)).ToList())
            {
                var sheet = Xml(workbook, name);
                sheet.Descendants(Main + "c").Where(c => c.Element(Main + "f") is not null).Elements(Main + "v").Remove();
                zip.GetEntry(name)!.Delete();
                using var part = zip.CreateEntry(name).Open();
                sheet.Save(part);
            }
        }
        return copy.ToArray();
    }
}
