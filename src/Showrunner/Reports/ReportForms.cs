using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Platform;
using Showrunner.Reports.Headlines;
using Showrunner.Web;

namespace Showrunner.Reports;

/// <summary>The forms of reports. Each calls the slice that the API calls.</summary>
internal static class ReportForms
{
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/reports", Write).WithOrder(-1);

    private static Task<IResult> Write(IFormCollection form, HttpContext context, Viewer viewer, RunReport run, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel) =>
        TypedForm.Answer(context, form, async () =>
        {
            var (report, section, subject) = (viewer.Asked("report") ?? "", form["section"].ToString(), viewer.Asked("subject"));
            var language = viewer.Asked("language") is { } asked && Texts.Languages.Contains(asked) ? asked : viewer.Language;
            await WriteHeadline.Handle(new(report, viewer.Market?.Code ?? "", viewer.Range.From, viewer.Range.To, viewer.Compare, language, section,
                form["do"] == "derive" ? null : form["text"].ToString(), subject), run, db, actor, clock, cancel);
            new Notice("notice.saved").Leave(context);
            return viewer.Link("/reports", ("report", report), ("subject", subject), ("language", language)) + "#" + section;
        });
}
