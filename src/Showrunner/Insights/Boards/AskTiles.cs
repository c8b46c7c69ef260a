using Showrunner.Data;
using Showrunner.Insights.Explore;
using Showrunner.Metrics;
using Showrunner.Platform;
using Showrunner.Web;

namespace Showrunner.Insights.Boards;

/// <summary>A tile as it stands on its board.</summary>
/// <param name="Id">Null on a board of the product.</param>
/// <param name="Code">The same for good: a person's sentence in a report is kept under it.</param>
/// <param name="Text">A note; null for a question.</param>
public sealed record StandingTile(long? Id, string Code, string Name, int Width, string? Text, Exploration Asked);

/// <summary>The answers of a board's tiles at this moment. What cannot be asked any more says so in its place.</summary>
public static class AskTiles
{
    /// <param name="Refusal">Why there is no answer.</param>
    public sealed record Shown(StandingTile Tile, Explored? Answer, Refused? Refusal);

    /// <summary>Names are looked up one after the other, then the questions use all processors.</summary>
    public static async Task<IReadOnlyList<Shown>> Handle(IReadOnlyList<StandingTile> tiles, DayRange range, string compare, OpenMarket open, AppDb db, TimeProvider clock, CancellationToken cancel)
    {
        var questions = new List<Task<Shown>>();
        foreach (var tile in tiles)
        {
            var shown = new Shown(tile, null, null);
            if (tile.Text is not null) { questions.Add(Task.FromResult(shown)); continue; }
            try
            {
                var query = await ReadNames.Handle(tile.Asked.Ask(open.Rules, Days(tile.Asked, range, open, clock), compare), db, cancel);
                questions.Add(Task.Run(() => Answer(shown, query, open, cancel), cancel));
            }
            catch (Refused refused) { questions.Add(Task.FromResult(shown with { Refusal = refused })); }
        }
        return await Task.WhenAll(questions);
    }

    private static async Task<Shown> Answer(Shown shown, MetricQuery query, OpenMarket open, CancellationToken cancel)
    {
        try { return shown with { Answer = await Explorer.Ask(shown.Tile.Asked, query, open, cancel) }; }
        catch (Refused refused) { return shown with { Refusal = refused }; }
    }

    /// <summary>The tile's own period, or the board's.</summary>
    private static DayRange Days(Exploration asked, DayRange board, OpenMarket open, TimeProvider clock) =>
        asked.Days ?? (asked.Preset is { } preset ? Period.Of(preset, open.Rules.DayOf(clock.GetUtcNow()), open.Extent.LastDay) : board);
}
