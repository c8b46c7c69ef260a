using Microsoft.Extensions.DependencyInjection;
using Showrunner.Data;
using Showrunner.Demo;
using Showrunner.Insights;
using Showrunner.Insights.Findings;
using Showrunner.Platform;
using Showrunner.Tests.Demo;

namespace Showrunner.Tests.Insights;

public class QuietMarketTests
{
    /// <summary>Growth, weeks, wages and chance are no news: at most one false alarm in a market's week. That a creator begins to sell is true.</summary>
    [Theory, Databases]
    public async Task Where_nothing_is_planted_hardly_anything_is_told(string database)
    {
        await using var app = await TestApp.Start(database);
        await DemoFixture.Load(app, FindingsFixture.Size with { Name = "quiet", IsQuiet = true });
        const int weeks = 4;
        foreach (var market in DemoMarket.Markets)
            for (var week = weeks - 1; week >= 0; week--)
            {
                using var scope = app.Services.CreateScope();
                var desk = ActivatorUtilities.CreateInstance<BoardDesk>(scope.ServiceProvider, Actor.Program("test"));
                await LookThrough.Work(new(market, Last: DemoFixture.End.AddDays(-7 * week)), scope.ServiceProvider.GetRequiredService<AppDb>(), desk, TimeProvider.System, (_, _) => { }, default);
            }
        var told = await app.InDb(db => Task.FromResult(db.Findings.Where(f => !Finding.ByRule.Contains(f.Kind) && f.Kind != "creator_new").ToList()));
        Assert.True(told.Count <= weeks * DemoMarket.Markets.Count, $"{told.Count} findings: {string.Join(", ", told.GroupBy(f => f.Kind).Select(k => $"{k.Count()} {k.Key}"))}");
    }
}
