using Microsoft.EntityFrameworkCore;
using Showrunner.Data;

namespace Showrunner.Reports.Headlines;

/// <summary>Puts what people wrote above the parts of a report, unless the figures under it changed since: then the sentence is only kept at hand.</summary>
public static class PutHeadlines
{
    public static async Task<ReportContent> Handle(string report, ReportContent content, AppDb db, CancellationToken cancel)
    {
        var written = await db.HeadlinesOf(report, content.Question).AsNoTracking().ToDictionaryAsync(h => h.Section, cancel);
        return written.Count == 0 ? content : content with { Sections = [.. content.Sections.Select(section => written.TryGetValue(section.Code, out var own) ? Put(section, own) : section)] };
    }

    private static Section Put(Section section, WrittenHeadline own)
    {
        var fits = own.Figures == WrittenHeadline.Fingerprint(section);
        return section with { Headline = fits ? own.Text : section.Headline, Written = new OwnWords(own.Text, own.Author, own.WrittenAt, section.Headline, !fits) };
    }
}
