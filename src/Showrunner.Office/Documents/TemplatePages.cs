using System.Globalization;
using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using Word = DocumentFormat.OpenXml.Wordprocessing;

namespace Showrunner.Office;

/// <summary>Puts a document's text, styles and bullets into the parts of a company's template.</summary>
internal sealed class TemplatePages(DocumentTemplate template, DocumentSpec spec)
{
    private const string Prefix = "Showrunner";
    private static readonly XNamespace W = DocumentTemplate.W;
    private static readonly XName Val = W + "val", StyleId = W + "styleId";

    private readonly Dictionary<string, string> ids = [];

    /// <summary>The template's parts but the document itself; styles and numbering with ours added.</summary>
    public void Take(Parts parts)
    {
        var ours = DocumentStyles.Of(spec.Language).Elements<Word.Style>().ToList();
        var taken = template.Names.Values.ToHashSet(StringComparer.Ordinal);
        foreach (var style in ours) ids[style.StyleId!] = template.Names.GetValueOrDefault(style.StyleName!.Val!.Value!.ToLowerInvariant()) ?? (taken.Contains(style.StyleId!) ? Prefix + style.StyleId : style.StyleId!.Value!);
        foreach (var path in template.Kept)
        {
            var bytes = template.Package.Part(path)!;
            var kind = template.Package.Links(template.Root).FirstOrDefault(l => l.Target == path)?.Kind;
            if (path == template.Styles) bytes = Styles(ours);
            else if (path == template.Numbering) bytes = Numbering();
            else if (kind is "header" or "footer") bytes = Filled(path);
            var links = template.Package.Part(TemplatePackage.RelationsOf(path));
            if (template.Package.Links(path).Any(l => l.Kind == "attachedTemplate")) (bytes, links) = (Detached(path), null);
            parts.Copy(path, template.Package.TypeOf(path), bytes, links);
        }
        foreach (var link in template.Package.Links(template.Root)) parts.Keep(Pages.Path, link.Id, link.Type, link.Target, link.External);
    }

    /// <summary>The template's document with the report in its place.</summary>
    public Word.Document Document(IEnumerable<OpenXmlElement> text)
    {
        var document = template.Package.Document(template.Root).Root!;
        var body = document.Element(W + "body")!;
        var place = DocumentTemplate.Fields.Place(body);
        var mark = new XElement(W + "p", new XElement(W + "r", new XElement(W + "t", "place")));
        if (place is not null) place.ReplaceWith(mark);
        else if (body.Elements(W + "sectPr").LastOrDefault() is { } section) section.AddBeforeSelf(mark);
        else body.Add(mark);
        DocumentTemplate.Fields.Fill(body, Values);
        var at = mark.ElementsBeforeSelf().Count();
        var made = new Word.Document(document.ToString(SaveOptions.DisableFormatting));
        var stands = made.Body!.ChildElements[at];
        var stars = made.Body.Descendants<Word.BookmarkStart>().Select(b => int.TryParse(b.Id?.Value, CultureInfo.InvariantCulture, out var id) ? id : 0).DefaultIfEmpty(0).Max() + 1;
        var pictures = made.Body.Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.DocProperties>().Select(p => p.Id?.Value ?? 0).DefaultIfEmpty(0u).Max();
        foreach (var element in text)
        {
            Dress(element);
            foreach (var start in element.Descendants<Word.BookmarkStart>()) start.Id = (int.Parse(start.Id!.Value!, CultureInfo.InvariantCulture) + stars).ToString(CultureInfo.InvariantCulture);
            foreach (var end in element.Descendants<Word.BookmarkEnd>()) end.Id = (int.Parse(end.Id!.Value!, CultureInfo.InvariantCulture) + stars).ToString(CultureInfo.InvariantCulture);
            foreach (var picture in element.Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.DocProperties>()) picture.Id = picture.Id!.Value + pictures;
            made.Body.InsertBefore(element, stands);
        }
        stands.Remove();
        return made;
    }

    /// <summary>Our footnotes in the template's styles.</summary>
    public void Dress(OpenXmlElement element)
    {
        foreach (var style in element.Descendants<Word.ParagraphStyleId>()) style.Val = ids.GetValueOrDefault(style.Val?.Value ?? "", style.Val?.Value ?? "");
        foreach (var style in element.Descendants<Word.RunStyle>()) style.Val = ids.GetValueOrDefault(style.Val?.Value ?? "", style.Val?.Value ?? "");
        foreach (var colour in element.Descendants<Word.Color>()) colour.Val = Hex(colour.Val);
        foreach (var shade in element.Descendants<Word.Shading>()) shade.Fill = Hex(shade.Fill);
        foreach (var border in element.Descendants<Word.TopBorder>()) border.Color = Hex(border.Color);
        foreach (var border in element.Descendants<Word.BottomBorder>()) border.Color = Hex(border.Color);
    }

    private Dictionary<string, string> Values => new()
    {
        ["title"] = spec.Stamp.Title,
        ["subtitle"] = spec.Subtitle,
        ["as_of"] = spec.AsOf,
        ["footer"] = spec.Footer,
    };

    /// <summary>The settings without the template on its author's machine: nobody's program shall look for it there.</summary>
    private byte[] Detached(string path)
    {
        var part = template.Package.Document(path);
        part.Root!.Elements(W + "attachedTemplate").Remove();
        return Bytes(part);
    }

    private byte[] Filled(string path)
    {
        var part = template.Package.Document(path);
        DocumentTemplate.Fields.Fill(part.Root!, Values);
        return Bytes(part);
    }

    private byte[] Styles(List<Word.Style> ours)
    {
        var part = template.Package.Document(template.Styles!);
        var standard = (string?)part.Root!.Elements(W + "style").FirstOrDefault(s => (string?)s.Attribute(W + "type") == "paragraph" && (string?)s.Attribute(W + "default") is "1" or "true")?.Attribute(StyleId) ?? "Normal";
        foreach (var style in ours.Where(s => !template.Names.ContainsKey(s.StyleName!.Val!.Value!.ToLowerInvariant())))
        {
            var added = XElement.Parse(style.OuterXml);
            added.SetAttributeValue(StyleId, ids[style.StyleId!]);
            foreach (var based in added.Elements(W + "basedOn")) based.SetAttributeValue(Val, standard);
            foreach (var colour in added.Descendants(W + "color")) colour.SetAttributeValue(Val, Hex((string?)colour.Attribute(Val)));
            foreach (var number in added.Descendants(W + "numId")) number.SetAttributeValue(Val, Bullets.ToString(CultureInfo.InvariantCulture));
            part.Root.Add(added);
        }
        return Bytes(part);
    }

    /// <summary>The number of our list of bullets, behind the template's own.</summary>
    private int Bullets => template.Numbering is { } path ? Highest(template.Package.Document(path), "num", "numId") + 1 : 1;

    private byte[] Numbering()
    {
        var part = template.Package.Document(template.Numbering!);
        var ours = XElement.Parse(DocumentStyles.Bullets().OuterXml);
        var (list, number) = (ours.Element(W + "abstractNum")!, ours.Element(W + "num")!);
        var free = Highest(part, "abstractNum", "abstractNumId") + 1;
        list.SetAttributeValue(W + "abstractNumId", free);
        number.SetAttributeValue(W + "numId", Bullets);
        number.Element(W + "abstractNumId")!.SetAttributeValue(Val, free);
        if (part.Root!.Elements(W + "abstractNum").LastOrDefault() is { } last) last.AddAfterSelf(list);
        else part.Root.AddFirst(list);
        if (part.Root.Elements(W + "num").LastOrDefault() is { } lastNumber) lastNumber.AddAfterSelf(number);
        else list.AddAfterSelf(number);
        return Bytes(part);
    }

    private static int Highest(XDocument part, string element, string attribute) =>
        part.Root!.Elements(W + element).Select(e => int.TryParse((string?)e.Attribute(W + attribute), NumberStyles.Integer, CultureInfo.InvariantCulture, out var id) ? id : 0).DefaultIfEmpty(0).Max();

    /// <summary>The first accent in the place of our subject's colour, and a light one of it behind headings of tables.</summary>
    private string? Hex(string? ours) => template.Colours is [{ Length: 6 } accent, ..] ? ours switch
    {
        Palette.Subject or Palette.Heading => accent,
        Palette.Band => Light(accent, 0.85),
        Palette.Wash => Light(accent, 0.94),
        _ => ours,
    } : ours;

    private static string Light(string hex, double white) =>
        string.Concat(Enumerable.Range(0, 3).Select(i => ((int)Math.Round(255 * white + Convert.ToInt32(hex.Substring(2 * i, 2), 16) * (1 - white))).ToString("X2", CultureInfo.InvariantCulture)));

    private static byte[] Bytes(XDocument part) => Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + part.Root!.ToString(SaveOptions.DisableFormatting));
}
