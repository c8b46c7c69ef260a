using System.Globalization;

namespace Showrunner.Office;

/// <summary>What stands around the text of each page: its title above, source and number below, footnotes between.</summary>
internal static class PdfFrame
{
    private const double Size = 9;

    public static void Write(PdfFlow flow)
    {
        var (spec, right) = (flow.Spec, PdfFlow.Left + flow.Width);
        for (var i = 0; i < flow.Sheets.Count; i++)
        {
            var sheet = flow.Sheets[i];
            if (i > 0) sheet.Text(PdfText.Trim(spec.Stamp.Title, flow.Width, Size), PdfFlow.Left, 44, Size, Palette.Muted);
            sheet.Text(PdfText.Trim(spec.Footer, flow.Width - 60, Size), PdfFlow.Left, spec.Paper.Height - 32, Size, Palette.Muted);
            sheet.Text(string.Create(CultureInfo.InvariantCulture, $"{i + 1} / {flow.Sheets.Count}"), right, spec.Paper.Height - 32, Size, Palette.Muted, anchor: 1);
            Notes(flow, sheet);
        }
    }

    private static void Notes(PdfFlow flow, PdfSheet sheet)
    {
        if (sheet.Notes.Count == 0) return;
        var style = PdfStyle.FootNote;
        var y = flow.Bottom - sheet.NotesHeight + 6;
        sheet.Line(PdfFlow.Left, y - 5, PdfFlow.Left + 120, y - 5, Palette.Context, 0.5);
        foreach (var (number, text) in sheet.Notes)
        {
            sheet.Text(number.ToString(CultureInfo.InvariantCulture), PdfFlow.Left, y + style.Baseline - 2.5, style.Size * 0.7, style.Colour);
            foreach (var line in PdfText.Lines(text, flow.Width - style.Left, style.Size))
            {
                sheet.Text(line, PdfFlow.Left + style.Left, y + style.Baseline, style.Size, style.Colour);
                y += style.LineHeight;
            }
            y += style.After + 2;
        }
    }
}
