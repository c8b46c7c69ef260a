namespace Showrunner.Office;

/// <summary>A table over as many pages as its rows need, with its headings on each. Sizes are points.</summary>
internal sealed class PdfTable
{
    private const double TypeSize = 9.5;
    private const double SmallestType = 6.5;
    private const double LongestText = 110;
    private const double Pad = 3.5;

    private readonly PdfFlow flow;
    private readonly TableTexts texts;
    private readonly double size;
    private readonly IReadOnlyList<double> widths;
    private readonly List<string> marks = [];

    private PdfTable(PdfFlow flow, TablePassage passage)
    {
        this.flow = flow;
        texts = TableTexts.Of(passage.Table, passage.MostRows, flow.Spec.Culture) with { OnPage = true };
        size = texts.Size(flow.Width, TypeSize, SmallestType, LongestText);
        widths = texts.Widths(flow.Width, size);
    }

    private double LineHeight => size * TextWidth.LineHeight;

    public static void Write(PdfFlow flow, TablePassage passage, string caption) => new PdfTable(flow, passage).Write(caption);

    private void Write(string caption)
    {
        var head = Broken(texts.Head, bold: true);
        var rows = texts.Rows.ConvertAll(r => (Row: r, Lines: Broken(r.Cells, r.Total)));
        var style = PdfStyle.CaptionAbove;
        flow.Keep(style.Before + style.LineHeight + style.After + Height(head) + (rows.Count > 0 ? Math.Min(Height(rows[0].Lines), 60) : 0) + flow.NotesFor(texts.Head));
        flow.Write(caption, style);
        marks.AddRange(texts.Head.Select(flow.Explain));
        Draw(head, 0, int.MaxValue, Palette.Band, Palette.Heading, bold: true, Palette.Subject, null);
        marks.Clear();
        foreach (var (row, lines) in rows) Draw(row, lines, head);
        flow.Y += PdfStyle.Note.LineHeight;
    }

    private void Draw(TextRow row, List<List<string>> lines, List<List<string>> head)
    {
        var whole = flow.Bottom - PdfFlow.Top - Height(head);
        if (Height(lines) > flow.Free && (Height(lines) <= whole || flow.Free < 4 * LineHeight)) Continue(head);
        // A row higher than a page continues like everything else.
        var (from, most) = (0, lines.Max(l => l.Count));
        do
        {
            if (from > 0) Continue(head);
            var count = Math.Max(1, Math.Min(most - from, (int)((flow.Free - 2 * Pad) / LineHeight + 1e-6)));
            Draw(lines, from, count, row.Total ? Palette.Wash : null, Palette.Ink, row.Total, row.Total ? null : Palette.Rule, row.Total ? Palette.Subject : null);
            from += count;
        }
        while (from < most);
    }

    private void Continue(List<List<string>> head)
    {
        flow.Break();
        Draw(head, 0, int.MaxValue, Palette.Band, Palette.Heading, bold: true, Palette.Subject, null);
    }

    private void Draw(List<List<string>> cells, int from, int count, string? fill, string colour, bool bold, string? below, string? above)
    {
        var height = Math.Min(count, Math.Max(1, cells.Max(c => c.Count) - from)) * LineHeight + 2 * Pad;
        var (sheet, x, width) = (flow.Sheet, PdfFlow.Left, widths.Sum());
        if (fill is not null) sheet.Fill(x, flow.Y, width, height, fill);
        for (var i = 0; i < cells.Count; i++)
        {
            var right = texts.Sides[i] == Side.Right;
            var y = flow.Y + Pad + LineHeight * 0.78;
            foreach (var (line, place) in cells[i].Skip(from).Take(count).Select((l, n) => (l, n)))
            {
                sheet.Text(line, right ? x + widths[i] - TableTexts.Margin : x + TableTexts.Margin, y, size, colour, bold, right ? 1 : 0);
                y += LineHeight;
                if (place == cells[i].Count - 1 && i < marks.Count)
                    sheet.Text(marks[i], right ? x + widths[i] - TableTexts.Margin + 1 : x + TableTexts.Margin + PdfText.Width(line, size, bold) + 1, y - LineHeight - size * 0.35, size * 0.65, colour);
            }
            x += widths[i];
        }
        if (above is not null) sheet.Line(PdfFlow.Left, flow.Y, PdfFlow.Left + width, flow.Y, above);
        flow.Y += height;
        if (below is not null) sheet.Line(PdfFlow.Left, flow.Y, PdfFlow.Left + width, flow.Y, below, below == Palette.Rule ? 0.5 : 0.75);
    }

    private List<List<string>> Broken(IReadOnlyList<string> cells, bool bold) =>
        [.. cells.Select((text, i) => PdfText.Lines(text, widths[i] - 2 * TableTexts.Margin, size, bold))];

    private double Height(List<List<string>> cells) => cells.Max(c => c.Count) * LineHeight + 2 * Pad;
}
