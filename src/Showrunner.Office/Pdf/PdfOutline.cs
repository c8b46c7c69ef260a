using System.Globalization;

namespace Showrunner.Office;

/// <summary>Bookmarks beside the page, as deep as the headings (ISO 32000-1, 12.3.3).</summary>
internal static class PdfOutline
{
    private sealed record Entry(PdfMark? Mark, int Number)
    {
        public List<Entry> Under { get; } = [];

        public int Count => Under.Sum(e => 1 + e.Count);
    }

    /// <summary>The number of the outline, or nothing where no heading stands.</summary>
    public static int? Write(PdfObjects file, IReadOnlyList<PdfMark> marks, Func<PdfMark, string> target)
    {
        if (marks.Count == 0) return null;
        var root = new Entry(null, file.Next());
        var open = new List<Entry> { root };
        foreach (var mark in marks)
        {
            var depth = Math.Min(mark.Level, open.Count);
            open.RemoveRange(depth, open.Count - depth);
            var entry = new Entry(mark, file.Next());
            open[^1].Under.Add(entry);
            open.Add(entry);
        }
        file.Set(root.Number, $"<</Type/Outlines{Children(root)}>>");
        Write(file, root, target);
        return root.Number;
    }

    private static void Write(PdfObjects file, Entry parent, Func<PdfMark, string> target)
    {
        for (var i = 0; i < parent.Under.Count; i++)
        {
            var entry = parent.Under[i];
            var before = i > 0 ? $"/Prev {PdfObjects.Ref(parent.Under[i - 1].Number)}" : "";
            var after = i < parent.Under.Count - 1 ? $"/Next {PdfObjects.Ref(parent.Under[i + 1].Number)}" : "";
            file.Set(entry.Number, $"<</Title {PdfObjects.Text(CleanText.Of(entry.Mark!.Text))}/Parent {PdfObjects.Ref(parent.Number)}{before}{after}{Children(entry)}/Dest{target(entry.Mark)}>>");
            Write(file, entry, target);
        }
    }

    private static string Children(Entry entry) => entry.Under.Count == 0 ? "" : string.Create(CultureInfo.InvariantCulture,
        $"/First {PdfObjects.Ref(entry.Under[0].Number)}/Last {PdfObjects.Ref(entry.Under[^1].Number)}/Count {entry.Count}");
}
