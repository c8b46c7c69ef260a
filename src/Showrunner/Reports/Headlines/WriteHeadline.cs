using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Platform;

namespace Showrunner.Reports.Headlines;

/// <summary>Puts a person's sentence above a part of a report; an empty one brings back the sentence made from the figures.</summary>
public static class WriteHeadline
{
    /// <param name="Report">weekly</param>
    /// <param name="Market">Code of the market.</param>
    /// <param name="From">First market day.</param>
    /// <param name="To">Last market day.</param>
    /// <param name="Compare">previous, year or none.</param>
    /// <param name="Language">Of the sentence: en, id or de.</param>
    /// <param name="Section">Code of the part.</param>
    /// <param name="Text">Up to 300 characters.</param>
    /// <param name="Subject">The creator, shop or category: row number or name.</param>
    public sealed record Request(string Report, string Market, DateOnly From, DateOnly To, string Compare, string Language, string Section, string? Text, string? Subject = null);

    public static async Task Handle(Request request, RunReport run, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        actor.Needs(ReportsRoom.Edit);
        var content = await run.Whole(new RunReport.Request(request.Report, request.Market, request.From, request.To, [], request.Language, request.Compare, request.Subject), actor, cancel);
        var section = content.Sections.FirstOrDefault(s => s.Code == request.Section) ?? throw new Refused("not_found");
        var headline = await db.HeadlinesOf(request.Report, content.Question).FirstOrDefaultAsync(h => h.Section == section.Code, cancel);
        if (string.IsNullOrWhiteSpace(request.Text))
        {
            if (headline is null) return;
            db.Remove(headline);
            db.Audit(actor, "report.headline_removed", headline, new { headline.Report, headline.Section, headline.Text });
        }
        else
        {
            headline ??= db.Add(new WrittenHeadline
            {
                MarketId = content.Question.Market.Id,
                Report = request.Report,
                FromDay = request.From,
                ToDay = request.To,
                Compare = request.Compare,
                SubjectId = content.Question.Subject?.Id ?? 0,
                Section = section.Code,
                Language = request.Language,
            }).Entity;
            headline.Write(request.Text, WrittenHeadline.Fingerprint(section), actor, clock.GetUtcNow());
            db.Audit(actor, "report.headline_written", headline, new { headline.Report, headline.Section, headline.Text });
        }
        await db.SaveChangesAsync(cancel);
    }
}
