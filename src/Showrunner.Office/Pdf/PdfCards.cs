namespace Showrunner.Office;

/// <summary>Headline figures as cards, three in a row.</summary>
internal static class PdfCards
{
    private const int InRow = 3;
    private const double Inset = 9;
    private const double Gap = 8;
    private const double Small = 9;
    private const double Large = 17;

    private sealed record Line(string Text, double Size, string Colour, bool Bold, string Mark)
    {
        public double Height => Size * TextWidth.LineHeight + 1.5;
    }

    public static void Write(PdfFlow flow, FiguresPassage passage)
    {
        var width = (flow.Width - Gap * (InRow - 1)) / InRow;
        foreach (var row in passage.Figures.Chunk(InRow))
        {
            var height = row.Max(f => Height(f, width));
            flow.Keep(height + flow.NotesFor(row.Select(f => f.Label)));
            for (var i = 0; i < row.Length; i++) Card(flow, row[i], PdfFlow.Left + i * (width + Gap), width, height);
            flow.Y += height + Gap;
        }
        if (passage.Figures.Count > 0) flow.Y += PdfStyle.Text.After;
    }

    private static double Height(Figure figure, double width) => Lines(figure, width - 2 * Inset, "").Sum(l => l.Height) + 2 * Inset;

    private static void Card(PdfFlow flow, Figure figure, double x, double width, double height)
    {
        flow.Sheet.Fill(x, flow.Y, width, height, Palette.Wash);
        var y = flow.Y + Inset;
        foreach (var line in Lines(figure, width - 2 * Inset, flow.Explain(figure.Label)))
        {
            var stands = y + line.Size * 0.93;
            flow.Sheet.Text(line.Text, x + Inset, stands, line.Size, line.Colour, line.Bold);
            flow.Sheet.Text(line.Mark, x + Inset + PdfText.Width(line.Text, line.Size, line.Bold) + 1, stands - 3, line.Size * 0.65, line.Colour);
            y += line.Height;
        }
    }

    private static IEnumerable<Line> Lines(Figure figure, double width, string mark)
    {
        var label = PdfText.Lines(figure.Label, width, Small);
        for (var i = 0; i < label.Count; i++) yield return new Line(label[i], Small, Palette.Muted, false, i == label.Count - 1 ? mark : "");
        var size = Large;
        while (size > Small && PdfText.Width(PdfText.Clean(figure.Value), size, true) > width) size--;
        foreach (var line in PdfText.Lines(figure.Value, width, size, true)) yield return new Line(line, size, Palette.Heading, true, "");
        if (figure.Comparison is { } comparison)
            foreach (var line in PdfText.Lines(FigureCards.Arrow(comparison) + comparison, width, Small, true)) yield return new Line(line, Small, FigureCards.Colour(figure.Mood), true, "");
        if (figure.Note is { } note)
            foreach (var line in PdfText.Lines(note, width, Small)) yield return new Line(line, Small, Palette.Muted, false, "");
    }
}
