using System.Globalization;
using Showrunner.Data;
using Showrunner.Platform;
using Showrunner.Web;

namespace Showrunner.Accounts.Feeds;

/// <summary>What calendar feeds add to the room.</summary>
internal static class FeedDoor
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/calendar/{token}.ics", ReadFeed.Handle).AllowAnonymous();
        app.MapPost("/settings/calendar", Change).WithOrder(-1);
        var api = app.MapGroup("/api/me/calendars").RequireActor();
        api.MapGet("/", ListFeeds.Handle);
        api.MapPost("/", OpenFeed.Handle);
        api.MapDelete("/{id:long}", RevokeFeed.Handle);
    }

    private static Task<IResult> Change(IFormCollection form, HttpContext context, IEnumerable<CalendarSource> sources, TypedForm typed, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel) =>
        TypedForm.Answer(context, form, async () =>
        {
            if (long.TryParse(form["revoke"], NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            {
                await RevokeFeed.Handle(id, db, actor, cancel);
                new Notice("feed.revoked").Leave(context);
                return "/settings/calendar";
            }
            var opened = await OpenFeed.Handle(new([.. form["sources"].OfType<string>().Where(code => code.Length > 0)], form["only"]), sources, db, actor, clock, cancel);
            typed.Show($"{context.Request.Scheme}://{context.Request.Host}{opened.Path}");
            return null;
        });
}
