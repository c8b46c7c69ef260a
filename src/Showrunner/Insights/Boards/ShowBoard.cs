using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Insights.Explore;
using Showrunner.Metrics;
using Showrunner.Platform;
using Showrunner.Web;

namespace Showrunner.Insights.Boards;

/// <summary>A board with every tile's answer of this moment. What cannot be asked any more says so in its place.</summary>
public static class ShowBoard
{
    /// <param name="Key">Number of a saved board, word of one that comes with the product.</param>
    /// <param name="Market">Code; a saved board has its own.</param>
    public sealed record Request(string Key, string? Market, DayRange Range, string Compare);

    /// <param name="Id">Null on a board of the product.</param>
    /// <param name="Refusal">Why there is no answer.</param>
    public sealed record ShownTile(long? Id, string Name, int Width, Exploration Asked, Explored? Answer, Refused? Refusal);

    public sealed record Guest(long Id, string Name);

    /// <param name="Saved">Null for a board of the product.</param>
    public sealed record Response(string Key, string Name, OpenMarket Open, IReadOnlyList<ShownTile> Tiles, TileBoard? Saved, bool Own, string? Owner, IReadOnlyList<Guest> Guests);

    public static async Task<Response> Handle(Request request, BoardDesk desk, AppDb db, CurrentActor current, Say say, TimeProvider clock, CancellationToken cancel)
    {
        if (Number(request.Key) is not { } id)
        {
            var product = ProductBoards.Find(request.Key) ?? throw new Refused("not_found");
            var open = await desk.Open(request.Market, cancel);
            var asked = product.Tiles.Select(t => ((long?)null, say[t.NameKey], t.Width, t.Asked)).ToList();
            return new Response(product.Code, say[product.NameKey], open, await Ask(asked, request, open, db, clock, cancel), null, false, null, []);
        }
        var board = await ListBoards.Find(id, db, current, cancel);
        var own = board.IsOf(current.Needed);
        var market = await desk.Open(board.MarketId, cancel);
        var tiles = await db.Tiles.Where(t => t.BoardId == id).OrderBy(t => t.Place).AsNoTracking().ToListAsync(cancel);
        List<Guest> guests = own ? await (from guest in db.BoardGuests join person in db.People on guest.PersonId equals person.Id where guest.BoardId == id orderby person.Name select new Guest(person.Id, person.Name)).ToListAsync(cancel) : [];
        var owner = own ? null : await db.People.Where(p => p.Id == board.OwnerId).Select(p => p.Name).FirstOrDefaultAsync(cancel);
        return new Response(request.Key, board.Name, market, await Ask([.. tiles.Select(t => ((long?)t.Id, t.Name, t.Width, t.Asked))], request, market, db, clock, cancel), board, own, owner, guests);
    }

    public static long? Number(string key) => long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <summary>Names are looked up one after the other, then the questions use all processors.</summary>
    private static async Task<IReadOnlyList<ShownTile>> Ask(IReadOnlyList<(long? Id, string Name, int Width, Exploration Asked)> tiles, Request request, OpenMarket open, AppDb db, TimeProvider clock, CancellationToken cancel)
    {
        var questions = new List<Task<ShownTile>>();
        foreach (var (id, name, width, asked) in tiles)
        {
            var shown = new ShownTile(id, name, width, asked, null, null);
            try
            {
                var query = await ReadNames.Handle(asked.Ask(open.Rules, Days(asked, request.Range, open, clock), request.Compare), db, cancel);
                questions.Add(Task.Run(() => Answer(shown, query, open, cancel), cancel));
            }
            catch (Refused refused) { questions.Add(Task.FromResult(shown with { Refusal = refused })); }
        }
        return await Task.WhenAll(questions);
    }

    private static async Task<ShownTile> Answer(ShownTile tile, MetricQuery query, OpenMarket open, CancellationToken cancel)
    {
        try { return tile with { Answer = await Explorer.Ask(tile.Asked, query, open, cancel) }; }
        catch (Refused refused) { return tile with { Refusal = refused }; }
    }

    /// <summary>The tile's own period, or the board's.</summary>
    private static DayRange Days(Exploration asked, DayRange board, OpenMarket open, TimeProvider clock) =>
        asked.Days ?? (asked.Preset is { } preset ? Period.Of(preset, open.Rules.DayOf(clock.GetUtcNow()), open.Extent.LastDay) : board);
}
