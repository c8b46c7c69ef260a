using Microsoft.AspNetCore.Http.HttpResults;
using Showrunner.Platform;
using Showrunner.Web;

namespace Showrunner.Reports;

/// <summary>GET /reports/weekly.xlsx: the file itself. What the address leaves open comes from the person's market, period and language.</summary>
public static class DownloadReport
{
    /// <param name="Market">Code of the market.</param>
    /// <param name="From">First market day.</param>
    /// <param name="To">Last market day.</param>
    /// <param name="Compare">previous, year or none.</param>
    /// <param name="Language">en, id or de. Pages cannot use <c>lang</c> for it: that word changes the page's own language.</param>
    /// <param name="Lang">The same, for the API.</param>
    /// <param name="Subject">The creator, shop or category it is about: row number or name.</param>
    public sealed record Query(string? Market = null, DateOnly? From = null, DateOnly? To = null, string? Compare = null, string? Language = null, string? Lang = null, string? Subject = null);

    public static async Task<FileContentHttpResult> Get(string file, [AsParameters] Query query, RunReport run, Actor actor, Viewer viewer, CancellationToken cancel)
    {
        var dot = file.LastIndexOf('.');
        if (dot < 0) throw new Refused("report_format_unknown", "", string.Join(", ", RunReport.KnownFormats));
        var request = new RunReport.Request(
            file[..dot], query.Market ?? viewer.Market?.Code ?? "", query.From ?? viewer.Range.From, query.To ?? viewer.Range.To,
            [file[(dot + 1)..]], query.Language ?? query.Lang ?? viewer.Language, query.Compare ?? viewer.Compare, query.Subject);
        var made = await run.Handle(request, actor, cancel);
        return TypedResults.File(made.Content, made.ContentType, made.FileName);
    }
}
