using Showrunner.Accounts;
using Showrunner.Creators.Contacts;
using Showrunner.Creators.Past;
using Showrunner.Creators.Persons;
using Showrunner.Creators.Same;
using Showrunner.Creators.Trends;
using Showrunner.Data;
using Showrunner.Insights;
using Showrunner.Platform.Jobs;
using Showrunner.Web;

namespace Showrunner.Creators;

/// <summary>What knowing who is who adds to the room: double creators, merging, accounts elsewhere, contacts and consent, and comparing with one's like.</summary>
internal static class IdentityDoor
{
    public static IServiceCollection AddIdentity(this IServiceCollection services)
    {
        services.AddPermission(CreatorsRoom.Contacts, "permission.creators.contacts", Role.Manager);
        services.AddScoped<FindSame>().AddScoped<ITimelineSource, MergeTimeline>().AddScoped<ITimelineSource, ConsentTimeline>();
        services.AddSingleton(new JobKind(FindSame.JobKind, async (provider, job, ticket) => await provider.GetRequiredService<FindSame>().Handle(job.Subject, (done, total) => ticket.Report(done, total), ticket.Cancel)));
        return services.AddMenu(new MenuEntry("creators", "menu.same", "/creators/same", "people", 30, BoardDesk.See));
    }

    public static void MapIdentity(this WebApplication app)
    {
        IdentityForms.Map(app);
        var api = app.MapGroup("/api/creators").RequireActor();
        api.MapPost("/{id:long}/merger", MergeCreators.Handle);
        api.MapDelete("/{id:long}/merger", PartCreators.Handle);
        api.MapPost("/{id:long}/accounts", AddAccount.Handle);
        api.MapDelete("/accounts/{id:long}", RemoveAccount.Handle);
        api.MapGet("/{id:long}/contacts", ShowContacts.Handle);
        api.MapPost("/{id:long}/contacts", AddContact.Handle);
        api.MapDelete("/contacts/{id:long}", RemoveContact.Handle);
        api.MapPost("/{id:long}/consents", RecordConsent.Handle);
        api.MapGet("/{id:long}/trends", (long id, AppDb db, BoardDesk desk, CancellationToken cancel) => CompareWithPeers.Handle(id, db, desk, cancel));
        api.MapGet("/same", ([AsParameters] ListSame.Request request, AppDb db, BoardDesk desk, CancellationToken cancel) => ListSame.Handle(request, db, desk, cancel));
        api.MapPut("/same/{id:long}/state", DecideSame.Handle);
    }
}
