using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Showrunner.Imports.Reading;

/// <summary>What a sheet's cells refer to: shared texts, and which cell styles show a number as a date.</summary>
internal sealed class Workbook
{
    private const string Links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private readonly List<string> _texts = [];
    private readonly List<bool> _dates = [];

    public bool StartsIn1904 { get; private set; }

    /// <summary>Parts of the visible sheets in their order.</summary>
    public IReadOnlyList<ZipArchiveEntry> Sheets { get; }

    public Workbook(ZipArchive zip)
    {
        var targets = Targets(zip);
        Sheets = [.. VisibleSheets(zip).Select(id => targets.GetValueOrDefault(id)).Select(target => Part(zip, target)).OfType<ZipArchiveEntry>()];
        if (Part(zip, "xl/sharedStrings.xml") is { } texts) ReadTexts(texts);
        if (Part(zip, "xl/styles.xml") is { } styles) ReadStyles(styles);
    }

    public string Text(int index) => (uint)index < (uint)_texts.Count ? _texts[index] : throw new InvalidDataException("No such shared text.");

    public bool IsDate(int style) => (uint)style < (uint)_dates.Count && _dates[style];

    public static XmlReader Open(ZipArchiveEntry part) => XmlReader.Create(part.Open(), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    });

    /// <summary>The next row; some programs write a prefix before every name.</summary>
    public static bool ToRow(XmlReader sheet)
    {
        while (sheet.Read())
            if (sheet.NodeType == XmlNodeType.Element && sheet.LocalName == "row") return true;
        return false;
    }

    /// <summary>The text inside an element that is not read aloud (phonetic hints); the reader ends on its end tag.</summary>
    public static string TextOf(XmlReader xml)
    {
        if (xml.IsEmptyElement) return "";
        var text = new StringBuilder();
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "rPh") xml.Skip();
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace) text.Append(xml.Value);
        }
        return text.ToString();
    }

    private static ZipArchiveEntry? Part(ZipArchive zip, string? name) =>
        name is null ? null : zip.Entries.FirstOrDefault(entry => entry.FullName.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static Dictionary<string, string> Targets(ZipArchive zip)
    {
        var targets = new Dictionary<string, string>();
        if (Part(zip, "xl/_rels/workbook.xml.rels") is not { } part) return targets;
        using var xml = Open(part);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "Relationship" || xml.GetAttribute("TargetMode") == "External") continue;
            var target = xml.GetAttribute("Target") ?? "";
            targets[xml.GetAttribute("Id") ?? ""] = target.StartsWith('/') ? target[1..] : "xl/" + target;
        }
        return targets;
    }

    private List<string> VisibleSheets(ZipArchive zip)
    {
        var ids = new List<string>();
        using var xml = Open(Part(zip, "xl/workbook.xml") ?? throw new InvalidDataException("No workbook."));
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "workbookPr") StartsIn1904 = xml.GetAttribute("date1904") is "1" or "true";
            if (xml.LocalName == "sheet" && xml.GetAttribute("state") is null or "visible") ids.Add(xml.GetAttribute("id", Links) ?? "");
        }
        return ids;
    }

    private void ReadTexts(ZipArchiveEntry part)
    {
        using var xml = Open(part);
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "si") _texts.Add(TextOf(xml));
        }
    }

    private void ReadStyles(ZipArchiveEntry part)
    {
        var own = new Dictionary<int, bool>();
        var inCells = false;
        using var xml = Open(part);
        while (xml.Read())
        {
            if (xml.LocalName == "cellXfs") inCells = xml.NodeType == XmlNodeType.Element;
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "numFmt") own[Number(xml.GetAttribute("numFmtId"))] = ShowsDate(xml.GetAttribute("formatCode") ?? "");
            if (xml.LocalName != "xf" || !inCells) continue;
            var format = Number(xml.GetAttribute("numFmtId"));
            _dates.Add(own.TryGetValue(format, out var date) ? date : format is (>= 14 and <= 22) or (>= 45 and <= 47));
        }
    }

    public static int Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    // Letters in quotes, in brackets and behind a backslash are no part of the date.
    private static bool ShowsDate(string format)
    {
        var quoted = false;
        for (var i = 0; i < format.Length; i++)
        {
            var c = format[i];
            if (c == '"') quoted = !quoted;
            else if (quoted) continue;
            else if (c is '\\' or '_' or '*') i++;
            else if (c == '[' && i + 1 < format.Length && format[i + 1] is not ('h' or 'H' or 'm' or 'M' or 's' or 'S')) i = Math.Max(i, format.IndexOf(']', i));
            else if (c is 'y' or 'Y' or 'd' or 'D' or 'h' or 'H' or 'm' or 'M' or 's' or 'S') return true;
        }
        return false;
    }
}
