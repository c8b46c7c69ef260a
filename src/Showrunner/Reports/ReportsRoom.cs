using Showrunner.Accounts;
using Showrunner.Web;

namespace Showrunner.Reports;

/// <summary>Reports to take along: a registry of reports, a workbook and a deck of each.</summary>
public static class ReportsRoom
{
    public const string Make = "reports.make";

    public static IServiceCollection AddReports(this IServiceCollection services)
    {
        services.AddPermission(Make, "permission.reports.make", Role.Manager, Role.Analyst, Role.Viewer);
        services.AddMenu(new MenuEntry("reports", "reports.menu", "/reports", "report", 10, Make));
        services.AddScoped<RunReport>();
        return services.AddReport<WeeklyReview>();
    }

    /// <summary>Adds one report to the registry.</summary>
    public static IServiceCollection AddReport<TReport>(this IServiceCollection services) where TReport : Report => services.AddScoped<Report, TReport>();

    public static IEndpointRouteBuilder MapReports(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/reports/{file}", DownloadReport.Get);
        routes.MapGet("/api/reports", ListReports.Get);
        routes.MapGet("/api/reports/{file}", DownloadReport.Get);
        return routes;
    }
}
