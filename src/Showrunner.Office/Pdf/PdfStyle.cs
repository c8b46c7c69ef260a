namespace Showrunner.Office;

/// <summary>How a kind of paragraph looks, as in <see cref="DocumentStyles"/>. Points; lines as a multiple.</summary>
internal sealed record PdfStyle(double Size, string Colour, bool Bold = false, double Before = 0, double After = 6, double Lines = 1.1, double Left = 0)
{
    public static readonly PdfStyle Title = new(26, Palette.Heading, true, After: 4, Lines: 1);
    public static readonly PdfStyle Subtitle = new(13, Palette.Muted, After: 4);
    public static readonly PdfStyle Text = new(10.5, Palette.Ink);
    public static readonly PdfStyle Note = new(9, Palette.Muted, After: 4);
    public static readonly PdfStyle Bullet = new(10.5, Palette.Ink, After: 4, Left: 14);
    public static readonly PdfStyle Caption = new(9, Palette.Muted, After: 12);
    public static readonly PdfStyle CaptionAbove = new(9, Palette.Muted, Before: 10, After: 4);
    public static readonly PdfStyle ContentsTitle = new(12, Palette.Heading, true, Before: 16, After: 4);
    public static readonly PdfStyle FootNote = new(8.5, Palette.Muted, After: 2, Lines: 1, Left: 9);

    private static readonly PdfStyle[] Headings = [new(16, Palette.Heading, true, 22, 6, 1.05), new(13, Palette.Heading, true, 14, 4, 1.05), new(11, Palette.Heading, true, 10, 3)];
    private static readonly PdfStyle[] Entries = [new(10.5, Palette.Ink, After: 2), new(10, Palette.Muted, After: 2, Left: 14)];

    public double LineHeight => Size * TextWidth.LineHeight * Lines;

    /// <summary>From the top of a line to what its letters stand on.</summary>
    public double Baseline => (LineHeight + Size * 0.64) / 2;

    public static PdfStyle Heading(int level) => Headings[level - 1];

    public static PdfStyle Entry(int level) => Entries[level - 1];
}
