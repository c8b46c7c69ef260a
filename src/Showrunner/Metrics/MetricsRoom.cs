namespace Showrunner.Metrics;

public static class MetricsRoom
{
    public static IServiceCollection AddMetricPipeline(this IServiceCollection services) => services.AddScoped<RunMetricQuery>();
}
