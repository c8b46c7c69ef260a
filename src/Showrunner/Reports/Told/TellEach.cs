using System.Runtime.CompilerServices;
using Showrunner.Metrics;
using Showrunner.Platform;

namespace Showrunner.Reports.Told;

/// <summary>The same parts told about many subjects: each part is asked once for a handful of them and cut apart, instead of once for each.</summary>
internal sealed class TellEach(RunMetricQuery run, Texts texts)
{
    private const int AtOnce = 25;

    /// <summary>One subject's parts, in the order of the parts.</summary>
    public sealed record Told(ReportSubject Subject, IReadOnlyList<Section> Sections, MetricTable First);

    /// <param name="question">Market, days, comparison and language.</param>
    /// <param name="parts">What is told about each.</param>
    /// <param name="subjects">Of one dimension.</param>
    /// <param name="change">The ledger change that all answers must include; refuses with <c>ledger_moved</c> when a load came in between.</param>
    /// <param name="cancel">Stops it.</param>
    public async IAsyncEnumerable<Told> Handle(ReportQuestion question, IReadOnlyList<Part> parts, IReadOnlyList<ReportSubject> subjects, long change, [EnumeratorCancellation] CancellationToken cancel)
    {
        var words = new ReportWords(texts, question.Market, question.Language);
        var compared = question.Compare != "none";
        var known = await run.Handle(new MetricQuery(question.Market.Rules, ["order_lines", "videos", "lives"], question.Range) { Compare = question.Compare }, cancel);
        var (lines, contents) = (compared && known.Before("order_lines") > 0, compared && (known.Before("videos") > 0 || known.Before("lives") > 0));
        foreach (var some in subjects.Chunk(AtOnce))
        {
            var answers = new List<(MetricTable Table, ILookup<string, MetricRow> Rows)>();
            foreach (var part in parts)
            {
                var asked = part.Ask(question);
                var answer = await run.Handle(asked with { By = [some[0].Dimension, .. asked.By], Where = [.. asked.Where, MetricFilter.Rows(some[0].Dimension, some.Select(s => s.Id))] }, cancel);
                if (answer.Freshness != change) throw new Refused("ledger_moved");
                answers.Add((answer, answer.Rows.ToLookup(r => r.Keys[0])));
            }
            foreach (var subject in some)
            {
                var key = subject.Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
                var on = new Telling(question with { Subject = subject }, words, lines, contents);
                var own = answers.Select(a => Cut(a.Table, a.Rows[key])).ToList();
                yield return new Told(subject, [.. own.Zip(parts).Select(a => a.Second.Tell(a.First, on))], own[0]);
            }
        }
    }

    /// <summary>As if it had been asked about this one alone.</summary>
    private static MetricTable Cut(MetricTable table, IEnumerable<MetricRow> rows)
    {
        var query = table.Query with { By = [.. table.Query.By.Skip(1)] };
        List<MetricRow> own = [.. rows.Select(r => r with { Keys = [.. r.Keys.Skip(1)], Labels = [.. r.Labels.Skip(1)] })];
        if (own.Count == 0 && query.By.Count == 0 && query.Grain == "none") own.Add(new MetricRow([], [], null, new decimal?[table.Metrics.Count], new decimal?[table.Metrics.Count]));
        return table with { Query = query, Rows = own };
    }
}
