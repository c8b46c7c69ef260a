namespace Showrunner.Office;

/// <summary>Breaks text into lines as an office program would, to know how high it gets.</summary>
internal static class TextLines
{
    /// <summary>Number of lines the text takes in a box this wide.</summary>
    public static int Count(string text, double points, double size, bool bold = false) =>
        text.Split('\n').Sum(paragraph => CountOne(paragraph, points, size, bold));

    /// <summary>Height in points of the text in a box this wide.</summary>
    public static double Height(string text, double points, double size, bool bold = false) =>
        Count(text, points, size, bold) * size * TextWidth.LineHeight;

    /// <summary>The largest size between the two at which the text needs no more than so many lines.</summary>
    public static double Fit(string text, double points, int lines, double largest, double smallest, bool bold = false)
    {
        var size = largest;
        while (size > smallest && Count(text, points, size, bold) > lines) size -= 1;
        return size;
    }

    /// <summary>Shortens text until it takes no more than so many lines.</summary>
    public static string Cut(string text, double points, int lines, double size, bool bold = false)
    {
        if (Count(text, points, size, bold) <= lines) return text;
        var words = text.Replace('\n', ' ').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var n = words.Length - 1; n > 0; n--)
        {
            var shorter = string.Join(' ', words.Take(n)).TrimEnd(',', ';', '·', '–', ' ') + "…";
            if (Count(shorter, points, size, bold) <= lines) return shorter;
        }
        return TextWidth.Trim(text, points * 0.95, size, bold);
    }

    private static int CountOne(string paragraph, double points, double size, bool bold)
    {
        var space = TextWidth.Points(" ", size, bold);
        var lines = 1;
        var used = 0.0;
        foreach (var word in paragraph.Split(' '))
        {
            var width = TextWidth.Points(word, size, bold);
            if (used > 0 && used + space + width > points)
            {
                lines++;
                used = 0;
            }
            used += (used > 0 ? space : 0) + width;
            // A word longer than the line is broken inside.
            while (used > points && points > size)
            {
                lines++;
                used -= points;
            }
        }
        return lines;
    }
}
