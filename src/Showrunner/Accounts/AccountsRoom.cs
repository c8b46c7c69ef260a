using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Showrunner.Accounts.Feeds;
using Showrunner.Data;
using Showrunner.Platform;
using Showrunner.Web;

namespace Showrunner.Accounts;

/// <summary>Who may come in and what they may do: people, sessions, keys, permissions and the audit trail.</summary>
public static class AccountsRoom
{
    public const string ManagePeople = "people.manage", ReadAudit = "audit.read", ManageKeys = "keys.manage";

    public static IServiceCollection AddAccounts(this IServiceCollection services, DataPlace place)
    {
        services.AddPermission(ManagePeople, "permission.people.manage");
        services.AddPermission(ReadAudit, "permission.audit.read");
        services.AddPermission(ManageKeys, "permission.keys.manage", Role.Manager);
        services.AddMenu(
            new MenuEntry("settings", "menu.people", "/settings/people", "people", 10, ManagePeople),
            new MenuEntry("settings", "menu.keys", "/settings/keys", "settings", 20, ManageKeys),
            new MenuEntry("settings", "menu.audit", "/settings/audit", "report", 30, ReadAudit),
            new MenuEntry("settings", "menu.calendar", "/settings/calendar", "calendar", 35),
            new MenuEntry("settings", "menu.me", "/settings/me", "settings", 40));

        services.AddSingleton<Permissions>().AddSingleton<Passwords>(_ => new Passwords()).AddSingleton<TryLimits>().AddSingleton<SeenLog>();
        services.AddHostedService(provider => provider.GetRequiredService<SeenLog>());
        services.AddScoped<CurrentActor>().AddScoped<Visitors>().AddScoped<WelcomeViewer>().AddScoped<TypedForm>();
        services.AddScoped<Actor>(provider => provider.GetRequiredService<CurrentActor>().Needed);

        services.AddSingleton<AuditChain>();
        services.ConfigureDbContext<AppDb>((provider, options) => options.AddInterceptors(provider.GetRequiredService<AuditChain>()));
        services.AddDataProtection().SetApplicationName("showrunner").PersistKeysToFileSystem(new DirectoryInfo(place.Sub("keys")));

        services.AddAuthentication(SignInScheme.Name).AddScheme<AuthenticationSchemeOptions, SignInScheme>(SignInScheme.Name, null);
        // Every page and every endpoint needs someone signed in, unless it says AllowAnonymous.
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        return services.AddExceptionHandler<RefusedHandler>().AddProblemDetails();
    }

    /// <summary>Says who asks. Stands behind routing and before UseViewer.</summary>
    public static WebApplication UseAccounts(this WebApplication app)
    {
        app.UseWhen(context => context.Request.Path.StartsWithSegments("/api"), api => api.UseExceptionHandler());
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseOwnPostsOnly();
        return app;
    }

    public static WebApplication MapAccounts(this WebApplication app)
    {
        AccountForms.Map(app);
        SettingsForms.Map(app);
        FeedDoor.Map(app);

        var api = app.MapGroup("/api").RequireActor();
        api.MapGet("/me", ShowMe.Handle);
        api.MapGet("/people", ListPeople.Handle);
        api.MapPost("/people", InvitePerson.Handle);
        api.MapPut("/people/{id:long}/role", ChangePerson.Handle);
        api.MapPut("/people/{id:long}/disabled", (long id, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel) => DisablePerson.Handle(id, true, db, actor, clock, cancel));
        api.MapDelete("/people/{id:long}/disabled", (long id, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel) => DisablePerson.Handle(id, false, db, actor, clock, cancel));
        api.MapPost("/people/{id:long}/link", LinkForPerson.Handle);
        api.MapGet("/keys", ListKeys.Handle);
        api.MapPost("/keys", CreateKey.Handle);
        api.MapDelete("/keys/{id:long}", RevokeKey.Handle);
        api.MapGet("/audit", (long? personId, string? action, long? before, AppDb db, Actor actor, CancellationToken cancel) =>
            ListAudit.Handle(new(personId, action, before), db, actor, cancel));
        return app;
    }

    /// <summary>Endpoints that nobody uses without having signed in or showing a key. The fallback policy says so too; this says it aloud.</summary>
    public static TBuilder RequireActor<TBuilder>(this TBuilder builder) where TBuilder : IEndpointConventionBuilder => builder.RequireAuthorization();
}
