using System.Globalization;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Platform;
using Showrunner.Platform.Jobs;
using Showrunner.Reports;
using Showrunner.Tasks;
using Showrunner.Web;

namespace Showrunner.Insights.Findings;

/// <summary>What findings add to the room: menu, job, forms, API and their part of the page Today.</summary>
internal static class FindingsDoor
{
    public static IServiceCollection AddFindings(this IServiceCollection services)
    {
        services.AddMenu(new MenuEntry("watch", "menu.findings", "/findings", "bolt", 40, BoardDesk.See));
        services.AddToday<LatestFindings>(10);
        services.AddReport<OpportunityList>();
        return services.AddSingleton(new JobKind(LookThrough.JobKind, Run));
    }

    public static WebApplication MapFindings(this WebApplication app)
    {
        app.MapPost("/findings", Look).WithOrder(-1);
        app.MapPost("/findings/{id:long}", Decide).WithOrder(-1);
        var api = app.MapGroup("/api/findings").RequireActor();
        api.MapGet("/", ([AsParameters] ListFindings.Request request, AppDb db, BoardDesk desk, CancellationToken cancel) => ListFindings.Handle(request, db, desk, cancel));
        api.MapPost("/looks", Start);
        api.MapPut("/{id:long}/decision", DecideFinding.Handle);
        return app;
    }

    private static async Task Run(IServiceProvider services, Job job, JobTicket ticket)
    {
        var desk = ActivatorUtilities.CreateInstance<BoardDesk>(services, Actor.Program(job.PersonName) with { PersonId = job.PersonId });
        await LookThrough.Work(LookThrough.Request.Read(job.Subject), services.GetRequiredService<AppDb>(), desk, services.GetRequiredService<TimeProvider>(), (done, total) => ticket.Report(done, total), ticket.Cancel);
    }

    private static async Task<IResult> Start(LookThrough.Request request, AppDb db, BoardDesk desk, JobBoard board, Actor actor, TimeProvider clock, CancellationToken cancel) =>
        TypedResults.Accepted("/api/findings", new { job = await LookThrough.Ask(request, db, desk, board, actor, clock, cancel) });

    private static Task<IResult> Look(IFormCollection form, HttpContext context, AppDb db, BoardDesk desk, JobBoard board, Actor actor, TimeProvider clock, CancellationToken cancel) =>
        TypedForm.Answer(context, form, async () =>
        {
            var last = DateOnly.TryParseExact(form["last"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : (DateOnly?)null;
            await LookThrough.Ask(new(form["market"], form["of"], last), db, desk, board, actor, clock, cancel);
            new Notice("findings.asked", "info").Leave(context);
            return LocalPath.Or(form["back"], ListFindings.Path(Uri.EscapeDataString(form["market"].ToString()), Uri.EscapeDataString(form["of"].ToString())));
        });

    private static Task<IResult> Decide(long id, IFormCollection form, HttpContext context, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel) =>
        TypedForm.Answer(context, form, async () =>
        {
            var state = form["state"].ToString();
            await DecideFinding.Handle(id, new(state, form["reason"], form["comment"]), db, actor, clock, cancel);
            new Notice("findings." + state).Leave(context);
            return LocalPath.Or(form["back"], "/findings");
        });
}
