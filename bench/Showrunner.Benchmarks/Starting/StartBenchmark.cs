using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Showrunner.Benchmarks.Starting;

/// <summary>A cold start on an existing database to the first answered page, against the smallest web application there is. Lower is better.</summary>
internal static class StartBenchmark
{
    private const double Most = 3;

    public static async Task Run(Ask ask)
    {
        var rows = ask.Rows ?? 100_000;
        var hello = await HelloWorld.Build(ask.Folder.Fresh("hello"));
        var file = Path.Combine(ask.Folder.Path, "start.csv");
        new OrderBook(rows).WriteCsv(file);
        foreach (var engine in ask.Engines)
        {
            await using var home = await Home.Make(ask, engine);
            await Child.Run(["import", file, "--market", "VN", "--json", .. home.Words]);
            var (product, floor) = (new List<double>(), new List<double>());
            for (var round = 1; round <= Math.Max(5, ask.Rounds); round++)
            {
                product.Add(await Answered("/signin", port => [Child.Released, "serve", "--urls", Url(port), .. home.Words]));
                floor.Add(await Answered("/", port => [hello, "--urls", Url(port)]));
                Ask.Say($"start on {engine}, round {round}: {product[^1]:0.00} s, empty application {floor[^1]:0.00} s");
            }
            var seconds = Spread.Of(product);
            ask.Results.Add(new Result($"start to first answer, {rows:N0} lines, {engine}", $"{seconds.Median:0.00} s (worst {seconds.Max:0.00})", $"empty application: {Spread.Of(floor).Median:0.00} s",
                Spread.Of(product.Zip(floor, (p, f) => p / f)), $"< {Most:0} s", seconds.Max < Most, new() { ["seconds"] = seconds.Median, ["worst_seconds"] = seconds.Max, ["floor_seconds"] = Spread.Of(floor).Median }));
        }
    }

    private static string Url(int port) => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");

    private static async Task<double> Answered(string path, Func<int, string[]> words)
    {
        var port = FreePort();
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        var watch = Stopwatch.StartNew();
        using var process = Child.Start(words(port));
        var errors = process.StandardError.ReadToEndAsync();
        _ = process.StandardOutput.ReadToEndAsync();
        try
        {
            while (watch.Elapsed < TimeSpan.FromMinutes(2) && !process.HasExited)
            {
                try
                {
                    using var answer = await http.GetAsync(new Uri(Url(port) + path));
                    var seconds = watch.Elapsed.TotalSeconds;
                    if (answer.StatusCode != HttpStatusCode.OK) throw new InvalidOperationException($"{path} answered {(int)answer.StatusCode}");
                    return seconds;
                }
                catch (HttpRequestException) { await Task.Delay(5); }
            }
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
        throw new InvalidOperationException("Never answered: " + await errors);
    }

    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }
}

/// <summary>A web application that says hello and does nothing else, built once per run.</summary>
internal static class HelloWorld
{
    public static async Task<string> Build(string folder)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "Hello.csproj"), """
            <Project Sdk="Microsoft.NET.Sdk.Web"><PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings>
            <UseAppHost>false</UseAppHost><RequiresAspNetWebAssets>false</RequiresAspNetWebAssets></PropertyGroup></Project>
            """);
        await File.WriteAllTextAsync(Path.Combine(folder, "Program.cs"), """
            var app = WebApplication.Create(args);
            app.MapGet("/", () => "hello");
            app.Run();
            """);
        Ask.Say("building the empty application");
        using var build = Child.Start("build", folder, "-c", "Release", "-o", Path.Combine(folder, "out"), "-v", "q", "-nologo", "--disable-build-servers");
        var output = await build.StandardOutput.ReadToEndAsync();
        await build.WaitForExitAsync();
        return build.ExitCode == 0 ? Path.Combine(folder, "out", "Hello.dll") : throw new InvalidOperationException("The empty application does not build: " + output);
    }
}
