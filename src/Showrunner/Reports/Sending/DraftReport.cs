using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Platform;
using Showrunner.Platform.Mail;
using Showrunner.Web;

namespace Showrunner.Reports.Sending;

/// <summary>GET /reports/weekly/draft.eml: the report as a mail that Outlook opens for editing, with the headline figures in it and the chosen files with it.</summary>
public static class DraftReport
{
    /// <param name="Formats">xlsx, pptx, docx, pdf, several of them, or none for the figures alone.</param>
    public sealed record Query(string? Market = null, DateOnly? From = null, DateOnly? To = null, string? Compare = null, string? Language = null, string? Subject = null, string[]? Formats = null);

    public static async Task<FileContentHttpResult> Handle(string report, [AsParameters] Query query, RunReport run, WriteLetter write, AppDb db, Actor actor, Viewer viewer, TimeProvider clock, CancellationToken cancel)
    {
        string[] formats = [.. (query.Formats ?? []).Distinct()];
        if (formats.FirstOrDefault(f => !RunReport.KnownFormats.Contains(f)) is { } unknown) throw new Refused("report_format_unknown", unknown, string.Join(", ", RunReport.KnownFormats));
        var request = new RunReport.Request(report, query.Market ?? viewer.Market?.Code ?? "", query.From ?? viewer.Range.From, query.To ?? viewer.Range.To, formats, query.Language ?? viewer.Language, query.Compare ?? viewer.Compare, query.Subject);
        var content = await run.Whole(request, actor, cancel);
        var files = formats.Select(format => RunReport.Write(request, content, format)).Select(f => new Enclosure(f.FileName, f.ContentType, f.Content)).ToList();
        return await File(write.Draft(content, request.Language, files), $"{report}_{request.Market}_{request.From:yyyy-MM-dd}_{request.To:yyyy-MM-dd}", db, actor, clock, cancel);
    }

    /// <summary>The letter as a draft of the person who asks.</summary>
    internal static async Task<FileContentHttpResult> File(Letter letter, string name, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        var person = await db.People.AsNoTracking().FirstOrDefaultAsync(p => p.Id == actor.PersonId, cancel);
        return TypedResults.File(DraftLetter.Of(letter, person?.Email ?? "", person?.Name ?? actor.Name, clock.GetUtcNow()), DraftLetter.ContentType, name + DraftLetter.Extension);
    }
}
