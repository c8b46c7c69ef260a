using Showrunner.Imports.Reading;
using Showrunner.Platform;

namespace Showrunner.Lives.Sources.Files;

/// <summary>A file's headings and rows as they stand in it.</summary>
internal sealed record FileTable(IReadOnlyList<string> Headings, IReadOnlyList<FileTable.Line> Lines)
{
    public const int MostRows = 10_000;
    private const int HeadingWithin = 30, MostColumns = 200, LongestCell = 1000;

    /// <param name="Row">As a spreadsheet counts it.</param>
    internal sealed record Line(long Row, IReadOnlyList<string> Cells)
    {
        public string this[int column] => column < Cells.Count ? Cells[column] : "";
    }

    /// <param name="needs">A row is the heading when it has all of one of these.</param>
    public static FileTable Read(string path, string name, IReadOnlyList<SourceField[]> needs, string refusal)
    {
        using var file = RowSource.Open(path, name);
        while (file.Row < HeadingWithin && file.Read())
        {
            var cells = Cells(file);
            var fields = cells.Select(Files.Headings.Of).OfType<SourceField>().ToHashSet();
            if (!needs.Any(set => set.All(fields.Contains)) || !fields.Any(SourceFields.IsFigure)) continue;
            return new(cells, Rest(file, name));
        }
        throw new Refused(refusal, name);
    }

    private static List<Line> Rest(RowSource file, string name)
    {
        List<Line> lines = [];
        while (file.Read())
        {
            var cells = Cells(file);
            if (cells.All(cell => cell.Length == 0) || lines.Count == 0 && Words.IsSummary(cells[0], belowHeader: true)) continue;
            if (lines.Count == MostRows) throw new Refused("live_file_long", name, MostRows);
            lines.Add(new(file.Row, cells));
        }
        return lines.Count == 0 ? throw new Refused("file_empty", name) : lines;
    }

    private static List<string> Cells(RowSource file)
    {
        List<string> cells = [];
        for (var i = 0; i < Math.Min(file.Count, MostColumns); i++)
        {
            var text = file[i].Trim().Trim('\uFEFF');
            cells.Add(text[..Math.Min(text.Length, LongestCell)].ToString());
        }
        return cells;
    }

    /// <summary>The first column of each field.</summary>
    public Dictionary<SourceField, int> Places()
    {
        var places = new Dictionary<SourceField, int>();
        for (var i = 0; i < Headings.Count; i++)
            if (Files.Headings.Of(Headings[i]) is { } field && field != SourceField.Other) places.TryAdd(field, i);
        return places;
    }
}
