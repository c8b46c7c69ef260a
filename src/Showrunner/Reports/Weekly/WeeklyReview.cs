using Showrunner.Metrics;
using Showrunner.Platform;
using Showrunner.Reports.Weekly;

namespace Showrunner.Reports;

/// <summary>The week (or any days) against the days before: what was sold, by whom, where, and what changed.</summary>
public sealed class WeeklyReview(RunMetricQuery run, Texts texts) : Report
{
    public override string Code => "weekly";
    public override string TitleKey => "report.weekly";

    public override async Task<ReportContent> Make(ReportQuestion question, CancellationToken cancel)
    {
        var words = new ReportWords(texts, question.Market, question.Language);
        var figures = await new ReadWeekly(run, words).All(question, cancel);
        Refuse(question, figures);
        var story = new Changes(figures, words);
        return Content(figures, words,
        [
            .. HeadSections.Of(figures, words),
            TrendSection.Of(figures, words),
            ChannelSection.Of(figures, words, story),
            RankSection.Of("creator", figures.Creators, figures, words, story),
            RankSection.Of("product", figures.Products, figures, words, story),
            new Section(words.Say("report.sheet.summary"), story.Headline) { Code = "changes", Heading = words.Say("report.changed"), Sentences = story.All },
            new Section(words.Say("report.sheet.terms"), words.Say("report.terms"))
            {
                Code = "terms",
                Terms = [.. WeeklyFigures.Sales.Concat(WeeklyFigures.Rest).Select(words.Define)],
            },
        ]);
    }

    private static void Refuse(ReportQuestion question, WeeklyFigures figures)
    {
        if (figures.Empty) throw new Refused("report_empty", question.Market.Name(question.Language), question.Range.From, question.Range.To);
    }

    private ReportContent Content(WeeklyFigures figures, ReportWords words, IReadOnlyList<Section> sections) =>
        Content(words.Say(TitleKey), figures.Question, words, figures.Compared, figures.Head.AsOf, figures.Head.Freshness, sections);
}
