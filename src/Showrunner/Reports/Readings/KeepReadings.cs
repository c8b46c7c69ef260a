using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Showrunner.Data;

namespace Showrunner.Reports.Readings;

/// <summary>Gives every figure of a report its short code and keeps what it said. The same figure at the same ledger change keeps its code.</summary>
public static class KeepReadings
{
    public static async Task<ReportContent> Handle(ReportContent content, AppDb db, CancellationToken cancel)
    {
        var asked = content.Figures.Select(f => New(f, content)).DistinctBy(Key).Select(r => (Reading: r, Codes: FigureReading.Codes(r.MarketId, r.Metric, r.FromDay, r.ToDay, r.Dimension, r.SubjectId, r.Conditions, r.Change))).ToList();
        var all = asked.SelectMany(a => a.Codes).ToList();
        var known = await db.FigureReadings.AsNoTracking().Where(r => all.Contains(r.Code)).ToDictionaryAsync(r => r.Code, cancel);
        var own = new Dictionary<(string, DateOnly, DateOnly, string), string>();
        foreach (var (reading, codes) in asked)
        {
            var mine = codes.Select(code => reading.As(code)).FirstOrDefault(r => !known.TryGetValue(r.Code, out var taken) || taken.IsSame(r));
            if (mine is null) continue; // four codes taken by others: this figure goes without
            own[Key(mine)] = mine.Code;
            if (known.TryAdd(mine.Code, mine)) db.Add(mine);
        }
        try { await db.SaveChangesAsync(cancel); }
        catch (DbUpdateException) { db.ChangeTracker.Clear(); } // someone else made the same report in the same moment
        return content with
        {
            Sections = [.. content.Sections.Select(section => section with { Figures = [.. section.Figures.Select(f => f with { Reading = own.GetValueOrDefault(Key(New(f, content))) })] })],
        };
    }

    private static FigureReading New(HeadFigure figure, ReportContent content)
    {
        var (range, subject) = (figure.Asked?.Range ?? content.Question.Range, figure.Asked is null ? content.Question.Subject : null);
        return new FigureReading
        {
            Code = "",
            MarketId = content.Question.Market.Id,
            Metric = figure.Code,
            FromDay = range.From,
            ToDay = range.To,
            Dimension = subject?.Dimension ?? "",
            SubjectId = subject?.Id,
            SubjectName = subject?.Name ?? figure.Asked?.Name ?? "",
            Conditions = figure.Asked?.Conditions ?? "",
            Change = content.Change,
            Value = figure.Value?.ToString(CultureInfo.InvariantCulture) ?? "",
            AsOf = content.Made,
        };
    }

    private static (string, DateOnly, DateOnly, string) Key(FigureReading reading) => (reading.Metric, reading.FromDay, reading.ToDay, reading.Conditions);
}
