using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Office;
using Showrunner.Platform;
using Showrunner.Reports;
using Showrunner.Web;

namespace Showrunner.Insights.Findings;

/// <summary>The open findings as a list to work through: what to do and what it may be worth, then what changed.</summary>
public sealed class OpportunityList(AppDb db, Texts texts, TimeProvider clock) : Report
{
    public override string Code => "opportunities";
    public override string TitleKey => "report.opportunities";

    public override async Task<ReportContent> Make(ReportQuestion question, CancellationToken cancel)
    {
        var (market, range) = (question.Market.Id, question.Range);
        var run = await db.FindingRuns.AsNoTracking().FirstOrDefaultAsync(r => r.MarketId == market && r.Scope == "", cancel) ?? throw new Refused("report_no_findings", question.Market.Name(question.Language));
        var open = await db.Findings.AsNoTracking().Where(f => f.MarketId == market && f.Scope == "" && f.State == Finding.Open && f.LastDay >= range.From && f.FirstDay <= range.To).ToListAsync(cancel);
        var words = new ReportWords(texts, question.Market, question.Language);
        var say = Say.In(texts, question.Language);
        var found = open.Select(f => f.Read()).Select(f => f.Subject == "market" ? f with { Name = words.MarketName } : f).OrderByDescending(f => Math.Abs(f.EffectMinor)).ThenBy(f => f.Key, StringComparer.Ordinal).ToLookup(f => Finding.ByRule.Contains(f.Kind));
        return Content(words.Say(TitleKey), question, words, false, clock.GetUtcNow(), run.ChangeId, [Opportunities([.. found[true]], words, say), Changes([.. found[false]], words, say)]);
    }

    private static Section Opportunities(IReadOnlyList<Found> found, ReportWords words, Say say) =>
        new(words.Say("report.opportunities.sheet"), found.Count == 0 ? words.Say("report.opportunities.none") : words.Say("report.opportunities.head", found.Count, words.Money(found.Sum(f => f.EffectMinor))))
        {
            Code = "opportunities",
            Table = found.Count == 0 ? null : Table("opportunities", words.Say("report.opportunities.worth"), found, words, say),
            Sentences = found.Count == 0 ? [words.Say("report.opportunities.where")] : [],
            Notes = found.Count == 0 ? [] : [words.Say("report.opportunities.note")],
        };

    private static Section Changes(IReadOnlyList<Found> found, ReportWords words, Say say) =>
        new(words.Say("report.opportunities.changes"), found.Count == 0 ? words.Say("report.opportunities.unchanged") : words.Say("report.opportunities.changed", found.Count))
        {
            Code = "changes",
            Sentences = found.Count == 0 ? [words.Say("report.opportunities.where")] : [],
            Table = found.Count == 0 ? null : Table("changes", words.Say("report.opportunities.effect"), found, words, say),
        };

    private static ContentTable Table(string name, string effect, IReadOnlyList<Found> found, ReportWords words, Say say)
    {
        string Heading(string key) => words.Say("report.opportunities." + key);
        var table = new Table(
            [
                new Office.Column(Heading("do"), CellFormat.Text, 46) { Wrap = true }, new Office.Column(effect, words.MoneyFormat) { Bar = true },
                new Office.Column(Heading("what"), CellFormat.Text, 60) { Wrap = true }, new Office.Column(Heading("about"), CellFormat.Text, 24), new Office.Column(Heading("kind"), CellFormat.Text, 22), new Office.Column(Heading("days"), CellFormat.Date),
            ],
            [.. found.Select(f => (IReadOnlyList<object?>)
                [FindingWords.Action(f, say, words.Formats), f.EffectMinor / (decimal)Math.Pow(10, words.MinorUnits), FindingWords.Sentence(f, say, words.Formats), FindingWords.Name(f, words.Formats), say["finding.kind." + f.Kind], f.Days.To])]);
        return new ContentTable(name, table) { SlideColumns = [Heading("do"), effect, Heading("days")], SlideRows = 12 };
    }
}
