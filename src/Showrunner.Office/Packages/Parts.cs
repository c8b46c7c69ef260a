using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;

namespace Showrunner.Office;

/// <summary>
/// The zip container of an Office file. The SDK's own container keeps every part in memory and stamps the clock
/// into the zip; this one streams part after part and gives the same bytes for the same parts.
/// </summary>
internal sealed class Parts(Stream output) : IDisposable
{
    private const string Relationships = "http://schemas.openxmlformats.org/package/2006/relationships";

    // The earliest moment a zip entry can carry.
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ZipArchive zip = new(output, ZipArchiveMode.Create, leaveOpen: true);
    private readonly SortedDictionary<string, string> types = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, List<(string Type, string Target, bool External)>> links = new(StringComparer.Ordinal);
    private bool finished;

    /// <summary>Opens the next part; close it before opening another.</summary>
    public Stream Open(string path, string contentType)
    {
        if (!path.EndsWith(".xlsx", StringComparison.Ordinal)) types.Add(path, contentType);
        return Entry(path);
    }

    /// <summary>Changes every part that is written from elements, before it is.</summary>
    public Action<OpenXmlPartRootElement>? Restyle { get; init; }

    private readonly SortedDictionary<string, List<(string Id, string Type, string Target, bool External)>> kept = new(StringComparer.Ordinal);

    /// <summary>Keeps a relation of a part under the id that its XML says.</summary>
    public void Keep(string source, string id, string type, string target, bool external)
    {
        if (!kept.TryGetValue(source, out var list)) kept[source] = list = [];
        list.Add((id, type, external ? target : "/" + target, external));
    }

    /// <summary>Takes a part over from another package, with its own relations.</summary>
    public void Copy(string path, string contentType, byte[] content, byte[]? relations)
    {
        using (var part = Open(path, contentType)) part.Write(content);
        if (relations is null) return;
        using var links = Entry(TemplatePackage.RelationsOf(path));
        links.Write(relations);
    }

    public void Write(string path, string contentType, OpenXmlPartRootElement root)
    {
        Restyle?.Invoke(root);
        using var part = Open(path, contentType);
        root.Save(part);
    }

    public void Write(string path, string contentType, string xml)
    {
        using var part = Open(path, contentType);
        part.Write(Encoding.UTF8.GetBytes(xml));
    }

    /// <summary>Adds a relationship from a part ("" is the package) and returns its id.</summary>
    public string Relate(string source, string type, string target, bool external = false)
    {
        if (!links.TryGetValue(source, out var list)) links[source] = list = [];
        list.Add((type, external ? target : "/" + target, external));
        return Id(source, list.Count);
    }

    /// <summary>Writes what ties the parts together.</summary>
    public void Finish()
    {
        foreach (var source in kept.Keys.Where(source => !links.ContainsKey(source)).ToList()) links[source] = [];
        foreach (var (source, list) in links) WriteLinks(source, list);
        WriteTypes();
        finished = true;
    }

    // After a failure a part may still be open; closing the zip would then hide what went wrong.
    public void Dispose()
    {
        if (finished) zip.Dispose();
    }

    public static XmlWriter Xml(Stream part) =>
        XmlWriter.Create(part, new XmlWriterSettings { Encoding = new UTF8Encoding(false), CloseOutput = false, CheckCharacters = false, NewLineChars = "\n" });

    private Stream Entry(string path)
    {
        var entry = zip.CreateEntry(path, CompressionLevel.Optimal);
        entry.LastWriteTime = Epoch;
        return entry.Open();
    }

    private void WriteLinks(string source, List<(string Type, string Target, bool External)> list)
    {
        var slash = source.LastIndexOf('/') + 1;
        using var part = Entry(source[..slash] + "_rels/" + source[slash..] + ".rels");
        using var xml = Xml(part);
        xml.WriteStartElement("Relationships", Relationships);
        foreach (var (id, type, target, external) in kept.GetValueOrDefault(source, []).Concat(list.Select((l, i) => (Id(source, i + 1), l.Type, l.Target, l.External))))
        {
            xml.WriteStartElement("Relationship", Relationships);
            xml.WriteAttributeString("Id", id);
            xml.WriteAttributeString("Type", type);
            xml.WriteAttributeString("Target", target);
            if (external) xml.WriteAttributeString("TargetMode", "External");
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    /// <summary>Beside kept ids of any form, ours are of a form of their own.</summary>
    private string Id(string source, int number) => (kept.ContainsKey(source) ? "rIdOwn" : "rId") + number.ToString(CultureInfo.InvariantCulture);

    private void WriteTypes()
    {
        const string space = "http://schemas.openxmlformats.org/package/2006/content-types";
        using var part = Entry("[Content_Types].xml");
        using var xml = Xml(part);
        xml.WriteStartElement("Types", space);
        Type("Default", "Extension", "rels", "application/vnd.openxmlformats-package.relationships+xml");
        Type("Default", "Extension", "xml", "application/xml");
        Type("Default", "Extension", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        foreach (var (path, type) in types) Type("Override", "PartName", "/" + path, type);
        xml.WriteEndElement();

        void Type(string element, string key, string value, string type)
        {
            xml.WriteStartElement(element, space);
            xml.WriteAttributeString(key, value);
            xml.WriteAttributeString("ContentType", type);
            xml.WriteEndElement();
        }
    }
}
