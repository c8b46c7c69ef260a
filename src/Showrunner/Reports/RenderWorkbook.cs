using Showrunner.Office;

namespace Showrunner.Reports;

/// <summary>Content as a workbook whose figures are live formulas with the stored values beside them.</summary>
public static class RenderWorkbook
{
    public const string Format = "xlsx";
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void Write(Stream output, ReportContent content)
    {
        var sheets = content.Sections.GroupBy(s => s.Sheet).Select((sheet, i) => Sheet(sheet.Key, [.. sheet], content, first: i == 0));
        WorkbookWriter.Write(output, new WorkbookSpec(new Stamp(content.Title, content.Made), [.. sheets]) { Culture = content.Words.Culture, Cover = Cover(content) });
    }

    private static CoverSheet Cover(ReportContent content)
    {
        var (words, question) = (content.Words, content.Question);
        (string Key, string? Value)[] chosen =
        [
            ("market", words.MarketName), ("subject", question.Subject?.Name), ("days", words.Formats.Days(question.Range)),
            ("compare", question.Range.ComparedWith(question.Compare) is { } before ? words.Formats.Days(before) : null), ("currency", words.Currency),
        ];
        return new CoverSheet(words.Say("report.sheet.cover"), content.Title, content.Sections[0].Headline, content.AsOf)
        {
            Filters = [.. chosen.Where(c => c.Value is not null).Select(c => (words.Say("report.cover." + c.Key), c.Value!))],
            Headings = [.. new[] { "filter", "value", "sheet", "shows" }.Select(key => words.Say("report.cover." + key))],
        };
    }

    private static SheetSpec Sheet(string name, List<Section> sections, ReportContent content, bool first) =>
        new(name, [.. sections.SelectMany(section => Blocks(section, content))])
        {
            Title = first ? $"{content.Title}: {sections[0].Headline}" : sections[0].Headline,
            Subtitle = $"{content.What} · {content.AsOf}",
            TabColour = first ? Palette.Subject : null,
        };

    private static IEnumerable<Block> Blocks(Section section, ReportContent content)
    {
        var words = content.Words;
        var heading = section.Heading;
        if (section.Figures.Count > 0)
            yield return new FiguresBlock([.. section.Figures.Select(f => Figure(f, section, content))])
            {
                Heading = Take(ref heading),
                Name = BlockOf(section, content),
                PointsUnit = words.Say("number.points"),
                Headings = [words.Say("report.figure"), words.Say("report.now"), words.Say("report.then"), words.Say("report.change"), words.Say("report.note")],
                Notes = section.Table is null ? section.Notes : [],
            };
        if (section.Table is { } table)
            yield return new TableBlock(table.Table, table.Charts) { Name = table.Name, Heading = Take(ref heading), Empty = table.Empty, Notes = section.Notes };
        if (section.Behind is { } behind)
            yield return new TableBlock(behind.Table) { Name = behind.Name, Empty = behind.Empty };
        if (section.Sentences.Count > 0)
            yield return new TextBlock(section.Sentences) { Heading = Take(ref heading), Notes = section.Figures.Count == 0 && section.Table is null ? section.Notes : [] };
        if (section.Terms.Count > 0)
            yield return Terms(section.Terms, words);
    }

    private static KeyFigure Figure(HeadFigure figure, Section own, ReportContent content)
    {
        (object? now, object? before) = figure.From switch
        {
            Derivation.Sum sum => (
                (object?)new Formula("SUM({0})", figure.Value, CellReference.Cells(sum.Table, sum.Column)),
                sum.Before is null ? figure.Before : (object?)new Formula("SUM({0})", figure.Before, CellReference.Cells(sum.Table, sum.Before))),
            Derivation.Ratio ratio => (
                (object?)Divide(ratio, figure.Value, own, content, CellReference.Figure),
                (object?)Divide(ratio, figure.Before, own, content, CellReference.FigureBefore)),
            _ => (figure.Value, figure.Before),
        };
        return new KeyFigure(figure.Label, now, figure.Format, before, figure.Better) { Change = figure.Change, Note = figure.Joined(figure.Note ?? figure.SheetNote) };
    }

    private static Formula? Divide(Derivation.Ratio ratio, decimal? value, Section own, ReportContent content, Func<string, string, CellReference> cell)
    {
        if (value is null) return null;
        var text = ratio.Places is { } places ? FormattableString.Invariant($"ROUND({{0}}/{{1}},{places})") : "{0}/{1}";
        return new Formula(text, value, Cell(ratio.Over), Cell(ratio.Under));

        CellReference Cell(string code)
        {
            var section = content.Sections.Prepend(own).First(s => s.Figures.Any(f => f.Code == code)); // another part may have asked for other days
            return cell(BlockOf(section, content), section.Figures.First(f => f.Code == code).Label);
        }
    }

    private static string BlockOf(Section section, ReportContent content) =>
        FormattableString.Invariant($"figures {content.Sections.TakeWhile(s => s != section).Count()}");

    /// <summary>What the figures mean: the same table in every workbook.</summary>
    internal static TableBlock Terms(IEnumerable<Term> terms, ReportWords words) => new(new Table(
        [
            new Column(words.Say("report.figure"), CellFormat.Text, Width: 26) { Wrap = true },
            new Column(words.Say("report.meaning"), CellFormat.Text, Width: 80) { Wrap = true },
            new Column(words.Say("report.formula"), CellFormat.Text, Width: 30) { Wrap = true },
            new Column(words.Say("report.unit"), CellFormat.Text, Width: 20) { Wrap = true },
            new Column(words.Say("report.source"), CellFormat.Text, Width: 32) { Wrap = true },
        ],
        terms.Select(t => (IReadOnlyList<object?>)[t.Name, t.Meaning, t.Formula, t.Unit, t.Source])))
    { Filter = false, Name = "terms" };

    private static string? Take(ref string? heading)
    {
        var taken = heading;
        heading = null;
        return taken;
    }
}
