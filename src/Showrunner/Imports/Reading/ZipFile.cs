using System.IO.Compression;
using System.Xml;
using Showrunner.Platform;

namespace Showrunner.Imports.Reading;

/// <summary>A workbook or a zipped text file; looked through before anything in it is believed.</summary>
internal static class ZipFile
{
    private const int MostEntries = 5_000;
    private const long MostBytes = 2L << 30, MostTextBytes = 256L << 20, HarmlessBytes = 32L << 20;
    private const int MostRatio = 250;

    public static RowSource Open(FileStream file, string fileName)
    {
        try
        {
            var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.Entries.Count > MostEntries) throw new Refused("archive_suspicious", fileName);
            if (zip.GetEntry("[Content_Types].xml") is null) return OnlyText(zip, file, fileName);
            CheckParts(zip, file.Length, fileName);
            return new WorkbookSource(file, zip, fileName);
        }
        catch (InvalidDataException)
        {
            throw new Refused("archive_broken", fileName, 1);
        }
    }

    private static DelimitedSource OnlyText(ZipArchive zip, FileStream file, string fileName)
    {
        var texts = zip.Entries.Where(entry => entry.Length > 0 && !entry.FullName.StartsWith("__MACOSX", StringComparison.Ordinal)).ToList();
        if (texts.Count != 1) throw new Refused("zip_not_one_file", fileName, texts.Count);
        return new DelimitedSource(file, texts[0].Open(), fileName);
    }

    // The sizes written in a zip may lie, so the parts are unpacked once and counted.
    private static void CheckParts(ZipArchive zip, long packed, string fileName)
    {
        var total = 0L;
        var buffer = new byte[1 << 16];
        foreach (var entry in zip.Entries)
        {
            if (entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
                || entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)) RefuseDoctype(entry, fileName);
            using var part = entry.Open();
            var size = 0L;
            while (part.Read(buffer) is > 0 and var got)
            {
                size += got;
                total += got;
                var bomb = total > HarmlessBytes && total / MostRatio > packed;
                var text = entry.FullName.Contains("sharedStrings", StringComparison.OrdinalIgnoreCase);
                if (bomb || total > MostBytes || (text && size > MostTextBytes)) throw new Refused("archive_suspicious", fileName);
            }
        }
    }

    private static void RefuseDoctype(ZipArchiveEntry entry, string fileName)
    {
        using var part = entry.Open();
        using var xml = XmlReader.Create(part, new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, XmlResolver = null, MaxCharactersFromEntities = 1, MaxCharactersInDocument = 1 << 20 });
        try
        {
            while (xml.Read() && xml.NodeType != XmlNodeType.Element)
            {
                if (xml.NodeType == XmlNodeType.DocumentType) throw new Refused("workbook_doctype", fileName);
            }
        }
        catch (XmlException)
        {
            throw new Refused("workbook_broken", fileName);
        }
    }
}
