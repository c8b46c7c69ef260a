using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Lives.Sessions;
using Showrunner.Markets;
using Showrunner.Platform;

namespace Showrunner.Lives.Sources.Files;

/// <summary>What is understood of a file that was brought: its columns, its rows, and what is wrong with which of them.</summary>
public static class ShowLiveFile
{
    private const int MostShown = 200;

    /// <param name="How">What a person chose: “total” or “each” by field (views, gmv, …), “clock” or “elapsed” for “time”. What is left out is understood by itself.</param>
    public sealed record Request(IReadOnlyDictionary<string, string>? How = null);

    /// <param name="Session">The known show that it completes; null for a new one.</param>
    /// <param name="Figures">By field; money in minor units.</param>
    public sealed record Show(long Row, string Number, string Title, string Creator, DateTimeOffset StartedAt, DateTimeOffset EndedAt, long? Session, IReadOnlyDictionary<string, long> Figures);

    /// <param name="Session">The show whose minutes it tells; null for a list.</param>
    /// <param name="Source">Name by which its figures are told apart from those of others.</param>
    /// <param name="Times">How its time column is read: date, clock or elapsed. Empty for a list.</param>
    /// <param name="Rows">That can be taken.</param>
    /// <param name="From">Its first minute.</param>
    /// <param name="Shows">The first of a list.</param>
    /// <param name="Problems">Rows that are not taken, the first of them.</param>
    public sealed record Response(long Id, string Name, string Market, long? Session, string Title, string Source, DateTimeOffset? TakenAt, IReadOnlyList<Column> Columns, string Times, int Rows, DateTimeOffset? From, DateTimeOffset? To, IReadOnlyList<Show> Shows, int ProblemCount, IReadOnlyList<FileProblem> Problems);

    /// <param name="Field">What it means; null where nobody knows.</param>
    /// <param name="Use">time, total, each, level, fact, known, twice or unknown.</param>
    /// <param name="IsSure">False where a person should look.</param>
    /// <param name="Sum">What a figure comes to; money in minor units.</param>
    public sealed record Column(string Heading, string? Field, string Use, bool IsSure, long? Sum);

    public static async Task<Response> Handle(long id, Request request, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        if (!actor.May(LivesRoom.Feed)) actor.Needs(LivesRoom.Plan);
        var (file, market, session) = await Find(id, db, actor, cancel);
        if (session is not null)
        {
            var trend = ReadTrend.From(file.Table, session, market.Rules, request.How ?? new Dictionary<string, string>(), clock.GetUtcNow());
            return new(id, file.Name, market.Code, session.Id, session.Title, file.Source, file.TakenAt, Columns(trend.Columns), trend.Times, trend.Rows, trend.Minutes.Count == 0 ? null : trend.Minutes[0].At, trend.Minutes.Count == 0 ? null : trend.Minutes[^1].At, [], trend.Problems.Count, [.. trend.Problems.Take(MostShown)]);
        }
        var list = ReadList.From(file.Table, market.Rules, clock.GetUtcNow());
        var shown = list.Shows.Take(MostShown).ToList();
        var known = await CompleteShows.Known(shown, market, db, cancel);
        return new(id, file.Name, market.Code, null, file.Name, file.Source, file.TakenAt, Columns(list.Columns), "", list.Shows.Count, list.Shows.Count == 0 ? null : list.Shows.Min(s => s.StartedAt), list.Shows.Count == 0 ? null : list.Shows.Max(s => s.EndedAt),
            [.. shown.Select(s => new Show(s.Place, s.Number, s.Title, s.Creator, s.StartedAt, s.EndedAt, known.GetValueOrDefault(s.Place)?.Id, s.Figures.ToDictionary(pair => Code(pair.Key), pair => pair.Value)))],
            list.Problems.Count, [.. list.Problems.Take(MostShown)]);
    }

    internal static async Task<(LiveFile File, Market Market, LiveSession? Session)> Find(long id, AppDb db, Actor actor, CancellationToken cancel)
    {
        var file = await db.LiveFiles.FirstOrDefaultAsync(f => f.Id == id && f.PersonId == actor.PersonId, cancel) ?? throw new Refused("not_found");
        var market = await db.Markets.AsNoTracking().SingleAsync(m => m.Id == file.MarketId, cancel);
        if (!actor.SeesMarket(market.Id)) throw new Refused("not_found");
        var session = file.SessionId is not { } of ? null : await FindSession.Visible(db, actor).AsNoTracking().FirstOrDefaultAsync(s => s.Id == of, cancel) ?? throw new Refused("not_found");
        return (file, market, session);
    }

    private static List<Column> Columns(IReadOnlyList<ReadTrend.Column> columns) => [.. columns.Select(column => new Column(column.Heading, column.Field is { } field ? Code(field) : null, column.Use, column.IsSure, column.Sum))];

    internal static string Code(SourceField field) => field.ToString().ToLowerInvariant();
}
