using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Platform;

namespace Showrunner.Reports.Templates;

/// <summary>The company's templates, with what was found in those in use.</summary>
public static class ListTemplates
{
    /// <param name="Found">What its files are made with; null while it is not in use.</param>
    public sealed record Response(long Id, string Kind, string FileName, long Bytes, string UploadedBy, DateTimeOffset UploadedAt, bool InUse, Look? Found);

    /// <param name="Layouts">Names of the layouts or styles that are used.</param>
    /// <param name="Fonts">Of headings and text.</param>
    /// <param name="Colours">RRGGBB.</param>
    public sealed record Look(IReadOnlyList<string> Layouts, IReadOnlyList<string> Fonts, IReadOnlyList<string> Colours);

    public static async Task<IReadOnlyList<Response>> Handle(AppDb db, FindLook find, Actor actor, CancellationToken cancel)
    {
        actor.Needs(ReportsRoom.Make);
        var look = await find.Handle(db, cancel);
        var all = await db.ReportTemplates.AsNoTracking().OrderByDescending(t => t.InUse).ThenByDescending(t => t.UploadedAt)
            .Select(t => new { t.Id, t.Kind, t.FileName, t.Bytes, t.UploadedBy, t.UploadedAt, t.InUse }).ToListAsync(cancel);
        return [.. all.Select(t => new Response(t.Id, t.Kind, t.FileName, t.Bytes, t.UploadedBy, t.UploadedAt, t.InUse, t.InUse ? Of(t.Kind, look) : null))];
    }

    public static async Task<IResult> File(long id, AppDb db, Actor actor, CancellationToken cancel)
    {
        actor.Needs(ReportsRoom.Make);
        var template = await db.ReportTemplates.AsNoTracking().FirstOrDefaultAsync(t => t.Id == id, cancel) ?? throw new Refused("not_found");
        return Results.File(template.Read(), template.Kind == ReportTemplate.Deck ? RenderDeck.ContentType : RenderDocument.ContentType, template.FileName);
    }

    private static Look? Of(string kind, CompanyLook look) => kind switch
    {
        ReportTemplate.Deck when look.Deck is { } deck => new Look([.. new[] { deck.TitleLayout, deck.ContentLayout }.Distinct()], [.. new[] { deck.HeadingFont, deck.BodyFont }.Where(f => f.Length > 0).Distinct()], [.. deck.Colours.Where(c => c.Length == 6)]),
        ReportTemplate.Document when look.Document is { } document => new Look(document.Headings, document.Fonts, [.. document.Colours.Where(c => c.Length == 6)]),
        _ => null,
    };
}
