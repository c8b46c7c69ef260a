using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Showrunner.Demo;

namespace Showrunner.Tests.Demo;

public sealed class LoadTimeTests(ITestOutputHelper output)
{
    [Theory(Explicit = true), Databases]
    public async Task The_small_market_loads_while_a_person_waits(string database)
    {
        await using var app = await TestApp.Start(database);
        using var process = Process.GetCurrentProcess();
        var start = process.TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        foreach (var code in DemoMarket.Markets) DemoFixture.Market(code, size: DemoSize.Small).Tell(_ => { }, _ => { }, _ => { });
        output.WriteLine($"{database}: told in {watch.Elapsed.TotalSeconds:F1} s, {Processor():F1} s of processor");
        watch.Restart();
        var rows = await DemoFixture.Load(app, DemoSize.Small);
        output.WriteLine($"{database}: {rows} rows loaded in {watch.Elapsed.TotalSeconds:F1} s, {Processor():F1} s of processor, peak working set {process.PeakWorkingSet64 >> 20} MB");
        watch.Restart();
        using (var scope = app.Services.CreateScope()) await scope.ServiceProvider.GetRequiredService<RemoveDemo>().Handle(Showrunner.Platform.Actor.Program("test"), default);
        output.WriteLine($"{database}: removed in {watch.Elapsed.TotalSeconds:F1} s, {Processor():F1} s of processor");

        double Processor()
        {
            process.Refresh();
            var used = process.TotalProcessorTime - start;
            start = process.TotalProcessorTime;
            return used.TotalSeconds;
        }
    }
}
