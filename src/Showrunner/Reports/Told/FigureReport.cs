using Showrunner.Metrics;
using Showrunner.Platform;

namespace Showrunner.Reports.Told;

/// <summary>A report that the metric pipeline tells alone: its parts say what is asked, the sentences are made from the answers.</summary>
public abstract class FigureReport(RunMetricQuery run, Texts texts) : Report
{
    private const int Tries = 5;

    /// <summary>In reading order; the first shows headline figures.</summary>
    protected abstract IReadOnlyList<Part> Parts { get; }

    /// <summary>What else it says, that is no metric.</summary>
    protected virtual Task<IReadOnlyList<Section>> More(ReportQuestion question, ReportWords words, CancellationToken cancel) => Task.FromResult<IReadOnlyList<Section>>([]);

    public override async Task<ReportContent> Make(ReportQuestion question, CancellationToken cancel)
    {
        var words = new ReportWords(texts, question.Market, question.Language);
        var (known, answers) = await Ask(question, cancel);
        if (answers.Zip(Parts).Where(a => a.Second is Cards).All(a => a.First.Rows[0].Values.All(v => v is null or 0)))
            throw new Refused("report_empty", question.Subject?.Name ?? question.Market.Name(question.Language), question.Range.From, question.Range.To);
        var compared = question.Compare != "none";
        var on = new Telling(question, words, compared && known.Before("order_lines") > 0, compared && (known.Before("videos") > 0 || known.Before("lives") > 0));
        var sections = answers.Zip(Parts).Select(a => a.Second.Tell(a.First, on)).ToList();
        sections.AddRange(await More(question, words, cancel));
        sections.Add(new Section(words.Say("report.sheet.terms"), words.Say("report.terms")) { Code = "terms", Terms = [.. Parts.SelectMany(p => p.Metrics).Distinct().Select(words.Define)] });
        return Content(words.Say(TitleKey), question, words, on.Lines || on.Contents, known.AsOf, known.Freshness, sections);
    }

    /// <summary>All answers at one moment of the ledger: a load in between would make the parts disagree.</summary>
    private async Task<(MetricTable Known, List<MetricTable> Answers)> Ask(ReportQuestion question, CancellationToken cancel)
    {
        for (var left = Tries; ; left--)
        {
            var known = await run.Handle(new MetricQuery(question.Market.Rules, ["order_lines", "videos", "lives"], question.Range) { Compare = question.Compare }, cancel);
            var answers = new List<MetricTable>();
            foreach (var part in Parts) answers.Add(await run.Handle(part.Ask(question), cancel));
            if (left == 1 || answers.All(a => a.Freshness == known.Freshness)) return (known, answers);
        }
    }
}
