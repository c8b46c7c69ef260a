using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Showrunner.Creators;
using Showrunner.Data;
using Showrunner.Lives.Intake;
using Showrunner.Lives.Sessions;
using Showrunner.Markets;

namespace Showrunner.Lives.Sources;

/// <summary>A show that is over, as a list tells it.</summary>
/// <param name="Place">Of the list's row; what is said of it is found by it.</param>
/// <param name="Number">At the marketplace; empty where the list has none.</param>
/// <param name="Creator">Handle.</param>
/// <param name="Figures">Over the whole show; money in minor units.</param>
public sealed record EndedShow(long Place, string Number, string Title, string Creator, DateTimeOffset StartedAt, DateTimeOffset EndedAt, IReadOnlyDictionary<SourceField, long> Figures);

/// <summary>Shows that are over become known with their totals; one that was watched here is completed.</summary>
internal static class CompleteShows
{
    private static readonly TimeSpan SameStart = TimeSpan.FromMinutes(15);
    private const int Together = 500;

    /// <summary>Known shows by the place of who tells of them: by their number, else the creator's only one that began at that time and has no number of the marketplace's.</summary>
    public static async Task<Dictionary<long, LiveSession>> Known(IReadOnlyList<EndedShow> shows, Market market, AppDb db, CancellationToken cancel)
    {
        var found = new Dictionary<long, LiveSession>();
        foreach (var part in shows.Chunk(Together))
        {
            var numbers = part.Select(Number).ToList();
            var creators = part.Select(show => show.Creator).Where(name => name.Length > 0).Distinct().ToList();
            var (from, to) = (part.Min(show => show.StartedAt) - SameStart, part.Max(show => show.StartedAt) + SameStart);
            var byNumber = await db.LiveSessions.Where(s => s.MarketId == market.Id && numbers.Contains(s.Number)).ToDictionaryAsync(s => s.Number, cancel);
            var near = await db.LiveSessions.Where(s => s.MarketId == market.Id && creators.Contains(s.CreatorName) && s.StartedAt >= from && s.StartedAt <= to).ToListAsync(cancel);
            foreach (var show in part)
            {
                if (byNumber.TryGetValue(Number(show), out var known)) { found[show.Place] = known; continue; }
                var same = near.Where(s => s.CreatorName == show.Creator && (s.StartedAt - show.StartedAt).Duration() <= SameStart && (show.Number.Length == 0 || IsMadeUp(s.Number))).Take(2).ToList();
                if (same.Count == 1) found[show.Place] = same[0];
            }
        }
        return found;
    }

    /// <returns>The show of each place, whether it is new, and what became of its figures.</returns>
    public static async Task<Dictionary<long, (long Session, bool IsNew, WholeOutcome Outcome)>> Take(IReadOnlyList<EndedShow> shows, string source, string author, Market market, EventQueue queue, AppDb db, TimeProvider clock, CancellationToken cancel)
    {
        var known = await Known(shows, market, db, cancel);
        var handles = shows.Select(show => show.Creator).Where(name => name.Length > 0).Distinct().ToList();
        var creators = await db.Creators.AsNoTracking().Where(c => c.MarketId == market.Id && handles.Contains(c.Handle)).Select(c => new { c.Id, c.Handle }).ToDictionaryAsync(c => c.Handle, c => c.Id, cancel);
        HashSet<long> fresh = [];
        foreach (var show in shows)
        {
            if (!known.TryGetValue(show.Place, out var session))
            {
                session = new LiveSession { MarketId = market.Id, Number = Number(show), StartedAt = show.StartedAt, AuthorName = author };
                db.Add(session);
                known[show.Place] = session;
                fresh.Add(show.Place);
            }
            session.EndedAt ??= show.EndedAt > session.StartedAt ? show.EndedAt : session.StartedAt;
            var isCreatorNew = session.CreatorName.Length == 0 && show.Creator.Length > 0;
            session.Describe(new(session.Title.Length == 0 || session.Title == session.Number ? Title(show) : null, isCreatorNew && creators.TryGetValue(show.Creator, out var creator) ? creator : null, isCreatorNew ? show.Creator : null, null, null, null, null, null));
        }
        await db.SaveChangesAsync(cancel);
        var now = clock.GetUtcNow();
        var events = new Dictionary<long, List<LiveEvent>>();
        foreach (var show in shows) events[known[show.Place].Id] = [.. ToldTotals.Of(known[show.Place].Id, source, show.Figures, show.EndedAt, now)];
        var outcomes = await TellWhole.Take(source, events, queue, db, cancel);
        return shows.ToDictionary(show => show.Place, show => (known[show.Place].Id, fresh.Contains(show.Place), outcomes.GetValueOrDefault(known[show.Place].Id)));
    }

    /// <summary>A list without numbers tells the same show by its creator and its beginning.</summary>
    public static string Number(EndedShow show) => show.Number.Length > 0 ? show.Number : string.Create(CultureInfo.InvariantCulture, $"file-{show.Creator}-{show.StartedAt:yyyyMMdd'T'HHmm}");

    /// <summary>A number that the desk gave, not the marketplace.</summary>
    internal static bool IsMadeUp(string number) => number.StartsWith("show-", StringComparison.Ordinal) || number.StartsWith("file-", StringComparison.Ordinal);

    private static string? Title(EndedShow show) => show.Title.Length > PlannedShow.LongestTitle ? show.Title[..PlannedShow.LongestTitle] : show.Title;
}
