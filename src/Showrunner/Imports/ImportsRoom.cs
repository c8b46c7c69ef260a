using Showrunner.Accounts;
using Showrunner.Creators.Past;
using Showrunner.Imports.Sheets;
using Showrunner.Platform.Jobs;
using Showrunner.Reports;
using Showrunner.Web;

namespace Showrunner.Imports;

public static class ImportsRoom
{
    public const string Load = "imports.load";

    public static IServiceCollection AddImports(this IServiceCollection services)
    {
        services.AddPermission(Load, "permission.imports.load", Role.Manager);
        services.AddReport<DataQuality>().AddEditableSheet<MappingSheet>();
        services.AddMenu(new MenuEntry("imports", "menu.imports", "/imports", "import", 10, Load));
        // How long a whole request may be is said by each endpoint; a form within it may be as long.
        services.Configure<Microsoft.AspNetCore.Http.Features.FormOptions>(form => form.MultipartBodyLengthLimit = ImportForms.Largest);
        services.AddTopBar<RunningImports>();
        services.AddScoped<ITimelineSource, ImportTimeline>();
        services.AddSingleton(new JobKind(LoadImport.JobKind, (scope, job, ticket) =>
            LoadImport.Work(long.Parse(job.Subject, System.Globalization.CultureInfo.InvariantCulture), scope, ticket)));
        return services;
    }

    public static WebApplication MapImports(this WebApplication app)
    {
        ImportForms.Map(app);
        ImportsApi.Map(app);
        SheetPages.Map(app);
        return app;
    }
}
