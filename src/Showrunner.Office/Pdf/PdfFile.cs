using System.Globalization;

namespace Showrunner.Office;

/// <summary>Puts pages, fonts, bookmarks and what a PDF says about itself into one file.</summary>
internal static class PdfFile
{
    // A little air above a heading that a bookmark leads to.
    private const double Air = 12;

    public static void Save(PdfFlow flow, IReadOnlyList<PdfMark> marks, Stream output)
    {
        var (spec, file) = (flow.Spec, new PdfObjects());
        var fonts = string.Concat(new[] { ("R", flow.Regular), ("B", flow.Strong) }.Where(f => f.Item2.IsUsed).Select(f => $"/{f.Item1} {PdfObjects.Ref(f.Item2.Write(file))}"));
        var pages = file.Next();
        var numbers = flow.Sheets.ConvertAll(_ => file.Next());
        var size = $"{PdfObjects.Number(spec.Paper.Width)} {PdfObjects.Number(spec.Paper.Height)}";
        for (var i = 0; i < numbers.Count; i++)
        {
            var links = flow.Sheets[i].Links.Select(l => PdfObjects.Ref(file.Add(
                $"<</Type/Annot/Subtype/Link/Border[0 0 0]/Rect[{Place(l.X, l.Y + l.Height)} {Place(l.X + l.Width, l.Y)}]/Dest{Target(l.To)}>>"))).ToList();
            var areas = links.Count > 0 ? $"/Annots[{string.Join(' ', links)}]" : "";
            file.Set(numbers[i], $"<</Type/Page/Parent {PdfObjects.Ref(pages)}/Contents {Drawn(flow.Sheets[i])}{areas}>>");
        }
        file.Set(pages, string.Create(CultureInfo.InvariantCulture,
            $"<</Type/Pages/Count {numbers.Count}/Kids[{string.Join(' ', numbers.Select(PdfObjects.Ref))}]/MediaBox[0 0 {size}]/Resources<</Font<<{fonts}>>>>>>"));
        var outline = PdfOutline.Write(file, marks, Target) is { } number ? $"/Outlines {PdfObjects.Ref(number)}/PageMode/UseOutlines" : "";
        var root = file.Add($"<</Type/Catalog/Pages {PdfObjects.Ref(pages)}{outline}/Lang({spec.Language})/ViewerPreferences<</DisplayDocTitle true>>>>");
        file.Save(output, root, file.Add(About(spec)));

        string Drawn(PdfSheet sheet) => sheet.Packed is { } packed ? $"[{PdfObjects.Ref(file.Packed(packed))} {PdfObjects.Ref(file.Stream(sheet.Content))}]" : PdfObjects.Ref(file.Stream(sheet.Content));

        string Place(double x, double y) => $"{PdfObjects.Number(x)} {PdfObjects.Number(spec.Paper.Height - y)}";

        string Target(PdfMark mark) => $"[{PdfObjects.Ref(numbers[mark.Page - 1])}/XYZ null {PdfObjects.Number(spec.Paper.Height - mark.Y + Air)} null]";
    }

    private static string About(DocumentSpec spec)
    {
        var stamp = spec.Stamp;
        return $"<</Title {Text(stamp.Title)}/Author {Text(stamp.Author)}/Subject {Text(stamp.Subject ?? spec.Subtitle)}/Creator(Showrunner)/CreationDate({Time(stamp.Created)})/ModDate({Time(stamp.Modified ?? stamp.Created)})>>";
    }

    private static string Text(string? text) => PdfObjects.Text(CleanText.Of(text ?? ""));

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("'D:'yyyyMMddHHmmss'Z'", CultureInfo.InvariantCulture);
}
