using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Insights;
using Showrunner.Web;

namespace Showrunner.Campaigns;

/// <summary>Partner campaigns: what they are called, and what orders tell of them.</summary>
public static class CampaignsRoom
{
    public const string Manage = "campaigns.manage";

    public static IServiceCollection AddCampaigns(this IServiceCollection services) => services.AddPermission(Manage, "permission.campaigns.manage", Role.Manager).AddMenu(
        new MenuEntry("campaigns", "menu.partnerCampaigns", "/campaigns", "flag", 10, BoardDesk.See));

    public static WebApplication MapCampaigns(this WebApplication app)
    {
        CampaignForms.Map(app);
        app.MapGet("/campaigns/export", ([AsParameters] ListCampaigns.Request request, string? format, BoardDesk desk, Say say, CancellationToken cancel) => ListCampaigns.Export(request, format, desk, say, cancel));
        var api = app.MapGroup("/api/campaigns").RequireActor();
        api.MapGet("/", ([AsParameters] ListCampaigns.Request request, BoardDesk desk, CancellationToken cancel) => ListCampaigns.Handle(request, desk, cancel));
        api.MapGet("/{id:long}", ([AsParameters] ShowCampaign.Request request, AppDb db, BoardDesk desk, CancellationToken cancel) => ShowCampaign.Handle(request, db, desk, cancel));
        api.MapPut("/{id:long}/name", NameCampaign.Handle);
        return app;
    }
}
