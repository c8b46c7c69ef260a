using Showrunner.Accounts;
using Showrunner.Accounts.Feeds;
using Showrunner.Data;
using Showrunner.Metrics;
using Showrunner.Platform;
using Showrunner.Platform.Mail;
using Showrunner.Reports.Headlines;
using Showrunner.Reports.Readings;
using Showrunner.Reports.Sending;
using Showrunner.Reports.Templates;
using Showrunner.Reports.Told;
using Showrunner.Web;

namespace Showrunner.Reports;

/// <summary>Reports to take along: a registry of reports, files of each, and those that go out by themselves.</summary>
public static class ReportsRoom
{
    public const string Make = "reports.make", Edit = "reports.edit", Send = "reports.send", Templates = "reports.templates";

    public static IServiceCollection AddReports(this IServiceCollection services, bool sends)
    {
        services.AddPermission(Make, "permission.reports.make", Role.Manager, Role.Analyst, Role.Viewer);
        services.AddPermission(Edit, "permission.reports.edit", Role.Manager, Role.Analyst);
        services.AddPermission(Send, "permission.reports.send", Role.Manager, Role.Analyst);
        services.AddPermission(Templates, "permission.reports.templates", Role.Manager);
        services.AddMenu(new MenuEntry("reports", "reports.menu", "/reports", "report", 10, Make));
        services.AddSingleton<FindLook>().AddScoped<RunReport>().AddScoped<WriteBook>().AddScoped<MakeIssue>().AddOutgoing<SendLetters>().AddSingleton<WriteLetter>().AddSingleton<ReportClock>();
        if (sends) services.AddHostedService(provider => provider.GetRequiredService<ReportClock>());
        return services.AddCalendarSource<ReportDates>().AddReport<WeeklyReview>().AddReport<MonthlyReview>().AddReport<LiveReview>().AddReport<CreatorScorecard>()
            .AddReport<SellerReview>().AddReport<CategoryReview>().AddReport<CreatorGrowth>().AddReport<CommissionStatement>();
    }

    /// <summary>Adds one report to the registry.</summary>
    public static IServiceCollection AddReport<TReport>(this IServiceCollection services) where TReport : Report => services.AddScoped<Report, TReport>();

    public static IEndpointRouteBuilder MapReports(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/reports/scorecards", DownloadBook.Get).RequireActor();
        routes.MapGet("/api/reports/scorecards", DownloadBook.Get).RequireActor();
        routes.MapGet("/reports/{file}", DownloadReport.Get);
        routes.MapGet("/reports/{report}/draft.eml", DraftReport.Handle);
        routes.MapGet("/api/reports", ListReports.Get);
        routes.MapPut("/api/reports/headlines", WriteHeadline.Handle).RequireActor();
        routes.MapGet("/api/figures/{code}", (string code, AppDb db, RunMetricQuery run, Actor actor, CancellationToken cancel) => ShowReading.Handle(code, db, run, actor, cancel)).RequireActor();
        ReportForms.Map(routes);
        SendingPages.Map(routes);
        TemplatePages.Map(routes);
        routes.MapGet("/api/reports/{file}", DownloadReport.Get);
        routes.MapGet("/api/reports/{report}/draft.eml", DraftReport.Handle);
        return routes;
    }
}
