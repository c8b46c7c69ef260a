using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Platform;

namespace Showrunner.Imports;

/// <summary>The imports of the markets in scope, newest first.</summary>
public static class ListImports
{
    public sealed record Item(long Id, string FileName, string Market, string Kind, string Layout, string State, long Rows, long Loaded, long Unchanged,
        long Restated, long Rejected, string PersonName, DateTimeOffset CreatedAt, DateTimeOffset? FinishedAt, string? Problem, bool IsDemo, long JobId);

    public const int PageSize = 50;

    internal static IQueryable<Import> Visible(AppDb db, Actor actor) =>
        actor.MarketIds is { } markets ? db.Imports.Where(i => markets.Contains(i.MarketId)) : db.Imports;

    public static async Task<IReadOnlyList<Item>> Handle(long? before, AppDb db, Actor actor, CancellationToken cancel)
    {
        actor.Needs(ImportsRoom.Load);
        var rows = from import in Visible(db, actor)
                   join market in db.Set<Markets.Market>() on import.MarketId equals market.Id
                   where before == null || import.Id < before
                   orderby import.Id descending
                   select new Item(import.Id, import.FileName, market.Code, import.Kind, import.Layout, import.State, import.RowsRead, import.RowsLoaded,
                       import.Unchanged, import.Restated, import.Rejected, import.PersonName, import.CreatedAt, import.FinishedAt, import.Problem, import.IsDemo, import.JobId);
        return await rows.Take(PageSize).ToListAsync(cancel);
    }
}
