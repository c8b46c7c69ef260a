using System.Globalization;
using System.Xml.Linq;

namespace Showrunner.Office;

/// <summary>A company's deck template (PPTX or POTX), checked once: its masters, layouts, theme and slide size are used, its own slides are not.</summary>
public sealed class DeckTemplate
{
    private const string Main = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml", Template = "application/vnd.openxmlformats-officedocument.presentationml.template.main+xml";

    private static readonly XNamespace A = "http://schemas.openxmlformats.org/drawingml/2006/main", P = "http://schemas.openxmlformats.org/presentationml/2006/main";
    private static readonly XName RelationId = XName.Get("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships");

    private DeckTemplate(TemplatePackage package)
    {
        Package = package;
        var root = package.Links("").FirstOrDefault(l => l.Kind == "officeDocument" && !l.External)?.Target;
        if (root is null || package.TypeOf(root) is not (Main or Template)) throw new TemplateException("kind", root is null ? "" : package.TypeOf(root));
        var deck = package.Document(root).Root!;
        if (deck.Name != P + "presentation") throw new TemplateException("kind", deck.Name.NamespaceName);
        var links = package.Links(root).ToDictionary(l => l.Id);
        var size = deck.Element(P + "sldSz");
        Page = new Box(0, 0, Points((string?)size?.Attribute("cx")) is > 100 and var width ? width : 960, Points((string?)size?.Attribute("cy")) is > 100 and var height ? height : 540);
        DefaultText = deck.Element(P + "defaultTextStyle")?.ToString(SaveOptions.DisableFormatting);
        MasterIds = [.. (deck.Element(P + "sldMasterIdLst")?.Elements(P + "sldMasterId") ?? []).Select(m =>
            (uint.TryParse((string?)m.Attribute("id"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : Master.FirstId, links.GetValueOrDefault((string?)m.Attribute(RelationId) ?? "")?.Target ?? throw new TemplateException("broken", root)))];
        var masters = MasterIds.Select(m => m.Path).ToList();
        if (masters.Count == 0) throw new TemplateException("layout", "0");
        Theme = package.Links(masters[0]).FirstOrDefault(l => l.Kind == "theme")?.Target;
        Notes = deck.Element(P + "notesMasterIdLst")?.Element(P + "notesMasterId") is { } notes ? links.GetValueOrDefault((string?)notes.Attribute(RelationId) ?? "")?.Target : null;
        Kept = package.Reachable([.. masters, .. Notes is null ? Array.Empty<string>() : [Notes]]);

        var layouts = masters.SelectMany(Layouts).ToList();
        Only = layouts.Where(l => l.Type == "titleOnly").Concat(layouts.Where(l => l.Type is not ("title" or "secHead")).OrderByDescending(l => l.Type == "obj" ? 1 : 0).ThenByDescending(l => l.Free.Width * l.Free.Height)).FirstOrDefault(IsUsable)
            ?? throw new TemplateException("layout", layouts.Count.ToString(CultureInfo.InvariantCulture));
        Opening = layouts.FirstOrDefault(l => l.Type == "title" && l.Title is not null) ?? layouts.FirstOrDefault(l => l.Title?.Type == "ctrTitle") ?? layouts.FirstOrDefault(l => l.Title is not null && l.Sub is not null) ?? Only;
        Text = layouts.FirstOrDefault(l => l.Type is "obj" or "tx" && IsUsable(l) && l.Body is not null) ?? Only;
        (Colours, HeadingFont, BodyFont) = Look();
    }

    /// <summary>Reads and checks a template.</summary>
    /// <param name="file">The file; read to its end.</param>
    /// <exception cref="TemplateException">kind, broken, password, macros, bomb, outside, layout.</exception>
    public static DeckTemplate Read(Stream file) => new(TemplatePackage.Read(file));

    /// <summary>Name of the layout of the first slide.</summary>
    public string TitleLayout => Opening.Name;

    /// <summary>Name of the layout of figures, charts and tables.</summary>
    public string ContentLayout => Only.Name;

    /// <summary>Accents 1 to 6 of the theme as RRGGBB; a colour that is said otherwise is empty.</summary>
    public IReadOnlyList<string> Colours { get; }

    public string HeadingFont { get; }

    public string BodyFont { get; }

    internal TemplatePackage Package { get; }

    internal Box Page { get; }

    internal string? DefaultText { get; }

    internal IReadOnlyList<(uint Id, string Path)> MasterIds { get; }

    internal string? Theme { get; }

    internal string? Notes { get; }

    /// <summary>Parts that go into every deck as they are.</summary>
    internal IReadOnlyList<string> Kept { get; }

    internal Stand Opening { get; }

    internal Stand Only { get; }

    internal Stand Text { get; }

    internal Stand Of(Layout layout) => layout switch { Layout.Title => Opening, Layout.Text => Text, _ => Only };

    /// <summary>A placeholder of a layout.</summary>
    /// <param name="Type">title, ctrTitle, subTitle, body, obj, ftr, sldNum …</param>
    /// <param name="Index">As a slide must name it; null for none.</param>
    /// <param name="Box">Where it stands, in points.</param>
    /// <param name="Size">Of its type in points, where the layout or its master says so.</param>
    internal sealed record Place(string Type, uint? Index, Box Box, double? Size);

    /// <summary>A layout and the room on it.</summary>
    internal sealed record Stand(string Path, string Name, string Type, Place? Title, Place? Sub, Place? Body, Place? Footer, Place? Number, Box Free);

    private bool IsUsable(Stand layout) =>
        layout.Title is not null && !layout.Type.StartsWith("vert", StringComparison.Ordinal) && layout.Free.Width >= 0.45 * Page.Width && layout.Free.Height >= 0.4 * Page.Height;

    private IEnumerable<Stand> Layouts(string master)
    {
        var root = Package.Document(master).Root!;
        var own = Places(root, null, root).ToList();
        foreach (var link in Package.Links(master).Where(l => l.Kind == "slideLayout"))
        {
            var layout = Package.Document(link.Target).Root!;
            var places = Places(layout, own, root).ToList();
            Place? Of(params string[] types) => places.FirstOrDefault(p => types.Contains(p.Type));
            var title = Of("title", "ctrTitle");
            yield return new Stand(link.Target, (string?)layout.Element(P + "cSld")?.Attribute("name") ?? "", (string?)layout.Attribute("type") ?? "", title,
                Of("subTitle") ?? places.FirstOrDefault(p => p.Type == "body"), places.FirstOrDefault(p => p.Type is "obj" or "body" && p.Box.Width > Page.Width / 2), Of("ftr"), Of("sldNum"),
                Room(title, own.FirstOrDefault(p => p.Type == "body")?.Box, own.Concat(places).Where(p => p.Type is "ftr" or "sldNum" or "dt").Select(p => p.Box)));
        }
    }

    /// <summary>Where content may stand: the master's text area, below the title and above the foot.</summary>
    private Box Room(Place? title, Box? body, IEnumerable<Box> feet)
    {
        var area = body ?? new Box(title?.Box.X ?? 0, 0, title?.Box.Width ?? 0, Page.Height * 0.95);
        var top = title is { Box: var head } && head.Y + head.Height / 2 < Page.Height / 2 ? Math.Max(area.Y, head.Y + head.Height + 4) : area.Y;
        var bottom = feet.Where(f => f.Y > Page.Height * 0.66).Select(f => f.Y - 4).Append(body is { } b ? Math.Max(b.Y + b.Height, Page.Height * 0.85) : Page.Height * 0.95).Min();
        return new Box(area.X, top, area.Width, Math.Max(0, bottom - top));
    }

    private static IEnumerable<Place> Places(XElement part, List<Place>? inherited, XElement master)
    {
        foreach (var shape in part.Element(P + "cSld")?.Element(P + "spTree")?.Elements(P + "sp") ?? [])
        {
            if (shape.Element(P + "nvSpPr")?.Element(P + "nvPr")?.Element(P + "ph") is not { } place) continue;
            var type = (string?)place.Attribute("type") ?? "obj";
            var above = inherited?.FirstOrDefault(p => p.Type == type switch { "ctrTitle" => "title", "subTitle" or "obj" => "body", _ => type });
            var frame = shape.Element(P + "spPr")?.Element(A + "xfrm");
            var (at, size) = (frame?.Element(A + "off"), frame?.Element(A + "ext"));
            var box = at is not null && size is not null
                ? new Box(Points((string?)at.Attribute("x")), Points((string?)at.Attribute("y")), Points((string?)size.Attribute("cx")), Points((string?)size.Attribute("cy")))
                : above?.Box ?? default;
            var styled = master.Element(P + "txStyles")?.Element(P + (type is "title" or "ctrTitle" ? "titleStyle" : "bodyStyle"));
            yield return new Place(type, uint.TryParse((string?)place.Attribute("idx"), NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null, box,
                Size(shape.Element(P + "txBody")?.Element(A + "lstStyle")) ?? above?.Size ?? Size(styled));
        }
    }

    private static double? Size(XElement? style) =>
        int.TryParse((string?)style?.Element(A + "lvl1pPr")?.Element(A + "defRPr")?.Attribute("sz"), NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? size / 100.0 : null;

    private (IReadOnlyList<string> Colours, string Heading, string Body) Look()
    {
        if (Theme is null) return ([], "", "");
        var elements = Package.Document(Theme).Root!.Element(A + "themeElements");
        var scheme = elements?.Element(A + "clrScheme");
        string Font(string which) => (string?)elements?.Element(A + "fontScheme")?.Element(A + which)?.Element(A + "latin")?.Attribute("typeface") ?? "";
        return ([.. Enumerable.Range(1, 6).Select(i => (string?)scheme?.Element(A + ("accent" + i))?.Element(A + "srgbClr")?.Attribute("val") ?? "")], Font("majorFont"), Font("minorFont"));
    }

    private static double Points(string? emu) => long.TryParse(emu, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value / (double)Box.EmuPerPoint : 0;
}
