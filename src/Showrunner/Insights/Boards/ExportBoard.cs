using Showrunner.Platform;
using Showrunner.Reports;
using Showrunner.Web;

namespace Showrunner.Insights.Boards;

/// <summary>GET /boards/{key}/export: the board as a report, in the market and days that its page shows.</summary>
public static class ExportBoard
{
    public static async Task<IResult> Handle(string key, string? format, string? market, Viewer viewer, RunReport run, Actor actor, CancellationToken cancel)
    {
        var made = await run.Handle(new RunReport.Request(BoardReport.Word, market ?? viewer.Market?.Code ?? "", viewer.Range.From, viewer.Range.To, [format ?? ""], viewer.Language, viewer.Compare, key), actor, cancel);
        return TypedResults.File(made.Content, made.ContentType, made.FileName);
    }
}
