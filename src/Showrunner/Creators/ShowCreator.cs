using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Showrunner.Creators.Listing;
using Showrunner.Creators.Past;
using Showrunner.Creators.Persons;
using Showrunner.Creators.Trends;
using Showrunner.Creators.Work;
using Showrunner.Data;
using Showrunner.Insights;
using Showrunner.Ledger;
using Showrunner.Metrics;
using Showrunner.Platform;

namespace Showrunner.Creators;

/// <summary>Who is this creator, what does he tell of himself, what did he sell, who works with him, and what happened?</summary>
public static class ShowCreator
{
    private const int Few = 10;

    public sealed record Request(long Id, DateOnly From, DateOnly To, string Compare = "previous", DateTimeOffset? Before = null);

    /// <summary>Who looked after him from when on; nobody while Name is null.</summary>
    public sealed record Owner(DateTimeOffset From, string? Name, string GivenBy);
    public sealed record Response(
        string Market, DirectoryRow Profile, DateOnly? FollowersDay, DateOnly? ProfileDay, long? AgencySplitPpm, IReadOnlyList<Owner> Owners, Board Board, Ranking Products,
        IReadOnlyList<ShowContents.Content> Contents, IReadOnlyList<ShowLines.Line> Lines, IReadOnlyList<ShowTotals.Total> Totals, ReadTimeline.Response Timeline,
        IReadOnlyList<ShownHandle> Handles, IReadOnlyList<ShownAccount> Accounts, CompareWithPeers.Response Trends);

    /// <summary>Another creator who is the same person.</summary>
    /// <param name="CanPart">This merge is the last one that he is in.</param>
    public sealed record ShownHandle(long Id, string Handle, string Name, long? Followers, DateTimeOffset MergedAt, string By, bool CanPart);
    /// <summary>Where else he posts.</summary>
    public sealed record ShownAccount(long Id, string Platform, string Handle, string Source);

    /// <summary>The answer, and the names a page offers to choose from.</summary>
    internal sealed record Page(Response Response, DirectoryNames Names, long Id);

    public static async Task<Response> Handle(Request request, AppDb db, BoardDesk boards, DirectoryDesk desk, IEnumerable<ITimelineSource> sources, CancellationToken cancel) =>
        (await Read(request, db, boards, desk, sources, cancel)).Response;

    internal static async Task<Page> Read(Request request, AppDb db, BoardDesk boards, DirectoryDesk desk, IEnumerable<ITimelineSource> sources, CancellationToken cancel)
    {
        var creator = await Find(request.Id, db, cancel);
        var open = await boards.Open(creator.MarketId, cancel);
        var range = new DayRange(request.From, request.To);
        MetricFilter[] his = [MetricFilter.Rows("creator", creator.Id)];
        var question = await desk.Ask(open, CreatorFilter.All, range, request.Compare, cancel);
        var figures = await open.Rows(DirectorySql.Page(question.Sales, ["c.id = " + creator.Id.ToString(CultureInfo.InvariantCulture)], DirectorySql.Usual, 0, []), [], cancel);
        var handles = await Handles(creator.Id, db, cancel);
        var response = new Response(open.Market.Code, (await desk.Rows(figures, question, cancel)).Single(), creator.FollowersDay, creator.ProfileDay,
            await db.Agencies.Where(a => a.Id == creator.AgencyId).Select(a => a.CreatorSplitPpm).FirstOrDefaultAsync(cancel), await Owners(creator.Id, question.Names, db, cancel),
            await ReadBoard.Handle(open, ReadBoard.OfCreator, range, request.Compare, his, cancel),
            await RankGroups.Handle(new("product", range, request.Compare, Take: Few) { Where = his }, open, cancel),
            await ShowContents.Read(open, new(null, range.From, range.To, Creator: creator.Id), 0, Few, cancel),
            await ShowLines.Read(open, LineFilter.For(range, creator: creator.Id), null, 0, Few, cancel),
            await ShowTotals.Of(open, "creator_id", creator.Id, cancel),
            await ReadTimeline.Read(open, new(creator.Id, request.Before), handles, sources, cancel),
            await Merged(creator.Id, db, cancel), [.. (await db.CreatorAccounts.AsNoTracking().Where(a => handles.Contains(a.CreatorId)).OrderBy(a => a.Platform).ThenBy(a => a.Handle).ToListAsync(cancel)).Select(a => new ShownAccount(a.Id, a.Platform, a.Handle, a.Source))],
            await CompareWithPeers.Read(creator, open, cancel));
        return new Page(response, question.Names, creator.Id);
    }

    /// <summary>The creator, or who stands for him: an old address leads to the person.</summary>
    internal static async Task<Creator> Find(long id, AppDb db, CancellationToken cancel)
    {
        var creator = await db.Creators.AsNoTracking().FirstOrDefaultAsync(c => c.Id == id, cancel) ?? throw new Refused("not_found");
        return creator.MergedIntoId is { } person ? await db.Creators.AsNoTracking().SingleAsync(c => c.Id == person, cancel) : creator;
    }

    /// <summary>Rows of all creators who are this person, himself first.</summary>
    internal static async Task<IReadOnlyList<long>> Handles(long id, AppDb db, CancellationToken cancel) =>
        [id, .. await db.Creators.Where(c => c.MergedIntoId == id).OrderBy(c => c.Id).Select(c => c.Id).ToListAsync(cancel)];

    private static async Task<IReadOnlyList<ShownHandle>> Merged(long person, AppDb db, CancellationToken cancel)
    {
        var merged = from creator in db.Creators.AsNoTracking()
                     join merge in db.CreatorMerges.AsNoTracking() on creator.Id equals merge.CreatorId
                     where creator.MergedIntoId == person && merge.UndoneAt == null
                     orderby creator.Handle
                     select new ShownHandle(creator.Id, creator.Handle, creator.Name, creator.Followers, merge.MergedAt, merge.PersonName, merge.IntoId == person);
        return await merged.ToListAsync(cancel);
    }

    private static async Task<IReadOnlyList<Owner>> Owners(long id, DirectoryNames names, AppDb db, CancellationToken cancel)
    {
        var steps = await (from step in db.CreatorSteps.AsNoTracking()
                           join action in db.CreatorActions.AsNoTracking() on step.ActionId equals action.Id
                           where step.CreatorId == id && step.Field == WorkField.Owner.Code
                           orderby action.Id descending
                           select new { action.DoneAt, step.NewValue, action.PersonName }).Take(Few).ToListAsync(cancel);
        return [.. steps.Select(s => new Owner(s.DoneAt, long.TryParse(s.NewValue, CultureInfo.InvariantCulture, out var person) ? names.Names.GetValueOrDefault(person) : null, s.PersonName))];
    }
}
