using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Platform.Jobs;

namespace Showrunner.Insights.Findings;

/// <summary>What was found in a market or a part of it, the largest effect first.</summary>
public static class ListFindings
{
    private const int Most = 200;

    /// <param name="Market">Code, e.g. VN.</param>
    /// <param name="State">open, accepted or dismissed.</param>
    /// <param name="Of">What part of it, e.g. shop:12; what was found in the market as a whole where none is named.</param>
    public sealed record Request(string? Market, string? State = Finding.Open, string? Of = null);
    public sealed record Item(long Id, Found Found, string State, string Reason, string Comment, string DecidedBy, DateTimeOffset? DecidedAt, DateOnly FirstDay, DateTimeOffset FoundAt);
    /// <param name="LastDay">Up to which day the market was looked through; null before the first time.</param>
    /// <param name="IsBehind">The ledger changed since.</param>
    /// <param name="Job">Number of the job that looks it through now.</param>
    public sealed record Response(IReadOnlyList<Item> Findings, IReadOnlyDictionary<string, int> Counts, DateOnly? LastDay, DateTimeOffset? LookedAt, bool IsBehind, long? Job, MarketExtent Extent, FindingScope Scope);

    /// <summary>The page of what was looked through.</summary>
    public static string Path(string market, string scope) => "/findings?market=" + market + (scope.Length == 0 ? "" : "&of=" + scope);

    public static async Task<Response> Handle(Request request, AppDb db, BoardDesk desk, CancellationToken cancel)
    {
        var open = await desk.Open(request.Market, cancel);
        var scope = await FindingScope.Find(request.Of, open, cancel);
        var code = scope.Code;
        var all = db.Findings.AsNoTracking().Where(f => f.MarketId == open.Id && f.Scope == code);
        var state = request.State ?? Finding.Open;
        var rows = await all.Where(f => f.State == state).OrderByDescending(f => f.LastDay).Take(Most).ToListAsync(cancel);
        var counts = await all.GroupBy(f => f.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        var run = await db.FindingRuns.AsNoTracking().SingleOrDefaultAsync(r => r.MarketId == open.Id && r.Scope == code, cancel);
        var wanted = $"{open.Market.Code}|{code}|";
        var job = await db.Jobs.Where(j => j.Kind == LookThrough.JobKind && j.Subject.StartsWith(wanted) && (j.State == Job.Queued || j.State == Job.Running)).Select(j => (long?)j.Id).FirstOrDefaultAsync(cancel);
        var items = rows.Select(f => new Item(f.Id, f.Read(), f.State, f.Reason, f.Comment, f.DecidedBy, f.DecidedAt, f.FirstDay, f.FoundAt))
            .OrderByDescending(i => Math.Abs(i.Found.EffectMinor)).ThenBy(i => i.Id).ToList();
        return new(items, counts, run?.LastDay, run?.FinishedAt, run is not null && run.ChangeId != open.Change, job, open.Extent, scope);
    }
}
