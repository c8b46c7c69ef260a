using Microsoft.EntityFrameworkCore;
using Showrunner.Creators;
using Showrunner.Data;
using Showrunner.Engine.Simulation;
using Showrunner.Imports;
using Showrunner.Lives.Sessions;
using Showrunner.Markets;
using Showrunner.Platform;

namespace Showrunner.Demo.Shows;

/// <summary>The best LIVEs of the demo market go on air again, some of them well under way.</summary>
public static class PlayDemoShows
{
    public const int MostShows = 250;

    /// <param name="Market">Code; every market of the demo that one sees where none is named.</param>
    /// <param name="Shows">How many of each market.</param>
    /// <param name="Speed">1 to 600 minutes of the show in a minute.</param>
    public sealed record Request(string? Market = null, int Shows = 8, int Speed = 1);
    public sealed record Response(int Opened);

    public static async Task<Response> Handle(Request request, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        actor.Needs(DemoRoom.Manage);
        if (request.Shows is < 1 or > MostShows) throw new Refused("demo_shows", MostShows);
        if (request.Speed is < 1 or > DemoShow.Fastest) throw new Refused("demo_speed", DemoShow.Fastest);
        var loaded = await db.Imports.Where(i => i.IsDemo && i.State == Import.Loaded).Select(i => i.MarketId).Distinct().ToListAsync(cancel);
        var markets = (await db.Markets.AsNoTracking().Where(m => loaded.Contains(m.Id)).ToListAsync(cancel)).Where(m => actor.SeesMarket(m.Id) && (request.Market is null || m.Code == request.Market)).ToList();
        if (markets.Count == 0) throw new Refused("demo_none");
        var opened = 0;
        foreach (var market in markets)
            foreach (var (told, place) in (await ReadScripts.Best(market.Id, request.Shows, db, cancel)).Select((told, place) => (told, place)))
            {
                var show = new DemoShow(request.Speed, clock.GetUtcNow(), told.ContentNo);
                var length = TimeSpan.FromMinutes(Math.Max(1, (told.DurationSeconds ?? 0) / 60));
                var chance = Chance.Of(place, (int)market.Id, 7, 7);
                var handle = await db.Creators.Where(c => c.Id == told.CreatorId).Select(c => c.Handle).SingleOrDefaultAsync(cancel);
                // A target that some reach and some do not.
                var target = Math.Max(1, Math.Round((decimal)((told.GmvMinor ?? 0) * chance.Between(0.75, 1.4)) / market.Rules.MinorPerMajor));
                await OpenSession.Handle(new(market.Code, show.Number, told.Title, handle, null, show.Start(length, length * chance.Between(0.1, 0.7)), target, Minutes: (int)length.TotalMinutes), db, actor, clock, cancel);
                opened++;
            }
        return new(opened);
    }
}
