using Showrunner.Platform;
using Showrunner.Web;

namespace Showrunner.Metrics;

public static class MetricsRoom
{
    public static IServiceCollection AddMetricPipeline(this IServiceCollection services) => services.AddSingleton<KeptDays>().AddSingleton<OrderRepeats>().AddScoped<RunMetricQuery>();

    /// <summary>The dictionary as people read it: definitions behind every figure and their pages.</summary>
    public static IServiceCollection AddMetricPages(this IServiceCollection services)
    {
        services.AddSingleton<FindDefinition>(provider =>
        {
            var texts = provider.GetRequiredService<Texts>();
            return (code, language) => MetricWords.Define(texts, code, language);
        });
        return services.AddMenu(new MenuEntry("settings", "menu.metrics", "/metrics", "help", 90));
    }

    public static IEndpointRouteBuilder MapMetrics(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/metrics", ShowDictionary.Get);
        return routes;
    }
}
