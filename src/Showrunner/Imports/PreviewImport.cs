using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Platform;

namespace Showrunner.Imports;

/// <summary>Reads a received file without loading it: what it is, how its columns are understood, its first rows, what would be rejected and why.</summary>
public static class PreviewImport
{
    private const int RowsShown = 50;
    private const int ProblemsShown = 200, RowsNamed = 10;

    public sealed record Column(string Header, string? Field);
    public sealed record Row(long Number, IReadOnlyList<string> Cells, string? Problem);
    public sealed record Problem(long Row, string Code, string Column, string Text);

    /// <summary>One reason with everything it meets; the first rows and texts stand for the others.</summary>
    public sealed record Reason(string Code, string Column, long Rows, IReadOnlyList<long> First, string Text);

    /// <param name="Kind">Code of the recognised kind.</param>
    /// <param name="Layout">Which language or era of it.</param>
    /// <param name="Columns">As they stand in the file, with the field each fills.</param>
    /// <param name="First">The first rows as they stand in the file.</param>
    /// <param name="Rows">Data rows read; all of them unless <paramref name="IsPart"/>.</param>
    /// <param name="Rejected">Rows that would be rejected, of those read.</param>
    /// <param name="Problems">The first of them, one by one.</param>
    /// <param name="IsPart">The file is long: only its beginning was read.</param>
    /// <param name="From">First day its totals cover.</param>
    /// <param name="To">Last day.</param>
    public sealed record Response(string Kind, string Layout, IReadOnlyList<Column> Columns, IReadOnlyList<Row> First, long Rows, long Rejected,
        IReadOnlyList<Problem> Problems, bool IsPart, DateOnly? From, DateOnly? To)
    {
        /// <summary>Row of the file in which the headers stand.</summary>
        public long HeaderRow { get; init; }
        /// <summary>Rejected rows by reason, the commonest first.</summary>
        public IReadOnlyList<Reason> Reasons { get; init; } = [];
    }

    public static async Task<Response> Handle(long id, int mostRows, AppDb db, DataPlace place, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        actor.Needs(ImportsRoom.Load);
        var import = await ListImports.Visible(db, actor).SingleOrDefaultAsync(i => i.Id == id, cancel) ?? throw new Refused("not_found");
        var opened = await OpenFile.Handle(import, db, place, cancel);
        using var reader = OpenFile.Read(opened, clock.GetUtcNow());
        var (rows, rejected, part) = (0L, 0L, false);
        List<Row> first = [];
        List<Problem> problems = [];
        Dictionary<(string, string), (long Count, List<long> Rows, string Text)> reasons = [];
        while (reader.Read())
        {
            if (rows == mostRows) { part = true; break; }
            rows++;
            var problem = reader.Problem;
            if (problem is not null)
            {
                rejected++;
                Note(reasons, problem);
                if (problems.Count < ProblemsShown) problems.Add(new Problem(problem.Row, problem.Code, problem.Column, problem.Text));
            }
            if (first.Count < RowsShown) first.Add(new Row(reader.Row, reader.Copy(), problem?.Code));
        }
        var shape = opened.Recognition;
        return new Response(shape.KindCode!, shape.Layout, [.. shape.Columns.Select(c => new Column(c.Header, c.Field))], first, rows, rejected, problems, part,
            import.PeriodFrom ?? shape.PeriodFrom, import.PeriodTo ?? shape.PeriodTo)
        {
            HeaderRow = shape.HeaderRow,
            Reasons = [.. reasons.OrderByDescending(r => r.Value.Count).Select(r => new Reason(r.Key.Item1, r.Key.Item2, r.Value.Count, r.Value.Rows, r.Value.Text))],
        };
    }

    private static void Note(Dictionary<(string, string), (long Count, List<long> Rows, string Text)> reasons, Reading.RowProblem problem)
    {
        var key = (problem.Code, problem.Column);
        var (count, rows, text) = reasons.TryGetValue(key, out var known) ? known : (0, [], problem.Text);
        if (rows.Count < RowsNamed) rows.Add(problem.Row);
        reasons[key] = (count + 1, rows, text);
    }
}
