using Showrunner.Platform.Jobs;
using Showrunner.Platform.Mail;

namespace Showrunner.Platform;

public static class PlatformRoom
{
    public static IServiceCollection AddPlatform(this IServiceCollection services, bool runsJobs)
    {
        services.AddSingleton<JobBoard>();
        services.AddSingleton<JobRunner>();
        if (runsJobs) services.AddHostedService(provider => provider.GetRequiredService<JobRunner>());
        services.AddSingleton(_ => new Postman(MailSettings.Read(Environment.GetEnvironmentVariable("SHOWRUNNER_MAIL"))));
        services.AddSingleton(_ => PublicAddress.Read(Environment.GetEnvironmentVariable("SHOWRUNNER_URL")));
        services.AddSingleton<MailClock>();
        if (runsJobs) services.AddHostedService(provider => provider.GetRequiredService<MailClock>());
        return services.AddApiDescription();
    }

    public static WebApplication MapPlatform(this WebApplication app)
    {
        app.MapGet("/health", () => Results.Text("ok")).AllowAnonymous();
        app.MapOpenApi();
        return app;
    }
}
