using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Lives.Inviting;
using Showrunner.Markets;
using Showrunner.Platform;

namespace Showrunner.Lives;

/// <summary>What goes live next in the markets one sees, or what was planned before.</summary>
public static class ListShows
{
    public const string Coming = "coming", Past = "past";
    public static readonly IReadOnlyList<string> Views = [Coming, Past];
    public const int PageSize = 100;

    /// <param name="View">coming, the next first, or past, the latest first.</param>
    /// <param name="Market">Code; every market one sees where none is named.</param>
    /// <param name="About">Page of a record: only the shows that belong to it, coming and past.</param>
    public sealed record Request(string? View = Coming, string? Market = null, string? About = null, int Page = 1);

    /// <param name="Day">In the market.</param>
    /// <param name="From">On the clock of the market.</param>
    /// <param name="To">The same; may be of the next day.</param>
    public sealed record Item(
        long Id, string Market, string TimeZone, string Title, DateTimeOffset StartsAt, DateOnly Day, TimeOnly From, TimeOnly To, int Minutes, long? CreatorId, string Creator, long? ShopId, string Shop,
        string HostName, string HostEmail, string Place, string Note, int Sequence, DateTimeOffset? CancelledAt, string SubjectPath, string SubjectName, bool IsOver,
        InvitationState Invitation, IReadOnlyList<ShowConflicts.Conflict> Conflicts);
    public sealed record Response(IReadOnlyList<Item> Shows, bool More);

    /// <summary>Shows of the markets in scope; another's show does not exist.</summary>
    internal static IQueryable<PlannedShow> Visible(AppDb db, Actor actor) =>
        actor.MarketIds is { } markets ? db.PlannedShows.Where(s => markets.Contains(s.MarketId)) : db.PlannedShows;

    public static async Task<Response> Handle(Request request, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        actor.Needs(LivesRoom.See);
        var view = request.View ?? Coming;
        if (!Views.Contains(view)) throw new Refused("live_view", view, string.Join(", ", Views));
        var now = clock.GetUtcNow();
        var shows = Visible(db, actor);
        if (request.Market is { } code) shows = shows.Where(s => db.Set<Market>().Any(m => m.Id == s.MarketId && m.Code == code));
        if (request.About is { } about) shows = shows.Where(s => s.SubjectPath == about).OrderBy(s => s.StartsAt).ThenBy(s => s.Id);
        // Long shows that began before now are still on: the rest is sorted out below.
        else if (view == Coming) shows = shows.Where(s => s.StartsAt >= now.AddMinutes(-PlannedShow.Longest)).OrderBy(s => s.StartsAt).ThenBy(s => s.Id);
        else shows = shows.Where(s => s.StartsAt < now).OrderByDescending(s => s.StartsAt).ThenByDescending(s => s.Id);
        var rows = await shows.AsNoTracking().Skip((Math.Max(1, request.Page) - 1) * PageSize).Take(PageSize + 1).ToListAsync(cancel);
        var more = rows.Count > PageSize;
        rows = [.. rows.Take(PageSize).Where(s => request.About is not null || view == Coming == s.EndsAt > now)];
        return new Response(await Items(rows, db, actor, now, cancel), more);
    }

    /// <summary>The shows in their order, with what is around them.</summary>
    internal static async Task<IReadOnlyList<Item>> Items(IReadOnlyList<PlannedShow> rows, AppDb db, Actor actor, DateTimeOffset now, CancellationToken cancel)
    {
        var markets = (await db.Markets.AsNoTracking().ToListAsync(cancel)).ToDictionary(m => m.Id);
        var ids = rows.Select(s => s.Id).ToList();
        var letters = (await db.ShowInvitations.AsNoTracking().Where(i => ids.Contains(i.ShowId)).ToListAsync(cancel)).ToLookup(i => i.ShowId);
        var conflicts = await ShowConflicts.Find(Visible(db, actor), [.. rows.Where(s => s.EndsAt > now)], db, cancel);
        return [.. from s in rows
                   let market = markets[s.MarketId]
                   let rules = market.Rules
                   let start = ShowTime.Local(rules, s.StartsAt)
                   select new Item(s.Id, rules.Code, rules.TimeZone, s.Title, s.StartsAt, DateOnly.FromDateTime(start), TimeOnly.FromDateTime(start), TimeOnly.FromDateTime(ShowTime.Local(rules, s.EndsAt)), s.Minutes,
                       s.CreatorId, s.CreatorName, s.ShopId, s.ShopName, s.HostName, s.HostEmail, s.Place, s.Note, s.Sequence, s.CancelledAt, s.SubjectPath, s.SubjectName, s.EndsAt <= now,
                       InvitationState.Of(s, letters[s.Id], InviteHost.LanguageOf(market)), [.. conflicts[s.Id]])];
    }
}
