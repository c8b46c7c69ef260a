using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Demo.Shows;
using Showrunner.Platform;
using Showrunner.Platform.Jobs;
using Showrunner.Web;

namespace Showrunner.Demo;

/// <summary>The demo market: figures with a known story for a first look, put in and taken out with one click.</summary>
public static class DemoRoom
{
    public const string Manage = "demo.manage";

    public static IServiceCollection AddDemo(this IServiceCollection services, bool runsJobs)
    {
        services.AddPermission(Manage, "permission.demo.manage", Role.Manager);
        services.AddBanner<DemoBanner>();
        services.AddScoped<LoadDemo>();
        services.AddScoped<RemoveDemo>();
        services.AddSingleton<DemoPlayer>();
        if (runsJobs) services.AddHostedService(provider => provider.GetRequiredService<DemoPlayer>());
        services.AddSingleton(new JobKind(LoadDemo.Kind, RunJob));
        return services;
    }

    public static WebApplication MapDemo(this WebApplication app)
    {
        app.MapPost("/demo/load", async (IFormCollection _, HttpContext context, AppDb db, Actor actor, JobBoard board, TimeProvider clock, CancellationToken cancel) =>
        {
            await QueueDemo.Handle(DemoSize.Small, db, actor, board, clock, cancel);
            new Notice("demo.queued", "info").Leave(context);
            return Results.Redirect("/");
        });
        app.MapPost("/demo/shows", async (IFormCollection form, HttpContext context, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel) =>
        {
            int Number(string name, int otherwise) => int.TryParse(form[name], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : otherwise;
            var played = await PlayDemoShows.Handle(new(null, Number("shows", 8), Number("speed", 1)), db, actor, clock, cancel);
            new Notice("demo.played", "info", [played.Opened.ToString(System.Globalization.CultureInfo.InvariantCulture)]).Leave(context);
            return Results.Redirect("/live");
        });
        app.MapGroup("/api/demo").RequireActor().MapPost("/shows", PlayDemoShows.Handle);
        app.MapPost("/demo/removal", async (IFormCollection _, HttpContext context, RemoveDemo remove, Actor actor, CancellationToken cancel) =>
        {
            await remove.Handle(actor, cancel);
            new Notice("demo.removed").Leave(context);
            return Results.Redirect("/");
        });
        return app;
    }

    /// <summary>The job's subject is the size.</summary>
    private static async Task RunJob(IServiceProvider services, Job job, JobTicket ticket) =>
        await services.GetRequiredService<LoadDemo>().Handle(LoadDemo.Request.Of(DemoSize.Find(job.Subject)), Actor.Program(job.PersonName) with { PersonId = job.PersonId }, (done, total) => ticket.Report(done, total), ticket.Cancel);
}
