using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Showrunner.Demo;
using Showrunner.Imports;

namespace Showrunner.Tests.Demo;

public sealed class LoadTimeTests(ITestOutputHelper output)
{
    [Theory(Explicit = true), Databases]
    public async Task The_small_market_loads_while_a_person_waits(string database)
    {
        await using var app = await TestApp.Start(database);
        var before = Process.GetCurrentProcess().PrivateMemorySize64;
        var watch = Stopwatch.StartNew();
        var rows = await DemoFixture.Load(app, DemoSize.Small);
        var loaded = watch.Elapsed;
        watch.Restart();
        var peak = Process.GetCurrentProcess().PeakWorkingSet64 >> 20;
        using (var scope = app.Services.CreateScope()) await scope.ServiceProvider.GetRequiredService<RemoveDemo>().Handle(Showrunner.Platform.Actor.Program("test"), default);
        output.WriteLine($"{database}: {rows} rows, load {loaded.TotalSeconds:F1} s, remove {watch.Elapsed.TotalSeconds:F1} s, peak working set {peak} MB, private before {before >> 20} MB");
        foreach (var import in await app.InDb(db => db.Imports.ToListAsync())) output.WriteLine($"market {import.MarketId}: {import.RowsLoaded} in {(import.FinishedAt - import.CreatedAt)!.Value.TotalSeconds:F1} s");
    }
}
