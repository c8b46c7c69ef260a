using System.Globalization;
using Showrunner.Imports.Reading;
using Showrunner.Markets;
using Showrunner.Platform;

namespace Showrunner.Imports.Sheets;

/// <summary>Reads a workbook that was downloaded and edited, in whichever of the three languages its headings are.</summary>
internal static class ReadSheet
{
    private const int MostRows = 10_000, HeadingWithin = 30, MostNamed = 10;
    private static readonly string[] Yes = ["x", "1", "yes", "ya", "ja", "true"];

    /// <param name="Line">Row of the file.</param>
    /// <param name="Row">What it says.</param>
    /// <param name="Version">Of the row when it was downloaded; empty for one added.</param>
    /// <param name="Remove">Marked to be removed.</param>
    public sealed record Typed(long Line, SheetRow Row, string Version, bool Remove);

    /// <summary>The rows as typed; refuses with every row that cannot be read, so that all can be mended at once.</summary>
    public static IReadOnlyList<Typed> Handle(string path, string fileName, EditableSheet sheet, MarketRules market, Texts texts, string language)
    {
        using var file = RowSource.Open(path, fileName);
        var places = Headings(file, sheet, texts) ?? throw new Refused("sheet_not_this", fileName, string.Join(", ", sheet.Columns.Where(c => c.Required).Select(c => texts.Say(language, c.TextKey))));
        List<Typed> rows = [];
        List<SheetProblem> problems = [];
        var numbers = NumberStyle.Of(market);
        while (file.Read())
        {
            if (rows.Count == MostRows) throw new Refused("sheet_too_long", fileName, MostRows);
            var cells = new Dictionary<string, string>();
            var broken = false;
            foreach (var column in sheet.Columns)
            {
                var text = Text(file, places, column.Code);
                try { cells[column.Code] = text.Length == 0 ? "" : Clean(column, text, numbers, texts, language); }
                catch (Refused refused)
                {
                    problems.Add(new SheetProblem(file.Row, refused));
                    broken = true;
                }
            }
            var (key, version) = (Text(file, places, "key"), Text(file, places, "version"));
            if (cells.Values.All(c => c.Length == 0) && key.Length == 0 && !broken) continue;
            var remove = Yes.Contains(Text(file, places, "remove").ToLowerInvariant());
            if (!remove && sheet.Columns.FirstOrDefault(c => c.Required && cells.GetValueOrDefault(c.Code) is "") is { } empty)
            {
                problems.Add(new SheetProblem(file.Row, new Refused("sheet_cell_empty", texts.Say(language, empty.TextKey))));
                broken = true;
            }
            if (!broken) rows.Add(new Typed(file.Row, new SheetRow(key, cells), version, remove));
        }
        if (problems.Count > 0)
            throw new Refused("sheet_rows_wrong", fileName, problems.Count, string.Join(" ", problems.Take(MostNamed).Select(p => texts.Say(language, "sheets.line", p.Line, texts.Say(language, "refused." + p.Refusal.Code, p.Refusal.Arguments)))));
        if (rows.Count == 0) throw new Refused("file_empty", fileName);
        return rows;
    }

    /// <summary>The columns by their headings; what stands above the headings is passed over.</summary>
    private static Dictionary<string, int>? Headings(RowSource file, EditableSheet sheet, Texts texts)
    {
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (code, key) in sheet.Columns.Select(c => (c.Code, c.TextKey)).Concat([("remove", "sheets.remove"), ("key", "sheets.key"), ("version", "sheets.version")]))
            foreach (var language in Texts.Languages) names[texts.Say(language, key)] = code;
        while (file.Row < HeadingWithin && file.Read())
        {
            var places = new Dictionary<string, int>();
            for (var i = 0; i < file.Count; i++)
                if (names.TryGetValue(file[i].Trim().ToString(), out var code)) places.TryAdd(code, i);
            if (sheet.Columns.Where(c => c.Required).All(c => places.ContainsKey(c.Code))) return places;
        }
        return null;
    }

    private static string Text(RowSource file, Dictionary<string, int> places, string code) => places.TryGetValue(code, out var at) ? file[at].Trim().ToString() : "";

    private static string Clean(SheetColumn column, string text, NumberStyle numbers, Texts texts, string language)
    {
        switch (column.Kind)
        {
            case SheetKind.Number:
                if (NumberText.Read(text, numbers, threeAreThousands: false, out var number) != NumberReading.Ok) throw new Refused("sheet_number", texts.Say(language, column.TextKey), text);
                var value = number.Mantissa / (decimal)Math.Pow(10, number.Decimals);
                return (value / 1.000000000000000000000000000000m).ToString(CultureInfo.InvariantCulture); // without zeros at the end
            case SheetKind.Day:
                if (DateText.Read(text, monthFirst: false, out var day, out _) != DateReading.Ok) throw new Refused("sheet_day", texts.Say(language, column.TextKey), text);
                return DateOnly.FromDateTime(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            case SheetKind.Choice:
                foreach (var (code, key) in column.Choices)
                    if (code == text || Texts.Languages.Any(language => texts.Say(language, key).Equals(text, StringComparison.OrdinalIgnoreCase))) return code;
                throw new Refused("sheet_choice", texts.Say(language, column.TextKey), text);
            default:
                return text;
        }
    }
}
