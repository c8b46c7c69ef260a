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

    [Fact(Explicit = true)]
    public void The_medium_market_is_told_in_little_memory()
    {
        var (lines, peak) = (0L, 0L);
        var watch = Stopwatch.StartNew();
        foreach (var code in DemoMarket.Markets)
        {
            DemoFixture.Market(code, size: DemoSize.Medium).Tell(_ => { }, _ => { if (++lines % 100_000 == 0) peak = Math.Max(peak, GC.GetTotalMemory(false)); }, _ => { });
            var texts = new Showrunner.Platform.Texts();
            foreach (var (key, arguments) in DemoFixture.Market(code, size: DemoSize.Small).Story.Sentences) output.WriteLine($"{code}: {texts.Say("en", key, arguments)}");
        }
        output.WriteLine($"{lines} lines told in {watch.Elapsed.TotalSeconds:F1} s, at most {peak >> 20} MB of managed memory");
        Assert.InRange(peak >> 20, 0, 200);
    }
}
