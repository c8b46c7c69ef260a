namespace Showrunner.Commands;

/// <summary>Rows under headings on standard output; every column as wide as its widest text, the last one as it comes.</summary>
internal static class TextTable
{
    public static void Print(IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<string>> rows, Func<int, bool> isNumber)
    {
        List<IReadOnlyList<string>> lines = [headings, .. rows];
        var widths = headings.Select((_, at) => lines.Max(line => line[at].Length)).ToList();
        foreach (var line in lines)
            Console.Out.WriteLine(string.Join("  ", line.Select((cell, at) => isNumber(at) ? cell.PadLeft(widths[at]) : cell.PadRight(widths[at]))).TrimEnd());
    }
}
