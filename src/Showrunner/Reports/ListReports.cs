using Showrunner.Platform;
using Showrunner.Web;

namespace Showrunner.Reports;

/// <summary>Which reports there are, and what each may be asked.</summary>
public static class ListReports
{
    public sealed record Response(string Code, string Name, string Text, IReadOnlyList<string> Parameters, IReadOnlyList<string> Formats);

    public static IReadOnlyList<Response> Get(IEnumerable<Report> reports, Texts texts, Viewer viewer, Actor actor) => Handle(reports, texts, viewer.Language, actor);

    public static IReadOnlyList<Response> Handle(IEnumerable<Report> reports, Texts texts, string language, Actor actor)
    {
        actor.Needs(ReportsRoom.Make);
        return [.. reports.Select(r => new Response(r.Code, texts.Say(language, r.TitleKey), texts.Say(language, r.TitleKey + ".text"), r.Parameters, RunReport.KnownFormats))];
    }
}
