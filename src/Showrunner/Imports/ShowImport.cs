using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Markets;
using Showrunner.Platform;
using Showrunner.Platform.Jobs;

namespace Showrunner.Imports;

/// <summary>One import as its page and the API show it.</summary>
public static class ShowImport
{
    /// <summary>A later file of which rows stood in the ledger already, perhaps from this one.</summary>
    public sealed record Later(long Id, string FileName);

    /// <summary>Problem is why it failed, said in the asker's language; ProblemCode is the same as a stable code.</summary>
    public sealed record Response(long Id, string FileName, long Bytes, string Market, string Currency, string Kind, string Layout, string Mapping, string ShopName,
        DateOnly? From, DateOnly? To, string State, long Rows, long Loaded, long Unchanged, long Restated, long Rejected, bool HasRejectedRows,
        string? Problem, string? ProblemCode, string PersonName, DateTimeOffset CreatedAt, DateTimeOffset? FinishedAt, bool IsDemo, long ChangeId)
    {
        public IReadOnlyList<Later> LaterUnchanged { get; init; } = [];
    }

    public static async Task<Response> Handle(long id, AppDb db, Actor actor, Texts texts, CancellationToken cancel)
    {
        actor.Needs(ImportsRoom.Load);
        var import = await ListImports.Visible(db, actor).AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, cancel) ?? throw new Refused("not_found");
        var market = await db.Markets.AsNoTracking().SingleAsync(m => m.Id == import.MarketId, cancel);
        var job = import.JobId == 0 ? null : await db.Jobs.AsNoTracking().SingleOrDefaultAsync(j => j.Id == import.JobId, cancel);
        var (state, problem) = Truly(import, job);
        var (code, arguments) = problem is null ? (null, []) : Sentence.Unpack(problem);
        return new Response(import.Id, import.FileName, import.Bytes, market.Code, market.Currency, import.Kind, import.Layout, import.Mapping, import.ShopName,
            import.PeriodFrom, import.PeriodTo, state, import.RowsRead, import.RowsLoaded, import.Unchanged, import.Restated, import.Rejected, import.ErrorPath.Length > 0,
            code is null ? null : ImportWords.Refusal(texts, actor.Language, code, arguments), code, import.PersonName, import.CreatedAt, import.FinishedAt, import.IsDemo, import.ChangeId)
        {
            LaterUnchanged = import.State != Import.Loaded ? [] : await db.Imports
                .Where(i => i.MarketId == import.MarketId && i.State == Import.Loaded && i.ChangeId > import.ChangeId && i.Unchanged > 0)
                .OrderBy(i => i.ChangeId).Take(10).Select(i => new Later(i.Id, i.FileName)).ToListAsync(cancel),
        };
    }

    // A process that stops in the middle leaves the import and its job in two minds; the job knows whether work goes on.
    private static (string State, string? Problem) Truly(Import import, Job? job) => (import.State, job) switch
    {
        (Import.Cancelled, { IsOver: false }) => (Import.Loading, null),
        (Import.Loading, { State: Job.Failed }) => (Import.Failed, job.Problem),
        (Import.Loading, { State: Job.Cancelled }) => (Import.Cancelled, null),
        _ => (import.State, import.Problem),
    };
}
