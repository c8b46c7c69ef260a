using Showrunner.Markets;
using Showrunner.Platform;
using F = Showrunner.Lives.Sources.SourceField;

namespace Showrunner.Lives.Sources.Files;

/// <summary>One row per show, as seller LIVE analysis and LIVE Center lists have it.</summary>
internal static class ReadList
{
    public static readonly IReadOnlyList<F[]> Needs = [[F.Start, F.Creator], [F.Start, F.Number]];

    public sealed record Read(IReadOnlyList<ReadTrend.Column> Columns, IReadOnlyList<EndedShow> Shows, IReadOnlyList<FileProblem> Problems);

    public static Read From(FileTable table, MarketRules market, DateTimeOffset now)
    {
        var (places, cells) = (table.Places(), new CellReader(market, now));
        List<EndedShow> shows = [];
        List<FileProblem> problems = [];
        var seen = new HashSet<string>();
        foreach (var line in table.Lines)
        {
            var column = places[F.Start];
            try
            {
                var number = At(F.Number) is { } id ? CellReader.Number(id) : "";
                var creator = (At(F.Creator) ?? "").TrimStart('@').Trim().ToLowerInvariant();
                var start = cells.Moment(At(F.Start) is { Length: > 0 } began ? began : throw new Refused("value_missing"));
                if (number.Length == 0 && creator.Length == 0) throw new Refused("live_show_nameless");
                var end = At(F.End) is { Length: > 0 } over ? cells.Moment(over) : At(F.Duration) is { Length: > 0 } lasted ? start.AddSeconds(CellReader.Seconds(lasted)) : throw new Refused("live_end_missing");
                if (end < start) throw new Refused("end_before_start");
                if (end > now + Intake.ReadEvent.Ahead) throw new Refused("date_in_future");
                var figures = new Dictionary<F, long>();
                foreach (var field in places.Keys.Where(IsTaken))
                    if (cells.Figure(field, At(field)!) is { } value) figures[field] = value;
                column = places[F.Start];
                var show = new EndedShow(line.Row, number, At(F.Title) ?? "", creator, start, end, figures);
                if (!seen.Add(CompleteShows.Number(show))) throw new Refused("live_show_twice");
                shows.Add(show);
            }
            catch (Refused refused) { problems.Add(new(line.Row, table.Headings[column], refused.Code, line[column])); }

            string? At(F field)
            {
                if (!places.TryGetValue(field, out var place)) return null;
                column = place;
                return line[place];
            }
        }
        return new([.. table.Headings.Select((heading, at) => Understood(heading, at, places)).Where(column => column.Heading.Length > 0)], shows, problems);
    }

    /// <summary>In a list “viewers” are those who ever came, which is no level.</summary>
    private static bool IsTaken(F field) => SourceFields.IsFigure(field) && field != F.Viewers;

    private static ReadTrend.Column Understood(string heading, int at, Dictionary<F, int> places) => Headings.Of(heading) is not { } field ? new(heading, null, ReadTrend.Unknown, true, null)
        : field is F.Other or F.Time || field >= F.Ctr ? new(heading, field, ReadTrend.Known, true, null)
        : field == F.Viewers ? new(heading, F.UniqueViewers, ReadTrend.Known, true, null)
        : new(heading, field, places[field] != at ? ReadTrend.Twice : IsTaken(field) ? ReadTrend.Total : "fact", true, null);
}
