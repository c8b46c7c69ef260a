using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace Showrunner.Office;

/// <summary>The parts of a template as they stand in its package, read whole and within bounds before anything is made of them.</summary>
internal sealed class TemplatePackage
{
    /// <summary>Bounds of a template, packed and unpacked.</summary>
    public const int Largest = 20 << 20, LargestUnpacked = 150 << 20, LargestPart = 60 << 20, MostParts = 3000;

    private const string Relations = "http://schemas.openxmlformats.org/package/2006/relationships", Types = "http://schemas.openxmlformats.org/package/2006/content-types";

    private readonly Dictionary<string, byte[]> parts = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> types = new(StringComparer.OrdinalIgnoreCase), endings = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="Id">As the part's XML names it.</param>
    /// <param name="Type">URI of the kind of relation.</param>
    /// <param name="Target">Path of the part without a slash in front; the address where it is external.</param>
    public sealed record Link(string Id, string Type, string Target, bool External)
    {
        /// <summary>The last word of the type: slideMaster, theme, image.</summary>
        public string Kind => Type[(Type.LastIndexOf('/') + 1)..];
    }

    /// <summary>Reads the package.</summary>
    /// <exception cref="TemplateException">broken, password, macros or bomb.</exception>
    public static TemplatePackage Read(Stream file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var bytes = Bounded(file, Largest) ?? throw new TemplateException("bomb", $"> {Largest >> 20} MB");
        if (bytes.AsSpan().StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0])) throw new TemplateException("password"); // protected packages are OLE files, and so are those of before 2007
        if (!bytes.AsSpan().StartsWith("PK"u8)) throw new TemplateException("broken");
        try { return new TemplatePackage(bytes); }
        catch (Exception broken) when (broken is InvalidDataException or XmlException or IOException or NotSupportedException) { throw new TemplateException("broken", broken.Message); }
    }

    private TemplatePackage(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
        if (zip.Entries.Count > MostParts) throw new TemplateException("bomb", $"{zip.Entries.Count} parts");
        long unpacked = 0;
        foreach (var entry in zip.Entries.Where(e => !e.FullName.EndsWith('/')))
        {
            using var content = entry.Open();
            // What the package says about its own size is not believed.
            var part = Bounded(content, (int)Math.Min(LargestPart, LargestUnpacked - unpacked)) ?? throw new TemplateException("bomb", entry.FullName);
            unpacked += part.Length;
            parts[entry.FullName.TrimStart('/')] = part;
        }
        foreach (var type in (Part("[Content_Types].xml") is { } list ? Xml(list).Root?.Elements() : null) ?? throw new TemplateException("broken", "[Content_Types].xml"))
        {
            var kind = (string?)type.Attribute("ContentType") ?? "";
            if (type.Name == XName.Get("Override", Types)) types[((string?)type.Attribute("PartName") ?? "").TrimStart('/')] = kind;
            else endings[(string?)type.Attribute("Extension") ?? ""] = kind;
        }
        if (types.Values.Concat(endings.Values).FirstOrDefault(t => t.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) || t.Contains("vbaProject", StringComparison.OrdinalIgnoreCase)) is not null
            || parts.Keys.Any(p => p.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
            throw new TemplateException("macros");
    }

    public IEnumerable<string> Paths => parts.Keys;

    public byte[]? Part(string path) => parts.GetValueOrDefault(path);

    public string TypeOf(string path) => types.GetValueOrDefault(path) ?? endings.GetValueOrDefault(Path.GetExtension(path).TrimStart('.')) ?? "application/octet-stream";

    public XDocument Document(string path)
    {
        try { return Part(path) is { } bytes ? Xml(bytes) : throw new TemplateException("broken", path); }
        catch (XmlException broken) { throw new TemplateException("broken", $"{path}: {broken.Message}"); }
    }

    /// <summary>The relations of a part; of the package for "".</summary>
    public IReadOnlyList<Link> Links(string path)
    {
        if (Part(RelationsOf(path)) is null) return [];
        var folder = path.Contains('/', StringComparison.Ordinal) ? path[..(path.LastIndexOf('/') + 1)] : "";
        return [.. Document(RelationsOf(path)).Root!.Elements(XName.Get("Relationship", Relations)).Select(link =>
        {
            var (target, external) = ((string?)link.Attribute("Target") ?? "", (string?)link.Attribute("TargetMode") == "External");
            return new Link((string?)link.Attribute("Id") ?? "", (string?)link.Attribute("Type") ?? "", external ? target : Resolved(folder, target), external);
        })];
    }

    public static string RelationsOf(string path)
    {
        var slash = path.LastIndexOf('/') + 1;
        return path[..slash] + "_rels/" + path[slash..] + ".rels";
    }

    /// <summary>The parts that these lead to, themselves included, in a stable order. Links to what loads content from elsewhere are refused.</summary>
    /// <exception cref="TemplateException">outside, broken.</exception>
    public IReadOnlyList<string> Reachable(IEnumerable<string> from, Func<Link, bool>? follow = null)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<string>(from);
        while (waiting.TryDequeue(out var path))
        {
            if (!found.Add(path)) continue;
            if (Part(path) is null) throw new TemplateException("broken", path);
            foreach (var link in Links(path))
            {
                // An address that a reader may click is no content; a picture, object or template from elsewhere is.
                if (link.External && link.Kind is not ("hyperlink" or "attachedTemplate")) throw new TemplateException("outside", link.Target);
                if (!link.External && (follow?.Invoke(link) ?? true)) waiting.Enqueue(link.Target);
            }
        }
        return [.. found];
    }

    private static string Resolved(string folder, string target)
    {
        if (target.StartsWith('/')) return target[1..];
        var path = new List<string>(folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var step in target.Split('/'))
            if (step == ".." && path.Count > 0) path.RemoveAt(path.Count - 1);
            else if (step is not ("." or "..")) path.Add(step);
        return string.Join('/', path);
    }

    private static XDocument Xml(byte[] bytes)
    {
        using var reader = XmlReader.Create(new MemoryStream(bytes), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = LargestPart });
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }

    /// <summary>All of it, or null when it is longer.</summary>
    private static byte[]? Bounded(Stream from, int most)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[1 << 16];
        int read;
        while ((read = from.Read(buffer)) > 0)
        {
            if (kept.Length + read > most) return null;
            kept.Write(buffer, 0, read);
        }
        return kept.ToArray();
    }
}
