using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Showrunner.Platform;
using Showrunner.Web;
using Showrunner.Web.Gallery;

namespace Showrunner.Tests.Web;

/// <summary>The face alone, with the gallery's guest, at noon of 22 November 2026.</summary>
internal sealed class WebHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    public HttpClient Client { get; }

    private WebHost(WebApplication app) => (_app, Client) = (app, app.GetTestServer().CreateClient());

    internal static async Task<WebHost> Start(string environment = "Development")
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddWeb().AddGallery();
        builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new Noon()));
        builder.Services.AddSingleton<FindDefinition>(services => (code, language) => Gallery.Define(services.GetRequiredService<Texts>(), code, language));
        var app = builder.Build();
        app.UseSecurityHeaders();
        app.UseFriendlyPages();
        app.UseGallery();
        app.UseViewer();
        app.UseAntiforgery();
        app.MapGet("/boom", string () => throw new InvalidOperationException("secret detail"));
        app.MapGet("/no", string () => throw new Refused("not_allowed"));
        app.MapWeb();
        await app.StartAsync();
        return new WebHost(app);
    }

    internal async Task<HttpResponseMessage> Get(string path, string language = "en", params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Accept-Language", language);
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        return await Client.SendAsync(request);
    }

    internal async Task<string> Page(string path, string language = "en")
    {
        using var answer = await Get(path, language);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }

    private sealed class Noon : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
    }
}
