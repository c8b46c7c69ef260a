using Microsoft.AspNetCore.Mvc;
using Showrunner.Accounts;
using Showrunner.Accounts.Feeds;
using Showrunner.Campaigns.Planning;
using Showrunner.Data;
using Showrunner.Insights;
using Showrunner.Platform;
using Showrunner.Web;

namespace Showrunner.Campaigns;

/// <summary>Partner campaigns: what they are called, when they take place, and what orders tell of them.</summary>
public static class CampaignsRoom
{
    public const string Manage = "campaigns.manage";

    public static IServiceCollection AddCampaigns(this IServiceCollection services) => services.AddPermission(Manage, "permission.campaigns.manage", Role.Manager).AddMenu(
        new MenuEntry("campaigns", "menu.partnerCampaigns", "/campaigns", "flag", 10, BoardDesk.See)).AddCalendarSource<CampaignDates>().AddScoped<ComparedPlan>();

    public static WebApplication MapCampaigns(this WebApplication app)
    {
        CampaignForms.Map(app);
        app.MapGet("/campaigns/export", ([AsParameters] ListCampaigns.Request request, string? format, BoardDesk desk, Say say, CancellationToken cancel) => ListCampaigns.Export(request, format, desk, say, cancel));
        var api = app.MapGroup("/api/campaigns").RequireActor();
        api.MapGet("/", ([AsParameters] ListCampaigns.Request request, BoardDesk desk, CancellationToken cancel) => ListCampaigns.Handle(request, desk, cancel));
        api.MapGet("/{id:long}", ([AsParameters] ShowCampaign.Request request, AppDb db, BoardDesk desk, CancellationToken cancel) => ShowCampaign.Handle(request, db, desk, cancel));
        api.MapPut("/{id:long}/name", NameCampaign.Handle);
        api.MapGet("/{id:long}/dates", ShowCampaignDates.Handle);
        api.MapPut("/{id:long}/dates", SetCampaignDates.Handle);
        api.MapGet("/{id:long}/plan.xml", ExportCampaignPlan.Handle);
        api.MapPost("/{id:long}/plan", (long id, HttpRequest request, AppDb db, Actor actor, CancellationToken cancel) => CampaignForms.Compare(id, request, db, actor, cancel)).WithMetadata(new RequestSizeLimitAttribute(CampaignForms.LargestPlan));
        app.MapGet("/campaigns/{id:long}/plan.xml", ExportCampaignPlan.Handle);
        return app;
    }
}
