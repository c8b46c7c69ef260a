using Showrunner.Insights.Explore;
using Showrunner.Office;
using Showrunner.Reports;

namespace Showrunner.Insights.Boards;

/// <summary>Tells a tile as parts of a report: its figures, or its chart and the rows under it, on a sheet of its own.</summary>
internal sealed class TellTile(ReportQuestion question, ReportWords report, ExploreWords words)
{
    private const int MostSlideColumns = 6, MostSlideRows = 14, MostPageRows = 40;

    public IEnumerable<Section> Sections(AskTiles.Shown shown)
    {
        var tile = shown.Tile;
        if (tile.Text is { } text) return [Part(tile, tile.Name) with { Sentences = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) }];
        if (shown.Refusal is { } refused) return [Part(tile, tile.Name) with { Sentences = [words.Refusal(refused)] }];
        if (shown.Answer is not { IsEmpty: false } answer) return [Part(tile, tile.Name) with { Sentences = [words.Say["boards.tile.nothing", words.Formats.Days(shown.Answer?.Range ?? question.Range)]] }];
        return Answered(tile, answer);
    }

    private IEnumerable<Section> Answered(StandingTile tile, Explored answer)
    {
        var drawing = Drawing.Of(answer, words);
        IReadOnlyList<string> notes = [.. Own(tile, answer), .. words.Notes(answer)];
        if (drawing.Kind == "figures" || answer is { HasGroups: false, HasTime: false })
        {
            yield return Part(tile, $"{tile.Name}: {Movement(answer)}") with { Figures = [.. answer.Table.Metrics.Select((_, at) => Figure(answer, at)).OfType<HeadFigure>()], Notes = notes };
            yield break;
        }
        var rows = ExploredTable.Of(answer, report, words);
        if (drawing.Kind == "heat")
        {
            var wide = ExploredChart.Wide(answer, drawing, report, words).Table;
            yield return Part(tile, $"{tile.Name}: {drawing.Title}") with { Table = new ContentTable(tile.Code, wide) { SlideColumns = [.. wide.Columns.Take(MostSlideColumns).Select(c => c.Name)] }, Notes = notes };
            yield break;
        }
        if (ExploredChart.Of(answer, drawing, report, words) is not { } drawn)
        {
            yield return Part(tile, tile.Name) with { Table = Listed(tile.Code, rows), Notes = notes };
            yield break;
        }
        var headline = $"{tile.Name}: {drawing.Title}";
        var more = answer.HasGroups && (answer.Table.Metrics.Count > 1 || answer.Compares);
        yield return Part(tile, headline) with
        {
            Heading = words.Question(answer.Asked),
            Table = new ContentTable(tile.Code, drawn.Table, drawn.Chart with { Description = headline }),
            Behind = more ? new ContentTable(tile.Code + " rows", rows) { SlideRows = MostPageRows } : null,
            Notes = notes,
        };
    }

    private static Section Part(StandingTile tile, string headline) => new(tile.Name, headline) { Code = tile.Code };

    private static ContentTable Listed(string code, Table rows) => new(code, rows) { SlideColumns = [.. rows.Columns.Take(MostSlideColumns).Select(c => c.Name)], SlideRows = MostSlideRows };

    /// <summary>Days and filters that are the tile's own.</summary>
    private IEnumerable<string> Own(StandingTile tile, Explored answer)
    {
        if (answer.Range != question.Range) yield return words.Formats.Days(answer.Range);
        if (Filters(tile.Asked) is { Length: > 0 } filters) yield return filters;
    }

    private string Filters(Exploration asked) =>
        string.Join(", ", asked.Where.Select(f => $"{words.Dimension(f.Dimension)}: {string.Join(", ", f.Values.Select(v => words.Group(f.Dimension, v, v.TrimStart('@'))))}"));

    private string Movement(Explored answer)
    {
        var (metric, row) = (answer.Whole.Metrics[0], answer.Whole.Rows[0]);
        return Told.Movement(metric, row.Values[0], answer.Before(row, 0));
    }

    /// <summary>None for what is not known.</summary>
    private HeadFigure? Figure(Explored answer, int at)
    {
        if (answer.Whole.Sources[at] is null) return null;
        var (row, metric) = (answer.Whole.Rows[0], answer.Whole.Metrics[at]);
        return Told.Figure(metric, row.Values[at], answer.Before(row, at)) with { Asked = new FigureQuestion(answer.Range, answer.Whole.Query.Where, Filters(answer.Asked)) };
    }

    private Reports.Told.Telling Told => new(question, report, true, true);
}
