using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Showrunner.Data;

namespace Showrunner.Tests;

/// <summary>The whole application on a fresh migrated database, spoken to over HTTP on a real port.</summary>
public sealed class TestApp : IAsyncDisposable
{
    private readonly TestPlace _place;
    private bool _keepsPlace;
    private readonly Microsoft.AspNetCore.Builder.WebApplication _app;
    public IServiceProvider Services => _app.Services;
    public string Folder => _place.Folder;
    public Uri Address { get; }

    private TestApp(TestPlace place, Microsoft.AspNetCore.Builder.WebApplication app)
    {
        (_place, _app) = (place, app);
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        Address = new Uri(addresses.Addresses.First());
    }

    public static async Task<TestApp> Start(string database, TimeProvider? clock = null, Action<IServiceCollection>? also = null) =>
        await Start(await TestPlace.Migrated(database), clock, also);

    private static async Task<TestApp> Start(TestPlace place, TimeProvider? clock, Action<IServiceCollection>? also)
    {
        var app = Program.Build(new ServeOptions(place.Place, ["--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default", "Warning"])
        {
            Clock = clock,
            Also = also,
        });
        await Program.Prepare(app.Services, default);
        await app.StartAsync();
        return new TestApp(place, app);
    }

    /// <summary>Stops, and starts anew on the same rows and files.</summary>
    /// <param name="clock">Of the new start.</param>
    /// <param name="also">Services of the new start.</param>
    /// <param name="between">What happens while nobody is there.</param>
    public async Task<TestApp> Restart(TimeProvider? clock = null, Action<IServiceCollection>? also = null, Func<DataPlace, Task>? between = null)
    {
        _keepsPlace = true;
        await DisposeAsync();
        if (between is not null) await between(_place.Place);
        return await Start(_place, clock, also);
    }

    /// <summary>A browser without a session; redirects are not followed, so that a test sees them.</summary>
    public HttpClient Browser() => new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new() }) { BaseAddress = Address };

    public async Task<T> InDb<T>(Func<AppDb, Task<T>> read)
    {
        using var scope = Services.CreateScope();
        return await read(scope.ServiceProvider.GetRequiredService<AppDb>());
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        if (!_keepsPlace) _place.Dispose();
    }
}
