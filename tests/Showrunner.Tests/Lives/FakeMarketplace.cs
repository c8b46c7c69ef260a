using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Showrunner.Tests.Lives;

/// <summary>A marketplace's interface for LIVE figures on a port of its own: its shapes with made-up figures, and its failures.</summary>
internal sealed class FakeMarketplace : IAsyncDisposable
{
    public const string Token = "TTP_good";
    private readonly WebApplication _app;

    public Uri Address { get; }
    /// <summary>Path and query of what was asked.</summary>
    public List<string> Asked { get; } = [];
    /// <summary>Answers by the end of the path: a body, or a status, or something else entirely.</summary>
    public Dictionary<string, Func<HttpContext, IResult>> Answers { get; } = [];

    private FakeMarketplace(WebApplication app)
    {
        _app = app;
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    public static async Task<FakeMarketplace> Start()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        FakeMarketplace? fake = null;
        app.Run(context => fake!.Answer(context));
        await app.StartAsync();
        return fake = new FakeMarketplace(app);
    }

    private async Task Answer(HttpContext context)
    {
        lock (Asked) Asked.Add(context.Request.Path + context.Request.QueryString);
        var name = context.Request.Path.ToString().Split('/')[^1];
        if (context.Request.Headers["x-tts-access-token"] != Token) await Code(105_005, "Access denied. The access token has expired.").ExecuteAsync(context);
        else await (Answers.TryGetValue(name, out var answer) ? answer(context) : Results.StatusCode(404)).ExecuteAsync(context);
    }

    public void Say(string name, string data) => Answers[name] = _ => Results.Text($"{{\"code\":0,\"message\":\"Success\",\"request_id\":\"1\",\"data\":{data}}}", "application/json");

    public static IResult Code(long code, string message) => Results.Text(string.Create(CultureInfo.InvariantCulture, $"{{\"code\":{code},\"message\":\"{message}\",\"request_id\":\"1\"}}"), "application/json");

    public static IResult TooMany(int seconds) => new Later(seconds);

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private sealed class Later(int seconds) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            (httpContext.Response.StatusCode, httpContext.Response.Headers.RetryAfter) = (429, seconds.ToString(CultureInfo.InvariantCulture));
            return Task.CompletedTask;
        }
    }
}
