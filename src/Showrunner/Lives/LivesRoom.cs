using Showrunner.Accounts;
using Showrunner.Accounts.Feeds;
using Showrunner.Data;
using Showrunner.Lives.Alerts;
using Showrunner.Lives.Alerts.Telling;
using Showrunner.Lives.Intake;
using Showrunner.Lives.Inviting;
using Showrunner.Lives.Sessions;
using Showrunner.Lives.Sources.Polling;
using Showrunner.Lives.Usual;
using Showrunner.Lives.Watching;
using Showrunner.Platform;
using Showrunner.Platform.Mail;
using Showrunner.Web;

namespace Showrunner.Lives;

/// <summary>LIVE shows: what is planned, that hosts know of it, and what happens in them.</summary>
public static class LivesRoom
{
    public const string See = "lives.see", Plan = "lives.plan", Feed = "lives.feed", Call = "lives.call";

    public static IServiceCollection AddLives(this IServiceCollection services, bool runsJobs)
    {
        services.AddPermission(See, "permission.lives.see", Role.Manager, Role.Analyst, Role.Viewer);
        services.AddPermission(Plan, "permission.lives.plan", Role.Manager);
        services.AddPermission(Feed, "permission.lives.feed", Role.Manager);
        services.AddMenu(new MenuEntry("watch", "menu.live", "/live", "play", 25, See));
        services.AddMenu(new MenuEntry("watch", "menu.lives", "/lives", "calendar", 30, See));
        services.AddScoped<HostLetters>().AddSingleton<WriteInvitation>().AddOutgoing<SendInvitations>();
        services.AddSingleton<LiveBoard>().AddSingleton<FollowShows>().AddSingleton<WallFeeds>().AddSingleton<EventQueue>().AddSingleton<LiveClock>().AddHostedService(provider => provider.GetRequiredService<EventQueue>());
        services.AddSingleton<AlertRule, FeedSilent>().AddSingleton<AlertRule, BehindPace>().AddSingleton<AlertRule, StockRunsOut>().AddSingleton<AlertRule, ViolationSeen>()
            .AddSingleton<AlertRule, GmvDrop>().AddSingleton<AlertRule, RefundSpike>().AddSingleton<AlertRule, ComplaintSpike>().AddSingleton<KeptUsual>().AddSingleton<WatchShows>();
        if (runsJobs) services.AddHostedService(provider => provider.GetRequiredService<WatchShows>());
        if (runsJobs) services.AddHostedService(provider => provider.GetRequiredService<LiveClock>());
        services.AddPolling(runsJobs);
        services.AddTelling();
        return services.AddCalendarSource<ShowDates>();
    }

    public static WebApplication MapLives(this WebApplication app)
    {
        LiveDoor.Map(app);
        LiveForms.Map(app);
        app.MapGet("/lives/{id:long}/show.ics", DownloadShow.Handle);
        app.MapGet("/lives/{id:long}/invitation.eml", DraftInvitation.Handle);
        var api = app.MapGroup("/api/lives").RequireActor();
        api.MapGet("/", ([AsParameters] ListShows.Request request, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel) => ListShows.Handle(request, db, actor, clock, cancel));
        api.MapPost("/", PlanShow.Handle);
        api.MapGet("/{id:long}", ShowPlannedShow.Handle);
        api.MapPut("/{id:long}", ChangeShow.Handle);
        api.MapPut("/{id:long}/cancellation", CancelShow.Handle);
        api.MapPost("/{id:long}/invitations", InviteHost.Handle);
        api.MapGet("/{id:long}/show.ics", DownloadShow.Handle);
        api.MapGet("/{id:long}/invitation.eml", DraftInvitation.Handle);
        return app;
    }
}
