using System.Globalization;

namespace Showrunner.Office;

/// <summary>Headings and what leads to them: the contents on paper and the bookmarks beside the page.</summary>
internal sealed class PdfMarks(PdfFlow flow)
{
    private readonly List<PdfMark> headings = [];
    private readonly List<(PdfSheet Sheet, double Y)> entries = [];

    public IReadOnlyList<PdfMark> Headings => headings;

    /// <param name="held">What must follow on the same page: a heading alone at its foot heads nothing.</param>
    public void Heading(string text, int level, double held)
    {
        var style = PdfStyle.Heading(level);
        var lines = PdfText.Lines(text, flow.Width, style.Size, style.Bold).Count;
        flow.Keep(style.Before + lines * style.LineHeight + style.After + held);
        headings.Add(new PdfMark(text, level, flow.Sheets.Count, flow.AtTop ? flow.Y : flow.Y + style.Before));
        flow.Write(text, style);
    }

    /// <summary>Leaves room for the contents; their page numbers are known at the end.</summary>
    public void Reserve(IReadOnlyList<HeadingPassage> listed)
    {
        if (flow.Spec.Words.Contents.Length == 0 || listed.Count <= 2) return;
        flow.Write(flow.Spec.Words.Contents, PdfStyle.ContentsTitle);
        foreach (var heading in listed.Where(h => h.Level <= 2))
        {
            var style = PdfStyle.Entry(heading.Level);
            flow.Keep(style.LineHeight);
            entries.Add((flow.Sheet, flow.Y));
            flow.Y += style.LineHeight + style.After;
        }
    }

    public void Finish()
    {
        foreach (var (entry, heading) in entries.Zip(headings.Where(h => h.Level <= 2))) Entry(entry.Sheet, entry.Y, heading);
    }

    private void Entry(PdfSheet sheet, double y, PdfMark heading)
    {
        var style = PdfStyle.Entry(heading.Level);
        var number = heading.Page.ToString(CultureInfo.InvariantCulture);
        var text = PdfText.Trim(heading.Text, flow.Width - style.Left - 40, style.Size);
        var right = PdfFlow.Left + flow.Width;
        var from = PdfFlow.Left + style.Left + PdfText.Width(text, style.Size) + 6;
        sheet.Text(text, PdfFlow.Left + style.Left, y + style.Baseline, style.Size, style.Colour);
        sheet.Line(from, y + style.Baseline - 1, right - PdfText.Width(number, style.Size) - 6, y + style.Baseline - 1, Palette.Rule, 0.5);
        sheet.Text(number, right, y + style.Baseline, style.Size, style.Colour, anchor: 1);
        sheet.Link(PdfFlow.Left, y, flow.Width, style.LineHeight, heading);
    }
}
