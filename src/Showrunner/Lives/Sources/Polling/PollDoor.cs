using Microsoft.AspNetCore.DataProtection;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Platform;
using Showrunner.Web;

namespace Showrunner.Lives.Sources.Polling;

/// <summary>Asking marketplaces: what it needs and its addresses.</summary>
internal static class PollDoor
{
    internal sealed record Needs(IDataProtectionProvider Keys, PollSettings Settings, AppDb Db, Actor Actor, TimeProvider Clock, CancellationToken Cancel);

    public static void AddPolling(this IServiceCollection services, bool runsJobs)
    {
        services.AddSingleton(_ => PollSettings.Read(Environment.GetEnvironmentVariable("SHOWRUNNER_LIVE_API"), Environment.GetEnvironmentVariable("SHOWRUNNER_LIVE_API_SECONDS")));
        services.AddSingleton(provider => new AskMarketplace(AskMarketplace.Client(), provider.GetRequiredService<PollSettings>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<PollShow>().AddSingleton<PollShop>().AddSingleton<PollClock>();
        if (runsJobs) services.AddHostedService(provider => provider.GetRequiredService<PollClock>());
    }

    public static void Map(WebApplication app, RouteGroupBuilder api)
    {
        api.MapGet("/{id:long}/poll", (long id, [AsParameters] Needs on) => ShowPoll.Handle(id, null, on.Settings, on.Db, on.Actor, on.Cancel));
        api.MapGet("/poll", (string? market, [AsParameters] Needs on) => ShowPoll.Handle(null, market, on.Settings, on.Db, on.Actor, on.Cancel));
        api.MapPut("/{id:long}/poll", (long id, SetPoll.Request request, [AsParameters] Needs on) => Set(id, null, request, on));
        api.MapPut("/poll", (string? market, SetPoll.Request request, [AsParameters] Needs on) => Set(null, market, request, on));
        api.MapDelete("/{id:long}/poll", (long id, [AsParameters] Needs on) => Stop(id, null, on));
        api.MapDelete("/poll", (string? market, [AsParameters] Needs on) => Stop(null, market, on));
        app.MapPost("/live/{id:long}/poll", (long id, IFormCollection form, HttpContext context, Viewer viewer, [AsParameters] Needs on) => Answer(id, form, context, viewer, on)).WithOrder(-1);
        app.MapPost("/live/poll", (IFormCollection form, HttpContext context, Viewer viewer, [AsParameters] Needs on) => Answer(null, form, context, viewer, on)).WithOrder(-1);
    }

    private static async Task<IResult> Set(long? session, string? market, SetPoll.Request request, Needs on)
    {
        await SetPoll.Handle(session, market, request, on.Keys, on.Settings, on.Db, on.Actor, on.Clock, on.Cancel);
        return Results.NoContent();
    }

    private static async Task<IResult> Stop(long? session, string? market, Needs on)
    {
        await StopPoll.Handle(session, market, on.Db, on.Actor, on.Cancel);
        return Results.NoContent();
    }

    private static Task<IResult> Answer(long? session, IFormCollection form, HttpContext context, Viewer viewer, Needs on) => TypedForm.Answer(context, form, async () =>
    {
        var isStop = form["do"] == "stop";
        if (isStop) await Stop(session, form["market"], on);
        else await Set(session, form["market"], new(form["token"], form["key"], form["secret"], form["cipher"]), on);
        new Notice(isStop ? "live.poll.stopped" : "live.poll.begun").Leave(context);
        return viewer.Link(session is { } id ? FormattableString.Invariant($"/live/{id}") : "/live/poll");
    });
}
