using System.Globalization;
using System.Text;

namespace Showrunner.Office;

/// <summary>One page, and what is drawn on it. Points from its upper left corner; texts stand on their baseline.</summary>
internal sealed class PdfSheet(PdfFont regular, PdfFont strong, double height)
{
    private readonly StringBuilder drawn = new();

    /// <summary>Footnotes with their numbers, drawn when the document is complete.</summary>
    public List<(int Number, string Text)> Notes { get; } = [];

    public double NotesHeight { get; set; }

    /// <summary>Areas that lead to a heading.</summary>
    public List<(double X, double Y, double Width, double Height, PdfMark To)> Links { get; } = [];

    /// <summary>What was drawn before the page was packed; null when it was not.</summary>
    public byte[]? Packed { get; private set; }

    public byte[] Content => Encoding.ASCII.GetBytes(drawn.ToString());

    public void Pack()
    {
        Packed = [.. PdfObjects.Deflate(Packed is null ? Content : throw new InvalidOperationException("The page is packed already."))];
        drawn.Clear();
        drawn.Capacity = 0;
    }

    /// <param name="text">Clean, one line.</param>
    /// <param name="anchor">0 when x is its left end, 0.5 its middle, 1 its right end.</param>
    public void Text(string text, double x, double y, double size, string colour, bool bold = false, double anchor = 0) =>
        Show(text, "1 0 0 1", x - anchor * PdfText.Width(text, size, bold), y, size, colour, bold);

    /// <summary>Read from below, around its middle.</summary>
    public void Upright(string text, double x, double y, double size, string colour) =>
        Show(text, "0 1 -1 0", x, y + PdfText.Width(text, size) / 2, size, colour, false);

    public void Fill(double x, double y, double width, double high, string colour)
    {
        if (width > 0 && high > 0) Draw($"{Colour(colour)} rg {N(x)} {N(height - y - high)} {N(width)} {N(high)} re f");
    }

    public void Line(double x1, double y1, double x2, double y2, string colour, double width = 0.75, bool dashed = false) => Lines([(x1, y1), (x2, y2)], colour, width, dashed);

    /// <summary>Round where it bends and ends; a single point is a dot.</summary>
    public void Lines(IReadOnlyList<(double X, double Y)> points, string colour, double width, bool dashed)
    {
        if (points.Count == 1) (points, width, dashed) = ([points[0], points[0]], 2 * width, false);
        var dashes = dashed ? $"[{N(3 * width)} {N(2 * width)}] 0 d 0 J" : "[] 0 d 1 J";
        Draw($"{Colour(colour)} RG {N(width)} w 1 j {dashes} {string.Join(' ', points.Select((p, i) => $"{N(p.X)} {N(height - p.Y)} {(i == 0 ? "m" : "l")}"))} S");
    }

    public void Link(double x, double y, double width, double high, PdfMark to) => Links.Add((x, y, width, high, to));

    private void Show(string text, string turned, double x, double y, double size, string colour, bool bold)
    {
        if (text.Length == 0) return;
        var font = bold ? strong : regular;
        Draw($"BT /{(bold ? "B" : "R")} {N(size)} Tf {Colour(colour)} rg {turned} {N(x)} {N(height - y)} Tm <{font.Show(text.Replace('\u00A0', ' '))}> Tj ET");
    }

    private void Draw(string operation) => drawn.Append(operation).Append('\n');

    private static string N(double value) => PdfObjects.Number(value);

    private static string Colour(string hex)
    {
        var rgb = int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return $"{N((rgb >> 16) / 255.0)} {N((rgb >> 8 & 0xFF) / 255.0)} {N((rgb & 0xFF) / 255.0)}";
    }
}
