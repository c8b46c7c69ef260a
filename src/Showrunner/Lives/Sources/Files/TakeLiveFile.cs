using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Lives.Intake;
using Showrunner.Platform;

namespace Showrunner.Lives.Sources.Files;

/// <summary>What a file tells counts from now on, as far as it can be read. The same file twice changes nothing; another of the same name replaces what that one told of its shows.</summary>
public static class TakeLiveFile
{
    /// <param name="How">As in <see cref="ShowLiveFile.Request"/>.</param>
    public sealed record Request(IReadOnlyDictionary<string, string>? How = null);

    /// <param name="Minutes">Of the show; 0 for a list.</param>
    /// <param name="Made">Shows that were not known.</param>
    /// <param name="Completed">Shows that were known and have new figures.</param>
    /// <param name="Unchanged">Shows of which all that was known.</param>
    /// <param name="Rejected">Rows that could not be read.</param>
    public sealed record Response(int Minutes, int Made, int Completed, int Unchanged, int Rejected, IReadOnlyList<long> Sessions);

    public static async Task<Response> Handle(long id, Request request, EventQueue queue, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        if (!actor.May(LivesRoom.Feed)) actor.Needs(LivesRoom.Plan);
        var (file, market, session) = await ShowLiveFile.Find(id, db, actor, cancel);
        var now = clock.GetUtcNow();
        Response response;
        if (session is not null)
        {
            var trend = ReadTrend.From(file.Table, session, market.Rules, request.How ?? new Dictionary<string, string>(), now);
            List<LiveEvent> events = [.. trend.Minutes.SelectMany(minute => ToldTotals.Of(session.Id, file.Source, minute.Figures, minute.At, now))];
            if (events.Count == 0) throw new Refused("live_file_nothing", file.Name);
            var outcome = (await TellWhole.Take(file.Source, new Dictionary<long, List<LiveEvent>> { [session.Id] = events }, queue, db, cancel))[session.Id];
            response = new(trend.Rows, 0, outcome == WholeOutcome.Unchanged ? 0 : 1, outcome == WholeOutcome.Unchanged ? 1 : 0, trend.Problems.Count, [session.Id]);
        }
        else
        {
            var list = ReadList.From(file.Table, market.Rules, now);
            if (list.Shows.Count == 0) throw new Refused("live_file_nothing", file.Name);
            var shows = (await CompleteShows.Take(list.Shows, file.Source, actor.Name, market, queue, db, clock, cancel)).Values;
            response = new(0, shows.Count(s => s.IsNew), shows.Count(s => !s.IsNew && s.Outcome != WholeOutcome.Unchanged), shows.Count(s => !s.IsNew && s.Outcome == WholeOutcome.Unchanged), list.Problems.Count, [.. shows.Select(s => s.Session).Order()]);
        }
        file.Take(now);
        db.Audit(actor, "live.file", file, new { file.Name, Market = market.Code, response.Minutes, response.Made, response.Completed });
        await db.SaveChangesAsync(cancel);
        return response;
    }
}
