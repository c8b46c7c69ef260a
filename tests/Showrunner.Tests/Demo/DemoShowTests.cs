using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Showrunner.Demo;
using Showrunner.Demo.Shows;
using Showrunner.Lives.Intake;
using Showrunner.Lives.Sessions;
using Showrunner.Lives.Watching;
using Showrunner.Tests.Accounts;

namespace Showrunner.Tests.Demo;

/// <summary>LIVEs of the demo market on air again: <see cref="PlayDemoShows"/>, <see cref="DemoShowScript"/>, <see cref="DemoPlayer"/>.</summary>
public sealed class DemoShowTests
{
    [Theory, Databases]
    public async Task Played_to_its_end_a_show_comes_to_the_figures_of_the_ledger_whoever_was_stopped(string database)
    {
        var clock = new TestClock();
        await using var first = await TestApp.Start(database, clock);
        await DemoFixture.Load(first, DemoSize.Small with { Lines = 30_000, Creators = 300 });
        using var manager = await first.SignInAs("manager", "ID", "DE");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await manager.PostAsJsonAsync("/api/demo/shows", new PlayDemoShows.Request(Speed: 601))).StatusCode);
        var played = await (await manager.PostAsJsonAsync("/api/demo/shows", new PlayDemoShows.Request("ID", 2, 60))).Content.ReadFromJsonAsync<PlayDemoShows.Response>();
        Assert.Equal(2, played!.Opened);
        await first.Services.GetRequiredService<DemoPlayer>().Play(default);
        clock.Move(TimeSpan.FromSeconds(20));
        await first.Services.GetRequiredService<DemoPlayer>().Play(default);
        var wall = (await manager.GetFromJsonAsync<ShowWall.Response>("/api/live"))!;
        Assert.Equal(2, wall.Shows.Count);
        Assert.All(wall.Shows, show => Assert.True(show.GmvMinor > 0 && show.Viewers > 0 && show.Minutes > 10));

        await using var second = await first.Restart(clock);
        foreach (var _ in Enumerable.Range(0, 20))
        {
            clock.Move(TimeSpan.FromSeconds(15));
            await second.Services.GetRequiredService<DemoPlayer>().Play(default);
        }
        await second.InDb(async db =>
        {
            foreach (var session in await db.LiveSessions.ToListAsync())
            {
                Assert.NotNull(session.EndedAt);
                var figures = (await new LiveBoard().Read(session, db, default)).Figures(clock.GetUtcNow());
                var content = DemoShow.Of(session)!.ContentNo;
                var told = await db.Database.SqlQueryRaw<long>("SELECT coalesce(sum(gmv_minor), 0) AS \"Value\" FROM content_stat WHERE content_no = {0} UNION ALL SELECT coalesce(sum(orders), 0) FROM content_stat WHERE content_no = {0}", content).ToListAsync();
                Assert.Equal((told[0], told[1]), (figures.Total(LiveMeasure.Gmv)!.Value, figures.Total(LiveMeasure.OrdersPaid)!.Value));
            }
            return 0;
        });
        await second.InDb(async db =>
        {
            using var scope = second.Services.CreateScope();
            await scope.ServiceProvider.GetRequiredService<RemoveDemo>().Handle(Showrunner.Platform.Actor.Program("test"), default);
            Assert.False(await db.LiveSessions.AnyAsync() || await db.LiveEvents.AnyAsync() || await db.LiveMinutes.AnyAsync());
            return 0;
        });
    }
}
