using Microsoft.AspNetCore.Hosting.Server;
using Showrunner.Accounts;
using Showrunner.Campaigns;
using Showrunner.Commands;
using Showrunner.Creators;
using Showrunner.Data;
using Showrunner.Demo;
using Showrunner.Goals;
using Showrunner.Imports;
using Showrunner.Insights;
using Showrunner.Ledger;
using Showrunner.Ledger.Columns;
using Showrunner.Lives;
using Showrunner.Markets;
using Showrunner.Matching;
using Showrunner.Metrics;
using Showrunner.Platform;
using Showrunner.Reports;
using Showrunner.Sellers;
using Showrunner.Tasks;
using Showrunner.Web;
using Showrunner.Web.Gallery;

namespace Showrunner;

/// <summary>The table of contents: every room is added, every room is mapped, and it runs.</summary>
public static class Program
{
    public static Task<int> Main(string[] args) => CommandLine.Run(args);

    /// <summary>The whole application, not yet started.</summary>
    public static WebApplication Build(ServeOptions options)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = options.Arguments,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = options.Environment,
        });
        // The framework's own steps are of interest to nobody who runs the desk; what goes wrong is.
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("System", LogLevel.Warning).AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error)
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical); // whoever starts it says why it did not
        builder.Services.AddSingleton(options.Clock ?? TimeProvider.System);
        AddRooms(builder.Services, options);
        if (!options.Listens) builder.Services.AddSingleton<IServer, NoServer>();
        options.Also?.Invoke(builder.Services);
        var app = builder.Build();
        MapRooms(app);
        return app;
    }

    public static void AddRooms(IServiceCollection services, ServeOptions options) => services
        .AddData(options.Place)
        .AddPlatform(options.RunsJobs)
        .AddLedger(options.Columns)
        .AddMetricPipeline()
        .AddWeb()
        .AddMetricPages()
        .AddGallery()
        .AddAccounts(options.Place)
        .AddTasks()
        .AddReports(options.RunsJobs)
        .AddImports()
        .AddDemo(options.RunsJobs)
        .AddInsights()
        .AddLedgerPages()
        .AddCreators()
        .AddLives(options.RunsJobs)
        .AddSellers()
        .AddCampaigns()
        .AddGoals()
        .AddMatching(options.RunsJobs);

    private static void MapRooms(WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseFriendlyPages();
        app.UseGallery();
        app.UseAccounts();
        app.UseViewer();
        app.UseAntiforgery();
        app.UseFreshFormsOnly();
        app.MapPlatform();
        app.MapMetrics();
        app.MapWeb();
        app.MapAccounts();
        app.MapTasks();
        app.MapReports();
        app.MapImports();
        app.MapDemo();
        app.MapInsights();
        app.MapLedgerPages();
        app.MapCreators();
        app.MapLives();
        app.MapSellers();
        app.MapCampaigns();
        app.MapGoals();
        app.MapMatching();
        app.KeepBuiltEndpoints();
    }

    /// <summary>Schema and first rows; safe to repeat.</summary>
    public static async Task Prepare(IServiceProvider services, CancellationToken cancel)
    {
        using var scope = services.CreateScope();
        await Prepare(scope.ServiceProvider.GetRequiredService<AppDb>(), cancel);
    }

    /// <summary>The same before there are services.</summary>
    public static async Task Prepare(DataPlace place, CancellationToken cancel)
    {
        await using var db = DataRoom.Open(place);
        await Prepare(db, cancel);
    }

    private static async Task Prepare(AppDb db, CancellationToken cancel)
    {
        await DataRoom.Migrate(db, cancel);
        await SeedMarkets.Handle(db, cancel);
    }
}

/// <summary>How to start: where the data is, what this process does, and what tests replace.</summary>
public sealed record ServeOptions(DataPlace Place, string[] Arguments)
{
    public ColumnOptions Columns { get; init; } = System.Environment.GetEnvironmentVariable("SHOWRUNNER_COLUMNS_MEMORY") is { Length: > 0 } memory ? new(memory) : new();
    public bool RunsJobs { get; init; } = true;
    public bool Listens { get; init; } = true;
    public string Environment { get; init; } = System.Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") ?? "Production";
    public TimeProvider? Clock { get; init; }
    public Action<IServiceCollection>? Also { get; init; }
}
