using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Showrunner.Data;

namespace Showrunner.Reports.Readings;

/// <summary>Gives every figure of a report its short code and keeps what it said. The same figure at the same ledger change keeps its code.</summary>
public static class KeepReadings
{
    public static async Task<ReportContent> Handle(ReportContent content, AppDb db, CancellationToken cancel)
    {
        var (question, subject) = (content.Question, content.Question.Subject);
        var asked = content.Figures.DistinctBy(f => f.Code).Select(f => (f.Code, Codes: FigureReading.Codes(
            question.Market.Id, f.Code, question.Range.From, question.Range.To, subject?.Dimension ?? "", subject?.Id, content.Change), f.Value)).ToList();
        var all = asked.SelectMany(a => a.Codes).ToList();
        var known = await db.FigureReadings.AsNoTracking().Where(r => all.Contains(r.Code)).ToDictionaryAsync(r => r.Code, cancel);
        var own = new Dictionary<string, string>();
        foreach (var (metric, codes, value) in asked)
        {
            var mine = codes.Select(code => new FigureReading
            {
                Code = code,
                MarketId = question.Market.Id,
                Metric = metric,
                FromDay = question.Range.From,
                ToDay = question.Range.To,
                Dimension = subject?.Dimension ?? "",
                SubjectId = subject?.Id,
                SubjectName = subject?.Name ?? "",
                Change = content.Change,
                Value = value?.ToString(CultureInfo.InvariantCulture) ?? "",
                AsOf = content.Made,
            }).FirstOrDefault(r => !known.TryGetValue(r.Code, out var taken) || taken.IsSame(r));
            if (mine is null) continue; // four codes taken by others: this figure goes without
            own[metric] = mine.Code;
            if (known.TryAdd(mine.Code, mine)) db.Add(mine);
        }
        try { await db.SaveChangesAsync(cancel); }
        catch (DbUpdateException) { db.ChangeTracker.Clear(); } // someone else made the same report in the same moment
        return content with
        {
            Sections = [.. content.Sections.Select(section => section with { Figures = [.. section.Figures.Select(f => f with { Reading = own.GetValueOrDefault(f.Code) })] })],
        };
    }
}
